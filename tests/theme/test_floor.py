"""Scripts and style sheets keep to the floor: Chrome 80 and Safari 14 (docs/decisions/0028)."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from tools.npm import folder
from tools.scripts.check import ESLINT, NAME

from tests.support.data import read_data
from tests.support.devtools import old_chromium
from tests.support.sites import ROOT, scripts_of_readers

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("scripts")]

LINES = read_data(Path(__file__).parent / "floor.yaml")
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
NEWER = re.compile(r"[^,]*(?::|\()(?:has|focus-visible|popover-open|marker|details-content)\b.*")
"""Such a selector stands alone; what it does may be missing."""
REFUSED = """
const sheet = document.head.appendChild(document.createElement("style")).sheet;
const selectors = new Set(), declarations = new Set();
for (const [selector, said] of arguments[0]) {
  try { sheet.insertRule(`${selector}{}`); } catch { selectors.add(selector); continue; }
  for (const [name, value] of said) {
    if (!name.startsWith("--") && !CSS.supports(name, value)) declarations.add(name);
  }
}
return { selectors: [...selectors], declarations: [...declarations] };
"""
SHARDS = re.compile(r"search/[a-z]/[0-9a-f]{8}\.js")
"""They differ in their words only; the manifest calls the same function."""


@pytest.mark.dear
def test_what_is_newer_is_found(tmp_path: Path) -> None:
    for kind in ("found", "fine"):
        for number, line in enumerate(LINES[kind]):
            (tmp_path / f"{kind}-{number}.js").write_text(line)
    told = lint(tmp_path)

    assert {name for name, said in told.items() if not said} == names("fine")
    assert {name for name, said in told.items() if said} == names("found")


def test_every_script_keeps_to_the_floor(our_site: Path, tmp_path: Path) -> None:
    """Also those that the build makes: packs, words, shards, the worker, what single files hold."""
    distinct = {text: name for name, text in [*written(), *made(our_site)]}
    for text, name in distinct.items():
        (tmp_path / f"{name.replace('/', ' ')}.js").write_text(text)
    told = lint(tmp_path)

    assert len(told) == len(distinct) > 40
    assert {name: said for name, said in told.items() if said} == {}


def test_an_old_browser_understands_what_the_layout_stands_on(
    our_site: Path, tmp_path: Path
) -> None:
    """It refuses only what is written down, and no rule goes for a selector beside its own."""
    sheets = [path.read_text() for path in our_site.glob("assets/*.css")]
    rules = [rule for sheet in sheets for rule in rules_of(tinycss2.parse_stylesheet(sheet))]
    with old_chromium("chromium-80", tmp_path) as window:
        refused = window.evaluate(REFUSED, rules)

    assert len(rules) > 1000
    assert {each for each in refused["selectors"] if not NEWER.fullmatch(each)} == set()
    assert {*refused["declarations"]} <= {*LINES["may be missing"]}
    assert {*LINES["may be missing"]} <= {*refused["declarations"]}


def rules_of(nodes: Iterable[Any]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give the rules of a style sheet: selectors, and what they declare."""
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword in {"media", "supports"}:
            yield from rules_of(tinycss2.parse_rule_list(node.content))
        elif node.type == "qualified-rule":
            found = tinycss2.parse_blocks_contents(node.content)
            said = [
                (each.name, tinycss2.serialize(each.value))
                for each in found
                if each.type == "declaration"
            ]
            yield tinycss2.serialize(node.prelude), said


def names(kind: str) -> set[str]:
    """Name the files of some lines."""
    return {f"{kind}-{number}.js" for number, _ in enumerate(LINES[kind])}


def written() -> Iterator[tuple[str, str]]:
    """Give the scripts as they are written."""
    for path in scripts_of_readers():
        yield path.relative_to(ROOT).as_posix(), path.read_text()


def made(site: Path) -> Iterator[tuple[str, str]]:
    """Give the scripts of the finished site, and those inside its files."""
    for path in site.rglob("*.js"):
        name = path.relative_to(site).as_posix()
        if not SHARDS.match(name):
            yield f"site/{name}", path.read_text()
    for path in site.glob("downloads/*.html"):
        for number, text in enumerate(INLINE.findall(path.read_text())):
            yield f"{path.name}/{number}", text


def lint(room: Path) -> dict[str, list[str]]:
    """Ask eslint about the scripts in a folder: name → what it says."""
    shutil.copyfile(Path(__file__).parent / "floor.mjs", room / "eslint.config.mjs")
    done = subprocess.run(
        [*ESLINT, "--format", "json", "--ignore-pattern", "*.mjs", "."],
        cwd=room,
        env={**os.environ, "GUIDEWAY_SCRIPTS": str(folder(NAME))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return {
        Path(each["filePath"]).name: [
            f"{said['line']}:{said['column']}: {said['message']}" for said in each["messages"]
        ]
        for each in json.loads(done.stdout)
    }
