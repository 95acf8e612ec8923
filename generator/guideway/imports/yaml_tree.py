"""Values with remarks → the text of a YAML file, each remark above its value."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guideway.source.writing import as_value

_STEP = "  "


@dataclass(frozen=True)
class Scalar:
    """A value, and the remarks that stand above it."""

    text: str
    remarks: tuple[str, ...] = ()
    is_yaml: bool = False
    """Whether it is written as it is."""

    def lines(self, indent: str) -> list[str]:
        """Write it behind a key or a dash; paragraphs go below, further in."""
        if self.is_yaml:
            return [self.text]
        if "\n" not in self.text:
            return [as_value(self.text)]
        return ["|-", *(f"{indent}{line}" if line else "" for line in self.text.split("\n"))]


Tree = Scalar | Sequence["Tree"] | Mapping[str, "Tree"]


def as_yaml(tree: Mapping[str, Tree]) -> str:
    """Write a whole file."""
    return "\n".join(_mapping(tree, "")) + "\n"


def _mapping(tree: Mapping[str, Tree], indent: str) -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, Scalar):
            yield from _remarks(value.remarks, indent)
            first, *rest = value.lines(indent + _STEP)
            yield f"{indent}{key}: {first}"
            yield from rest
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, indent + _STEP)
        else:
            yield f"{indent}{key}:"
            yield from _sequence(value, indent + _STEP)


def _sequence(items: Sequence[Tree], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Scalar):
            yield from _remarks(item.remarks, indent)
            first, *rest = item.lines(indent + _STEP)
            yield f"{indent}- {first}"
            yield from rest
        elif isinstance(item, Mapping):
            yield from _dashed(list(_mapping(item, indent + _STEP)), indent)


def _dashed(lines: Sequence[str], indent: str) -> Iterator[str]:
    """Put the dash at the first key; what is remarked about that stands above it."""
    at = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (indent + line.lstrip() for line in lines[:at])
    yield f"{indent}- {lines[at].lstrip()}"
    yield from lines[at + 1 :]


def _remarks(remarks: Sequence[str], indent: str) -> Iterator[str]:
    yield from (f"{indent}# {line}" for remark in remarks for line in remark.split("\n"))
