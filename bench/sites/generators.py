"""What builds a site: ours in several forms, and others."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.sites.guides import Guide
from bench.sites.markdown import Corpus


@dataclass(frozen=True)
class Generator:
    """A program, and the form in which it is measured."""

    name: str
    work: str
    """What it makes, so that nobody compares what is not the same."""
    lay: Callable[[Path, Corpus], object]
    """Write the sources of a site into an empty folder."""
    edit: Callable[[Path, Guide, Corpus], object]
    """Write a guide that has changed."""
    command: Sequence[str]
    """What builds the site; it runs in that folder."""
    site: str
    """The folder of the site below it."""
    kept: tuple[str, ...] = ()
    """Folders that it keeps for the next build."""
    environment: Mapping[str, str] = field(default_factory=dict)
    page: Callable[[Guide], str] = lambda guide: f"topic-{guide.topic:02d}/{guide.name}/"
    """The address of a guide below the site."""
    is_ours: bool = False
    most: int | None = None
    """More guides are not built with it: what it makes grows with their square."""

    @property
    def folder(self) -> str:
        """What the folder of its site is called: some take neither spaces nor commas."""
        return "-".join(re.findall(r"[a-z]+", self.name.lower()))

    @property
    def variables(self) -> dict[str, str]:
        """The environment that its command runs in."""
        return {**os.environ, **self.environment}


def python(*arguments: str) -> tuple[str, ...]:
    """Give a command for the Python that runs the bench."""
    return (sys.executable, "-P", *arguments)
