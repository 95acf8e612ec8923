"""Our own content: no problems, in step with its schemas, nothing of the articles lost."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from guideway.catalog.load.forms import FORMS
from guideway.model.editing import IDS
from guideway.model.schema import schemas
from guideway.project.schemas import as_json, write_ids
from guideway.project.templates import read_meanings
from guideway.reports.examination import examine
from guideway.reports.rule_pages import handbook
from guideway.rules.other_word import pattern_of
from tests.content import conftest
from tests.support.ours import our_catalog, our_texts
from tests.support.seeing import Unreadable, folded, part_of, pieces, seen
from tests.support.sites import ROOT
from tests.support.world import DAY, World
from tests.support.written import is_written

CONTENT = ROOT / "content"
SCHEMAS = dict(schemas(read_meanings(ROOT / "templates")))
TINY_GUIDE = ROOT / "example/content/guides/bridge.yaml"
SCHEMA_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")
ARTICLES = {
    "000": "alipay-phone-rental-exit",
    "001": "alipay-refund",
    "002": "alipay-merchant-device-stop",
    "003": "lakala-pos-cancel",
    "004": "xiaomi-mall-instalment-off",
}


def test_content_with_problems_is_told_in_one_sentence_and_no_test_runs(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conftest, "our_problems", lambda: ("one", "two"))
    files = [CONTENT.parent / f"tests/content/test_{name}.py" for name in ("content", "reading")]
    folder = request.node.getparent(pytest.Dir) or request.node.getparent(pytest.Package)
    read = [conftest.pytest_pycollect_makemodule(file, folder) for file in files]
    items = [
        item for module in read if isinstance(module, pytest.Module) for item in module.collect()
    ]

    assert len(items) == 1
    assert isinstance(items[0], pytest.Item)
    with pytest.raises(AssertionError) as told:
        items[0].runtest()
    assert items[0].repr_failure(told) == (
        "our content has 2 problems: “guideway check” says where; then come here again"
    )


def test_the_schemas_are_in_step_with_the_vocabulary() -> None:
    """What can be named is listed anew by the commands that write; any id fits, listed or not."""
    kept = {
        path.name: path.read_text() for path in (CONTENT / "schema").iterdir() if path.name != IDS
    }

    assert kept == {name: as_json(schema) for name, schema in SCHEMAS.items()}, "run: make schema"


def test_the_handbook_is_in_step_with_the_rules() -> None:
    assert (ROOT / "docs/problems.md").read_text() == handbook(), "run: make schema"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(
    "path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.relative_to(CONTENT).as_posix()
)
def test_an_editor_finds_the_schema_of_a_file_and_nothing_wrong(path: Path) -> None:
    """Which schema that is the first line says; a file without it is checked all the same."""
    named = SCHEMA_LINE.match(path.read_text())
    if named is None:
        return
    schema = _schema((path.parent / named[1]).resolve())

    assert [error.message for error in schema.iter_errors(_data(path))] == []


@cache
def _schema(path: Path) -> Draft202012Validator:
    return _validator(json.loads(path.read_text()))


def _validator(schema: Any) -> Draft202012Validator:
    """Read a schema as an editor does: with the list of what can be named beside it."""
    listed = Resource.from_contents(json.loads((CONTENT / "schema" / IDS).read_text()))
    return Draft202012Validator(schema, registry=Registry().with_resource(IDS, listed))


def test_an_editor_lists_what_can_be_named(tmp_path: Path) -> None:
    """What is listed by now: who names a topic otherwise has run no command that writes."""
    (tmp_path / "content/schema").mkdir(parents=True)
    write_ids(tmp_path, our_catalog())
    listed = json.loads((tmp_path / "content/schema" / IDS).read_text())["$defs"]
    guide = json.loads((CONTENT / "schema/guide.json").read_text())

    assert {entry.value.topic for entry in our_catalog().guides} <= {*listed["topic"]["enum"]}
    assert {entry.name for entry in our_catalog().records} <= {*listed["record"]["enum"]}
    assert guide["properties"]["topic"]["anyOf"][0] == {"$ref": f"{IDS}#/$defs/topic"}
    assert '"null"' not in json.dumps(guide)


def test_an_id_that_is_not_listed_yet_fits() -> None:
    guide = _data(TINY_GUIDE)
    guide["provider"] = "somebody-new"

    schema = json.loads((CONTENT / "schema/guide.json").read_text())
    assert [error.message for error in _validator(schema).iter_errors(guide)] == []


def test_an_editor_finds_what_is_wrong() -> None:
    schema = json.loads((CONTENT / "schema/guide.json").read_text())
    guide = _data(TINY_GUIDE)
    guide["titel"] = guide.pop("title")
    guide["warnings"][0]["severity"] = "dangerous"

    found = sorted(error.message for error in _validator(schema).iter_errors(guide))

    assert len(found) == 3
    assert found[0].startswith("'dangerous' is not one of")
    assert found[1:] == [
        "'title' is a required property",
        "Additional properties are not allowed ('titel' was unexpected)",
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("number", "guide"), ARTICLES.items())
def test_every_part_of_an_article_is_where_the_table_says(number: str, guide: str) -> None:
    """A place that was reworded or moved is a row to write anew, not a fault; so are a few."""
    if f"guide.{guide}" not in our_catalog().entries:
        pytest.skip(f"there is no guide {guide} any more: take its rows out of docs/articles.md")
    rows = _rows(number)

    places = [place for row in rows for place in row.places]
    otherwise = [place for place in places if not _says(*place)]
    lost = [place for place in otherwise if is_written(place[1]) and not _stands(*place)]
    silent = [row.part for row in rows if not row.places and not row.why]

    assert (lost, silent) == ([], [])
    assert len(otherwise) <= len(places) / 10, f"write these rows anew: {otherwise}"
    assert any(where.startswith(f"guides/{guide}/") for where, _ in places)
    assert len(rows) >= 40


@pytest.mark.slow
def test_what_the_table_finds_at_a_step_does_not_stand_at_every_step() -> None:
    """A phrase that many steps have would be found at the wrong one as well."""
    places = {place for number in ARTICLES for row in _rows(number) for place in row.places}
    common = [
        (where, phrase, steps)
        for where, phrase in sorted(places)
        if "#step-" in where and (steps := _steps_with(where, phrase)) > 3
    ]

    assert len(common) <= len(places) / 10, f"write these rows anew: {common}"


@pytest.mark.slow
def test_a_row_that_leads_to_the_wrong_step_is_found() -> None:
    places = [place for number in ARTICLES for row in _rows(number) for place in row.places]
    at_steps = [(where, said) for where, said in places if "#step-" in where and _says(where, said)]
    where, phrase = next(place for place in at_steps if _steps_with(*place) == 1)
    page = where.partition("#")[0]
    others = [step.get("id") for step in _page(page.rstrip("/")).find_class("gw-step")]

    found = [step for step in others if _says(f"{page}#{step}", phrase)]
    assert found == [where.partition("#")[2]]
    assert len(others) > 1
    assert not _says(f"{where}-not", phrase)


@pytest.mark.slow
def test_no_site_that_sells_terminals_is_named() -> None:
    named = {
        word
        for text in our_texts().values()
        for word in re.findall(r"mepos|ahshangshan|hai\.pet", text)
    }

    assert set() == named


class Row:
    """One line of the table: a part of an article, where it went, what stands there, why."""

    def __init__(self, line: str) -> None:
        self.part, where, phrases, self.why = (c.strip() for c in line.strip("| \n").split(" | "))
        targets, said = (re.findall(r"`([^`]+)`", cell) for cell in (where, phrases))
        assert targets or where == "—", line
        self.places = list(zip(targets, said, strict=True))


def _rows(number: str) -> list[Row]:
    text = (ROOT / "docs/articles.md").read_text()
    section = re.split(rf"^## {number} .*$", text, flags=re.MULTILINE)[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [Row(line) for line in lines[2:]]


def _says(where: str, phrase: str) -> bool:
    """Look for a phrase at an address of the site, whatever the answers; not in what it denies."""
    address, _, anchor = where.partition("#")
    try:
        parts = part_of(_page(address.rstrip("/")), anchor or None)
    except Unreadable:
        return False
    return any(folded(phrase) in piece for piece in pieces(parts))


def _stands(where: str, phrase: str) -> bool:
    """Say whether the page has a phrase, at whatever place; one that is gone has nothing to say."""
    address = where.partition("#")[0].rstrip("/")
    return _says(address, phrase) or f"{address}/index.md" not in our_texts()


def _steps_with(where: str, phrase: str) -> int:
    try:
        steps = _page(where.partition("/#")[0]).find_class("gw-step")
    except Unreadable:
        return 0
    return sum(any(folded(phrase) in piece for piece in pieces([step])) for step in steps)


@cache
def _page(address: str) -> Any:
    return seen(address, {})


def _data(path: Path) -> Any:
    """Read a file as an editor does: YAML 1.2, where `yes` is a text, and dates are texts."""
    return json.loads(json.dumps(yaml.load(path.read_bytes(), _Editor), default=str))  # noqa: S506


class _Editor(yaml.CSafeLoader):
    """The loader in C, without the truths that only YAML 1.1 knows."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - what PyYAML calls it
        first: [each for each in found if each[0] != "tag:yaml.org,2002:bool" or first in "tTfF"]
        for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


