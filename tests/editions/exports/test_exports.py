"""What the site says to programs: the tiny site word for word, our own site against schemas."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from guideway.build import Tree
from guideway.editions.exports.markdown import escaped
from guideway.editions.exports.markdown_text import as_markdown
from guideway.reports.examination import examine
from tests.support.composing import compose
from tests.support.data import as_data, read_data
from tests.support.exports import SITE, TEMPLATES, WORDS, data_of, made
from tests.support.planting import whole_world
from tests.support.wording import pieces_of
from tests.support.world import DAY, World
from tests.support.world import HERE as TINY

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
EXAMPLE = TINY / "content"
PLAIN = YAML(typ="safe")
PLAIN.default_flow_style = False
CHANGES = read_data(HERE / "changes.yaml")
TEXTS = read_data(HERE / "markdown.yaml")
LINKED = Draft202012Validator(read_data(HERE / "schemas/schema-org.yaml"))
GUIDE, RECORDS = "content/guides/bridge.yaml", "content/records/bridge.yaml"
COMMONMARK = MarkdownIt("commonmark", {"html": False})
"""A reader of Markdown that shows HTML as it was typed: a tag in our Markdown would be words."""


@pytest.fixture(scope="module")
def tree(world: World) -> Tree:
    """The tiny site."""
    return _world(world)


@pytest.fixture(scope="module")
def files(tree: Tree) -> Mapping[str, str]:
    """What is made of it for programs, published at an address."""
    return made(tree, SITE)


@pytest.fixture(scope="module")
def nowhere(tree: Tree) -> Mapping[str, str]:
    """The same while the site has no address."""
    return made(tree)


def _world(world: World, day: date = DAY) -> Tree:
    catalog, problems = examine(world.shelf(), day)
    assert [problem for problem in problems if problem.level == "error"] == []
    return compose(catalog, TEMPLATES, WORDS)


@pytest.mark.parametrize("folder", ["files", "nowhere"])
def test_the_tiny_site_tells_programs_this(
    folder: str, request: pytest.FixtureRequest, update: bool
) -> None:
    found: Mapping[str, str] = request.getfixturevalue(folder)
    pages = {path: json.loads(data_of(html)) for path, html in found.items() if _is_page(path)}
    told = {path: text for path, text in found.items() if not _is_page(path)}
    told["linked.json"] = json.dumps(pages, ensure_ascii=False, indent=1) + "\n"
    place = EXPECTED / folder
    if update:
        for path, text in told.items():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (place / path).write_bytes(text.encode())
    there = (path for path in place.rglob("*") if path.is_file())

    assert told == {path.relative_to(place).as_posix(): path.read_text() for path in there}


@pytest.mark.parametrize("name", list(CHANGES))
def test_a_page_changed_on_this_day(world: World, name: str) -> None:
    case = CHANGES[name]
    world = world.amended(GUIDE, _yaml(case.get("guide", {})))
    fee = as_data(world.files[RECORDS])["fee.bridge"] | case.get("fee", {})
    tree = _world(world.amended(RECORDS, _yaml({"fee.bridge": fee})), case["built"])
    found = made(tree, SITE)
    mapped = {loc.removeprefix(SITE): date.fromisoformat(day) for loc, day in _mapped(found)}
    fed = {page.removeprefix(SITE): moment[:10] for page, moment in _fed(found)}

    assert {url: mapped[url] for url in case["changed"]} == case["changed"]
    assert fed.items() <= {url: str(day) for url, day in mapped.items()}.items()


def test_another_template_is_no_change_of_content(world: World) -> None:
    other = {
        name: f"{text}<p>Other words</p>" if name.startswith("pages/") else text
        for name, text in TEMPLATES.items()
    }
    catalog, _ = examine(world.shelf(), DAY)
    before, after = compose(catalog, TEMPLATES, WORDS), compose(catalog, other, WORDS)

    assert before.texts != after.texts
    assert _mapped(made(before, SITE)) == _mapped(made(after, SITE, other))


def test_a_step_for_some_says_so_to_programs() -> None:
    """Who takes all steps would do too much."""
    site = compose(examine(whole_world().shelf(), DAY)[0], TEMPLATES, WORDS)
    (about, *_) = json.loads(data_of(made(site)["guides/bridge/index.html"]))["@graph"]
    said = {step["url"].partition("#")[2]: step["text"] for step in about["step"]}

    assert said["step-shout"] == "喊守桥人"
    assert said["step-dismount"] == "只适合一部分人：下马"


@pytest.mark.parametrize("name", list(TEXTS))
def test_a_text_stays_a_text(name: str) -> None:
    case = TEXTS[name]

    assert escaped(case["text"]) == case["markdown"]
    assert _shown(case["markdown"]) == _bare(case["text"])


SIGNS = st.sampled_from(
    [*"*_#`~<>[]()!\\&|=+-.:1ax \u3002", "&lt;", "<b>", "](", "- ", "1. ", "2026"]
)


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever signs an author types, CommonMark shows them as they were typed."""
    assert _shown(escaped(text)) == _bare(text)


@given(st.lists(SIGNS, max_size=12).map("".join))
def test_no_text_becomes_markup_in_a_list(text: str) -> None:
    html = f"<ul><li>{_html(text)}<ul><li>{_html(text)}</li></ul></li></ul>"

    assert _shown(as_markdown(html)) == _bare(text) * 2


def test_links_of_the_markdown_lead_somewhere(
    files: Mapping[str, str], nowhere: Mapping[str, str]
) -> None:
    whole, near = _links(files), _links(nowhere)

    assert len(whole) == len(near) > 20
    assert {link for link in whole if not link.startswith(("https://", "tel:"))} == set()
    assert {link for link in near if link.startswith((SITE, "#", "/"))} == set()


def test_linked_data_are_as_schema_org_says(
    files: Mapping[str, str], nowhere: Mapping[str, str]
) -> None:
    wrong = [
        f"{path}: {error.message}"
        for made_ in (files, nowhere)
        for path, html in made_.items()
        if _is_page(path)
        for error in LINKED.iter_errors(json.loads(data_of(html)))
    ]

    assert wrong == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "HowTo", "name": "x", "dateModified": "2026-11-22", "step": []},
        {"@type": "WebPage", "name": "x", "url": "./", "step": []},
        {"@type": "WebPage", "name": "x", "url": "./", "dateModified": "soon"},
        {"@type": "WebPage", "name": "x", "url": "./", "rating": 5},
        {"@type": "Recipe", "name": "x"},
    ],
)
def test_linked_data_that_schema_org_does_not_know_are_refused(wrong: dict[str, Any]) -> None:
    assert not LINKED.is_valid({"@context": "https://schema.org", "@graph": [wrong]})


def test_linked_data_say_what_the_page_says(tree: Tree, files: Mapping[str, str]) -> None:
    for each in (page for page in tree.pages if page.url in readable()):
        about, way = json.loads(data_of(files[f"{each.url}index.html"]))["@graph"]

        assert about["url"] == way["itemListElement"][-1]["item"]["@id"] == SITE + each.url
        assert (about["dateModified"], about["expires"]) == ("2026-11-22", "2027-05-22")
        assert each.title in about.values()


def test_no_text_can_end_the_linked_data(tree: Tree) -> None:
    evil = "</script><!--<script>x"
    told = [replace(each, title=evil) for each in tree.pages]
    found = made(replace(tree, pages=tuple(told)))
    html = found["guides/bridge/index.html"]

    assert html.lower().count("<script") == html.lower().count("</script") == 1
    assert "<!--" not in html
    assert json.loads(data_of(html))["@graph"][0]["name"] == evil


def test_the_feed_is_as_rfc_4287_says(files: Mapping[str, str], nowhere: Mapping[str, str]) -> None:
    schema = etree.RelaxNG(etree.parse(HERE / "schemas/atom.rng"))
    for each in (files, nowhere):
        schema.assertValid(etree.fromstring(each["feed.xml"].encode()))
        moments = [moment for _, moment in _fed(each)]
        ids = re.findall("<id>(.*)</id>", each["feed.xml"])
        assert moments == sorted(moments, reverse=True)
        assert len(set(ids)) == len(ids) == len(moments) + 1 == 4
    assert not schema.validate(etree.fromstring(b"<feed xmlns='http://www.w3.org/2005/Atom'/>"))


def test_the_map_is_as_its_protocol_says(
    tree: Tree, files: Mapping[str, str], nowhere: Mapping[str, str]
) -> None:
    schema = etree.XMLSchema(etree.parse(HERE / "schemas/sitemap.xsd"))
    schema.assertValid(etree.fromstring(files["sitemap.xml"].encode()))
    mapped = {loc.removeprefix(SITE) for loc, _ in _mapped(files)}

    assert mapped <= {each.url for each in tree.pages}
    assert readable() <= mapped
    assert not [url for url in mapped if url.startswith("embed") or url.endswith("/sheet/")]
    assert files["robots.txt"].endswith(f"\nSitemap: {SITE}sitemap.xml\n")
    assert "sitemap.xml" not in nowhere
    assert "Sitemap" not in nowhere["robots.txt"]


def test_the_list_for_models_is_as_llmstxt_org_says(
    files: Mapping[str, str], nowhere: Mapping[str, str]
) -> None:
    line = re.compile(r"- \[(?P<title>.+)\]\((?P<link>\S+)\): (?P<note>\S.*)")
    for each, root in ((files, SITE), (nowhere, "")):
        head, *groups = re.split(r"^## .+\n", each["llms.txt"], flags=re.MULTILINE)
        lines = [text for group in groups for text in group.strip().splitlines()]
        links = [found["link"] for text in lines if (found := line.fullmatch(text))]
        assert re.match(r"# .+\n\n> .+\n\n- ", head)
        assert len(links) == len(lines)
        assert {f"{root}{url}index.md" for url in readable()} <= set(links)
    assert len(files["llms.txt"].encode()) < 32 * 1024


def readable() -> set[str]:
    """Give the addresses of guides, decisions and warnings, by the files they are written in."""
    rooms = ("guides", "decisions", "warnings")
    files = [file for room in rooms for file in (EXAMPLE / room).glob("*.yaml")]
    return {f"{file.parent.name}/{file.stem}/" for file in files if "." not in file.stem}


def _is_page(path: str) -> bool:
    return path.endswith(".html")


def _yaml(data: Mapping[str, Any]) -> str:
    stream = io.StringIO()
    PLAIN.dump(dict(data), stream)
    return stream.getvalue() if data else ""


def _shown(markdown: str) -> str:
    return _bare("".join(pieces_of(COMMONMARK.render(markdown))))


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _links(files: Mapping[str, str]) -> list[str]:
    texts = (text for path, text in files.items() if path.endswith("index.md"))
    return [link for text in texts for link in re.findall(r"\]\(([^)\s]+)\)", text)]


def _mapped(files: Mapping[str, str]) -> list[tuple[str, str]]:
    return re.findall("<loc>(.*)</loc><lastmod>(.*)</lastmod>", files["sitemap.xml"])


def _fed(files: Mapping[str, str]) -> list[tuple[str, str]]:
    entries = files["feed.xml"].split("<entry>")[1:]
    return [(_one("<id>(.*)</id>", e), _one("<updated>(.*)</updated>", e)) for e in entries]


def _one(pattern: str, text: str) -> str:
    (found,) = re.findall(pattern, text)
    return str(found)
