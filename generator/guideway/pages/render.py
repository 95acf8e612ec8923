"""Pages + templates → the Markdown texts the engine reads."""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from jinja2 import Environment
from jinja2.environment import TemplateModule

from guideway.catalog import Catalog
from guideway.pages import Context, Page
from guideway.pages.changes import newest
from guideway.pages.filters import PageFilters
from guideway.pages.hedges import hedged_once
from guideway.pages.kinds import template_of
from guideway.pages.page_texts import SharedTexts
from guideway.pages.plain_texts import places_of, plain_texts
from guideway.pages.rendered import RenderedPage, packed_text
from guideway.pages.scripts import Needs, with_scripts


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
        return _tidy(environment.get_template(f"shells/{name}").render(facts))

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


def _tidy(text: str) -> str:
    """Drop spaces at the ends of lines, and empty lines that end no block of Markdown."""
    lines = "\n".join([line.rstrip(" \t") for line in text.split("\n")])
    while "\n\n\n" in lines:
        lines = lines.replace("\n\n\n", "\n\n")
    return lines.replace(">\n\n<", ">\n<").strip() + "\n"
