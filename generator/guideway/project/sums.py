"""Values as sums: two with the same sum are the same to every task."""

import pickle
from collections.abc import Iterable
from hashlib import sha256
from io import BytesIO
from typing import Any


def sum_of(value: object) -> bytes:
    """Sum up a value that can be pickled, the same in every process."""
    written = BytesIO()
    pickler = _Pickler(written, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # else it tells equal strings from one string that stands twice
    pickler.dump(value)
    return sha256(written.getbuffer()).digest()


def sum_of_files(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Sum up files by their paths and contents."""
    whole = sha256()
    for path, content in files:
        whole.update(repr((path, len(content))).encode())
        whole.update(content)
    return whole.digest()


class _Pickler(pickle.Pickler):
    """Writes sets in an order of their own, which is another one in each process."""

    def persistent_id(self, value: object) -> Any:
        """Give what stands for a value; nothing for what stands for itself."""
        if not isinstance(value, (set, frozenset)):
            return None
        return sorted(value, key=repr)
