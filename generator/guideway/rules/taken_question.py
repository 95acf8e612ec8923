"""No question has a name that an address or a condition uses for something else.

Answers stand in an address under the id of their question. In that of an embedded page, `theme` and
`accent` are its look, so an answer to a question of that name, or of that earlier name, would never
arrive.

Wrong:

    content/guides/bridge.yaml
    questions:
      theme: {ask: 桥头有守桥人吗, options: {sits: 有人, gone: 没人}}
    steps:
      - {id: pay, do: 回答守桥人的问题, when: {theme: sits}}
      - {id: wait, do: 等守桥人回来, when: {theme: gone}}

Right:

    content/guides/bridge.yaml
    questions:
      keeper: {ask: 桥头有守桥人吗, options: {sits: 有人, gone: 没人}}
    steps:
      - {id: pay, do: 回答守桥人的问题, when: {keeper: sits}}
      - {id: wait, do: 等守桥人回来, when: {keeper: gone}}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.problems import Place, Problem

_LOOK = "addresses of embedded pages use it for their look"
_SEARCH = "addresses of the search use it for what was typed"
_OTHERS = "apps put it into the addresses that are shared"
_CONDITION = "conditions use it for something else"
TAKEN = {
    **dict.fromkeys(("theme", "accent"), _LOOK),
    "q": _SEARCH,
    **dict.fromkeys(("any", "not", "case"), _CONDITION),
    **dict.fromkeys(("from", "scene", "spm", "isappinstalled", "fbclid", "gclid"), _OTHERS),
}
"""Name → what it stands for. `templates/embeds/page.js` reads the look, `search.js` the search."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every question of a guide or a decision that has such a name."""
    for entry in catalog.entries.values():
        questions = getattr(entry.value, "questions", {})
        for name, question in questions.items():
            if name in TAKEN and name not in question.aliases:
                yield _problem(entry.key_place("questions", name), name)
            for number, alias in enumerate(question.aliases):
                if alias in TAKEN and alias not in question.aliases[number + 1 :]:
                    yield _problem(entry.place("questions", name, "aliases", number), alias)


def _problem(place: Place, name: str) -> Problem:
    message = f"“{name}” cannot be the id of a question"
    hint = f"{TAKEN[name]}; choose another word"
    return Problem(place, message, code="taken-question", hint=hint)