def test_every_form_of_an_id_has_words_for_what_is_wrong_with_it() -> None:
    """A pattern of the vocabulary that the wording does not know would end in a traceback."""
    known = tuple(FORMS)
    patterns = set(re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(SCHEMAS)))

    assert patterns
    assert [
        p for p in (json.loads(f'"{p}"') for p in patterns) if not p.startswith((*known, "\\S"))
    ] == []


WORDINGS = our_catalog().wordings[0].value.wordings
OTHERS = [(pattern_of(each), each.instead_of) for each in WORDINGS]
"""What finds words for the same as ours, and the words themselves, for most texts have none."""


WORDS_OF_OTHERS = {"imports.yaml"}
"""What articles say that others wrote."""


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates").rglob("*.*")), ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_the_interface_says_the_words_we_have_chosen(path: Path) -> None:
    if path.suffix in {".j2", ".yaml", ".js"} and path.name not in WORDS_OF_OTHERS:
        text = path.read_text()
        near = [find for find, words in OTHERS if any(word in text for word in words)]
        said = [w for find in near for w in find.findall(text) if w]

        assert said == []


POLICY = our_catalog().policies[0].value
EXAMPLES = {name: c.example for name, c in POLICY.classes.items() if c.example}


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_a_text_that_promotes_what_we_exclude_is_refused(name: str, world: World) -> None:
    """A sentence of each class, in the place of a guide's title and of its goal."""
    for fragment in (
        f"title: {json.dumps(EXAMPLES[name], ensure_ascii=False)}\n",
        f"goal: {json.dumps(EXAMPLES[name], ensure_ascii=False)}\n",
    ):
        promoting = _under_our_policy(world).amended("content/guides/bridge.yaml", fragment)
        _, problems = examine(promoting.shelf(), DAY)

        assert {problem.code for problem in problems} == {"promotion"}


