"""Whichever program puts the frames around pages, every page says the same."""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.site_differences import compare
from tools.site_names import read_site

from guideway.model.engine_names import DEFAULT_ENGINE, EngineName
from guideway.pages.rendered import body_of
from guideway.project import engines
from guideway.project.build_error import BuildError
from guideway.project.engines import ENGINES
from guideway.project.frames import PLACE, emptied, filled, frame_in
from tests.support.kept import project_files, site_of
from tests.support.sites import DECIDED, ROOT, copy_project, guideway, snapshot

OTHERS = [
    pytest.param(
        name,
        id=f"{name} {version(name)}" if find_spec(name) else f"{name} is not here",
        marks=pytest.mark.skipif(not find_spec(name), reason="make engines"),
    )
    for name in ENGINES
    if name != DEFAULT_ENGINE
]
SETTINGS = {
    "a few settings": (ROOT / "example/mkdocs.yml").read_text("utf-8"),
    "all settings": """
site_name: 桥 & “河”
site_description: 一步一步过桥 <好>。
site_author: 桥's 人
site_url: https://bridge.example/docs/
copyright: 谁都可以用 & 改。
theme: {name: material}
guideway:
  licence: {name: 'CC <BY> & "4.0"', address: 'https://x.example/licence?a=1&b=2'}
  language: zh-CN
  country: CN
  edit_base: 'https://x.example/e/'
  feedback: bridge@x.example
""",
}
OWN = {
    "*assets/page.*.css": "the style sheet of Zensical's theme has a rule that Material's has not",
    "_headers": "names style sheets by their sums",
    "worker.js": "likewise",
    "downloads/index.html": "says how large the site is",
}
"""What an engine with a theme of its own may have otherwise, and why: no page of a guide."""
ADDRESS = "guides/bridge/index.html"


@pytest.mark.dear
@pytest.mark.slow
@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("settings", SETTINGS)
def test_another_engine_makes_the_same_pages(name: EngineName, settings: str) -> None:
    there, here = (_tiny(each, SETTINGS[settings]) for each in (DEFAULT_ENGINE, name))
    found = compare(there, here, OWN if ENGINES[name].theme != "material" else ())

    assert found.same, found
    assert {"404.html", "opensearch.xml", ADDRESS, "embed/bridge/index.html"} <= there.keys()
    assert sum(path.endswith(".html") for path in there) > 60


@pytest.mark.slow
@pytest.mark.dear
@pytest.mark.parametrize("name", OTHERS)
def test_another_engine_makes_the_same_pages_of_our_own_site(
    name: EngineName, our_site: Path
) -> None:
    here = site_of(f"ours by {name}", project_files(ROOT), "--engine", name)
    found = compare(read_site(our_site), read_site(here), OWN)

    assert found.same, found


@pytest.mark.slow
def test_a_page_that_says_something_else_is_found() -> None:
    there = _tiny(DEFAULT_ENGINE, SETTINGS["a few settings"])
    here = {**there, ADDRESS: there[ADDRESS].replace("过桥".encode(), "过河".encode(), 1)}

    assert list(compare(there, here, OWN).differing) == [ADDRESS]


@pytest.mark.dear
@pytest.mark.slow
@pytest.mark.parametrize("name", OTHERS)
def test_one_setting_changes_the_engine(name: EngineName, tiny_site: Path, tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text("utf-8")
    chosen = settings.replace("  bundle:", f"  engine: {name}\n  bundle:")
    (project / "mkdocs.yml").write_text(chosen, "utf-8")
    done = guideway("-C", project, "build")
    named = site_of(f"tiny by {name}", project_files(ROOT / "example"), "--engine", name)

    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(project / "site") == snapshot(named)
    assert (snapshot(named) == snapshot(tiny_site)) == (ENGINES[name].theme == "material")


@pytest.mark.dear
@pytest.mark.slow
@pytest.mark.parametrize("name", OTHERS)
def test_another_engine_that_fails_says_so_and_the_last_good_site_stays(
    name: EngineName, tiny_site: Path, tmp_path: Path
) -> None:
    project = copy_project(ROOT / "example", tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_bytes((tiny_site / "index.html").read_bytes())
    before = snapshot(project / "site")
    (project / "mkdocs.yml").write_text(f"site_name: x\ntheme: {{name: nowhere}}\n{DECIDED}")
    done = guideway("-C", project, "build", "--trust-settings", "--engine", name)

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: the engine failed:\n")
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == snapshot(project / "site")


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_is_not_installed_is_one_line_and_how_to_get_it(
    name: EngineName, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    with pytest.raises(BuildError) as told:
        engines.engine_called(name)

    assert str(told.value) == f"the engine {name} is not installed"
    assert told.value.hint == f"pip install 'guideway[{name}]', or in a checkout: make engines"


@given(st.text(), st.text(), st.text())
def test_a_frame_and_a_body_are_a_page(before: str, body: str, after: str) -> None:
    settings = '---\ntitle: "x"\n---\n\n'
    text = f"{settings}{body.strip()}\n"
    frame = f"{before.replace(PLACE, '')}{PLACE}{after.replace(PLACE, '')}"
    made = {"guides/a/index.html": frame.encode()}
    page = filled(frame_in(made, "guides/a.md"), body_of(text))

    assert emptied(text).replace("\n", "") == f"{settings}{PLACE}".replace("\n", "")
    assert page.decode() == frame.replace(PLACE, body_of(text))


@pytest.mark.parametrize("frame", [None, "<p>no place</p>", PLACE + PLACE])
def test_a_frame_without_one_place_for_the_body_is_an_error(frame: str | None) -> None:
    made = {} if frame is None else {"index.html": frame.encode()}
    with pytest.raises(BuildError, match=r"has made index\.html without one place for its body"):
        frame_in(made, "index.md")


def _tiny(engine: str, settings: str) -> dict[str, bytes]:
    """Read the tiny site as an engine makes it, archives too."""
    files = {**project_files(ROOT / "example"), "mkdocs.yml": settings.encode()}
    return read_site(site_of(f"tiny by {engine}", files, "--engine", engine))
