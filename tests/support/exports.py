"""What programs are told, made without the engine: of the tiny site or of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from guideway.build import Kit, OneByOne, Tree
from guideway.build.layout import export_files
from guideway.editions.exports.linked_data import linked, put_data
from guideway.pages.rendered import RenderedPage
from guideway.project.templates import read_templates, read_words
from guideway.web.html import Html
from guideway.web.site import INDEX
from tests.support.composing import TINY
from tests.support.sites import ROOT

SITE = "https://help.example/guides-of-ours/"
TEMPLATES = read_templates(ROOT / "templates")
WORDS = read_words(ROOT / "templates")
DATA = '<script type="application/ld+json">'


def made(tree: Tree, address: str = "", templates: Mapping[str, str] = TEMPLATES) -> dict[str, str]:
    """Make the files and the pages; of a page of the engine only its head stands there."""
    kit = Kit(templates, WORDS, replace(TINY, address=address, name="桥", author="桥"))
    files = dict(export_files(tree, kit, OneByOne()))
    texts = {path: content.decode() for path, content in files.items()}
    return texts | {page.url + INDEX: _head(kit, tree, page) for page in tree.pages}


def _head(kit: Kit, tree: Tree, page: RenderedPage) -> str:
    html = Html("<html><head></head></html>")
    put_data(html, linked(kit.site, tree.catalog, page, WORDS))
    return html.text()


def data_of(html: str) -> str:
    """Cut the linked data out of a page."""
    return html.split(DATA, 1)[1].split("</script>", 1)[0]
