"""What an author probably meant by what does not fit: slips, dates, ids, keys one step aside."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from guideway.catalog.load.fields import keys_at
from guideway.model.texts import Part
from guideway.problems import Place, Problem
from guideway.problems.files.slips import wrong_indent
from guideway.problems.files.values import bad_value, wrong_type
from guideway.source import Document, Trail
from guideway.source.repairs import quotes, signs
from guideway.source.repairs.repair import Repair

_DATE = "a date such as 2026-11-22"
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u300c\u300d\u3010\u3011 "
_LINKED = re.compile(r"\[[^\[\]]*\]\(([^()]+)\)")
"""A link where the id alone belongs."""
_ENDS = ".,;:\u3001\uff0c\uff1b"
_OTHERWISE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("if", "condition", "only_if", "applies", "for"), ("when",)),
    **dict.fromkeys(("image", "img", "photo", "screenshot"), ("picture", "file")),
    **dict.fromkeys(
        ("tip", "note", "description", "details", "help"), ("detail", "summary", "note")
    ),
    **dict.fromkeys(("link", "links", "source", "reference", "law", "refs"), ("cites", "sources")),
    **dict.fromkeys(("author", "editor", "maintainer"), ("owner",)),
    **dict.fromkeys(("category", "tag", "tags"), ("topic",)),
    **dict.fromkeys(("url", "href"), ("address",)),
    **dict.fromkeys(("date", "updated", "checked"), ("reviewed_on", "verified_on")),
    **dict.fromkeys(("warning", "caution", "danger"), ("warn", "warnings", "caution")),
    **dict.fromkeys(("text", "instruction", "action"), ("do", "text", "then")),
    **dict.fromkeys(("materials", "prepare", "requirements"), ("needs",)),
    **dict.fromkeys(("result", "results", "success"), ("expect", "done")),
    **dict.fromkeys(("faq", "problems", "errors"), ("troubles",)),
    **dict.fromkeys(("cost", "price", "costs"), ("fees", "amount")),
    **dict.fromkeys(("time", "duration"), ("takes",)),
    **dict.fromkeys(("next", "goto", "then_go"), ("go", "next")),
    **dict.fromkeys(("bullets", "list", "items"), ("points",)),
    **dict.fromkeys(("options", "choices", "ways"), ("alternatives", "options")),
}
"""What others call a key → what it may be called here, the likeliest first."""
_LED_TO = "^[a-z][a-z0-9]*([.-]"
"""How the pattern of steps and pages begins."""
_LAST_MONTH = 12
_KINDS = (
    signs.odd_dashes,
    signs.odd_brackets,
    signs.odd_quotes,
    signs.signs_in_brackets,
    quotes.colons_in_texts,
    quotes.commas_in_texts,
)


def slip_at(place: Place, *, is_open: bool = False) -> Problem | None:
    """Tell the slip for which a value or a key is not what it looks like.

    `is_open`: it is a list or a mapping, and goes on behind its place.
    """
    first = place.column - 3
    end = len(place.text) if is_open else place.column - 1 + place.length
    for repair in _repairs(place.line - 1, place.text):
        if repair.column < end and repair.column + repair.length > first:
            return repair.problem(place.path, place.text)
    return None


@lru_cache(maxsize=8)
def _repairs(number: int, line: str) -> tuple[Repair, ...]:
    """List what may be a slip in a line, once for all of its values that do not fit."""
    return tuple(repair for kind in _KINDS for repair in kind(number, line))


def date_problem(place: Place, written: object, found: str) -> Problem:
    """Say what keeps a value from being a date, and how the date is written."""
    text = normalize("NFKC", str(written))
    parts = re.findall(r"\d+", text)
    if len(parts) == 1 and len(parts[0]) == 8:  # noqa: PLR2004 - 20261122
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]]
    if len(parts) == 3 and len(parts[2]) == 4:  # noqa: PLR2004 - 22-11-2026
        parts.reverse()
    if re.match(r"\d{4}\D\d{1,2}\D\d{1,2}[T ]", text):
        parts = parts[:3]  # what follows is an hour
    if len(parts) != 3 or len(parts[0]) != 4 or written is None:  # noqa: PLR2004 - no date at all
        hint = "year, month and day" if re.match(r"\d{4}\D+\d{1,2}$", text) else ""
        return wrong_type(place, _DATE, found, hint)
    year, month, day = map(int, parts)
    if impossible := _impossible(year, month, day):
        return bad_value(place, *impossible)
    right = f"{year:04}-{month:02}-{day:02}"
    return wrong_type(place, _DATE, found, f"write {right}, without quotes").mended_by(right)


def _impossible(year: int, month: int, day: int) -> tuple[str, str] | None:
    if not 1 <= month <= _LAST_MONTH:
        return f"there is no month {month}", "year, month, day: 2026-11-22; months are 01 to 12"
    last = monthrange(max(year, 1), month)[1]
    if not 1 <= day <= last:
        return f"there is no day {day} in {year:04}-{month:02}", f"its days are 01 to {last}"
    return None


def meant_id(written: str, pattern: str) -> str:
    """Give the id that was meant: `Bridge Keeper` → `bridge-keeper`; empty if none is near."""
    linked = _LINKED.fullmatch(written.strip())
    said = linked[1] if linked else written
    plain = re.sub(r"[\s_]+", "-", normalize("NFKC", said).strip(_QUOTES).lower())
    plain = plain.replace("\u3002", ".").strip(_ENDS)
    return plain if re.search(pattern, plain) else ""


def called_so(key: str, keys: Collection[str]) -> str:
    """Name the key of ours for what others call so; empty if there is none here."""
    plain = key.lower().replace("-", "_")
    ours = next((each for each in _OTHERWISE.get(plain, ()) if each in keys), "")
    return f"did you mean “{ours}”?" if ours else ""


def several_ids(written: str, pattern: str) -> str:
    """Say so where one text has the ids of several records in it; empty if it has not."""
    words = [word for word in re.split(r"[\s,;\uff0c\uff1b\u3001]+", written) if word]
    if len(words) > 1 and all("." in word and re.search(pattern, word) for word in words):
        return f"these are {len(words)} entries: {' and '.join(f'“{word}”' for word in words)}"
    return ""


def named_so(written: str, pattern: str, data: object) -> str:
    """Give the id of the step that says so, where one is led to; empty if none does."""
    if not pattern.startswith(_LED_TO):
        return ""
    if isinstance(data, dict):
        pairs = [(data["id"], data)] if isinstance(data.get("id"), str) else [*data.items()]
        for name, each in pairs:
            is_it = isinstance(each, dict) and written in each.values()
            if is_it and name != written and re.search(pattern, str(name)):
                return str(name)
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return next(filter(None, (named_so(written, pattern, each) for each in inside)), "")


def misplaced_key(
    loc: Trail, kind: type[Part], document: Document, trail: Trail
) -> tuple[Problem, Trail] | None:
    """Tell a key that stands one step too deep or too shallow, and where it belongs."""
    *parent, key = loc
    place = document.key_place((*trail, *loc))
    if place.text[: place.column - 1].strip():
        return None  # in braces, or behind a dash: not a matter of columns
    for home in (*_around(parent), *_before(parent, str(key), document, trail)):
        data = _follow(document.data, (*trail, *home))
        is_free = isinstance(data, dict) and bool(data) and key not in data
        if is_free and key in keys_at(kind, home):
            first = document.key_place((*trail, *home, next(iter(data))))
            side = "right" if first.column < place.column else "left"
            what = f"“{key}” starts too far {side}: it belongs to what starts on line {first.line}"
            right = " " * (first.column - 1) + place.text.strip()
            return wrong_indent(place, what, right), (*home, key)
    return None


def _around(parent: list[str | int]) -> Iterator[Trail]:
    """The mappings around the one in which a key was found, the nearest first."""
    yield from (tuple(parent[:length]) for length in range(len(parent) - 1, -1, -1))


def _before(parent: list[str | int], key: str, document: Document, trail: Trail) -> Iterator[Trail]:
    """The mapping that ends just before a key."""
    names = list(_follow(document.data, (*trail, *parent)))
    number = names.index(key) if key in names else 0
    if not number:
        return
    home = (*parent, names[number - 1])
    value = _follow(document.data, (*trail, *home))
    yield (*home, len(value) - 1) if isinstance(value, list) and value else home


def _follow(data: Any, trail: Trail) -> Any:
    for name in trail:
        data = data[name]
    return data
