"""How the site looks: every component photographed, and what a phone shows first."""

from __future__ import annotations

from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from guideway.project.gallery import gallery, samples
from tests.support import boxes
from tests.support.browsing import Opener
from tests.support.ours import our_catalog
from tests.support.sampling import sample
from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

PICTURES = Path(__file__).parent / "pictures"
COMPONENTS = sorted({sample.component for sample in samples(ROOT / "templates")})
SCHEMES = {"light": "default", "dark": "slate"}
DRAWN = sample("looks", product((390, 1280), SCHEMES), 0.5, lambda look: look)
GUIDES = sample("guides on a phone", [entry.id for entry in our_catalog().guides], 0.2)
SHRUNK = 3
"""Pictures are kept a third as wide and high: enough to see what moved, whatever smooths edges."""
FAINT = 24
"""Differences of fewer levels, of 255, are a matter of smoothing."""
SHARE = 0.004
"""So much of a picture may differ: a control that another version of the browser draws anew."""


@pytest.fixture(scope="module")
def page_of_components() -> str:
    """The gallery."""
    return gallery(ROOT / "templates").page()


@pytest.mark.parametrize(("width", "scheme"), DRAWN)
def test_every_component_looks_as_it_did(
    opened: Opener, page_of_components: str, width: int, scheme: str, update: bool
) -> None:
    page = opened("", width, color_scheme=scheme)
    page.route("**/gallery/", lambda route: route.fulfill(body=page_of_components))
    page.goto(page.url + "gallery/")
    page.add_style_tag(content=f".md-header {{ display: none }} {boxes.style()}")
    page.evaluate("() => document.fonts.load('1rem Boxes')")
    assert page.evaluate("document.body.dataset.mdColorScheme") == SCHEMES[scheme]
    differ = [name for name in COMPONENTS if not _is_as_it_was(page, name, width, scheme, update)]

    pictures = f"tests/theme/pictures/*-{width}-{scheme}.new.png"
    assert differ == [], f"look at {pictures}, or run with --update"


def _is_as_it_was(page: Page, name: str, width: int, scheme: str, update: bool) -> bool:
    """Compare with the kept picture; what differs is put beside it."""
    kept = PICTURES / f"{name}-{width}-{scheme}.png"
    fresh = kept.with_suffix(".new.png")
    fresh.unlink(missing_ok=True)
    taken = Image.open(BytesIO(page.locator(f"section#{name}").screenshot(animations="disabled")))
    small = taken.convert("RGB").reduce(SHRUNK)
    if update:
        PICTURES.mkdir(exist_ok=True)
        small.quantize(64).save(kept, optimize=True)
        return True
    if kept.exists() and _differing(small, Image.open(kept).convert("RGB")) <= SHARE:
        return True
    small.save(fresh)
    return False


def _differing(one: Image.Image, other: Image.Image) -> float:
    """Give the share of a picture that differs from another, from 0 to 1."""
    if one.size != other.size:
        return 1
    levels = ImageChops.difference(one, other).convert("L").histogram()
    return sum(levels[FAINT:]) / (one.width * one.height)


def test_every_picture_is_of_a_component() -> None:
    shown = {path.name.rsplit("-", 2)[0] for path in PICTURES.glob("*.png")}

    assert shown <= set(COMPONENTS)


@pytest.mark.parametrize("name", GUIDES)
def test_a_phone_shows_the_first_step_of_a_guide_without_scrolling(
    opened: Opener, name: str
) -> None:
    page = opened(f"guides/{name}/", bypass_csp=True)  # the font comes in a style of the test
    page.add_style_tag(content=boxes.style())
    first = page.locator("#now").bounding_box()

    assert first is not None
    assert first["y"] + first["height"] <= 844
