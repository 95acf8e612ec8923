"""Programs that read a decision with its parts as JSON, table or drawing come where readers do."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from guideway.decisions.drawing import as_csv, as_dot, as_mermaid
from guideway.model.decisions import Decision
from guideway.model.values import option_called
from tests.decisions.test_flows import read_flow
from tests.support.part_flows import Asked, by_chance, readers, walk, whole
from tests.support.part_sites import NAMES as FLOWS
from tests.support.programs import (
    Row,
    Said,
    from_data,
    from_table,
    judged,
    spoken,
    stating_of,
)
from tests.support.sampling import sample

SEEDS = sample("decisions that go on in others, read by programs", range(300), 0.1)
Knowing = tuple[str, Callable[[Said], str | None]]
"""A question of a part, and what tells its answer."""
Parts = dict[str, tuple[list[Knowing], str]]
"""What is known of each part, in order, and where it goes on."""


def _known(decision: Decision, told: str, when: str) -> Knowing:
    """Read what a table or a drawing says is known."""
    if " = " in told:
        name, _, source = told.partition(" = ")
        return name, lambda said: said.get(source)
    name, _, option = told.partition(": ")
    holds = spoken(decision, when)
    return name, lambda said: option if holds(said) else None


def _from_table(decision: Decision) -> tuple[list[Row], Parts]:
    rows = from_table(decision)
    lines = list(csv.reader(as_csv(decision).splitlines()[1:]))
    parts: Parts = {}
    for name in decision.parts:
        mine = [line for line in lines if line[0] == name]
        known = [_known(decision, told, when) for _, told, when, _ in mine if told]
        parts[name] = (known, mine[-1][3])
    return [row for row in rows if row[0] not in decision.parts], parts


def _from_arrows(decision: Decision, arrows: list[tuple[str, str, str]]) -> tuple[list[Row], Parts]:
    rows: list[Row] = []
    parts: Parts = {}
    for source, label, target in arrows:
        if source in decision.parts:
            told = [part.rstrip("]").partition(" [") for part in label.split("; ") if part]
            parts[source] = ([_known(decision, each, when) for each, _, when in told], target)
            continue
        options = decision.questions[source].options
        words, _, when = label.partition(" [")
        named = (key for key, option in options.items() if option.label == words)
        rows.append((source, next(named, "*"), spoken(decision, when.rstrip("]")), target))
    return rows, parts


def _from_data(decision: Decision) -> tuple[list[Row], Parts]:
    stating = stating_of(decision)
    parts: Parts = {}
    for name, part in decision.parts.items():
        data = json.loads(json.dumps(stating.part(part)))
        pairs = ((question, each) for question, told in data["given"].items() for each in told)
        parts[name] = ([(q, _telling(decision, each)) for q, each in pairs], data["go"])
    return from_data(decision), parts


def _telling(decision: Decision, each: dict[str, Any]) -> Callable[[Said], str | None]:
    if "question" in each:
        means = each["means"]
        return lambda said: (
            said.get(each["question"]) if means is None else means.get(said.get(each["question"]))
        )
    when = each["when"]
    return lambda said: each["option"] if when is None or judged(decision, when, said) else None


def _read(decision: Decision, rows: list[Row], parts: Parts, asked: Asked) -> tuple[Asked, Any]:
    """Answer what a program asks."""
    node: str | None = decision.first
    said: Said = {}
    known: set[str] = set()
    met: list[tuple[str, str]] = []
    left = iter(asked)
    while node in decision.questions or node in parts:
        if node in parts:
            found = dict(_told(decision, parts[node][0], said))
            said |= found
            known |= {*found}
            node = parts[node][1]
            continue
        if node not in known:
            given = next(left, None)
            if given is None:
                break
            met.append((str(node), given[1]))
            said[str(node)] = _option(decision, str(node), given[1])
        node = _led(rows, str(node), said)
    return tuple(met), node


def _told(decision: Decision, knowing: list[Knowing], said: Said) -> Iterator[tuple[str, str]]:
    """Of each question the first that tells, as it is called there."""
    found: set[str] = set()
    for name, tell in knowing:
        answer = tell(said)
        if answer is not None and name not in found:
            found.add(name)
            yield name, _option(decision, name, answer)


def _option(decision: Decision, name: str, answer: str) -> str:
    """Name the band of what is typed; boxes are looked at as they are."""
    question = decision.questions[name]
    return answer if question.sets else option_called(question, answer)


def _led(rows: list[Row], node: str, said: Said) -> str | None:
    own = [row for row in rows if row[:2] == (node, said[node])]
    mine = own or [row for row in rows if row[:2] == (node, "*")]
    return next((go for _, _, when, go in mine if when(said)), None)


@pytest.mark.parametrize("seed", SEEDS)
def test_programs_come_where_readers_do(seed: int) -> None:
    made = by_chance(seed)
    decision = whole(made)
    programs = _programs(decision)
    for asked, end in walk(made, 200):
        for name, (rows, parts) in programs.items():
            assert _read(decision, rows, parts, asked) == (asked, end), name


@pytest.mark.parametrize("flow", FLOWS)
def test_programs_come_there_with_each_value_at_a_limit(flow: str) -> None:
    made, decision, values, _ = read_flow(flow)
    gone = list(readers(made, 60_000, values))
    programs = _programs(decision)
    for asked, reader in gone[:: max(1, len(gone) // 400)]:
        for name, (rows, parts) in programs.items():
            assert _read(decision, rows, parts, asked) == (asked, reader.end), name


def _programs(decision: Decision) -> dict[str, tuple[list[Row], Parts]]:
    """Read a decision as each program does."""
    arrow = r'n_(\w+) -->\|"([^"]*)"\| n_(\w+)'
    line = r'"([\w.-]+)" -> "([\w.-]+)" \[label="([^"]*)"\]'
    drawn = re.findall(arrow, as_mermaid(decision))
    mermaid = [(_plain(a), label, _plain(b)) for a, label, b in drawn]
    dot = [(a, label, b) for a, b, label in re.findall(line, as_dot(decision))]
    return {
        "table": _from_table(decision),
        "mermaid": _from_arrows(decision, mermaid),
        "dot": _from_arrows(decision, dot),
        "data": _from_data(decision),
    }


def _plain(name: str) -> str:
    return name.replace("__", ".").replace("_", "-")
