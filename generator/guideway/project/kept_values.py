"""Values as bytes that are kept: what is read back is data of ours, and never runs anything."""

import pickle
import zlib
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any

from guideway.model.texts import Part

_OURS = "guideway."
_WORLD = ("guideway.project", "guideway.cli", "guideway.__main__")
"""The rooms that act."""
_VALUES = (tuple, str, Part)
"""Besides dataclasses: those of the vocabulary only take in the fields they are given."""


class StrangeValueError(pickle.UnpicklingError):
    """What was kept names something that is no value of ours."""


def written(value: object) -> bytes:
    """Write a value to be kept."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def read_back(content: bytes) -> Any:
    """Read a value that was kept; a StrangeValueError if it is none of ours.

    A project comes with whatever its folder holds: content is data (docs/decisions/0027), and so is
    what earlier builds have left there.
    """
    return _Reader(BytesIO(zlib.decompress(content))).load()


def known(content: bytes | None) -> Any:
    """Read a value that may have been kept; None if it was not, or is none of ours."""
    try:
        return None if content is None else read_back(content)
    except Exception:  # noqa: BLE001 - what others have left may fail in any way as it is read
        return None


class _Reader(pickle.Unpickler):
    """Knows plain values and the frozen ones of the core, nothing that acts."""

    def find_class(self, module: str, name: str) -> Any:
        """Look up a class; a StrangeValueError if it is none of values."""
        return _value_class(module, name)


@cache
def _value_class(module: str, name: str) -> type:
    if (module, name) == ("datetime", "date"):
        return date
    if module.startswith(_OURS) and not module.startswith(_WORLD) and "." not in name:
        found = getattr(import_module(module), name, None)
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, _VALUES)):
            return found
    raise StrangeValueError(f"{module}.{name}")
