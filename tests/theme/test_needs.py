"""What each script needs is what it says, and whatever is loaded comes after what it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

import pytest

from guideway.build import Tree
from guideway.pages.scripts import ALONE, EVERYWHERE, in_order, needs_of
from tests.pages.test_pages import compose_world
from tests.support.ours import TEMPLATES
from tests.support.sites import ROOT
from tests.support.world import World

SCRIPTS = {
    path.rpartition("/")[2].removesuffix(".js"): text
    for path, text in TEMPLATES.items()
    if path.endswith(".js")
}
WRITTEN = {  # by the build: `editions/website/script_data.py`, `editions/search/files.py`
    "data": ("checked", "words"),
    "workdays": ("workdays",),
    "asking": ("asking",),
    "offline-words": ("offlineWords",),
    "numerals": ("numerals",),
    "face": ("searchFace",),
    "store": ("site",),
}
NEEDS = needs_of(TEMPLATES)
OURS = r"(?:globalThis\.)?guideway"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
GIVEN = re.compile(rf"Object\.assign\({OURS}, \{{(.*?)\}}\);|{OURS}\.(\w+) = ", re.DOTALL)
TAKEN = re.compile(rf"const \{{((?:[^{{}};]|\{{[^;]*?\}})*)\}} = {OURS}(?:\.(\w+))?;")
NAMED = re.compile(rf"(?<![\w.$\"'`-]){OURS}\.(\w+)\b(?! = )(\?\.| \|\|)?")
NESTED = re.compile(r"\{[^{}]*\}|\([^()]*\)")
BROUGHT = re.compile(r'"(?:[a-z]+/)?([a-z-]+)\.js"')


def apart(listed: str) -> list[str]:
    """Take a list of names apart, without what stands in brackets."""
    flat = NESTED.sub("", NESTED.sub("", NESTED.sub("", listed)))
    return [part for part in flat.split(",") if part.strip()]


def given(script: str) -> set[str]:
    """Name what a script adds for others."""
    names = set[str]()
    for listed, one in GIVEN.findall(COMMENT.sub("", script)):
        names |= {part.split(":")[0].strip() for part in (*apart(listed), one) if part}
    return names


def taken(script: str) -> Mapping[str, bool]:
    """Name what a script takes of others, and whether it cannot do without: it never asks first."""
    code = COMMENT.sub("", script)
    names = dict[str, bool]()
    for listed, one in TAKEN.findall(code):
        parts = [one] if one else apart(listed)
        names |= {re.split("[:=]", part)[0].strip(): "=" not in part for part in parts}
    for name, asks in NAMED.findall(code):
        names[name] = names.get(name, False) or not asks
    return {name: names[name] for name in names if name not in given(script)}


GIVERS = {name: giver for giver, text in SCRIPTS.items() for name in given(text)}
GIVERS |= {name: giver for giver, names in WRITTEN.items() for name in names}


def missing(name: str, needs: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Name whom a script counts on, and does not say so, nor brings them itself."""
    there = {*in_order([name], needs), *BROUGHT.findall(SCRIPTS[name])}
    return {GIVERS[each] for each, needed in taken(SCRIPTS[name]).items() if needed} - there


def out_of_order(names: Iterable[str]) -> list[str]:
    """Name the scripts that come before something they need."""
    seen, found = set[str](), []
    for name in names:
        found += [name] if not seen.issuperset(NEEDS.get(name, ())) else []
        seen.add(name)
    return found


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_says_all_that_it_needs_and_nothing_else(name: str) -> None:
    useful = {GIVERS[each] for each in taken(SCRIPTS[name])}

    assert missing(name, NEEDS) == set()
    assert set(NEEDS[name]) <= useful


def test_a_need_that_is_not_said_is_noticed() -> None:
    """Of each script, take away one need after the other, unless another need has it too."""
    asked = [(name, need) for name, needs in NEEDS.items() for need in needs]
    noticed = 0
    for name, need in asked:
        without = {**NEEDS, name: tuple(each for each in NEEDS[name] if each != need)}
        counted_on = {GIVERS[each] for each, needed in taken(SCRIPTS[name]).items() if needed}
        if need in counted_on and need not in in_order([name], without):
            assert need in missing(name, without)
            noticed += 1

    assert noticed > len(asked) / 2 > 20


def test_what_is_needed_is_there() -> None:
    known = {*SCRIPTS, *WRITTEN}

    assert {need for needs in NEEDS.values() for need in needs} - known == set()
    assert known >= EVERYWHERE


def test_scripts_that_need_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="need each other: a, b, a"):
        in_order(["a"], {"a": ("b",), "b": ("a",)})


def test_each_script_comes_once_and_after_what_it_needs() -> None:
    needs = {"a": ("c", "b"), "b": ("c",), "d": ()}

    assert in_order(["d", "a", "b"], needs) == ("d", "c", "b", "a")


def test_the_theme_loads_what_every_page_has_in_an_order_that_will_do() -> None:
    theme = ROOT / "templates" / "theme"
    base = _loaded((theme / "base.html").read_text(encoding="utf-8"))
    main = (theme / "main.html").read_text(encoding="utf-8")
    before, _, _ = main.partition("for name in meta.scripts")
    head, _, block = before.rpartition("block scripts")
    first, _, after = block.partition("super()")
    order = [*base[:-1], *_loaded(first), base[-1], *_loaded(after)]

    assert base[-1] == "frame"
    assert _loaded(head) == []
    assert out_of_order(order) == []
    assert set(order) == EVERYWHERE


def test_every_page_loads_its_scripts_in_an_order_that_will_do(world: World) -> None:
    pages = compose_world(world).pages
    wrong = {page.path: out_of_order([*EVERYWHERE_IN_ORDER, *page.scripts]) for page in pages}
    alone = {page.path: out_of_order([*ALONE, *page.scripts]) for page in pages}

    assert {path: names for path, names in wrong.items() if names} == {}
    assert {path: names for path, names in alone.items() if names} == {}
    assert len({page.scripts for page in pages}) > 5


def test_what_comes_later_is_told_to_the_page(world: World) -> None:
    tree: Tree = compose_world(world)
    guide = next(page for page in tree.pages if page.path == "guides/bridge.md")
    told = re.search(r'data-brings="([^"]*)"', guide.text)

    assert told
    later = re.findall(r"assets/([a-z]+)\.js", unescape(told[1]))
    assert later == ["data", "workdays", "counting", "days", "files", "blanks"]
    assert guide.scripts[-len(later) :] == tuple(later)


EVERYWHERE_IN_ORDER = in_order(sorted(EVERYWHERE), NEEDS)


def _loaded(html: str) -> list[str]:
    return re.findall(r"assets/([a-z-]+)\.js", html)
