"""What an SVG picture may hold: shapes, words and looks, nothing that runs or loads."""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_SHAPES = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"}
_WORDS = {"text", "tspan", "title", "desc", "style"}
_FILLS = {"linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"}
_DRAWN = {"svg", "g", "defs", "symbol"} | _SHAPES | _WORDS | _FILLS
"""The elements that draw; neither `a`, `image` nor `animate`, which lead, load or set addresses."""

_SVG = "http://www.w3.org/2000/svg"
_LINKS = frozenset({"href", "http://www.w3.org/1999/xlink href"})
_REACHES = re.compile(r"url\(\s*['\"]?(?!#)|@import|\\|javascript:|expression\(", re.IGNORECASE)
"""Looks that would load something, or hide that they do behind a backslash."""

_DECLARED = re.compile(rb"<!(?!--|\[CDATA\[)")


@dataclass
class _Look:
    """Hears what an expat parser finds and keeps the first thing that may not be there."""

    parser: expat.XMLParserType
    found: tuple[str, int] | None = None
    root: str = ""
    _open: list[str] = field(default_factory=list)

    def refuse(self, what: str) -> None:
        self.found = self.found or (what, self.parser.CurrentLineNumber)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        self.root = self.root or local
        self._open.append(local)
        if namespace != _SVG or local not in _DRAWN:
            self.refuse(f"holds the element “{local}”")
        for key, value in attributes.items():
            short = key.rpartition(" ")[2]
            if short.lower().startswith("on") or (key in _LINKS and not value.startswith("#")):
                self.refuse(f"holds the attribute “{short}”")
            elif _REACHES.search(value):
                self.refuse(f"leads out of itself in “{short}”")

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        if self._open[-1:] == ["style"] and _REACHES.search(text):
            self.refuse("leads out of itself in a style")


def refused(content: bytes) -> tuple[str, int] | None:
    """Say what an SVG file does besides drawing, and on which line; None if nothing."""
    doctype = _DECLARED.search(content)
    if doctype:  # before anything is parsed: entities could grow without end
        return "has a document type", content.count(b"\n", 0, doctype.start()) + 1
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.buffer_text = True
    look = _Look(parser)
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.text
    parser.ProcessingInstructionHandler = lambda *_: look.refuse("has a processing instruction")
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        return look.found or ("is no XML that can be read", error.lineno)
    return look.found or (None if look.root == "svg" else ("does not start with <svg>", 1))
