"""What a page is about, as linked data in the vocabulary of schema.org (JSON-LD)."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, cast

from guideway.catalog import Catalog
from guideway.model.guides import Guide
from guideway.model.words import Words
from guideway.pages.page import relative
from guideway.pages.rendered import RenderedPage
from guideway.web.html import Html, put_inside
from guideway.web.site import INDEX, Site

Node = dict[str, Any]

_LANGUAGE = "zh-CN"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_ARTICLES = frozenset({"article", "warning"})


def link_data(
    site: Site,
    catalog: Catalog,
    pages: Iterable[tuple[str, Html]],
    told: Iterable[RenderedPage],
    words: Words,
) -> Iterator[tuple[str, Html]]:
    """Put its data into the head of every page. They are data: nothing runs them."""
    known = {f"{each.url}{INDEX}": each for each in told}
    for path, html in pages:
        if path in known:
            (head,) = html.find("head")
            data = _written(linked(site, catalog, known[path], words))
            put_inside(head, f'<script type="application/ld+json">{data}</script>\n')
        yield path, html


def linked(site: Site, catalog: Catalog, page: RenderedPage, words: Words) -> Node:
    """Describe a page and the way to it.

    Addresses are whole where the site has one, else they start at the page.
    """
    nodes = [_about(site, catalog, page, words)]
    if page.crumbs:
        nodes.append(_way(site, page))
    return {"@context": "https://schema.org", "@graph": nodes}


def _about(site: Site, catalog: Catalog, page: RenderedPage, words: Words) -> Node:
    about = {
        "description": page.summary,
        "url": _address(site, page, page.url),
        **_days(page.changed_on, page.due),
    }
    if page.kind == "home":
        return {"@type": "WebSite", "name": site.name, **about, **_published(site, page)}
    if page.kind == "guide":
        procedure = _procedure(site, catalog, page, words)
        return {"@type": "HowTo", "name": page.title, **about, **procedure}
    if page.kind in _ARTICLES:
        return {"@type": "Article", "headline": page.title, **about}
    return {"@type": "WebPage", "name": page.title, **about}


def _days(changed: date | None, due: date | None) -> Node:
    said = {"dateModified": changed, "expires": due}
    return {name: day.isoformat() for name, day in said.items() if day and changed}


def _published(site: Site, page: RenderedPage) -> Node:
    home = _address(site, page, "")
    publisher = {"@type": "Organization", "name": site.name, "url": home}
    return {"inLanguage": _LANGUAGE, "license": _LICENCE, "publisher": publisher}


def _procedure(site: Site, catalog: Catalog, page: RenderedPage, words: Words) -> Node:
    """Give the steps, and what everybody must have at hand.

    A step that is not for everybody says so: who takes all of them would do too much.
    """
    guide = cast("Guide", catalog.entries[page.name].value)
    some = words["machines"]["some"]
    tools = [page.plain[need.what] for need in guide.needs if not need.when]
    steps = [
        {
            "@type": "HowToStep",
            "text": f"{some if step.when else ''}{page.plain[step.do]}",
            "url": _address(site, page, f"{page.url}#step-{step.id}"),
        }
        for step in guide.steps
    ]
    return {**({"tool": tools} if tools else {}), "step": steps}


def _way(site: Site, page: RenderedPage) -> Node:
    crumbs = [*((crumb.title, crumb.url) for crumb in page.crumbs), (page.title, page.url)]
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "name": title,
            "item": {"@id": _address(site, page, url)},
        }
        for number, (title, url) in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _address(site: Site, page: RenderedPage, there: str) -> str:
    return f"{site.address}{there}" if site.address else relative(page.url, there)


def _written(data: Node) -> str:
    """Write it so that no text in it can end the element it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
