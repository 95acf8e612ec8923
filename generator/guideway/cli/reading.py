"""Reading a project, as the commands do: what is in it, and what is wrong with it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from guideway.catalog import Catalog
from guideway.catalog.load.settings import NAME, load_settings
from guideway.cli.options import PROBLEMS, project_folder
from guideway.model.settings import SiteInfo
from guideway.model.words import LANGUAGE, Words
from guideway.problems import Problem
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.known_content import known_content
from guideway.project.templates import read_templates, template_folders, words_files, words_in
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text


def examined(
    project: Path, day: date | None = None, *, trusted: bool = False, is_new: bool = False
) -> tuple[Catalog, Sequence[Problem]]:
    """Read the project and find what is wrong with it, as of a day.

    What earlier runs have found is known, unless it `is_new`.
    """
    folder = project_folder(project)
    shelf, now = read_shelf(folder, trusted=trusted), today(folder)
    with known_content(folder, shelf, is_new=is_new) as known:
        return examine(shelf, day or now, now, known.read, known.look)


def sound(project: Path, day: date | None) -> Catalog:
    """Read a project that must have no errors; with some, say them and stop."""
    catalog, problems = examined(project, day)
    if any(problem.level == "error" for problem in problems):
        click.echo(as_text(problems), err=True)
    stop_at_errors(problems)
    return catalog


def wording(project: Path) -> tuple[dict[str, str], Words]:
    """Read the templates and the words of the interface."""
    folder = project.resolve()
    chosen = load_settings((folder / NAME).read_bytes())[0]
    site = chosen.info if chosen else SiteInfo(language=LANGUAGE)
    return read_templates(*template_folders(folder)), words_in(words_files(folder), site)


def stop_at_errors(problems: Sequence[Problem]) -> None:
    """A warning alone stops nothing."""
    if any(problem.level == "error" for problem in problems):
        raise click.exceptions.Exit(PROBLEMS)
