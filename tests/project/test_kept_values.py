"""What earlier builds have left is data: it is read, or it is not there; nothing in it is run."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from guideway.problems import Place
from guideway.project.cache import FILE, Cache
from guideway.project.cache_upkeep import Kept
from guideway.project.kept_values import StrangeValueError, known, read_back, written
from guideway.reports.examination import examine


def test_values_of_ours_come_back_as_they_were() -> None:
    value = {"at": (Place("a.yaml", 1, 2, 3, "x"), date(2026, 12, 2)), "none": None}

    assert read_back(written(value)) == value
    assert known(written(value)) == value


class _Acting:
    """A value that does something as it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(_Acting(), id="a program"),
        pytest.param(examine, id="a function of ours"),
        pytest.param(Cache, id="what acts"),
        pytest.param(Kept(), id="a value of what acts"),
        pytest.param(eval, id="what Python has"),
        pytest.param(Path("x"), id="a place"),
    ],
)
def test_what_is_no_value_of_ours_is_not_even_looked_up(named: object) -> None:
    content = zlib.compress(pickle.dumps(named), 1)

    with pytest.raises(StrangeValueError):
        read_back(content)
    assert known(content) is None


@pytest.mark.parametrize("content", [None, b"", b"no archive", zlib.compress(b"no pickle")])
def test_what_cannot_be_read_is_not_there(content: bytes | None) -> None:
    assert known(content) is None


def test_a_result_whose_bytes_have_changed_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(b"whole", b"a page")
    cache.put(b"changed", b"a page")
    cache.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as data, data:
        data.execute(
            "update made set content = substr(content, 1, length(content) - 1) || 'x'"
            " where key = ?",
            (b"changed",),
        )
    again = Cache(tmp_path)

    assert (again.get(b"whole"), again.get(b"changed")) == (b"a page", None)
    again.close()


@pytest.mark.slow
def test_a_set_has_the_same_sum_in_every_process() -> None:
    value = "[{*'abcdefgh'}, frozenset('xyz')]"
    said = f"from guideway.project.sums import sum_of; print(sum_of({value}))"
    sums = {
        subprocess.run(
            [sys.executable, "-c", said],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(sums) == 1
