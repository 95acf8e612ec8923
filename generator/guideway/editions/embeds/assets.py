"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from collections.abc import Iterable, Mapping

from guideway.editions.embeds.frames import Frame
from guideway.pages.scripts import in_order, needs_of
from guideway.web.css_pruning import fitted
from guideway.web.html import Html
from guideway.web.minify import in_parts, small_script
from guideway.web.page_names import PageNames, names_in_script, together

LOADER = "embed.js"
"""What the pages of others load."""

_LOADER = "embeds/embed.js"
_PLAIN = ("page", "guideway")
_SCRIPTS = {
    "embed-plain": _PLAIN,
    "embed-guide": (*_PLAIN, "tailor", "steps"),
    "embed-decision": (*_PLAIN, "decision"),
}
"""What a page of each kind does: scripts, of which each is loaded after all that it needs."""

_ASKED_WITH = {"embed-guide": "tailor", "embed-decision": "decision"}
"""The words around questions that a page of each kind needs."""

_STYLES = (
    *("theme/assets/shell.css", "theme/assets/guideway.css"),
    *("theme/assets/papers.css", "embeds/page.css"),
)


def assets(texts: Mapping[str, str], frames: Iterable[Frame]) -> Mapping[str, str]:
    """Make the files: path below the site's root → text. A style goes with each kind of script.

    `texts` has templates, and the words around questions, each as a script.
    """
    pages: dict[str, PageNames] = {name: PageNames() for name in _SCRIPTS}
    for frame in frames:
        pages[frame.script].read(Html(frame.html))
    sheets = [texts[name] for name in _STYLES]
    files = {LOADER: small_script(texts[_LOADER]) + "\n"}
    needs = needs_of(texts)
    for name, parts in _SCRIPTS.items():
        script = _script(texts, in_order(parts, needs), _ASKED_WITH.get(name, ""))
        names = together([names_in_script(script), pages[name].names()])
        files[f"assets/{name}.js"] = script
        files[f"assets/{name}.css"] = fitted(sheets, names)
    return files


def _script(texts: Mapping[str, str], names: Iterable[str], asked_with: str) -> str:
    found = {"asking": texts.get(asked_with, ""), "page": texts["embeds/page.js"]}
    parts = ((name, found.get(name) or texts[f"theme/assets/{name}.js"]) for name in names)
    return in_parts((name, small_script(text)) for name, text in parts) + "\n"
