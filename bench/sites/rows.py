"""The rows of the table: who is measured, in which form, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from tools.commits import ROOT, environment

from bench.build import DAY
from bench.sites.generators import Generator, python
from bench.sites.guides import Guide
from bench.sites.markdown import Corpus
from bench.sites.ours import write_guide, write_project
from bench.sites.peers import peers
from guideway.model.edition_names import EDITIONS

State = Literal["clean", "warm", "edit"]
"""From nothing; again with nothing changed; again after one guide has changed."""
EVERY: tuple[State, ...] = ("clean", "warm", "edit")


@dataclass(frozen=True)
class Row:
    """A generator, and the states in which its build is measured."""

    generator: Generator
    states: tuple[State, ...]


def rows() -> list[Row]:
    """List all of them, in the order of the table."""
    return [
        Row(_ours("Guideway, everything", "all there is", ()), EVERY),
        *(Row(each, ("clean",)) for each in _switched_off()),
        Row(
            _ours("Guideway, website and search", "pages, sheets, search", sorted(EDITIONS)),
            EVERY,
        ),
        *(Row(each, EVERY) for each in peers()),
    ]


def _switched_off() -> Iterator[Generator]:
    """Leave one edition out at a time, so that a reader sees what each costs."""
    for each in sorted(EDITIONS):
        yield _ours(f"Guideway without {each}", f"all but {each}", (each,))


def _ours(name: str, work: str, without: Sequence[str]) -> Generator:
    def edit(folder: Path, guide: Guide, _: Corpus) -> None:
        write_guide(folder, guide)

    return Generator(
        name,
        work,
        partial(_lay, without=tuple(without)),
        edit,
        python("-m", "guideway", "build", "--as-of", DAY),
        "site",
        (".build",),
        {"PYTHONPATH": environment(ROOT)["PYTHONPATH"]},
        page=lambda guide: f"guides/{guide.name}/",
        is_ours=True,
    )


def _lay(folder: Path, corpus: Corpus, without: Sequence[str]) -> None:
    write_project(folder, corpus.guides, corpus.topics, without)
