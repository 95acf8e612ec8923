"""Laws: what holds for every input, tried with inputs nobody thought of."""

from __future__ import annotations

import json
import re
from urllib.parse import urljoin

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guideway.catalog import Catalog
from guideway.model.inline import oddities, paragraphs, words
from guideway.pages.environment import environment_of
from guideway.pages.page import relative
from guideway.pages.plan import plan
from guideway.pages.render import render
from guideway.problems import Place, Problem
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_json, as_text, display_width
from guideway.source import Document, read
from tests.pages.test_pages import compose_world
from tests.support.ours import TEMPLATES, WORDS
from tests.support.sampling import tries
from tests.support.sites import Reader, read_html
from tests.support.world import DAY, World, read_world

WORLD = read_world()
GUIDE = "content/guides/bridge.yaml"


def _bridge(catalog: Catalog) -> Reader:
    """Read the page of the guide, without making the others."""
    page = next(page for page in plan(catalog, WORDS) if page.path == "guides/bridge.md")
    return read_html(next(render(catalog, [page], environment_of(TEMPLATES, WORDS))).text)


BASELINE = _bridge(examine(WORLD.shelf(), DAY)[0])

# Characters that break parsers and pages more often than others.
NASTY = st.text(
    st.sampled_from("<>&\"'`*_[](){}%#!|\\/:;,-=~ \n\t过桥，a1é\u202e\ufeff\u2028"), max_size=60
)
TEXTS = st.one_of(NASTY, st.text(max_size=60))


@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_reason(content: bytes) -> None:
    found = read("content/guides/a.yaml", content)

    assert isinstance(found, Document) or found.problems


@given(st.text(st.sampled_from("ab:[]{}-&*!|>'\"#%@` \n过1"), max_size=200))
@example("a: &x [*x]")
@example("? [a]: b")
@example("[")
def test_any_yaml_is_checked_without_a_traceback(text: str) -> None:
    _, problems = examine(WORLD.having(GUIDE, text.encode()).shelf(), DAY)

    assert as_text(problems)
    assert as_json(problems)


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.dates(), TEXTS),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["steps", "do", "id", "warn", "text", "done", "cites", "x"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
@settings(max_examples=tries(150))
def test_any_data_under_any_key_is_checked_without_a_traceback(data: object) -> None:
    fragment = yaml.safe_dump({"steps": data, "done": data, "goal": data}, allow_unicode=True)

    _, problems = examine(WORLD.amended(GUIDE, fragment).shelf(), DAY)

    assert all(problem.place.path.startswith("content/") for problem in problems)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), NASTY, min_size=1, max_size=4))
def test_the_place_of_a_value_is_where_it_was_written(data: dict[str, str]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"', width=10_000)
    found = read("content/guides/a.yaml", text.encode())

    if not isinstance(found, Document):
        assert "\u202e" in "".join(data.values())  # it turns text around, and is refused
        return
    assert data == found.data
    for key in data:
        place = found.key_place((key,))
        assert place.text[place.column - 1 : place.column - 1 + place.length].strip('"') == key


@pytest.mark.slow
@given(TEXTS)
@settings(max_examples=tries(75))
@example("<script>alert(1)</script>")
@example("[x](javascript:alert(1))")
@example("**<b**>")
@example("\\<img src=x onerror=alert(1)>")
@example("{{ ''.__class__ }}{% for x in y %}")
@example("</p></div>\n\n# x\n\n```\n<script>")
def test_no_text_brings_a_tag_into_a_page(text: str) -> None:
    quoted = yaml.safe_dump(text, allow_unicode=True, default_style='"', width=10_000).strip()
    goal = f'{quoted[:-1]}行"'  # a goal that is the title would be told
    amended = f"goal: {goal}\ntitle: {quoted}\nneeds: [{{what: {quoted}, where: {quoted}}}]\n"
    world = WORLD.amended(GUIDE, amended)
    catalog, problems = examine(world.shelf(), DAY)
    if problems:
        return

    page = _bridge(catalog)

    assert set(page.tags) <= {*BASELINE.tags, "em", "strong", "code"}
    assert set(page.attributes) <= set(BASELINE.attributes)


@given(TEXTS)
def test_the_words_of_a_text_are_all_shown(text: str) -> None:
    if list(oddities(text, paragraphs(text))):
        return
    shown = re.sub(r"\s", "", "".join(words(text)))

    assert set(shown) <= set(re.sub(r"\s", "", text))
    assert len(paragraphs(text)) >= 1


ADDRESSES = st.lists(st.sampled_from(["guides", "a", "topics", "b-c"]), max_size=3).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(ADDRESSES, ADDRESSES, st.sampled_from(["", "#x"]))
def test_a_relative_address_leads_there(here: str, there: str, fragment: str) -> None:
    root = "https://site.example/sub/"

    assert urljoin(root + here, relative(here, there + fragment)) == root + there + fragment


@given(TEXTS.filter(lambda text: text.isprintable()), st.integers(0, 59))
def test_the_caret_stands_below_the_place(text: str, at: int) -> None:
    place = Place("a.yaml", 3, min(at, len(text)) + 1, 1, text)
    _, shown, caret, *_ = as_text([Problem(place, "m", "c")]).split("\n")

    assert shown.startswith("  3 | ")
    assert caret.index("^") - len("  3 | ") == display_width(text[: place.column - 1])


@given(st.permutations(sorted(WORLD.files)))
@settings(max_examples=tries(20))
def test_the_order_of_files_changes_nothing(order: list[str]) -> None:
    broken = WORLD.amended(GUIDE, "topic: nowhere\ngoal: 打 95188\n")
    shuffled = World({path: broken.files[path] for path in order}, broken.media)

    assert examine(broken.shelf(), DAY)[1] == examine(shuffled.shelf(), DAY)[1]


def test_signs_with_a_meaning_in_html_are_escaped() -> None:
    world = WORLD.amended(GUIDE, "goal: 3 < 5 & 7 > 6\n")

    assert "3 &lt; 5 &amp; 7 &gt; 6" in compose_world(world).texts["guides/bridge.md"]


NAMES = st.sampled_from(["a", "b", "c", "d", "e"])
NAMED = st.dictionaries(NAMES, st.lists(NAMES, max_size=2), min_size=1, max_size=3)


@given(NAMED, NAMED, st.lists(NAMES, unique=True, max_size=2))
@settings(max_examples=tries(60))
def test_a_name_is_told_as_often_as_something_else_has_it_already(
    questions: dict[str, list[str]], options: dict[str, list[str]], outcomes: list[str]
) -> None:
    ends = ["end", *outcomes]
    asked = {
        name: {
            "ask": name,
            "aliases": earlier,
            "options": {o: {"label": o, "aliases": before} for o, before in options.items()},
            "go": "end",
        }
        for name, earlier in questions.items()
    }
    led_to = {name: {"kind": "done", "title": name, "text": name} for name in ends}
    written = f"questions: {json.dumps(asked)}\noutcomes: {json.dumps(led_to)}\n"
    world = WORLD.amended("content/decisions/gorge.yaml", written)
    _, problems = examine(world.shelf(), DAY)
    of_nodes = [*questions, *ends, *(name for earlier in questions.values() for name in earlier)]
    of_options = [*options, *(name for before in options.values() for name in before)]

    twice = len(of_nodes) - len(set(of_nodes))
    twice += len(questions) * (len(of_options) - len(set(of_options)))
    assert [problem.code for problem in problems].count("shared-name") == twice
