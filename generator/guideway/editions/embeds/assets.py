"""The scripts and the style of embedded pages: parts of the site's own, as small as they get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.web.minify import fitted, in_parts, small_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guideway.pages.rendered import RenderedPage

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
    "embed-guide": (*_ASKING, "tailor", "theme/assets/tailor.js"),
    "embed-decision": (*_ASKING, "decision", "theme/assets/decision.js"),
}
"""What a page of each kind does, in order: templates, and the words it asks with."""

_STYLES = ("theme/assets/shell.css", "theme/assets/guideway.css", "embeds/page.css")


def assets(
    templates: Mapping[str, str], embeds: Iterable[RenderedPage], asking: Mapping[str, str]
) -> Mapping[str, str]:
    """Make the files: path below the site's root → text. A style goes with each kind of script.

    `asking` has the words around the questions of guides and of decisions, each as a script.
    """
    texts = {**templates, **asking}
    bodies: dict[str, list[str]] = {}
    for embed in embeds:
        bodies.setdefault(embed.page.scripts[0], []).append(embed.body)
    style = "\n".join(templates[name] for name in _STYLES)
    files = {LOADER: small_script(texts[_LOADER]) + "\n"}
    for name, parts in _SCRIPTS.items():
        script = _script(texts, parts)
        markup = " ".join([script, templates["shells/embed.html.j2"], *bodies.get(name, ())])
        files[f"assets/{name}.js"] = script
        files[f"assets/{name}.css"] = fitted(style, markup)
    return files


def _script(texts: Mapping[str, str], parts: tuple[str, ...]) -> str:
    small = ((_name(name), small_script(texts[name])) for name in parts)
    return in_parts(small) + "\n"


def _name(template: str) -> str:
    return template.rpartition("/")[2].removesuffix(".js")
