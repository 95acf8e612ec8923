"""Content with a problem is told in one sentence: what to run. No other test here can say more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.ours import our_problems

TOLD = pytest.StashKey[bool]()
"""Whether it has been said already."""


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> object:
    """Put the sentence in place of all files; some cannot even be read without the content."""
    return Sentence.from_parent(parent, path=module_path) if our_problems() else None


class Sentence(pytest.Module):
    """One test instead of all of a file, and none instead of those of the next."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give the one test."""
        if not self.config.stash.get(TOLD, False):
            self.config.stash[TOLD] = True
            yield Red.from_parent(self, name="our content has no problems")


class Red(pytest.Item):
    """The test that says so."""

    def runtest(self) -> None:
        """Fail."""
        many = len(our_problems())
        counted = "a problem" if many == 1 else f"{many} problems"
        raise AssertionError(
            f"our content has {counted}: “guideway check” says where; then come here again"
        )

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *_: object) -> str:
        """Say the sentence, and nothing of Python."""
        return str(excinfo.value)
