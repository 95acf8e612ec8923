"""What programs are told, made without the engine: of the tiny site or of our own."""

from __future__ import annotations

import json
from collections.abc import Mapping

from guideway.build import Tree
from guideway.editions.exports import machine_files
from guideway.editions.exports.linked_data import link_data
from guideway.pages.environment import environment_of
from guideway.pages.render import shells
from guideway.project.templates import read_templates, read_words
from guideway.web.site import INDEX, MANIFEST, Site, read_pages
from tests.support.sites import ROOT

SITE = "https://help.example/guides-of-ours/"
TEMPLATES = read_templates(ROOT / "templates")
WORDS = read_words(ROOT / "templates")
DATA = '<script type="application/ld+json">'


def made(tree: Tree, address: str = "", templates: Mapping[str, str] = TEMPLATES) -> dict[str, str]:
    """Make the files and the pages; of a page of the engine only its head stands there."""
    canonical = f'<link rel="canonical" href="{address}">' if address else ""
    head = f"<html><head>{canonical}</head></html>".encode()
    files = {each.url + INDEX: head for each in tree.pages}
    files[MANIFEST] = json.dumps({"name": "桥"}).encode()
    shell = shells(environment_of(templates, WORDS))
    found = machine_files(Site(files), tree.catalog, tree.pages, templates, shell)
    pages = link_data(Site(files), tree.catalog, read_pages(files), tree.pages, WORDS)
    texts = {path: content.decode() for path, content in found.items()}
    return texts | {path: html.text() for path, html in pages}


def data_of(html: str) -> str:
    """Cut the linked data out of a page."""
    return html.split(DATA, 1)[1].split("</script>", 1)[0]
