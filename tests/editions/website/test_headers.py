"""What servers say with our files, and `_headers` as the hosts read it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guideway.catalog.pictures import SAFE
from guideway.editions.website.file_kinds import (
    CSP,
    EVERYWHERE,
    KINDS,
    LOOSEST,
    TYPES,
    headers_of,
    located,
    type_of,
)
from guideway.editions.website.headers import HEADERS_FILE, headers_file
from tests.support.data import read_data
from tests.support.sites import snapshot

CASES = read_data(Path(__file__).parent / "headers.yaml")
MOST_RULES, LONGEST_LINE = 100, 2000
"""What Cloudflare Pages reads of such a file."""
FOLDERS = st.sampled_from(
    ["guides", "embed", "embed-this", "api", "search", "t", "assets", "downloads", "media"]
)
FILES = st.sampled_from(
    ["index.html", "a.js", "b.json", "main.57a0d79d.min.css", "1c470a18.js", "c.html"]
)
PATHS = st.builds(
    lambda folders, file: "/".join([*folders, file]), st.lists(FOLDERS, max_size=3), FILES
)
TOP = st.sampled_from(["worker.js", "embed.js", "404.html", "site.webmanifest", "index.html"])

Rules = list[tuple[str, dict[str, str]]]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_file_is_served_as_promised(case: dict[str, Any]) -> None:
    said = headers_of(case["path"], case.get("here"))

    for name, part in case.get("has", {}).items():
        assert part in said[name]
    for name, part in case.get("lacks", {}).items():
        assert part not in said.get(name, "") if part else name not in said


@given(st.sets(PATHS | TOP, min_size=1), st.sampled_from([None, "https://leave.example/below/"]))
def test_every_host_learns_what_is_due_to_every_file(paths: set[str], here: str | None) -> None:
    rules = _read(headers_file(paths, here))

    for path in paths:
        due = headers_of(path, here)
        address = "/" + path.removesuffix("index.html")
        for name, values in _joined(rules, address).items():
            assert values[-1] == due.get(name, values[-1])
            assert values[:-1] == ([located(LOOSEST, here)] if name == CSP else [])
        said = _latest(rules, address)
        assert {name: said.get(name) for name in due} == due
        assert said.keys() - due.keys() <= {"Content-Type"}


def test_the_policy_of_unknown_addresses_allows_what_any_other_does() -> None:
    loosest = _directives(LOOSEST)
    restricting = {"frame-ancestors"}

    for kind in KINDS:
        for name, sources in _directives(kind.says[CSP]).items():
            assert name in restricting or sources - {"'none'"} <= loosest[name], kind.what
        assert not EVERYWHERE.keys() & kind.says.keys()


def test_every_picture_an_author_may_show_has_a_type() -> None:
    endings = re.findall(r"[a-z]+", SAFE.pattern.partition("(?:svg")[2])

    assert len(endings) > 3
    assert {*endings, "svg"} <= TYPES.keys()


@pytest.mark.slow
def test_every_file_of_our_site_has_a_type(our_site: Path) -> None:
    unknown = {path for path in snapshot(our_site) if type_of(path) is None}

    assert unknown == {HEADERS_FILE}


@pytest.mark.slow
def test_the_file_of_our_site_is_within_what_hosts_read(our_site: Path) -> None:
    text = (our_site / HEADERS_FILE).read_text()
    paths = [path for path in snapshot(our_site) if path != HEADERS_FILE]

    assert text == headers_file(paths, None)
    assert len(_read(text)) <= MOST_RULES
    assert max(map(len, text.splitlines())) <= LONGEST_LINE


@pytest.mark.slow
def test_no_file_of_the_theme_is_published_that_no_page_asks_for(our_site: Path) -> None:
    pages = [path.read_text() for path in our_site.rglob("*.html")]
    brought = [path for path in our_site.glob("assets/*/**/*") if path.is_file()]

    assert [path.name for path in brought if not any(path.name in page for page in pages)] == []
    assert not (our_site / "assets/javascripts").exists()


def _read(text: str) -> Rules:
    """Read the rules of a file: a pattern, and its headers."""
    rules: Rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            rules.append((line, {}))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
    return rules


def _joined(rules: Rules, address: str) -> dict[str, list[str]]:
    """Give what Cloudflare sends: a star is anything, and values of all rules are joined."""
    found: dict[str, list[str]] = {}
    for pattern, headers in rules:
        written = re.escape(pattern).replace(r"\*", ".*").replace(":file", "[^/]+")
        if re.fullmatch(written, address):
            for name, value in headers.items():
                found.setdefault(name, []).append(value)
    return found


def _latest(rules: Rules, address: str) -> dict[str, str]:
    """Give what Netlify sends: a star is the rest or nothing, and the latest rule holds."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        parts = [part for part in pattern.split("/") if part]
        named = {"*": "(|/|/.*)", ":file": "/([^/]+)"}
        written = "".join(named.get(part, "/" + re.escape(part)) for part in parts)
        if re.fullmatch(written + "/?", address):
            found |= headers
    return found


def _directives(policy: str) -> dict[str, set[str]]:
    parts = [part.split() for part in policy.split("; ")]
    return {name: set(sources) for name, *sources in parts}
