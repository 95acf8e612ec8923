"""What becomes of a shelf of content in the site that somebody has already."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from guideway.build.kit import Kit
from guideway.build.tree import Tree
from guideway.editions.docs_tree import assets_of, docs_navigation, docs_pages, taken_in
from guideway.editions.docs_tree.style import within_our_part
from guideway.editions.website.script_data import STORE, store_file
from guideway.web.minify import small_script

_ASSETS, _MEDIA = "assets/", "media/"


def docs_tree(tree: Tree, kit: Kit, read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """Make the files: path below the folder, and content; `read` gives files of the project."""
    pages = taken_in(tree.pages)
    whole = small_script(kit.templates["embeds/taken-in.js"])
    for path, text in docs_pages(pages, partial(kit.shell, site=kit.site, whole=whole)):
        yield path, text.encode()
    for name in assets_of(pages):
        yield f"{_ASSETS}{name}", _asset(tree, kit, name)
    for path, origin in tree.copies.items():
        if path.startswith(_MEDIA):
            yield path, read(origin)


def docs_nav(tree: Tree, folder: str) -> str:
    """Write what leads to the pages, for the settings of the site that takes them in."""
    return docs_navigation(tree.navigation, taken_in(tree.pages), folder)


def _asset(tree: Tree, kit: Kit, name: str) -> bytes:
    path = f"{_ASSETS}{name}"
    written: Mapping[str, bytes] = tree.files
    if path in written:
        return written[path]
    text = kit.templates.get(f"embeds/{name}") or kit.templates[f"theme/{path}"]
    if name.endswith(".css"):
        return (kit.templates["embeds/taken-in.css"] + within_our_part(text)).encode()
    return (store_file(text, kit.site.name, kit.site.address) if path == STORE else text).encode()
