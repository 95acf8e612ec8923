"""What the checkers of finished pages are asked, and what they say."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page
from tools.checkers import HOW, Checkers, find_checkers
from tools.npm import is_installed
from tools.scripts.check import NAME as SCRIPTS

from tests.support.data import read_data

EXCEPTIONS = read_data(Path(__file__).parent / "exceptions.yaml")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
DRAWN = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")
"""The rules whose answer depends on colours and widths, and not on the elements alone."""

LEAST = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>x</title></head>
<body><h1>x</h1>{}</body></html>"""
"""The least page that HTML can be pasted into."""

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


@pytest.fixture(scope="session")
def scripts() -> None:
    """See that what asks about scripts is installed."""
    assert is_installed(SCRIPTS), "run .venv/bin/python -m tools.scripts.check"


def axe(page: Page, checkers: Checkers, where: str, rules: Sequence[str] = ()) -> list[Finding]:
    """Ask axe-core about a page as it is: all rules of the tags, or some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(checkers.axe.read_text(encoding="utf-8"))
    asked = ["rule", rules] if rules else ["tag", TAGS]
    return [Finding("axe", where, said) for said in page.evaluate(AXE, asked)]


def html_validate(
    checkers: Checkers, files: Iterable[Path], folder: Path, more: str = "built"
) -> list[Finding]:
    """Ask html-validate about files, with the exceptions of a kind; a folder is for its files."""
    settings, answer = folder / "html-validate.json", folder / "html-validate.said.json"
    rules = {
        name: rule["set"]
        for kind in ("built", more)
        for name, rule in EXCEPTIONS["html-validate"][kind].items()
    }
    asked = {"root": True, "extends": ["html-validate:recommended"], "rules": rules}
    settings.write_text(json.dumps(asked))
    formatter = ("--formatter", f"json={answer}")
    _run((*checkers.html_validate, "--config", str(settings), *formatter, *map(str, files)))
    return [
        Finding(
            "html-validate", _where(file["filePath"], one), f"{one['ruleId']}: {one['message']}"
        )
        for file in json.loads(answer.read_text(encoding="utf-8"))
        for one in file["messages"]
    ]


def nu(checkers: Checkers, files: Iterable[Path], kind: str = "built") -> list[Finding]:
    """Ask the Nu Html Checker about files, with the exceptions of a kind."""
    asked = ("--format", "json", "--stdout", "--exit-zero-always")
    said = json.loads(_run((*checkers.nu, *asked, *map(str, files))))
    spared = EXCEPTIONS["nu"].get(kind, {})
    return [
        Finding("nu", _where(told.get("url", ""), told), told["message"])
        for told in said["messages"]
        if not any(
            told["message"].startswith(start) and told.get("url", "").endswith(each["of"])
            for start, each in spared.items()
        )
    ]


def ready_to_paste(embeds: Path, folder: Path) -> Iterator[Path]:
    """Put all HTML to paste that is below a folder into the least page, in another folder."""
    for number, path in enumerate(sorted(embeds.rglob("[!i]*.html"))):
        html = LEAST.format(path.read_text(encoding="utf-8"))
        yield _written(folder / f"{number} {path.parent.name} {path.name}", html)


def as_left(pages: Mapping[str, str], folder: Path) -> Iterator[Path]:
    """Write pages as scripts left them into files that bear the names of the visits."""
    for visit, html in pages.items():
        yield _written(folder / f"{quote(visit, safe=' ,')}.html", html)


def _written(path: Path, html: str) -> Path:
    path.write_text(html, encoding="utf-8")
    return path


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def _where(file: str, told: dict[str, Any]) -> str:
    return f"{file}:{told.get('line', told.get('lastLine', 0))}"
