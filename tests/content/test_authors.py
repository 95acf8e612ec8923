"""What authors read is true: the worked guide passes, every key is told, what is shown is told."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from guideway.cli import main
from guideway.model.schema import schemas
from guideway.project.content_files import read_shelf
from guideway.project.manual import manual_pages
from guideway.reports.examination import examine
from guideway.reports.mending import mended
from guideway.reports.problem_list import as_text
from guideway.reports.vocabulary import settings_page, vocabulary
from tests.support.sites import ROOT, command

PAGE = (ROOT / "docs/authors.md").read_text(encoding="utf-8")
DAY = date(2026, 11, 22)
PATH = "content/guides/wallet-pin-reset.yaml"
FILES = dict(re.findall(r"```yaml\n# (content/\S+)\n(.*?)```", PAGE, re.DOTALL))
"""The files the page shows whole: path → text."""


@pytest.mark.dear
@pytest.mark.slow
def test_the_worked_guide_is_one_of_ours() -> None:
    """What is shown has no problems among our content, and its places are ones that fix lists."""
    shelf = read_shelf(ROOT)
    files = {**shelf.files, **{path: text.encode() for path, text in FILES.items()}}
    changed = mended(replace(shelf, files=files), DAY, DAY)
    _, problems = examine(replace(shelf, files={**files, **changed}), DAY, DAY)
    told = [problem for problem in problems if problem.place.path in FILES]
    unknown = [problem for problem in told if problem.code in {"unknown-id", "unknown-target"}]
    if unknown and unknown == told:
        pytest.skip(f"docs/authors.md names what has another name by now: {as_text(unknown)}")

    assert {path.split("/")[1] for path in FILES} == {"guides", "records", "decisions"}
    assert set(changed) == {"content/addresses.yaml"}
    assert told == [], as_text(told)


def test_no_page_of_the_manual_names_what_a_project_does_not_have() -> None:
    """Who has the wheel has no `make`, no environment of ours, and none of our tests."""
    lacking = re.compile(r"`make [a-z-]+|\.venv|\btests/|\bpytest\b|\bbench/|tools/|<!--")
    found = {name: lacking.findall(text) for name, text in manual_pages().items()}

    assert found == {name: [] for name in ("authors", "languages", "own-site", "writing")}


def test_the_manual_names_the_command_that_prints_what_it_leads_to() -> None:
    """Who has the wheel has no files to follow a link to."""
    pages = manual_pages()
    led = {name: re.findall(r"\]\([^()]*\.md\b[^()]*\)", text) for name, text in pages.items()}

    assert led == {name: [] for name in pages}
    assert "Every key is in keys (`guideway explain --keys`)" in pages["authors"]
    assert "(authors: `guideway manual authors`)" in pages["writing"]


def test_every_command_in_the_manual_is_one() -> None:
    named = {
        said
        for text in manual_pages().values()
        for said in re.findall(r"(?<![\w./-])guideway (?:-C \S+ )?([a-z]+)(?=[ `\n])", text)
    }

    assert {"serve", "new"} <= named <= main.commands.keys()


def test_the_problem_on_the_page_is_told_like_that() -> None:
    shelf = read_shelf(ROOT)
    text = FILES[PATH].replace("goal: ", "goal：")
    _, problems = examine(replace(shelf, files={PATH: text.encode()}), DAY, DAY)
    told = next(problem for problem in problems if problem.code == "full-width-colon")

    assert as_text([told]).rpartition("\n\n")[0] in PAGE


def test_the_list_of_settings_is_in_step_with_the_program() -> None:
    page = (ROOT / "docs/settings.md").read_text(encoding="utf-8")

    assert page == settings_page(), "run: make schema"


def test_the_list_of_keys_is_in_step_with_the_vocabulary() -> None:
    assert (ROOT / "docs/keys.md").read_text(encoding="utf-8") == vocabulary(), "run: make schema"


def test_every_key_of_the_schemas_is_on_the_list() -> None:
    pages = vocabulary() + settings_page()
    named = set(re.findall(r"^\| \**`([a-z_]+)`", pages, re.MULTILINE))
    known = {
        key
        for schema in schemas().values()
        for part in (schema, *schema.get("$defs", {}).values())
        for key in part.get("properties", {})
    }

    assert known - named <= {"topics", "actions", "audiences", "owners", "case"}
    assert len(named) > 150


def test_every_rule_and_command_that_the_page_names_is_there() -> None:
    codes = {line.split()[0] for line in command("explain").stdout.splitlines()}
    named = set(re.findall(r"\(`([a-z]+-[a-z-]+)`\)", PAGE))
    commands = set(re.findall(r"guideway ([a-z]+)", PAGE)) - {"guideway"}

    assert named <= codes
    assert {"new", "check", "fix", "explain", "paths"} <= commands
    assert all(command(name, "--help").returncode == 0 for name in commands)
