"""Every component that a guide's page is made of: its samples, rendered as expected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guideway.pages.guide_parts import SECTIONS
from guideway.project.gallery import Sample, gallery, samples
from tests.support.ours import TEMPLATES
from tests.support.sites import ROOT

EXPECTED = Path(__file__).parent / "expected" / "components"
GALLERY = gallery(ROOT / "templates")
SAMPLES = list(samples(ROOT / "templates"))


@pytest.mark.parametrize("sample", SAMPLES, ids=[f"{s.component}: {s.title}" for s in SAMPLES])
def test_a_sample_looks_like_this(sample: Sample, update: bool) -> None:
    html = GALLERY.rendered(sample)
    title = re.sub(r"[^a-z]+", "-", sample.title.lower()).strip("-")
    file = EXPECTED / f"{sample.component}-{title}.html"
    if update:
        EXPECTED.mkdir(exist_ok=True)
        file.write_text(html)

    assert file.read_text() == html


def test_everything_a_page_includes_has_samples() -> None:
    pages = "".join(text for name, text in TEMPLATES.items() if name.startswith("pages/"))
    included = {
        *re.findall(r'include "components/([a-z]+)\.', pages),
        *SECTIONS,
        "about",
        "related",
        "sources",
    }
    folder = ROOT / "templates/components"
    components = {path.name.split(".")[0] for path in folder.glob("*.html.j2")}
    sampled = {path.name.split(".")[0] for path in folder.glob("*.samples.yaml")}

    of_lists = {"parts"}  # no guide has them

    assert included & components - of_lists == sampled
