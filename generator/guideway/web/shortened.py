"""HTML as the standard writes a tree → the same in fewer signs, which any browser reads alike.

An empty attribute is its name alone, and a value with quotes in it stands in those that need no
code: what our templates hand to scripts in attributes is full of them.
"""

import re

_STARTS = re.compile(
    r"<!--.*?-->"
    r"|(?P<raw><(?P<called>script|style)\b)(?P<kept>[^<>]*)(?P<rest>>.*?</(?P=called)>)"
    r"|(?P<tag><[a-z][^\s<>]*)(?P<given>[^<>]+)",
    re.DOTALL,
)
"""Comments, elements whose content is no HTML, and tags that have attributes.

The standard writes `<` and `>` as codes in an attribute, and each value between double quotes.
"""
_QUOTED = re.compile(r'="(?P<value>[^"\']*&quot;[^"\']*)"')
_PLAIN = re.compile(r'="([^\s"\'=`/]+)"')
"""What needs no quotes; a slash could be taken for the end of the element."""


def shortened(html: str, *, is_small: bool = False) -> str:
    """Write it again; `is_small` leaves away the quotes that nothing needs.

    `<p hidden="" title="a">` becomes `<p hidden title="a">`, or `<p hidden title=a>`.
    """
    return _STARTS.sub(_smallest if is_small else _start, html)


def _start(found: re.Match[str]) -> str:
    tag, given = found["tag"], found["given"]
    if tag:
        return f"{tag}{_attributes(given)}" if '=""' in given or "&quot;" in given else found[0]
    raw = found["raw"]
    return f"{raw}{_attributes(found['kept'])}{found['rest']}" if raw else found[0]


def _smallest(found: re.Match[str]) -> str:
    tag, raw = found["tag"], found["raw"]
    if not tag and not raw:
        return found[0]
    given = _PLAIN.sub(r"=\1", _attributes(found["given"] if tag else found["kept"]))
    return f"{tag}{given}" if tag else f"{raw}{given}{found['rest']}"


def _attributes(given: str) -> str:
    return _QUOTED.sub(_in_single_quotes, given.replace('=""', ""))


def _in_single_quotes(found: re.Match[str]) -> str:
    value = found["value"].replace("&quot;", '"')
    return f"='{value}'"
