"""What the commands have in common: days, spans, how to build, talking to a person.

Little of the program is loaded for it; see `reading.py`.
"""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from guideway.model.edition_names import EDITIONS, Edition
from guideway.model.engine_names import EngineName
from guideway.project.build_error import BuildError
from guideway.project.clock import FIRST, LAST

Command = TypeVar("Command", bound=Callable[..., Any])

PROBLEMS = 1
"""The exit code of content that has errors."""


class Day(click.ParamType[date]):
    """A date such as 2026-11-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it, or say how it is written."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no date; write it like 2026-11-22", param, ctx)
        if not FIRST <= day <= LAST:
            self.fail(f"“{value}” is not a day from {FIRST} to {LAST}", param, ctx)
        return day


class Span(click.ParamType[int]):
    """A number of days: 30d, or 30."""

    name = "days"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read it, or say how it is written."""
        number = str(value).removesuffix("d")
        if not number.isdecimal() or len(number) > 5:  # noqa: PLR2004 - 270 years
            self.fail(f"“{value}” is no number of days; write it like 30d", param, ctx)
        return int(number)


class Executor(click.ParamType[str]):
    """Where other machines are told what to do: dask://10.0.0.1:8786."""

    name = "executor"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read it, or say how it is written."""
        found = re.fullmatch(r"dask://(?P<at>([\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,5})", str(value))
        if not found:
            self.fail(f"“{value}” is no address; write it like dask://10.0.0.1:8786", param, ctx)
        return found["at"]


AS_OF = click.option(
    "--as-of",
    "day",
    type=Day(),
    metavar="DATE",
    help="Look at the content as of this day instead of today.",
)


TRUST = click.option(
    "--trust-settings",
    "trusted",
    is_flag=True,
    help="Hand the engine all of mkdocs.yml, also what runs code: hooks, plugins, a theme.",
)


ENGINE = click.option(
    "--engine",
    type=click.Choice(get_args(EngineName)),
    help="Put frames around pages with this program instead of the one that mkdocs.yml names.",
)


_JOBS = click.option(
    "--jobs",
    type=click.IntRange(0, 256),
    default=0,
    metavar="N",
    help="Work in so many processes; 0, as without it, for one on each processor.",
)


_EXECUTOR = click.option(
    "--executor",
    type=Executor(),
    metavar="dask://HOST:PORT",
    help="Work on the machines that a scheduler of Dask has, in place of this one.",
)


_CLEAN = click.option(
    "--clean",
    is_flag=True,
    help="Take nothing from earlier builds.",
)


class Editions(click.ParamType[frozenset[Edition]]):
    """Names of editions, between commas: website,search,bundle."""

    name = "editions"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> frozenset[Edition]:
        """Read them, or say which there are; the website and its search are always made."""
        if isinstance(value, frozenset):
            return value
        named = {name.strip() for name in str(value).split(",")}
        for name in sorted(named - EDITIONS - _ALWAYS):
            known = ", ".join(sorted(EDITIONS | _ALWAYS))
            self.fail(f"“{name}” is no edition; there are {known}", param, ctx)
        return frozenset(edition for edition in EDITIONS if edition in named)


_ALWAYS = frozenset({"website", "search"})
"""What every build makes."""
_ONLY = click.option(
    "--only",
    type=Editions(),
    metavar="EDITIONS",
    help="Make no other editions than these: website,search is made soonest.",
)


_EXPLAIN = click.option(
    "--explain",
    is_flag=True,
    help="Say for each page that is made again what has changed since it was made last.",
)


def as_ordered(command: Command) -> Command:
    """Give a command all options of `Order`, the order of a build."""
    for option in (_EXPLAIN, _CLEAN, _ONLY, _EXECUTOR, _JOBS, ENGINE, TRUST, AS_OF):
        command = option(command)
    return command


def project_folder(project: Path) -> Path:
    """Give the folder of the project; a BuildError if there is none."""
    if not (project / "mkdocs.yml").is_file():
        raise BuildError(
            f"there is no mkdocs.yml in {project.resolve()}",
            "start in a project folder, or name one with -C DIR",
        )
    return project.resolve()


def say(what: str) -> None:
    """Show progress to a person; say nothing to a pipe."""
    if sys.stderr.isatty():
        click.echo(what, err=True)
