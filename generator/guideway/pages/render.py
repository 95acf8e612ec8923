"""Pages + templates → the Markdown texts the engine reads."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from jinja2 import Environment
from jinja2.environment import TemplateModule

from guideway.catalog import Catalog
from guideway.model.fences import SIGN
from guideway.pages import Context, Page
from guideway.pages.changes import newest
from guideway.pages.filters import PageFilters
from guideway.pages.hedges import hedged_once
from guideway.pages.kinds import template_of
from guideway.pages.page_texts import SharedTexts
from guideway.pages.plain_texts import places_of, plain_texts
from guideway.pages.rendered import RenderedPage, packed_text
from guideway.pages.scripts import Needs, with_scripts

_FENCED = re.compile(r"(?ms)^(?:[ >]|- |\d+\. )*(`{3,})[^`\n]*\n.*?^[ >]*\1[ \t]*$")
_HELD = re.compile(r"\0(\d+)\0")


def render(
    catalog: Catalog,
    pages: Iterable[Page[Context]],
    environment: Environment,
    shared: SharedTexts | None = None,
) -> Iterator[RenderedPage]:
    """Give the text of each page, in order, and what else is made of it.

    `shared` holds what is the same on all pages that the same catalog makes.
    """
    shared = SharedTexts() if shared is None else shared
    needs = cast("Needs", environment.globals["needs"])
    for planned in pages:
        page = with_scripts(planned, needs)
        yield _rendered(page, _view(environment, catalog, page, shared), environment)


def shells(environment: Environment) -> Callable[..., str]:
    """Give what renders a template of `shells/`, by its name, with facts of ours."""

    def shell(name: str, **facts: object) -> str:
        return _tidied(environment.get_template(f"shells/{name}").render(facts))

    return shell


def _rendered(page: Page[Context], view: PageFilters, environment: Environment) -> RenderedPage:
    catalog = view.catalog
    text, hedges = hedged_once(_text(environment, page, view))
    name = page.context.entry.name if page.context.entry else ""
    uses = frozenset(filter(None, (name, *page.depends_on, *page.sources, *view.used)))
    plain, letters = plain_texts(catalog, page, view)
    return RenderedPage(
        path=page.path,
        kind=page.kind,
        name=name,
        embed=page.embed,
        title=page.title,
        summary=view.plain(page.summary),
        crumbs=page.crumbs,
        scripts=(*page.scripts, *page.later),
        styles=page.styles,
        reviewed_on=page.reviewed_on,
        changed_on=page.changed_on,
        due=page.due,
        newest=page.changed_on or newest(catalog, uses),
        packed=packed_text(text),
        hedges=hedges,
        uses=uses,
        sources={name: source.is_called for name, source in page.sources.items()},
        plain=plain,
        letters=letters,
        places=tuple(places_of(page, view)),
        handed=page.handed,
    )


def _text(environment: Environment, page: Page[Context], view: PageFilters) -> str:
    template = environment.get_template(template_of(page.kind))
    return _tidy(template.render(page=page, view=view))


def _view(
    environment: Environment, catalog: Catalog, page: Page[Context], shared: SharedTexts
) -> PageFilters:
    def component(name: str) -> TemplateModule:
        template = environment.get_template(f"components/{name}.html.j2")
        return template.make_module({"page": page, "view": view})

    view = PageFilters(catalog, page, component, shared)
    return view


def _tidied(text: str) -> str:
    """Tidy up what a shell holds, but for code in Markdown, which stays as it is."""
    if SIGN not in text:
        return _tidy(text)
    own: list[str] = []

    def hold(code: re.Match[str]) -> str:
        own.append(code[0])
        return f"\0{len(own) - 1}\0"

    tidied = _tidy(_FENCED.sub(hold, text))
    return _HELD.sub(lambda held: own[int(held[1])], tidied)


def _tidy(text: str) -> str:
    """Drop spaces at the ends of lines, and empty lines that end no block of Markdown."""
    lines = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    while "\n\n\n" in lines:
        lines = lines.replace("\n\n\n", "\n\n")
    return lines.replace(">\n\n<", ">\n<").strip() + "\n"
