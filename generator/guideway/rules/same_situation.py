"""Situations of a guide give different answers and have different titles.

Two that give the same answers are one page at two addresses; two with the same title are two pages
that nobody can tell apart, in a list or among what the search finds. Spaces, widths and capital
letters make no difference.

Wrong:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 骑马过桥, when: {horse: have}}
    situations:
      riding: {short: 骑马的, title: 骑马怎么过桥, answers: {horse: have}}
      horse: {short: 有马的, title: 牵着马怎么过桥, answers: {horse: have}}

Right:

    content/guides/bridge.yaml
    questions:
      horse: {ask: 有马吗, options: {have: 有马, none: 没马}}
    steps:
      - {id: pay, do: 回答守桥人的问题}
      - {id: cross, do: 骑马过桥, when: {horse: have}}
    situations:
      riding: {short: 骑马的, title: 骑马怎么过桥, answers: {horse: have}}
      walking: {short: 走路的, title: 走路怎么过桥, answers: {horse: none}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.decisions.telling import alike
from guideway.problems import Problem, listed


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find it in every guide."""
    for entry in catalog.guides:
        situations = entry.value.situations.items()
        given = {name: str(sorted(each.answers.items())) for name, each in situations}
        titles = {name: each.title for name, each in situations}
        told = set[str]()
        for said, what in ((given, "give the same answers"), (titles, "have the same title")):
            for same in (names for names in alike(said) if told.isdisjoint(names)):
                told.update(same)
                place = entry.key_place("situations", same[1])
                message = f"the situations {listed(same)} {what}"
                hint = "make them one, or say what makes the difference"
                yield Problem(place, message, code="same-situation", hint=hint)
