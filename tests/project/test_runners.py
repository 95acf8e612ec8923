"""Who does the tasks of a build, and what is said when somebody cannot; machines: `cluster.py`."""

from __future__ import annotations

import operator
import os
from pathlib import Path

import pytest

from guideway.project import runners
from guideway.project.build_error import BuildError
from guideway.project.jobs import Job, Processes
from tests.support.sites import command
from tests.support.world import HERE

INSTALLED = "  = hint: pip install 'guideway[dask]', or in a checkout: make cluster\n"


def test_a_library_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runners, "find_spec", lambda _: None)
    done = command("-C", HERE, "build", "--clean", "--executor", "dask://127.0.0.1:1")

    assert (done.returncode, done.stderr) == (
        2,
        f"guideway: Dask is not installed\n{INSTALLED}",
    )


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "dask://", "dask://h:p", "dask://h:1/x"])
def test_what_is_no_address_is_told(address: str) -> None:
    done = command("-C", HERE, "build", "--executor", address)

    assert done.returncode == 2
    assert "is no address; write it like dask://10.0.0.1:8786" in done.stderr


def test_a_process_that_dies_is_one_error(tmp_path: Path) -> None:
    processes = Processes(2, tmp_path)
    with pytest.raises(BuildError, match="a process of this build was killed"):
        list(processes.run(Job("name", operator.call, (os._exit,)), [1] * 30))
    processes.close()
