"""Catalog → Pages: what is published, where, from which template, with which facts."""

from guideway.pages.page import Context, Crumb, Page, Source
from guideway.pages.plan import plan

__all__ = ["Context", "Crumb", "Page", "Source", "plan"]
