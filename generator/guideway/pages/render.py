"""Pages + templates → the Markdown texts the engine reads."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from guideway.catalog import Catalog
from guideway.model.conditions import as_data
from guideway.model.inline import opening
from guideway.model.questions import tag_of
from guideway.model.settings import NOWHERE, SiteInfo
from guideway.model.words import Words
from guideway.pages import Page
from guideway.pages.changes import newest
from guideway.pages.downloads import single_of
from guideway.pages.filters import OF_THE_PAGE, PageFilters, day, quantity
from guideway.pages.hedges import hedged_once
from guideway.pages.kinds import template_of
from guideway.pages.plain_texts import places_of, plain_texts
from guideway.pages.qr_code import scan_code
from guideway.pages.rendered import RenderedPage
from guideway.pages.sourcing import together
from guideway.pages.targets import Target, address_of, fragment_of

_EMPTY_LINES = re.compile(r"\n{3,}")


def environment_of(
    templates: Mapping[str, str], words: Words, site: SiteInfo = NOWHERE
) -> Environment:
    """Prepare what renders pages and shells.

    `templates` maps the name of a template, such as `pages/guide.md.j2`, to its text.
    """
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, site=site.address, editions=site.editions)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters.update(day=day, quantity=quantity, address=address_of, fragment=fragment_of)
    environment.filters.update(opening=opening, tag=tag_of, script=as_data, single=single_of)
    environment.filters.update(scan_code=scan_code, together=together)
    environment.filters.update({name: _filter(name) for name in OF_THE_PAGE})
    return environment


def render(
    catalog: Catalog, pages: Iterable[Page], environment: Environment
) -> Iterator[RenderedPage]:
    """Give the text of each page, in order, and what else is made of it."""
    for page in pages:
        yield _rendered(catalog, page, environment)


def shells(environment: Environment) -> Callable[..., str]:
    """Give what renders a template of `shells/`, by its name, with facts of ours."""

    def shell(name: str, **facts: object) -> str:
        return _tidy(environment.get_template(f"shells/{name}").render(facts))

    return shell


def _rendered(catalog: Catalog, page: Page, environment: Environment) -> RenderedPage:
    view = _view(environment, catalog, page)
    text, hedges = hedged_once(_text(environment, page, view))
    name = page.context["entry"].name if "entry" in page.context else ""
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
        scripts=page.scripts,
        styles=page.styles,
        reviewed_on=page.reviewed_on,
        changed_on=page.changed_on,
        due=page.due,
        newest=page.changed_on or newest(catalog, uses),
        text=text,
        hedges=hedges,
        uses=uses,
        sources={name: source.is_called for name, source in page.sources.items()},
        plain=plain,
        letters=letters,
        places=tuple(places_of(page, view)),
        handed={name: hand.address for name, hand in page.context.get("hands", {}).items()},
    )


def _text(environment: Environment, page: Page, view: PageFilters) -> str:
    template = environment.get_template(template_of(page.kind))
    return _tidy(template.render(page=page, view=view))


def _filter(name: str) -> Callable[..., Any]:
    """Make a filter that asks the view of the page being rendered."""

    @pass_context
    def apply(context: Context, *arguments: object) -> Any:
        return getattr(context["view"], name)(*arguments)

    return apply


def _view(environment: Environment, catalog: Catalog, page: Page) -> PageFilters:
    template = environment.get_template("components/reference.html.j2")

    def reference(target: Target, view: PageFilters) -> Markup:
        html = template.render(page=page, view=view, target=target)
        return Markup(html.strip())  # noqa: S704 - the template has escaped it

    blank = environment.get_template("components/blank.html.j2").module.blank  # type: ignore[attr-defined]  # its macro
    return PageFilters(catalog, page, reference, blank)


def _tidy(text: str) -> str:
    """Drop spaces at the ends of lines, and empty lines that end no block of Markdown."""
    lines = "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    lines = _EMPTY_LINES.sub("\n\n", lines)
    return lines.replace(">\n\n<", ">\n<").strip() + "\n"
