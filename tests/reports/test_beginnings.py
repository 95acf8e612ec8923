"""`guideway new` writes all but what only its author knows, and a draft is not published."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from string import Template

import pytest

from guideway.catalog.as_of import in_force
from guideway.project.templates import read_templates
from guideway.reports.beginnings import KINDS, Beginning, begun, forms_in
from guideway.reports.examination import examine
from guideway.reports.mending import mended
from tests.support.composing import compose
from tests.support.ours import TEMPLATES, WORDS
from tests.support.sites import ROOT, command, copy_project
from tests.support.world import DAY, World, read_world

WORLD = read_world()
ALL = read_templates(ROOT / "templates")
FORMS = forms_in(ALL, "zh-CN")
ANSWERS = {
    "title": "C: 过河 # 走法",
    "provider": "keeper",
    "topic": "crossing",
    "action": "cross",
    "audience": "knight",
    "owner": "bridge",
}
NAMES = [
    ("guide", "ford"),
    ("decision", "boats"),
    ("warning", "goblin"),
    ("provider", "ferryman"),
    ("record", "channel.ferry.site"),
    ("record", "law.bridge.9"),
    ("record", "period.ferry"),
    ("record", "fee.ferry"),
    ("record", "threshold.ferry"),
    ("letter", "bridge.second"),
]


def _begin(kind: str, name: str, world: World = WORLD) -> World:
    beginning = Beginning(kind, name, FORMS)
    assert set(beginning.asked_for) <= set(ANSWERS)
    for path, content in begun(beginning, beginning.written(ANSWERS, DAY), world.shelf()).items():
        world = world.having(path, content)
    return world


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _ in NAMES} == set(KINDS)


@pytest.mark.parametrize(("kind", "name"), NAMES)
def test_what_is_begun_lacks_only_what_its_author_knows(kind: str, name: str) -> None:
    shelf = _begin(kind, name).shelf()
    _, problems = examine(shelf, DAY)
    is_page = kind not in {"record", "letter"}

    codes = {problem.code for problem in problems}

    assert "unfinished" in codes
    assert codes - {"unfinished"} <= ({"wrong-type"} if kind == "record" else set())  # a number
    assert {problem.level for problem in problems} == {"warning" if is_page else "error"}
    assert mended(shelf, DAY, DAY) == {}


def test_what_is_begun_is_in_the_language_of_the_site() -> None:
    english = forms_in(ALL, "en-GB")

    assert english.keys() == FORMS.keys()
    assert forms_in(ALL, "de") == english
    assert not any(re.search("[\u4e00-\u9fff]", text) for text in english.values())
    for name, text in english.items():
        asked = Template(text).get_identifiers()
        assert asked == Template(FORMS[name]).get_identifiers(), name
        assert text.count("\n") == FORMS[name].count("\n"), name


def test_a_first_letter_stands_where_letters_do() -> None:
    world = _begin("letter", "ford.first", _begin("guide", "ford"))
    text = world.files["content/guides/ford.yaml"].decode()

    assert text.index("\nletters:\n  - id: first\n") < text.index("\ndone:")
    assert {problem.code for problem in examine(world.shelf(), DAY)[1]} == {"unfinished"}


@pytest.mark.parametrize("name", ["guide.ford", "decision.boats", "warning.goblin"])
def test_a_draft_is_not_published_but_for_who_asks_for_it(name: str) -> None:
    kind, _, id_ = name.partition(".")
    world = _begin(kind, id_)
    catalog, _ = examine(world.shelf(), DAY)

    assert name in catalog.entries
    assert name not in in_force(catalog, DAY).entries
    assert name in in_force(catalog, DAY, drafts=True).entries
    assert not any(id_ in text for text in compose(catalog, TEMPLATES, WORDS).texts.values())


def test_without_drafts_nothing_else_changes() -> None:
    with_draft, without = (
        compose(examine(world.shelf(), DAY)[0], TEMPLATES, WORDS)
        for world in (_begin("guide", "ford"), WORLD)
    )

    assert with_draft.texts == without.texts


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny site, to be written to."""
    return copy_project(ROOT / "example", tmp_path)


def test_a_guide_is_begun_from_the_command_line(project: Path) -> None:
    done = command("-C", project, "new", "guide", "ford", "--title", "蹚水过河")

    assert done.returncode == 0
    assert done.stdout.startswith("content/guides/ford.yaml\n\nLeft to do:\n")
    assert "title: 蹚水过河\n" in (project / "content/guides/ford.yaml").read_text()
    assert command("-C", project, "check").returncode == 0


@pytest.mark.slow
def test_a_person_at_a_terminal_is_asked(project: Path) -> None:
    ours, theirs = pty.openpty()
    line = [sys.executable, "-m", "guideway", "-C", str(project), "new", "warning", "goblin"]
    with subprocess.Popen(line, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.write(ours, "认出妖精\n".encode())
        process.wait()

    assert process.returncode == 0
    assert "title: 认出妖精\n" in (project / "content/warnings/goblin.yaml").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["guide", "ford"], "--title is missing"),
        (["guide", "bridge", "--title", "x"], "there is a guide “bridge” already"),
        (["guide", "Ford", "--title", "x"], "“Ford” is no id of a guide"),
        (["record", "bridge.x", "--title", "x"], "“bridge.x” is no id of a record"),
        (["letter", "nowhere.x", "--title", "x"], "there is no content/guides/nowhere.yaml"),
        (["guide", "ford", "--title", "x", "--topic", "crosing"], "did you mean “crossing”?"),
    ],
)
def test_what_cannot_be_begun_is_told(arguments: list[str], said: str, project: Path) -> None:
    done = command("-C", project, "new", *arguments)

    assert done.returncode == 2
    assert said in done.stderr
