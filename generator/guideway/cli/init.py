"""`guideway init`: a site of one's own, to begin with."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from guideway.catalog.load.locales import LANGUAGES, path_of
from guideway.catalog.load.settings import NAME
from guideway.catalog.load.words import REFERENCE, ours_for
from guideway.problems import near
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.locales import is_there, locale_file
from guideway.project.schemas import write_schemas
from guideway.project.templates import (
    WORDS,
    languages_there,
    read_templates,
    template_folders,
    words_file,
)
from guideway.project.write_content import write_content
from guideway.reports.examination import examine, settings_problems
from guideway.reports.first_site import Decided, first_files, licences
from guideway.reports.problem_list import shown

_ASKED = {
    "name": ("How is the site called?", ""),
    "language": ("In which language is it?", "en"),
    "country": ("Whose working days count: a country such as GB, or nothing?", ""),
    "time_zone": ("Whose midnight begins a day?", "UTC"),
    "licence": ("What may others do with the content?", ""),
}
_NEEDED = ("language", "licence")
_OTHER = """
The program has no words in “{language}” yet: those in {path} are to be said in it.
“guideway manual languages” says how to go on."""
_UNSHARED = {".gitignore": b"/site/\n/.build/\n"}
"""What is made of the content is nobody's to keep."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="How the site is called.")
@click.option(
    "--language", help="The language of the site, such as en, with its country or without."
)
@click.option("--country", help="Whose working days count, such as GB or GB-ENG.")
@click.option("--time-zone", help="Whose midnight begins a day, such as Europe/London.")
@click.option("--licence", help="What others may do: cc-by, cc-by-sa, cc0 or reserved.")
@click.pass_obj
def init(project: Path, /, folder: Path, **flags: str | None) -> None:
    """Begin a site in an empty folder: settings, and an example of each kind of content.

    What no flag says is asked at a terminal; elsewhere --language and --licence must be there.
    """
    place = project / folder
    _must_be_empty(place)
    forms = read_templates(*template_folders(place))
    decided = Decided(**{name: _answer(name, said, forms) for name, said in flags.items()})
    if not decided.name:
        decided = Decided(**{**vars(decided), "name": place.resolve().name})
    files = {**first_files(decided, forms, today(place)), **_to_be_said(decided.language)}
    files |= {} if (place / ".gitignore").exists() else _UNSHARED
    _must_be_sound(files[NAME])
    place.mkdir(parents=True, exist_ok=True)
    write_content(place, files)
    write_schemas(place, examine(read_shelf(place), today(place), today(place))[0])
    for path in files:
        click.echo(f"{folder}/{path}")
    if (path := _words(decided.language)) in files:
        click.echo(_OTHER.format(language=decided.language, path=path))
    click.echo(f"\nNow: guideway -C {folder} serve")


def _answer(name: str, said: str | None, forms: Mapping[str, str]) -> str:
    """What a flag says, what a person answers, or what is so without an answer."""
    known = list(licences(forms)) if name == "licence" else []
    question, usual = _ASKED[name]
    if said is None and sys.stdin.isatty():
        kind = click.Choice(known) if name == "licence" else str
        default = None if name == "licence" else usual
        said = str(click.prompt(question, default=default, type=kind, show_default=bool(usual)))
    if said is None and name in _NEEDED:
        there = known or languages_there()
        raise click.UsageError(f"--{name} is missing; there are {', '.join(there)}")
    written = said or usual
    if known and written not in known:
        hint = near(written, known) or f"there are {', '.join(known)}"
        raise click.UsageError(f"there is no {name} “{shown(written)}”; {hint}")
    if name == "language":
        _must_have_a_country(written)
    return written


def _must_have_a_country(language: str) -> None:
    """Words of a language in a country are none without it: one of those there are is meant."""
    kin = [each for each in languages_there() if each.startswith(f"{language}-")]
    if kin and language not in languages_there():
        said = f"there are no words in “{shown(language)}”; there are in {', '.join(kin)}"
        raise click.UsageError(said)


def _to_be_said(language: str) -> Mapping[str, bytes]:
    """Give files to begin a language with that the program has no words in: they are in others."""
    if ours_for(languages_there(), language):
        return {}
    bare = language.partition("-")[0]
    kin = next((each for each in languages_there() if each.startswith(f"{bare}-")), REFERENCE)
    there = {} if is_there(LANGUAGES, bare) else {path_of(LANGUAGES, bare): REFERENCE}
    rules = {path: locale_file(LANGUAGES, name) for path, name in there.items()}
    return {_words(language): words_file(kin), **rules}


def _words(language: str) -> str:
    return f"{WORDS}/{language}.yaml"


def _must_be_empty(place: Path) -> None:
    if place.exists() and any(not each.name.startswith(".") for each in place.iterdir()):
        raise click.UsageError(f"{place} is not empty; name a folder that is, or a new one")


def _must_be_sound(settings: bytes) -> None:
    """What was said is held against what there is, before anything is written."""
    for problem in settings_problems(settings):
        raise click.UsageError(f"{problem.message}; {problem.hint}")
