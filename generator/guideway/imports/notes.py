"""Notes at the foot of an article → paragraphs behind what they are about.

A note is what a sign leads to and what leads back to that sign: so Word, Markdown and encyclopedias
write them.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from guideway.web.html import Element, Html, put_after, put_inside

_ID = re.compile(r"[\w.:-]{1,80}")
_SIGN = 6
"""So many characters at most has the sign of a note: 12, [3], *."""
_AROUND = {"p", "li", "dd", "dt", "td", "th", "div", "h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS = {"td", "th"}
_OPEN = {"li", "dd", "div"}
"""What can have paragraphs in it; behind the others they stand."""


def put_by(html: Html) -> None:
    """Put each note behind the paragraph in which it is first named, and leave its sign out."""
    notes = dict(_notes(html))
    for back in {back for backs in notes.values() for back in backs}:
        html.drop(f'a[href="#{back}"]')
    named = [(around, note) for note in notes for around in _around(html, note)]
    order = {element.mem_id: n for n, element in enumerate(html.find("*"))}
    named.sort(key=lambda each: order[each[0].mem_id])
    for _, row in groupby(named, key=lambda each: each[0].mem_id):
        found = list(row)
        _put(found[0][0], [_said(html, note) for _, note in found])
    for note in notes:
        html.drop(f'[id="{note}"]')
        html.drop(f'sup:has(> a[href="#{note}"])')
        html.drop(f'a[href="#{note}"]')


def _notes(html: Html) -> Iterator[tuple[str, list[str]]]:
    """Ids of notes, and of the signs that each leads back to."""
    backs: dict[str, list[str]] = {}
    ids = {each.attributes.get("id"): each for each in html.find("[id]")}
    for sign in html.find('a[href^="#"]'):
        note = (sign.attributes.get("href") or "")[1:]
        own = {sign.attributes.get("id"), sign.parent and sign.parent.attributes.get("id")}
        target = ids.get(note)
        is_sign = _ID.fullmatch(note) and len(sign.text().strip()) <= _SIGN
        for back in {each for each in own if each and _ID.fullmatch(each)}:
            if is_sign and target is not None and _leads_back(target, back):
                backs.setdefault(note, []).append(back)
    yield from backs.items()


def _leads_back(note: Element, sign: str) -> bool:
    """Whether it is a note: the sign in turn is what its own sign leads back to, and is none."""
    return note.tag not in {"a", "sup"} and note.css_first(f'a[href="#{sign}"]') is not None


def _around(html: Html, note: str) -> list[Element]:
    """The paragraph around the first sign of a note."""
    sign: Element | None = next(iter(html.find(f'a[href="#{note}"]')), None)
    while sign is not None and sign.tag not in _AROUND:
        sign = sign.parent
    return [] if sign is None else [sign]


def _said(html: Html, note: str) -> Element:
    return html.find(f'[id="{note}"]')[0]


def _put(around: Element, notes: list[Element]) -> None:
    if around.tag in _CELLS:
        put_inside(around, "".join(f" {each.text()}" for each in notes))
    else:
        put = put_inside if around.tag in _OPEN else put_after
        put(around, "".join(f"<div>{each.inner_html}</div>" for each in notes))
