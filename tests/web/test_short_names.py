"""Names of scripts in few letters: a program that reads scopes by itself finds the same meaning."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import rjsmin
from tools.scripts.check import PROGRAMS

from guideway.web.short_names import with_short_names
from tests.support.sites import ROOT

OURS = sorted((ROOT / "templates").rglob("*.js"))
READER = Path(__file__).parent / "meanings.cjs"
INSIDE = "(() => {{ {} }})();"


def meanings(texts: list[str]) -> list[str]:
    """Give the tree of each script, with what its names mean in their place."""
    asked = ["node", str(READER), str(PROGRAMS)]
    found = subprocess.run(
        asked, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    said: list[str] = json.loads(found.stdout)
    return said


@pytest.mark.usefixtures("scripts")
def test_every_name_of_our_scripts_means_what_it_meant() -> None:
    texts = [path.read_text() for path in OURS]
    small = [str(rjsmin.jsmin(text)) for text in texts]
    before, after = meanings(texts), meanings([with_short_names(text) for text in small])

    assert not [said for said in before if said.startswith("cannot be read")]
    assert [p.name for p, one, two in zip(OURS, before, after, strict=True) if one != two] == []
    assert sum(map(len, map(with_short_names, small))) < 0.83 * sum(map(len, small))


KNOWN = {
    "a value and what takes it": (
        "const found = 1; const taken = (value, other = found) => value + other;",
        "const a = 1; const d = (b, c = a) => b + c;",
    ),
    "no property, no key": (
        "const found = 1; use({ found: 2, other: found }, it.found, it?.found, 'found');",
        "const a = 1; use({ found: 2, other: a }, it.found, it?.found, 'found');",
    ),
    "an entry of the same name": (
        "const { found, other: name = 1, list: [first] } = it; use({ found, name, first });",
        "const { found:a, other: b = 1, list: [c] } = it; use({ found:a, name:b, first:c });",
    ),
    "a method": (
        "const name = 1; use({ name(other) { return other + name; }, async told() {} });",
        "const a = 1; use({ name(b) { return b + a; }, async told() {} });",
    ),
    "a template in a template": (
        "const found = 1; use(`found ${found ? `${found} found` : { found }} found`);",
        "const a = 1; use(`found ${a ? `${a} found` : { found:a }} found`);",
    ),
    "a regular expression": (
        "const found = 1; use(/found`[/]{/.test(found), found / 2, 2 / found);",
        "const a = 1; use(/found`[/]{/.test(a), a / 2, 2 / a);",
    ),
    "the same letter for what never meets": (
        "function one(first) { return first; } function two(other) { return other; } one(two);",
        "function a(c) { return c; } function b(c) { return c; } a(b);",
    ),
    "what a browser has by that name somewhere else": (
        "for (const name of it) use(name); use(name);",
        "for (const name of it) use(name); use(name);",
    ),
    "what the browser has by a short name": (
        "const found = a; use(found);",
        "const b = a; use(b);",
    ),
    "a line without an end": (
        "const found = 1\nother, name = found",
        "const a = 1\nother, name = a",
    ),
    "a conditional": (
        "const found = it ? other : { other: found };",
        "const a = it ? other : { other: a };",
    ),
    "a class, which is not read": ("const found = class { found() {} };",) * 2,
    "what cannot be read": ("const found = `${found;",) * 2,
}


@pytest.mark.usefixtures("scripts")
@pytest.mark.parametrize("kind", KNOWN)
def test_what_is_declared_is_shortened_and_nothing_else(kind: str) -> None:
    text, short = (INSIDE.format(each) for each in KNOWN[kind])
    before, after = meanings([text, with_short_names(text)])

    assert with_short_names(text) == short
    assert before == after


def test_what_other_scripts_can_see_keeps_its_name() -> None:
    text = "const shared = 1; function seen() { const own = shared; return own; }"

    assert with_short_names(text) == text.replace("own", "a")
