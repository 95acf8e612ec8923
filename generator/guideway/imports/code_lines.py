"""Code in an article → lines that are kept whole: fences of a text, `pre` of a page."""

import re
from collections.abc import Sequence

from guideway.imports.inline_code import signed_ticks
from guideway.imports.lines import Line
from guideway.model.fences import SIGN
from guideway.web.html import Element, content

_TICKS = re.compile(r"`{3,}")
_FENCE = re.compile(rf" {{0,3}}(?P<ticks>{SIGN}+)[ \t]*(?P<language>[\w+#.-]*)[ \t]*")
_NAMED = re.compile(
    r"(?i)(?:^|[-_ ])(?:code|highlight|hljs|prettyprint|prism|brush|source|src|syntax|shell)"
    r"(?:$|[-_: ])"
)
_LANGUAGE = re.compile(r"(?:^|\s)(?:language-|lang-|highlight\s+|brush:\s*)(?P<name>[a-z][\w+#-]*)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile(r"\w")
_MOSTLY = 0.3
"""So much of it in Han, and lines of a page that nothing calls code are prose."""


def as_code(text: str, language: str = "") -> Line:
    """Keep lines as they are, between fences that nothing in them closes."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=0)
    fence = "`" * max(len(SIGN), longest + 1) + language
    return Line(0, text.strip("\n").rstrip(), fence=fence)


def code_of(element: Element) -> Line | None:
    """Read a `pre` as code; none if it is prose whose lines somebody wanted to keep."""
    inner = element.css_first("code")
    given = " ".join(filter(None, (_named(each) for each in (element, element.parent, inner))))
    text = text_of(element)
    letters = len(_LETTER.findall(text))
    is_prose = len(_HAN.findall(text)) > _MOSTLY * letters
    if not letters or (is_prose and inner is None and not _NAMED.search(given)):
        return None
    language = _LANGUAGE.search(given)
    return as_code(text, language["name"] if language else "")


def text_of(element: Element) -> str:
    """Give the text of a `pre`, in which a line may end with a tag."""
    if element.tag == "br":
        return "\n"
    if element.tag == "-text":
        return element.text()
    return "".join(text_of(each) for each in content(element))


def fenced(lines: Sequence[str]) -> list[Line]:
    """Number the lines of a plain text; what stands between two fences is one."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        opening = _FENCE.fullmatch(lines[at])
        end = _closed(lines, at, opening["ticks"]) if opening else None
        if opening and end is not None:
            code = as_code("\n".join(lines[at + 1 : end]), opening["language"])
            found.append(Line(at + 2, code.text, fence=code.fence))
            at = end + 1
        else:
            found.append(Line(at + 1, signed_ticks(lines[at])))
            at += 1
    return found


def _closed(lines: Sequence[str], at: int, ticks: str) -> int | None:
    """Find the line that closes a fence; a fence that nothing closes is a line like others."""
    rest = range(at + 1, len(lines))
    return next((n for n in rest if lines[n].strip() == ticks), None)


def _named(element: Element | None) -> str:
    return (element.attributes.get("class") or "") if element is not None else ""
