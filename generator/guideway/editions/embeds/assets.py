"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from collections.abc import Iterable, Mapping

from guideway.editions.embeds.frames import Frame
from guideway.web.css_pruning import fitted
from guideway.web.html import Html
from guideway.web.minify import in_parts, small_script
from guideway.web.page_names import PageNames, names_in_script, together

LOADER = "embed.js"
"""What the pages of others load."""

_LOADER = "embeds/embed.js"
_PLAIN = (
    *("theme/assets/contrast.js", "theme/assets/fragment.js"),
    *("embeds/page.js", "theme/assets/guideway.js"),
)
_ASKING = (*_PLAIN, "theme/assets/questions.js")
_SCRIPTS = {
    "embed-plain": _PLAIN,
    "embed-guide": (*_ASKING, "tailor", "theme/assets/tailor.js", "theme/assets/steps.js"),
    "embed-decision": (*_ASKING, "decision", "theme/assets/decision.js"),
}
"""What a page of each kind does, in order: templates, and the words it asks with."""

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
    for name, parts in _SCRIPTS.items():
        script = _script(texts, parts)
        names = together([names_in_script(script), pages[name].names()])
        files[f"assets/{name}.js"] = script
        files[f"assets/{name}.css"] = fitted(sheets, names)
    return files


def _script(texts: Mapping[str, str], parts: tuple[str, ...]) -> str:
    small = ((_name(name), small_script(texts[name])) for name in parts)
    return in_parts(small) + "\n"


def _name(template: str) -> str:
    return template.rpartition("/")[2].removesuffix(".js")
