"""Many pages go to several engines side by side, and come back as from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from guideway.build import Kit, OneByOne, Tree, compose
from guideway.project import batches
from guideway.project.engine import Setup
from guideway.project.frames import emptied
from guideway.project.making import settings_of
from guideway.reports.examination import examine
from tests.support.growing import TEMPLATES, WORDS, WORLD
from tests.support.sites import ROOT
from tests.support.world import DAY

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("batch", "engines"), [(1, 3), (7, 2)])
def test_in_batches_engines_make_what_one_makes(
    batch: int, engines: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    tree = compose(examine(WORLD.shelf(), DAY)[0], Kit(TEMPLATES, WORDS), OneByOne())
    one = _made(tree, tmp_path / "one")
    monkeypatch.setattr(batches, "_BATCH", batch)
    many = _made(tree, tmp_path / "many")

    assert many == one
    assert len(one) > len(tree.pages) > 25
    assert len(list((tmp_path / "one").glob("engine*"))) == 1
    assert len(list((tmp_path / "many").glob("engine*"))) == engines


def _made(tree: Tree, room: Path) -> dict[str, bytes]:
    """Let as many as three engines make the frames of all pages."""
    room.mkdir()
    theme, settings = ROOT / "templates/theme", settings_of(ROOT / "example")
    setup = Setup(ROOT / "example", room / "engine", theme, WORDS, settings, jobs=3)
    texts = {page.path: emptied(page.text) for page in tree.pages}
    with (room / "lock").open("wb") as lock:
        return dict(batches.made_in_batches(setup, tree.navigation, texts, DAY, lock.fileno()))
