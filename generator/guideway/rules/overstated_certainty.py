"""A record claims no more than was done.

The reader is told what somebody looked at: `primary` is the publisher's own text, or, for a way in
an app, the app itself, opened by us; `mirror` is a copy of that text (its month is `copied` of the
source); `secondary` are several others who agree, `single` is one. A record is `primary` only if
neither its source nor its note speaks of a copy, of reports or of pages that quote; a way in an app
is not when its note says that nobody tried it. What a record `cites` is at least as sure as itself.

Wrong:

    content/records/bridge.yaml
    law.bridge.7:
      label: 桥上的灯
      title: 桥梁法
      article: 第 7 条
      says: 夜里点灯。
      source: {title: 桥梁法, note: 正文据 2025-04-19 的公开镜像核对。}
      verified_on: 2026-11-22
      certainty: primary
      review_by: 2027-05-22
      owner: bridge

Right:

    content/records/bridge.yaml
    law.bridge.7:
      label: 桥上的灯
      title: 桥梁法
      article: 第 7 条
      says: 夜里点灯。
      source: {title: 桥梁法, copied: 2025-04}
      verified_on: 2026-11-22
      certainty: mirror
      review_by: 2027-05-22
      owner: bridge
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.languages import Language
from guideway.model.records import Fact
from guideway.problems import Problem

_SURE = ("unverified", "single", "secondary", "mirror", "primary")
"""From the least to the most; what we worked out is as sure as it is right."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every record whose certainty is denied by its own words, or by what it cites."""
    known = {record.name: record for record in catalog.records}
    for record in catalog.records:
        yield from _denied(record, catalog.language)
        if record.value.source.copied and record.value.certainty != "mirror":
            yield _problem(record, "a copy was read, so it is no", "`certainty: mirror`")
        cited = [known[name] for name in getattr(record.value, "cites", ()) if name in known]
        grades = [_SURE.index(c.value.certainty) for c in cited if c.value.certainty in _SURE]
        if grades and record.value.certainty in _SURE[max(grades) + 1 :]:
            best = _SURE[max(grades)]
            yield _problem(record, f"what it cites is only {best}, so it is no", "the same grade")


def _denied(record: Entry[Fact], language: Language) -> Iterator[Problem]:
    """Hold the words about the source against `primary`."""
    fact = record.value
    if fact.certainty != "primary":
        return
    about = " ".join(filter(None, [fact.source.title, fact.source.note, fact.note]))
    is_app = getattr(fact, "medium", None) == "app"
    marks = (language.second_hand, language.untried if is_app else None)
    said = next((found for mark in marks if mark and (found := mark.search(about))), None)
    if said:
        hint = "`mirror` for a copy of the text, `secondary` or `single` for what others say"
        yield _problem(record, f"“{said[0]}” is said of its source, so it is no", hint)


def _problem(record: Entry[Fact], why: str, hint: str) -> Problem:
    message = f"{why} `{record.value.certainty}`"
    return Problem(record.place("certainty"), message, code="overstated-certainty", hint=hint)
