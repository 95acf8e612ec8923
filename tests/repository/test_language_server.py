"""What an author sees in an editor: the server that VS Code runs for YAML, with our schemas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tools.npm import is_installed

from guideway.model.schema import schemas
from guideway.project.templates import read_meanings
from tests.support.language_server import LanguageServer, language_server
from tests.support.sites import ROOT, command, copy_project

MEANINGS = read_meanings(ROOT / "templates")
START = "# yaml-language-server: $schema=../schema/guide.json\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the tiny site with its schemas."""
    folder = copy_project(ROOT / "example", tmp_path_factory.mktemp("editor"))
    assert command("-C", folder, "schema").returncode == 0
    return folder


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[LanguageServer]:
    """Give a server that looks at it."""
    assert is_installed("editors"), "run .venv/bin/python -m tools.checkers"
    with language_server(project) as started:
        yield started


def _open(server: LanguageServer, project: Path, name: str, text: str) -> str:
    return server.open(project / f"content/guides/{name}.yaml", START + text)


def _labels(server: LanguageServer, uri: str, line: int, column: int) -> list[str]:
    return [each["label"] for each in server.at("completion", uri, line, column)["items"]]


def _whole(project: Path) -> str:
    return (project / "content/guides/bridge.yaml").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_guide_of_ours_has_nothing_wrong(server: LanguageServer, project: Path) -> None:
    assert server.problems(_open(server, project, "whole", _whole(project))) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "column", "some"),
    [
        ("topic: ", 7, "crossing"),
        ("owner: ", 7, "bridge"),
        ("provider: ", 10, "keeper"),
        ("audience: [k]", 12, "knight"),
        ("go", 2, "goal"),
    ],
)
def test_ids_and_keys_are_completed(
    server: LanguageServer, project: Path, text: str, column: int, some: str
) -> None:
    uri = _open(server, project, f"complete-{some}", text)

    assert some in _labels(server, uri, 1, column)


@pytest.mark.slow
def test_records_and_pages_are_completed_in_a_step(server: LanguageServer, project: Path) -> None:
    step = "steps:\n  - id: a\n    do: b\n    cites: [c]\n    if_fails: {text: c, go: }\n    \n"
    uri = _open(server, project, "step", step)

    assert {"channel.keeper.hotline", "law.bridge.3"} <= set(_labels(server, uri, 4, 13))
    assert {"decision.gorge", "guide.bridge"} <= set(_labels(server, uri, 5, 28))
    offered = set(_labels(server, uri, 6, 4))
    assert {"where", "detail", "expect", "keep"} <= offered
    assert "cites" not in offered


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "chinese", "english"),
    [
        ("goal", "做完以后得到什么", "What the reader has at the end"),
        ("topic", "哪个主题", "One of the topics in"),
        ("steps", "步骤，按先后", "The procedure, in order"),
        ("reviewed_on", "日期", "A date, written"),
    ],
)
def test_a_key_is_explained_in_both_languages(
    server: LanguageServer, project: Path, key: str, chinese: str, english: str
) -> None:
    text = _whole(project)
    uri = _open(server, project, f"hover-{key}", text)
    line = 1 + next(n for n, each in enumerate(text.split("\n")) if each.startswith(f"{key}:"))

    said = server.at("hover", uri, line, 1)["contents"]["value"].replace("\\", "")

    assert chinese in said
    assert english in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("topic: crossing", "topic: Cross", "Value is not accepted"),
        ("goal: 到对岸", "goal:", "Incorrect type"),
        ("goal: 到对岸", "gaol: 到对岸", "gaol is not allowed"),
        ("severity: danger", "severity: high", 'Valid values: "note"'),
    ],
)
def test_a_mistake_is_marked_at_its_line(
    server: LanguageServer, project: Path, old: str, new: str, said: str
) -> None:
    text = _whole(project).replace(old, new, 1)
    line = 1 + next(n for n, each in enumerate(text.split("\n")) if new in each)
    uri = _open(server, project, f"wrong-{new[:4]}-{len(new)}", text)
    found = server.problems(uri)

    assert [p for p in found if p["range"]["start"]["line"] == line and said in p["message"]]


@pytest.mark.slow
def test_an_id_that_is_not_listed_yet_is_no_mistake(server: LanguageServer, project: Path) -> None:
    text = _whole(project).replace("owner: bridge", "owner: newcomer")

    assert server.problems(_open(server, project, "newcomer", text)) == []


OF_AUTHORS = ("article", "decision", "glossary", "guide", "paths", "provider", "records", "warning")
"""What people write who know no English: every key of it is explained in Chinese."""


def test_every_key_of_an_author_has_a_meaning_in_chinese_that_is_used() -> None:
    """What the model says otherwise now, or says no more, is listed."""
    said = {text for name in OF_AUTHORS for text in _described(schemas()[f"{name}.json"])}
    anywhere = {text for schema in schemas().values() for text in _described(schema)}

    assert said - MEANINGS.keys() == set(), "write them in templates/keys.yaml"
    assert MEANINGS.keys() - anywhere == set(), "take them out of templates/keys.yaml"


def _described(schema: Any, *, is_part: bool = True) -> Iterator[str]:
    """What is said of keys; what a part is as a whole, no editor shows beside a key."""
    if isinstance(schema, list):
        for each in schema:
            yield from _described(each, is_part=False)
    if not isinstance(schema, dict):
        return
    if not is_part and isinstance(schema.get("description"), str):
        yield " ".join(schema["description"].split())
    for key, value in schema.items():
        parts = value.values() if key in {"$defs", "properties"} else (value,)
        for each in parts if key != "description" else ():
            yield from _described(each, is_part=is_part and key != "properties")
