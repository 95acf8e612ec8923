"""Templates are compiled once in a process: a test that renders one page would compile them all."""

from __future__ import annotations

from types import CodeType
from typing import Any

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from typing_extensions import override

from guideway.pages.broken import Telling


class Compiled(BytecodeCache):
    """Keeps the code of templates, by their names and texts."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}

    @override
    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is there."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    @override
    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.code


def compile_once() -> None:
    """Let whatever renders in this process share what it compiles."""
    kept, begin = Compiled(), Telling.__init__

    def sharing(self: Telling, *, bytecode_cache: BytecodeCache | None = None, **how: Any) -> None:
        begin(self, bytecode_cache=bytecode_cache or kept, **how)

    pytest.MonkeyPatch().setattr(Telling, "__init__", sharing)
