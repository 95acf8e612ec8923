"""A wrong statement is published with the word that it is wrong and with what is true, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from guideway.catalog import Entry
from guideway.model.inline import words
from tests.support.ours import our_catalog
from tests.support.publications import File, Piece, flat, is_markup, published
from tests.support.sampling import sample

MARK = "别信："
"""What stands before it, so that who cuts the text off behind it cuts off its truth alone."""


@dataclass(frozen=True)
class Wrong:
    """A correction as it is looked for: without white space, its truth by what it opens with."""

    name: str
    claim: str
    truth: str


@cache
def corrections() -> tuple[Wrong, ...]:
    """Every correction of our site, the longest first: some claims are a part of others."""
    catalog = our_catalog()
    pages: list[Entry[Any]] = [*catalog.guides, *catalog.warnings]
    found = (
        Wrong(f"{entry.name} {each.id}", flat(each.claim), _opening(each.truth))
        for entry in pages
        for each in entry.value.corrections
    )
    return tuple(sorted(found, key=lambda wrong: -len(wrong.claim)))


def test_a_wrong_value_is_listed_with_the_right_one(our_site: Path) -> None:
    """On the page of records, where nobody corrects them in a sentence of their own."""
    page = File("records.html", (our_site / "records/index.html").read_text("utf-8"))
    blocks = [piece for piece in page.pieces() if MARK in piece]
    assert len(blocks) == len(our_catalog().mistaken)
    assert all("实际情况：" in str(block) for block in blocks)
    said = [flat(str(block)) for block in blocks]
    for entry in our_catalog().mistaken:
        wrong = [flat(each.value) for each in entry.value.mistaken]
        assert any(all(value in block for value in wrong) for block in said), entry.name


def test_no_wrong_statement_stands_alone_in_any_file(our_site: Path) -> None:
    """Every correction, in every form: pages, embeds, HTML to paste, data, texts, archives."""
    alone = [
        f"{file.name}: {wrong.name}: {str(piece)[:90]}"
        for file, said in sample("files that say it", _files(our_site), 0.3, _form)
        for piece in file.pieces()
        for wrong in said_alone(piece, said)
    ]
    assert not alone, f"{len(alone)} times\n" + "\n".join(alone[:40])


def test_every_correction_is_in_every_form_that_has_room_for_it(our_site: Path) -> None:
    """Else the test above would find nothing because nothing is there."""
    found: dict[str, set[Wrong]] = {}
    for file, said in _files(our_site):
        found.setdefault(file.name.partition("/")[0], set()).update(said)
    of_warnings = {wrong for wrong in corrections() if wrong.name.startswith("warning.")}
    assert found["guides"] | of_warnings == set(corrections())
    for room in ("corrections", "api", "downloads", "source"):
        assert found[room] == set(corrections()), room


@cache
def _files(site: Path) -> list[tuple[File, list[Wrong]]]:
    """List the files that say something wrong, and what."""
    texts = ((file, flat(unescape(file.text))) for file in published(site))
    said = ((file, [each for each in corrections() if each.claim in text]) for file, text in texts)
    return [(file, wrong) for file, wrong in said if wrong]


def _form(row: tuple[File, list[Wrong]]) -> set[str]:
    """The form of a file, as its kind in a sample: the room it is in, and how its name ends."""
    *rooms, name = row[0].name.split("/")
    ending = name if "embed" in rooms else name.rpartition(".")[2]
    return {f"{rooms[:1]} {len(rooms)} {ending}"}


def said_alone(piece: Piece, said: list[Wrong]) -> Iterator[Wrong]:
    """List what a piece says that is wrong, without the mark before it or the truth after it."""
    if isinstance(piece, dict):
        strings = {key: value for key, value in piece.items() if isinstance(value, str)}
        is_marked = {"claim", "flaw", "truth"} <= strings.keys()
        for key, value in strings.items():
            if not (is_marked and key == "claim") and not is_markup(value):
                yield from said_alone(value, said)
        return
    text = flat(piece)
    for wrong in said:
        while wrong.claim in text:
            before, _, after = text.partition(wrong.claim)
            if not (before.endswith(MARK) and wrong.truth in after):
                yield wrong
            text = f"{before}{after}"


def _opening(truth: str) -> str:
    said = (re.split("[。；！？]", flat(piece))[0] for piece in words(truth))
    return next((piece for piece in said if len(piece) > 2), "")[:12]
