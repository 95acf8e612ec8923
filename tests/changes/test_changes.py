"""What has changed for readers between two states of content, and what git has of the first."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guideway.catalog import Catalog
from guideway.catalog.as_of import in_force
from guideway.changes.change import Change
from guideway.changes.comparing import changes
from guideway.changes.paths import other_ends
from guideway.changes.telling import FORMATS
from guideway.changes.values import differences
from guideway.decisions.state_graph import graph_of
from guideway.decisions.states import StateGraph
from guideway.decisions.worked import worked_lines
from guideway.model.decisions import Decision
from guideway.model.places import Term
from guideway.reports.examination import catalog_of
from tests.support.flows import decision_of
from tests.support.planting import whole_world
from tests.support.sampling import tries
from tests.support.sites import ROOT, command, copy_project
from tests.support.world import DAY, World, read_world

CASES = Path(__file__).parent / "cases"
WORLD = read_world()


def _catalog(world: World, day: date = DAY) -> Catalog:
    catalog, problems = catalog_of(world.shelf(), day, day)
    assert [problem.message for problem in problems] == []
    return in_force(catalog, day)


def _with(world: World, parts: dict[str, str | None]) -> World:
    """A world with keys of its files replaced; a file that is nothing is gone."""
    for path, fragment in parts.items():
        if fragment is None:
            files = {name: text for name, text in world.files.items() if name != path}
            world = replace(world, files=files)
        else:
            world = world.amended(path, fragment)
    return world


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_has_changed_is_told(path: Path, request: pytest.FixtureRequest) -> None:
    text = path.read_text(encoding="utf-8")
    case = yaml.safe_load(text)
    start = _with(WORLD, case.get("start", {}))
    before = _with(start, case.get("before", {}))
    after = _with(start, case["after"])
    found = changes(_catalog(before), _catalog(after))
    said = FORMATS[case.get("format", "text")](found)
    if request.config.getoption("--update"):
        told = "".join(f"  {line}".rstrip() + "\n" for line in said.split("\n"))
        path.write_text(f"{text.partition('told: |')[0]}told: |\n{told}", encoding="utf-8")
        return

    assert said == case["told"].rstrip("\n")


def test_the_same_content_has_changed_nothing() -> None:
    catalog = _catalog(WORLD)

    assert changes(catalog, catalog) == ()
    assert {name: tell(()) for name, tell in FORMATS.items()} == {
        "text": "nothing has changed for readers",
        "markdown": "### For readers: nothing has changed for readers",
        "json": "[]",
        "github": "nothing has changed for readers",
    }


def test_what_the_program_makes_of_a_decision_is_no_change() -> None:
    """What is worked out to be compared is a question it makes anew of each text it reads."""
    path = "content/decisions/gorge.yaml"
    world = whole_world()
    text = world.files[path].replace(b"{width: {under: 20}}", b"{computed.span.square: {under: 9}}")
    old, new = (catalog_of(world.having(path, text).shelf(), DAY, DAY)[0] for _ in range(2))
    decision = old.entries["decision.gorge"].value
    assert isinstance(decision, Decision)

    assert worked_lines(decision)
    assert changes(old, new) == ()


def test_what_was_added_is_removed_on_the_way_back() -> None:
    after = _catalog(_with(WORLD, {"content/decisions/gorge.yaml": None}))
    gone = [each for each in changes(_catalog(WORLD), after) if each.name == "decision.gorge"]
    come = [each for each in changes(after, _catalog(WORLD)) if each.name == "decision.gorge"]

    assert [each.what for each in gone] == ["removed"]
    assert [each.what for each in come] == ["added"]
    assert (gone[0].before, gone[0].path) == (come[0].after, "")


QUESTIONS = ("a", "b", "c")
ENDS = ("x", "y", "z")


def _decision(routes: dict[tuple[str, str], Any], start: str) -> Decision:
    """Three questions of two options; a route leads on, or to one of three ends."""
    questions = {
        name: {
            "ask": f"{name}？",
            "options": {o: {"label": o, "go": routes[name, o]} for o in ("one", "two")},
        }
        for name in QUESTIONS
    }
    outcomes = {name: {"kind": "done", "title": name, "text": name} for name in ENDS}
    data = {
        "title": "t",
        "summary": "s",
        "topic": "crossing",
        "reviewed_on": DAY,
        "review_by": DAY,
        "owner": "bridge",
        "start": start,
        "questions": questions,
        "outcomes": outcomes,
    }
    return Decision.model_validate(data)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    order = draw(st.permutations(QUESTIONS))
    routes: dict[tuple[str, str], Any] = {}
    for at, name in enumerate(order):
        onward = (*order[at + 1 :], *ENDS)
        for option in ("one", "two"):
            go: Any = draw(st.sampled_from(onward))
            earlier = draw(st.sampled_from((*order[:at], "")))
            if earlier:
                other = draw(st.sampled_from(onward))
                go = [{"when": {earlier: "one"}, "go": other}, {"go": go}]
            routes[name, option] = go
    return _decision(routes, order[0])


def _end(graph: StateGraph, answers: dict[str, str]) -> str:
    """Where somebody ends who has an answer to every question: the plainest way."""
    state = graph.states[0]
    while state.node in graph.decision.questions:
        arrow = graph.arrow(state, answers[state.node], {})
        assert arrow is not None
        assert arrow.target is not None
        state = graph.states[arrow.target]
    return state.node


@given(decisions(), decisions())
@settings(max_examples=tries(150))
def test_other_ends_are_those_that_readers_come_to(old: Decision, new: Decision) -> None:
    """Whoever has an answer to each question ends where they did, or it is told."""
    before, after = graph_of(old), graph_of(new)
    everybody = [
        dict(zip(QUESTIONS, chosen, strict=True)) for chosen in product(("one", "two"), repeat=3)
    ]
    pairs = {(_end(before, who), _end(after, who)) for who in everybody}
    found, is_whole = other_ends(before, after)

    assert is_whole
    assert {(end.before, end.after) for end in found} == {(a, b) for a, b in pairs if a != b}
    assert [len(end.way) for end in found] == sorted(len(end.way) for end in found)
    for end in found:
        said = dict(end.way)
        ends = {(_end(before, {**who, **said}), _end(after, {**who, **said})) for who in everybody}
        assert ends == {(end.before, end.after)}


def _fork(left: str, **more: Any) -> StateGraph:
    """Make a decision of one question: its first option leads to an end of that name."""
    options = {"one": {"label": "one", "go": left}, "two": {"label": "two", "go": "right"}}
    ends: dict[str, Any] = {
        name: {"kind": "done", "title": name, "text": name} for name in (left, "right")
    }
    ends[left] |= more
    return graph_of(decision_of({"q": {"ask": "q", "options": options}}, ends))


def test_an_end_with_another_name_is_the_same_end() -> None:
    another, _ = other_ends(_fork("left"), _fork("west"))

    assert other_ends(_fork("left"), _fork("west", aliases=["left"])) == ((), True)
    assert [(end.before, end.after) for end in another] == [("left", "west")]


def _git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    git = shutil.which("git") or "git"
    subprocess.run([git, "-C", folder, *who, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with two commits below the root of its repository, and a change since."""
    root = tmp_path_factory.mktemp("repository")
    folder = copy_project(ROOT / "example", root / "site")
    _git(root, "init", "-q")
    _git(root, "add", ".")
    _git(root, "commit", "-qm", "one")
    guide = folder / "content/guides/bridge.yaml"
    guide.write_text(guide.read_text().replace("goal: 到对岸", "goal: 到河的对岸"))
    _git(root, "commit", "-qam", "two")
    guide.write_text(guide.read_text().replace("summary: 回答三个", "summary: 答完三个"))
    return folder


