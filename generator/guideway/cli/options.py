"""What the commands have in common: days, spans, reading the project, talking to a person."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from guideway.catalog import Catalog
from guideway.model.settings import EngineName
from guideway.model.words import Words
from guideway.problems import Problem
from guideway.project.build_error import BuildError
from guideway.project.clock import FIRST, LAST, today
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_templates, read_words, templates_folder
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text

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


def examined(
    project: Path, day: date | None = None, *, trusted: bool = False
) -> tuple[Catalog, Sequence[Problem]]:
    """Read the project and find what is wrong with it, as of a day."""
    shelf = read_shelf(project_folder(project), trusted=trusted)
    return examine(shelf, day or today(), today())


def sound(project: Path, day: date | None) -> Catalog:
    """Read a project that must have no errors; with some, say them and stop."""
    catalog, problems = examined(project, day)
    if any(problem.level == "error" for problem in problems):
        click.echo(as_text(problems), err=True)
    stop_at_errors(problems)
    return catalog


def wording(project: Path) -> tuple[dict[str, str], Words]:
    """Read the templates and the words of the interface."""
    folder = templates_folder(project.resolve())
    return read_templates(folder), read_words(folder)


def stop_at_errors(problems: Sequence[Problem]) -> None:
    """A warning alone stops nothing."""
    if any(problem.level == "error" for problem in problems):
        raise click.exceptions.Exit(PROBLEMS)


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
