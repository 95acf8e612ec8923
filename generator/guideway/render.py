"""Pages + templates → the Markdown texts the engine reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context
from markupsafe import Markup

from guideway.companions import calendar_files
from guideway.conditions import as_data
from guideway.filters import OF_THE_PAGE, View, day, quantity
from guideway.finding import subjects_of
from guideway.pages.clauses import clause_of
from guideway.pages.decisions import handed
from guideway.pages.downloads import single_of
from guideway.pages.targets import address_of, fragment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from jinja2.runtime import Context

    from guideway.catalog import Catalog
    from guideway.pages import Page
    from guideway.pages.targets import Target
    from guideway.search import Subject
    from guideway.words import Words

_LINE_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")
_INSIDE_HTML = re.compile(r"(?<=>)\n\n(?=<)")


@dataclass(frozen=True)
class Rendered:
    """A finished text."""

    path: str
    """Below the engine's folder: Markdown of a page, or a file that is published as it is."""
    text: str
    uses: frozenset[str] = frozenset()
    """The names of what it shows or rests on."""
    subjects: tuple[Subject, ...] = ()
    """What can be found on it."""


def render(
    catalog: Catalog, pages: Iterable[Page], templates: Mapping[str, str], words: Words
) -> Iterator[Rendered]:
    """Give the text of each page, in order, and of the files that belong to it.

    `templates` maps the name of a template, such as `pages/guide.md.j2`, to its text.
    """
    environment = _environment(templates, words)
    for page in pages:
        template = environment.get_template(f"pages/{page.template}")
        view = _view(environment, catalog, page)
        text = _tidy(template.render(page=page, view=view))
        own = {page.facts["entry"].name} if "entry" in page.facts else set()
        uses = page.shows | page.sources.keys() | view.used | own
        subjects = tuple(subjects_of(catalog, page, view.plain))
        yield Rendered(page.path, text, uses, subjects)
        for path, calendar in calendar_files(page, view.plain):
            yield Rendered(path, calendar, uses)


def shells(templates: Mapping[str, str], words: Words) -> Callable[..., str]:
    """Give what renders a template of `shells/`, by its name, with facts of ours."""
    environment = _environment(templates, words)

    def shell(name: str, **facts: object) -> str:
        return _tidy(environment.get_template(f"shells/{name}").render(facts))

    return shell


def _environment(templates: Mapping[str, str], words: Words) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["words"] = words
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters.update(day=day, quantity=quantity, address=address_of, fragment=fragment_of)
    environment.filters.update(clause=clause_of, script=as_data, handed=handed, single=single_of)
    environment.filters.update({name: _filter(name) for name in OF_THE_PAGE})
    return environment


def _filter(name: str) -> Callable[..., Any]:
    """Make a filter that asks the view of the page being rendered."""

    @pass_context
    def apply(context: Context, *arguments: object) -> Any:
        return getattr(context["view"], name)(*arguments)

    return apply


def _view(environment: Environment, catalog: Catalog, page: Page) -> View:
    template = environment.get_template("components/reference.html.j2")

    def reference(target: Target, view: View) -> Markup:
        html = template.render(page=page, view=view, target=target)
        return Markup(html.strip())  # noqa: S704 - the template has escaped it

    return View(catalog, page, reference)


def _tidy(text: str) -> str:
    """Drop spaces at the ends of lines, and empty lines that end no block of Markdown."""
    lines = _EMPTY_LINES.sub("\n\n", _LINE_ENDS.sub("", text))
    return _INSIDE_HTML.sub("\n", lines).strip() + "\n"