@pytest.mark.parametrize(
    ("revisions", "where"),
    [("HEAD~1", ["goal", "summary"]), ("HEAD", ["summary"]), ("HEAD~1..HEAD", ["goal"])],
)
def test_a_revision_is_compared_with_another_or_with_what_lies_here(
    project: Path, revisions: str, where: list[str]
) -> None:
    done = command("-C", project, "diff", revisions, "--format", "json")

    assert done.returncode == 0
    assert [(each["where"], each["name"]) for each in json.loads(done.stdout)] == [
        (name, "guide.bridge") for name in where
    ]


@pytest.mark.parametrize(
    ("revisions", "said"),
    [
        ("nothing", "git knows no revision “nothing” here"),
        ("--output=x", "No such option"),
        ("HEAD..none", "git knows no revision “none” here"),
    ],
)
def test_a_revision_that_is_none_is_one_line(project: Path, revisions: str, said: str) -> None:
    done = command("-C", project, "diff", revisions)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_content_that_cannot_be_read_is_one_line(project: Path) -> None:
    broken = project / "content/guides/broken.yaml"
    broken.write_text("title: [")
    try:
        done = command("-C", project, "diff", "HEAD")
    finally:
        broken.unlink()

    assert done.returncode == 2
    assert "guideway: the content of here cannot be read whole, 1 problems: content" in done.stderr
    assert "broken.yaml:1" in done.stderr


def test_without_git_it_says_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)

    done = command("-C", project, "diff", "HEAD")

    assert (done.returncode, done.stderr.split("\n")[0]) == (2, "guideway: git is not installed")


def test_outside_of_a_repository_it_says_so(tmp_path: Path) -> None:
    folder = copy_project(ROOT / "example", tmp_path / "site")

    done = command("-C", folder, "diff", "HEAD")

    assert (done.returncode, "git knows no revision “HEAD” here" in done.stderr) == (2, True)


def test_every_change_has_a_place_in_a_file_that_is_there() -> None:
    world = _with(WORLD, {"content/guides/bridge.yaml": "goal: 到那一边\n"})
    found = changes(_catalog(WORLD), _catalog(world))

    assert [type(each) for each in found] == [Change]
    assert found[0].path == "content/guides/bridge.yaml"
    line = world.files[found[0].path].decode().split("\n")[found[0].line - 1]
    assert line == "goal: 到那一边"


def test_a_name_that_another_says_it_had_is_no_other_piece_while_its_own_is_there() -> None:
    """Of what `check` would refuse: both call themselves so."""
    old = {"toll": Term(term="过桥费", meaning="过桥要付的钱")}
    new = {"toll": old["toll"], "fee": Term(term="费", meaning="要付的钱", aliases=("toll",))}

    assert [(each.what, each.where) for each in differences(old, new)] == [("added", "fee")]


def test_of_two_entries_that_are_called_the_same_one_can_go() -> None:
    old, new = ("先交钱", "再过桥", "先交钱"), ("先交钱", "再过桥")

    assert [(each.what, each.before) for each in differences(old, new)] == [("removed", "先交钱")]
    assert [(each.what, each.after) for each in differences(new, old)] == [("added", "先交钱")]