@pytest.mark.slow
def test_no_page_prints_the_titles_we_refuse() -> None:
    """They are data for rules; in print they would advertise what we decline."""
    policy = our_texts()["policy.md"]
    titles = our_catalog().backlogs[0].value.titles
    refused = [title for title in titles if POLICY.classes[title.under].decision != "cover"]

    assert [title.title for title in refused if title.title in policy] == []
    assert all(about.label in policy for about in POLICY.classes.values())


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("https://www.mepos.cn/x", True),
        ("mepos.cn", True),
        ("https://www.lakala.com/", False),
        ("https://vlakala.com/", True),
    ],
)
def test_excluded_sites_are_refused_with_their_subdomains_and_nothing_else(
    line: str, refused: bool, world: World
) -> None:
    guide = f"sources:\n  - {{title: '{line}'}}\n"
    changed = _under_our_policy(world).amended("content/guides/bridge.yaml", guide)
    _, problems = examine(changed.shelf(), DAY)

    assert {problem.code for problem in problems} == ({"excluded-site"} if refused else set())


def _under_our_policy(world: World) -> World:
    """The tiny site, held against our own policy."""
    policy = (ROOT / "content/policy.yaml").read_bytes()
    return world.having("content/policy.yaml", policy).having("content/backlog.yaml", b"titles: []")
