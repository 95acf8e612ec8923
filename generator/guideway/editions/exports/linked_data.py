"""What a page is about, as linked data in the vocabulary of schema.org (JSON-LD)."""

import json
from datetime import date
from typing import Any, cast

from guideway.catalog import Catalog
from guideway.model.guides import Guide
from guideway.model.settings import SiteInfo
from guideway.model.steps import Step
from guideway.model.words import Words
from guideway.pages.page import relative
from guideway.pages.rendered import RenderedPage
from guideway.web.html import Html, put_inside

Node = dict[str, Any]

_ARTICLES = frozenset({"article", "warning"})


def linked(site: SiteInfo, catalog: Catalog, page: RenderedPage, words: Words) -> str:
    """Describe a page and the way to it, as JSON that no text in it can end.

    Addresses are whole where the site has one, else they start at the page.
    """
    nodes = [_about(site, catalog, page, words)]
    if page.crumbs:
        nodes.append(_way(site, page))
    data = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")


def put_data(html: Html, data: str) -> None:
    """Put its data into the head of a page. They are data: nothing runs them."""
    (head,) = html.find("head")
    put_inside(head, f'<script type="application/ld+json">{data}</script>\n')


def _about(site: SiteInfo, catalog: Catalog, page: RenderedPage, words: Words) -> Node:
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


def _published(site: SiteInfo, page: RenderedPage) -> Node:
    home = _address(site, page, "")
    publisher = {"@type": "Organization", "name": site.author or site.name, "url": home}
    licence = site.licence.address or site.licence.name
    return {"inLanguage": site.language, "license": licence, "publisher": publisher}


def _procedure(site: SiteInfo, catalog: Catalog, page: RenderedPage, words: Words) -> Node:
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
            **_images(site, page, step),
        }
        for step in guide.steps
    ]
    return {**({"tool": tools} if tools else {}), "step": steps}


def _images(site: SiteInfo, page: RenderedPage, step: Step) -> Node:
    pictures = (*filter(None, (step.picture,)), *step.pictures)
    found = [_address(site, page, f"media/{picture.file}") for picture in pictures]
    return {"image": found} if found else {}


def _way(site: SiteInfo, page: RenderedPage) -> Node:
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


def _address(site: SiteInfo, page: RenderedPage, there: str) -> str:
    return f"{site.address}{there}" if site.address else relative(page.url, there)
