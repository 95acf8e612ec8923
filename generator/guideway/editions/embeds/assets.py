"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guideway.pages.scripts import in_order, needs_of
from guideway.web.css_pruning import fitted
from guideway.web.minify import in_parts, small_script
from guideway.web.page_names import Names, names_in_script, together

LOADER = "embed.js"
"""What the pages of others load."""

_LOADER = "embeds/embed.js"
_PLAIN = ("page", "guideway")
_SCRIPTS = {
    "embed-plain": _PLAIN,
    "embed-guide": (*_PLAIN, "tailor", "steps"),
    "embed-asked": (
        *(*_PLAIN, "workdays", "counting"),
        *("values", "choices", "finder", "typed-asks", "tailor", "steps"),
    ),
    "embed-worked-guide": (
        *(*_PLAIN, "workdays", "counting"),
        *("values", "choices", "finder", "typed-asks", "months", "worked-asks", "tailor", "steps"),
    ),
    "embed-decision": (*_PLAIN, "decision"),
    "embed-typed": (*_PLAIN, "values", "choices", "finder", "decision"),
    "embed-counted": (
        *(*_PLAIN, "workdays", "counting"),
        *("values", "choices", "finder", "decision"),
    ),
    "embed-worked": (
        *(*_PLAIN, "workdays", "counting"),
        *("values", "choices", "finder", "rates", "months", "told", "decision"),
    ),
}
"""What a page of each kind does: scripts, of which each is loaded after all that it needs."""

_ASKED_WITH = {
    "embed-guide": "tailor",
    "embed-asked": "asked",
    "embed-worked-guide": "asked",
    "embed-decision": "decision",
    "embed-typed": "decision",
    "embed-counted": "decision",
    "embed-worked": "decision",
}
"""The words around questions that a page of each kind needs."""

STYLES = (
    *("theme/assets/shell.css", "theme/assets/guideway.css"),
    *("theme/assets/papers.css", "embeds/page.css"),
)
"""The templates that the style of every embedded page is made of."""


def assets(
    texts: Mapping[str, str], shown: Mapping[str, Sequence[Names]]
) -> Iterator[tuple[str, str]]:
    """Make the files: path below the site's root, and text. A style goes with each kind of script.

    `texts` has templates, the words around questions and the working days, each as a script;
    `shown` is what is in the frames that have a script.
    """
    sheets = [texts[name] for name in STYLES]
    yield LOADER, small_script(texts[_LOADER]) + "\n"
    needs = needs_of(texts)
    for name, parts in _SCRIPTS.items():
        script = _script(texts, in_order(parts, needs), _ASKED_WITH.get(name, ""))
        yield f"assets/{name}.js", script
        names = together([names_in_script(script), *shown.get(name, ())])
        yield f"assets/{name}.css", fitted(sheets, names)


def _script(texts: Mapping[str, str], names: Iterable[str], asked_with: str) -> str:
    told = {"asking": texts.get(asked_with, ""), "workdays": texts.get("workdays", "")}
    found = {**told, "page": texts["embeds/page.js"]}
    parts = ((name, found.get(name) or texts[f"theme/assets/{name}.js"]) for name in names)
    return in_parts((name, small_script(text)) for name, text in parts) + "\n"
