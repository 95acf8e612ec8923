"""A text → how it is written behind a key."""

from guideway.source.document import Document
from guideway.source.quoting import quoted
from guideway.source.read import read


def as_value(text: str) -> str:
    """Write a line behind a key: between quotes if it would be read as something else."""
    line = " ".join(text.split())
    found = read("value", f"key: {line}\n".encode())
    is_read = isinstance(found, Document) and found.data == {"key": line} and not found.problems
    return line if is_read else quoted(line)
