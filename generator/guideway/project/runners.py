"""Who does the tasks of a build: this process, others on this machine, or other machines."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from guideway.project.build_error import BuildError
from guideway.project.jobs import Here, Processes, Runner
from guideway.project.order import Order


def runner_for(order: Order, room: Path, is_stale: Callable[[], bool] = lambda: False) -> Runner:
    """Give who was ordered; a BuildError if it cannot be reached, or its library is missing.

    Who works in this process alone stops when something says that it is of no use any more.
    """
    if order.executor:
        return _cluster(order.executor)
    many = order.jobs or processors()
    return Processes(many, room) if many > 1 else Here(is_stale)


def processors() -> int:
    """Count those that this process may use; only some systems tell that from all there are."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _cluster(address: str) -> Runner:
    """Load the library for those alone who ask for it."""
    if not find_spec("distributed"):
        raise BuildError(
            "Dask is not installed", "pip install 'guideway[dask]', or in a checkout: make cluster"
        )
    return cast("Runner", import_module("guideway.project.cluster").Cluster(address))
