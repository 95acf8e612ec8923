"""The same site from other machines, whatever becomes of them; `make audit` asks for it.

A scheduler and three workers are programs of their own here, and some are killed or stopped: a
minute on a quiet machine.
"""

from __future__ import annotations

import operator
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from guideway.project import runners
from guideway.project.build_error import BuildError
from guideway.project.content_files import read_shelf
from guideway.project.jobs import Job
from guideway.project.order import Order
from guideway.project.publish import publish
from guideway.reports.examination import examine
from tests.support.sites import command, copy_project, snapshot
from tests.support.world import DAY, HERE

pytestmark = pytest.mark.slow

Program = subprocess.Popen[bytes]
GUIDES = 30
"""More than are done in one process."""
STARTED = "  = hint: start it there first; site/ is still the last good one\n"
STALE = {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "20s"}
"""After that time a scheduler gives up a worker that says nothing; 5 minutes without it. One that
imports the program on a busy machine says nothing for longer than 5 seconds.
"""


@dataclass
class Machines:
    """A scheduler and its workers, each a program of its own on this machine."""

    address: str
    scheduler: Program
    workers: list[Program] = field(default_factory=list)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """A scheduler with three workers."""
    files = [tmp_path / f"{name}.log" for name in ("scheduler", "one", "two", "three")]
    with ExitStack() as stack:
        scheduler = _program(stack, files[0], "scheduler", "--port", "0")
        address = _said(scheduler, files[0], r"Scheduler at:\s+tcp://(\S+)")
        found = Machines(address, scheduler)
        for file in files[1:]:
            found.workers.append(_program(stack, file, "worker", f"tcp://{address}", "--no-nanny"))
        for worker, file in zip(found.workers, files[1:], strict=True):
            _said(worker, file, r"Registered to:\s+tcp://(\S+)")
        yield found


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of many guides, whose site was built in this process."""
    project = copy_project(HERE, tmp_path_factory.mktemp("cluster") / "project")
    text = (project / "content/guides/bridge.yaml").read_text()
    text = re.sub(r"^(aliases|asked): .*\n(?:  .*\n)*", "", text, flags=re.MULTILINE)
    for number in range(GUIDES):
        said = text.replace("title: 过桥", f"title: 过第 {number} 座桥", 1)
        (project / f"content/guides/bridge-{number}.yaml").write_text(said)
    _publish(project, Order(jobs=1))
    return project


def _killed(machines: Machines) -> None:
    machines.workers[0].kill()


def _stopped(machines: Machines) -> None:
    machines.workers[0].send_signal(signal.SIGSTOP)


def _nothing(_: Machines) -> None:
    pass


@pytest.mark.parametrize("harm", [_nothing, _killed, _stopped])
def test_other_machines_make_the_same_site(
    harm: Callable[[Machines], None],
    machines: Machines,
    here: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = _unbuilt(here, tmp_path)
    happened = _after_the_second_result(monkeypatch, partial(harm, machines))
    _publish(project, Order(executor=machines.address))

    assert happened
    assert _differing(project, here) == []


def test_what_is_kept_is_sent_to_nobody(machines: Machines, here: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(here, tmp_path / "project"))
    for worker in machines.workers:
        worker.kill()
    _publish(project, Order(executor=machines.address))

    assert _differing(project, here) == []


def test_a_task_that_fails_twice_is_one_error(machines: Machines) -> None:
    cluster = runners.runner_for(Order(executor=machines.address), Path())
    with pytest.raises(BuildError) as found:
        list(cluster.run(Job("name", operator.truediv, (1,)), [0] * 30))
    cluster.close()

    assert str(found.value) == (
        "a task failed twice on the cluster: truediv of 0 and 1 more: "
        "ZeroDivisionError: division by zero"
    )


def _all_killed(machines: Machines) -> None:
    for worker in machines.workers:
        worker.kill()


def _scheduler_killed(machines: Machines) -> None:
    machines.scheduler.kill()


def _scheduler_stopped(machines: Machines) -> None:
    machines.scheduler.send_signal(signal.SIGSTOP)


LOST: Mapping[Callable[[Machines], None], tuple[str, str]] = {
    _all_killed: ("worker", "_PATIENCE"),
    _scheduler_killed: ("scheduler", "_ANSWER"),
    _scheduler_stopped: ("scheduler", "_ANSWER"),
}
"""Who is missed then, and what is waited for: nobody waits long here."""


@pytest.mark.parametrize("harm", LOST)
def test_when_nobody_is_left_the_old_site_stays(
    harm: Callable[[Machines], None],
    machines: Machines,
    here: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project = Path(shutil.copytree(here, tmp_path / "project"))
    who, waited = LOST[harm]
    monkeypatch.setattr(f"guideway.project.cluster.{waited}", 3.0)
    _after_the_second_result(monkeypatch, partial(harm, machines))
    with pytest.raises(BuildError, match=f"there is no {who} at .* any more"):
        _publish(project, Order(executor=machines.address, clean=True))

    assert _differing(project, here) == []
    assert [path.name for path in (project / ".build").glob("build-*")] == []


def test_another_program_on_a_worker_is_refused(
    machines: Machines, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guideway.project.cluster.program_sum", lambda: b"another")
    with pytest.raises(BuildError, match="a worker has another program"):
        _publish(_unbuilt(here, tmp_path), Order(executor=machines.address))


def test_where_no_scheduler_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("guideway.project.cluster"), "_START", 0.5)
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{busy.getsockname()[1]}"
        done = command("-C", HERE, "build", "--clean", "--executor", f"dask://{address}")

    assert (done.returncode, done.stderr) == (
        2,
        f"guideway: no scheduler of Dask answers at {address}\n{STARTED}",
    )


def _after_the_second_result(monkeypatch: pytest.MonkeyPatch, do: Callable[[], None]) -> list[int]:
    """Let something happen while machines are working; give what says that they were."""
    cluster = import_module("guideway.project.cluster").Cluster
    wait, results = vars(cluster)["_result"], list[int]()

    def counted(*given: Any) -> Any:
        results.append(1)
        if len(results) == 3:
            do()
        return wait(*given)

    monkeypatch.setattr(cluster, "_result", counted)
    return results


def _unbuilt(project: Path, place: Path) -> Path:
    unbuilt = shutil.ignore_patterns(".build", "site")
    return Path(shutil.copytree(project, place / "project", ignore=unbuilt))


def _publish(project: Path, order: Order) -> None:
    catalog, problems = examine(read_shelf(project), DAY)
    assert [problem for problem in problems if problem.level == "error"] == []
    publish(project, catalog, order, lambda _: None)


def _differing(one: Path, other: Path) -> list[str]:
    here, there = (snapshot(project / "site") for project in (one, other))
    return [path for path in sorted({*here, *there}) if here.get(path) != there.get(path)]


def _program(stack: ExitStack, told: Path, name: str, *arguments: str) -> Program:
    """Start a program of Dask, to end with the test; what it tells goes into a file."""
    file = stack.enter_context(told.open("wb"))
    started = subprocess.Popen(
        [
            *(sys.executable, "-m", f"distributed.cli.dask_{name}", *arguments),
            *("--host", "127.0.0.1", "--no-dashboard"),
        ],
        stderr=file,
        env={**os.environ, **STALE},
    )
    stack.enter_context(started)
    stack.callback(started.kill)
    return started


def _said(program: Program, told: Path, pattern: str) -> str:
    """Wait until a program has said where it is."""
    while not (found := re.search(pattern, told.read_text())):
        assert program.poll() is None, told.read_text()
        time.sleep(0.05)
    return found[1]
