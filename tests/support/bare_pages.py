"""Decisions as bare pages: what they say, and those scripts of ours that a test names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from gzip import compress
from pathlib import Path

from guideway.editions.website.script_data import asking_file
from guideway.model.decisions import Decision
from guideway.web.minify import small_script
from tests.support.ours import WORDS
from tests.support.sites import ROOT
from tests.support.trees import render_decision
from tests.support.world import World

_ASSETS = ROOT / "templates/theme/assets"
_FRAME = """<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>t</title><link rel="stylesheet" href="guideway.css">{}<script src="guideway.js"></script>"""
_FIRST = 2
"""After so many scripts comes what they are handed: `guideway` and `fragment` stand before it."""

LEADS = """
(addresses) => addresses.map((query) => {
  history.replaceState(null, "", location.pathname + "#?" + query);
  dispatchEvent(new HashChangeEvent("hashchange"));
  const found = document.querySelector(".gw-stage [data-outcome]");
  return [found ? found.dataset.outcome : null, document.querySelectorAll(".gw-notice").length];
})
"""
"""Of each address, as a link on the page puts it there: the outcome, and how many notices."""


def lay_pages(folder: Path, scripts: Sequence[str], *handed: str) -> Path:
    """Write what all pages load: scripts by their names, with what they are handed."""
    parts = [(_ASSETS / f"{name}.js").read_text() for name in scripts]
    parts[_FIRST:_FIRST] = [asking_file(WORDS), *handed]
    (folder / "guideway.js").write_text("\n".join(parts))
    (folder / "guideway.css").write_text((_ASSETS / "guideway.css").read_text())
    return folder


def write_pages(folder: Path, world: World, decisions: Mapping[str, Decision]) -> None:
    """Write a page of each decision, `<name>.html`."""
    for name, decision in decisions.items():
        text = render_decision(world, decision).split("---\n", 2)[2]
        (folder / f"{name}.html").write_text(_FRAME.format(text), encoding="utf-8")


def packed_size(scripts: Sequence[str]) -> int:
    """Weigh scripts as they are published and sent; none may make code of texts."""
    small = "\n".join(small_script((_ASSETS / f"{name}.js").read_text()) for name in scripts)
    assert not any(word in small for word in ("eval(", "Function(", 'setTimeout("'))
    return len(compress(small.encode(), 9))
