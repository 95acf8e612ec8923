"""Reads a corpus and queries from JSON lines or YAML; see bench/README.md for their form."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guideway.editions.search import SearchPage


@dataclass(frozen=True)
class Text:
    """One page of a corpus."""

    id: str
    title: str
    summary: str
    body: str
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()

    def subject(self) -> SearchPage:
        """Say it as our index wants it; the id is its address."""
        texts = {"aliases": self.aliases, "tags": self.tags, "body": (self.body,)}
        return SearchPage(self.id, self.title, self.summary, texts)


@dataclass(frozen=True)
class Query:
    """What somebody types, and the pages any of which is right; none for nonsense."""

    kind: str
    text: str
    expected: frozenset[str]


def read_corpus(path: Path) -> list[Text]:
    """Read the pages of a corpus."""
    return [
        Text(
            row["id"],
            row["title"],
            row.get("summary", ""),
            row["body"],
            tuple(row.get("tags") or ()),
            tuple(row.get("aliases") or ()),
        )
        for row in _rows(path)
    ]


def text_of(subject: SearchPage, name: str) -> Text:
    """Say a page of ours as others want it: without places, which are a part of its body."""
    said = subject.texts
    places = (f"{place.heading}\n{place.text}" for place in subject.places)
    body = "\n".join((*said.get("option", ()), *said.get("body", ()), *places))
    asked = (*said.get("asked", ()), *(each for place in subject.places for each in place.asked))
    names = (*said.get("aliases", ()), *said.get("glossary", ()))
    return Text(name, subject.title, subject.summary, body, (), names, asked)


def read_queries(path: Path) -> list[Query]:
    """Read the queries."""
    rows = _rows(path) if path.suffix == ".jsonl" else yaml.safe_load(path.read_text("utf-8"))
    return [Query(row["kind"], row["q"], frozenset(row["expect"])) for row in rows]


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise SystemExit(f"{path} is missing: name one with CORPUS=… and QUERIES=…")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
