"""What the vocabulary says of its fields is what stands below each of them in the code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic._internal._docs_extraction import extract_docstrings_from_cls as read_by_pydantic

from guideway.model.meanings import meanings_of
from guideway.model.schema import schemas
from guideway.model.texts import Part, Reviewed


def _parts(of: type[Part]) -> Iterator[type[Part]]:
    for part in of.__subclasses__():
        if part.__module__.startswith("guideway.") and not part.__name__.startswith("Published"):
            yield part
        yield from _parts(part)


@pytest.mark.parametrize("part", dict.fromkeys(_parts(Part)), ids=str)
def test_what_is_read_is_what_pydantic_reads(part: type[Part]) -> None:
    silent = {name for name, field in part.model_fields.items() if field.description is None}
    there = {
        name: said
        for name, said in read_by_pydantic(part, use_inspect=True).items()
        if name in silent
    }
    ours = {name: said for name, said in meanings_of(part).items() if name in there}

    assert ours == there


def test_a_field_that_is_written_anew_means_what_is_said_there() -> None:
    class Other(Reviewed):
        owner: str

    assert "review_by" in meanings_of(Other)
    assert "owner" in meanings_of(Reviewed)
    assert "owner" not in meanings_of(Other)


def test_an_editor_shows_them() -> None:
    fields = schemas()["guide.json"]["properties"]

    assert "How the reader knows it is done." in fields["done"]["description"]
    assert fields["reviewed_on"]["description"].startswith("A date, written 2026-11-22.")
