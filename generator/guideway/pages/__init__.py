"""Catalog → Pages: what is published, where, from which template, with which facts."""

from guideway.pages.page import Context, Crumb, Page, Source
from guideway.pages.plan import PageGroup, page_groups, pages_of, plan

__all__ = [
    "Context",
    "Crumb",
    "Page",
    "PageGroup",
    "Source",
    "page_groups",
    "pages_of",
    "plan",
]
