"""What the checkers of finished pages are asked, and what they say."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from ruamel.yaml import YAML
from tools.checkers import HOW, Checkers, find_checkers

EXCEPTIONS = YAML(typ="safe").load(Path(__file__).parent / "exceptions.yaml")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DRAWN = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules whose answer depends on colours and widths, and not on the elements alone."""

AXE = """async ([kind, values]) => {
  const { violations } = await axe.run(document, {
    runOnly: { type: kind, values }, resultTypes: ["violations"], iframes: false, preload: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


@dataclass(frozen=True, order=True)
class Finding:
    """What a checker has against a page; `where` is a page, and what was done on it."""

    checker: str
    where: str
    says: str


@pytest.fixture(scope="session")
def checkers() -> Checkers:
    """The checkers, installed."""
    found = find_checkers()
    assert found, HOW
    return found


def axe(page: Page, checkers: Checkers, rules: Sequence[str] = ()) -> list[str]:
    """Ask axe-core about a page as it is: all rules of the tags, or some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(checkers.axe.read_text(encoding="utf-8"))
    said: list[str] = page.evaluate(AXE, ["rule", rules] if rules else ["tag", TAGS])
    return said


def html_validate(checkers: Checkers, files: Iterable[Path], folder: Path) -> list[Finding]:
    """Ask html-validate about files; its settings are written into a folder."""
    settings = folder / "html-validate.json"
    rules = {name: rule["set"] for name, rule in EXCEPTIONS["html-validate"].items()}
    settings.write_text(
        json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": rules})
    )
    asked = ("--config", str(settings), "--formatter", "json")
    said = _run((*checkers.html_validate, *asked, *map(str, files)))
    return [
        Finding("html-validate", _where(file["filePath"], told), f"{told['ruleId']}: {told['message']}")
        for file in json.loads(said)
        for told in file["messages"]
    ]


def nu(checkers: Checkers, files: Iterable[Path]) -> list[Finding]:
    """Ask the Nu Html Checker about files, for errors and warnings."""
    asked = ("--format", "json", "--stdout", "--exit-zero-always")
    said = json.loads(_run((*checkers.nu, *asked, *map(str, files))))
    return [
        Finding("nu", _where(told.get("url", ""), told), told["message"])
        for told in said["messages"]
        if not any(excused["says"] in told["message"] for excused in EXCEPTIONS["nu"])
    ]


def whole(fragment: str) -> str:
    """Put HTML to paste into the least page that it can be pasted into."""
    head = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title></head>'
    return f"{head}<body><h1>x</h1>{fragment}</body></html>"


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout, done.stderr
    return done.stdout


def _where(file: str, told: dict[str, Any]) -> str:
    return f"{file}:{told.get('line', told.get('lastLine', 0))}"
