"""Builds the sites in turns, and says what each build cost."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from bench.processes import run
from bench.sites.generators import Generator
from bench.sites.guides import Guide
from bench.sites.markdown import Corpus
from bench.sites.results import Figures, Measured
from bench.sites.rows import Row, State
from bench.sites.view import first_view

Say = Callable[[str], object]
_say = partial(print, flush=True)


def measured(
    rows: Sequence[Row], corpus: Corpus, rounds: int, room: Path, say: Say = _say
) -> dict[str, Measured]:
    """Build every row once in each round, one after the other; give what was found by its name."""
    found: defaultdict[str, list[Figures]] = defaultdict(list)
    for row in rows:
        row.generator.lay(_made(room / row.generator.folder), corpus)
    for turn in range(1, rounds + 1):
        for row in rows:
            for state, figures in _built(row, room / row.generator.folder, corpus, turn):
                found[_name(row, state)].append(figures)
                said = f"{_name(row, state)}: {figures.cpu:.2f} CPU s"
                say(f"{len(corpus.guides)} guides, round {turn}: {said}")
    return {
        _name(row, state): _summed(row, state, found[_name(row, state)], room, corpus)
        for row in rows
        for state in row.states
    }


def with_views(
    found: Mapping[str, Measured], rows: Sequence[Row], corpus: Corpus, room: Path, browser: Browser
) -> dict[str, Measured]:
    """Add what a browser loads of each site when it opens the last of its guides."""
    views = {
        row.generator.name: first_view(
            browser,
            room / row.generator.folder / row.generator.site,
            row.generator.page(corpus.guides[-1]),
        )
        for row in rows
    }
    return {name: replace(row, view=views.get(name)) for name, row in found.items()}


def _name(row: Row, state: State) -> str:
    return row.generator.name if state == "clean" else f"{row.generator.name}: {state}"


def _built(row: Row, folder: Path, corpus: Corpus, turn: int) -> Iterator[tuple[State, Figures]]:
    """Build a site from nothing, and again as often as the row says."""
    generator = row.generator
    for kept in (generator.site, *generator.kept):
        shutil.rmtree(folder / kept, ignore_errors=True)
    for state in row.states:
        if state == "edit":
            guide = corpus.guides[turn % len(corpus.guides)]
            generator.edit(folder, _changed(guide, turn), corpus)
        load = os.getloadavg()[0]
        cost = run(generator.command, generator.variables, folder)
        yield state, Figures(cost.seconds, cost.wall, cost.largest, cost.together, load)


def _changed(guide: Guide, turn: int) -> Guide:
    """Say one thing otherwise in one step, in each round another."""
    first, *rest = guide.steps
    return replace(guide, steps=(replace(first, expect=f"{first.expect}，第{turn}次"), *rest))


def _summed(
    row: Row, state: State, runs: Sequence[Figures], room: Path, corpus: Corpus
) -> Measured:
    """Add what is the same in every round: how large the site is."""
    site = room / row.generator.folder / row.generator.site
    hold(site, row.generator, corpus)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return Measured(
        row.generator.work, row.generator.is_ours, state, tuple(runs), sum(sizes), len(sizes), None
    )


def hold(site: Path, generator: Generator, corpus: Corpus) -> None:
    """Hold a site against its guides: a LookupError tells of the first that is not whole on it."""
    for guide in corpus.guides:
        page = site / generator.page(guide) / "index.html"
        text = page.read_text(encoding="utf-8") if page.exists() else ""
        if guide.title not in text or guide.steps[-1].detail not in text:
            raise LookupError(f"{generator.name} has made no whole page of {guide.name}: {page}")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder
