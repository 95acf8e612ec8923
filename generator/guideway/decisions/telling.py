"""Spots in decisions → problems: the same way for every rule that a proof stands behind."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

from guideway.catalog import Catalog, Entry
from guideway.decisions.proofs import Counterexample
from guideway.decisions.state_graph import explored
from guideway.decisions.states import StateGraph
from guideway.model.texts import Part
from guideway.model.values import is_value
from guideway.problems import Problem


def spotted(  # noqa: PLR0913 - the parts of a problem, by name
    prove: Callable[[StateGraph], Iterator[Counterexample]],
    message: str,
    *,
    code: str,
    hint: str,
    level: Literal["error", "warning"] = "error",
    at: Literal["key", "value"] = "key",
    of_value: str = "",
) -> Callable[[Catalog, Entry[Part]], Iterator[Problem]]:
    """Make a rule of a proof: a problem for every spot it finds in a decision.

    `{}` in the message stands for the subject of the spot; `of_value` is the message of what is
    typed, where it is another one.
    """

    def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
        graph = explored(entry)
        for spot in prove(graph) if graph else ():
            said = ((is_value(spot.subject) and of_value) or message).format(spot.subject)
            place = (entry.key_place if at == "key" else entry.place)(*spot.trail)
            found = Problem(place, said, code=code, hint=hint, answers=spot.way, level=level)
            yield replace(found, about=spot.subject)

    return check_piece


def alike(texts: Mapping[str, str]) -> Iterator[list[str]]:
    """Group the names whose texts a reader cannot tell apart; spaces, widths, capitals are none."""
    groups: dict[str, list[str]] = {}
    for name, text in texts.items():
        folded = unicodedata.normalize("NFKC", text).casefold()
        groups.setdefault("".join(folded.split()), []).append(name)
    return (names for names in groups.values() if len(names) > 1)
