"""A text → how it is written behind a key."""

from collections.abc import Iterable

from guideway.source.document import Document
from guideway.source.quoting import quoted
from guideway.source.read import read


def as_list(texts: Iterable[str]) -> str:
    """Write texts as a list in brackets."""
    return f"[{', '.join(map(_in_brackets, texts))}]"


def _in_brackets(text: str) -> str:
    """Within brackets a comma ends a text, and so does a bracket."""
    value = as_value(text)
    is_open = value == text and any(sign in text for sign in ",[]{}")
    return quoted(text) if is_open else value


def as_value(text: str) -> str:
    """Write a line behind a key: between quotes if it would be read as something else."""
    line = " ".join(text.split())
    found = read("value", f"key: {line}\n".encode())
    is_read = isinstance(found, Document) and found.data == {"key": line} and not found.problems
    return line if is_read else quoted(line)
