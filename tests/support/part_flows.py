"""Decisions made by chance that go on in others, and the plainest way to run them.

What they are is data, as authors write it; running them knows no bands, sets or states.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from types import MappingProxyType
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.computing.evaluating import NoNumber, day_number, evaluate
from guideway.decisions.banding import banded
from guideway.decisions.carrying import looking
from guideway.decisions.grouping import grouped
from guideway.decisions.states import StateGraph
from guideway.decisions.ticking import ticked
from guideway.decisions.wholes import whole_of
from guideway.model.cases import cases_in
from guideway.model.decisions import Decision
from guideway.model.formulas import parse
from guideway.model.texts import Part
from guideway.source import Document
from tests.support.flows import DAYS

Data = dict[str, Any]
Asked = tuple[tuple[str, str], ...]
"""Questions, each by the name that it has in the whole, and what was answered."""
ENDS = {n: {"kind": "done", "title": n, "text": n} for n in ("o0", "o1", "o2")}
Values = dict[str, dict[str | None, list[str]]]
"""What is typed, by decision and question, in place of every number."""
KINDS = ("one", "one", "number", "choices")
HOWS = ("under", "at_most", "over")
MOST = 9
"""The largest number that can be typed."""


def by_chance(seed: int) -> dict[str, Data]:
    """Make `main`, which goes on in `x` or `y`, and `x`, which may go on in `y`."""
    chance = random.Random(seed + 60_000)  # noqa: S311 - games of chance, not secrets
    kinds = {name: chance.choice(KINDS) for name in ("k", "l", "m")}
    made: dict[str, Data] = {"y": _decision(chance, kinds, {})}
    made["x"] = _decision(chance, kinds, {"y": made["y"]} if chance.random() < 0.6 else {})
    goes_on = {name: made[name] for name in chance.sample(["x", "y"], chance.randint(1, 2))}
    made["main"] = _decision(chance, kinds, goes_on)
    return made


def gapless(made: dict[str, Data]) -> dict[str, Data]:
    """Let everybody for whom no route applies go to an end: a page is made of whole ones only."""
    for data in made.values():
        for question in data["questions"].values():
            if isinstance(question["go"], list) and "when" in question["go"][-1]:
                question["go"].append({"go": "o0"})
    return made


def catalog_of(
    made: dict[str, Data], records: Mapping[str, Part] = MappingProxyType({})
) -> Catalog:
    """Read decisions as they are written, and cut them as an examination does."""
    entries: dict[str, Entry[Any]] = {}
    for name, record in records.items():
        entries[name] = Entry(name, record, Document("content/records/some.yaml", {}, ""))
    for name, data in made.items():
        value = Decision.model_validate(data, context=cases_in(data))
        entries[f"decision.{name}"] = Entry(
            f"decision.{name}", value, Document(f"content/decisions/{name}.yaml", {}, "")
        )
    return ticked(banded(looking(grouped(Catalog(entries)))))


def whole(made: dict[str, Data], records: Mapping[str, Part] = MappingProxyType({})) -> Decision:
    """Put `main` together with all that it goes on in."""
    catalog = catalog_of(made, records)
    found = next(entry for entry in catalog.decisions if entry.id == "main")
    return whole_of(catalog, found).value


def walk(made: dict[str, Data], most: int = 2_000) -> Iterator[tuple[Asked, str | None]]:
    """Run every sequence of answers: what was asked, and the end; nothing where nothing applies."""
    for asked, reader in readers(made, most):
        yield asked, reader.end


def followed(graph: StateGraph, asked: Asked) -> tuple[Asked, str | None]:
    """Answer what is asked: the questions that were asked, and the end."""
    state, said, met = graph.states[0], dict[str, str](), []
    for _, answer in asked:
        arrow = graph.arrow(state, answer, said)
        assert arrow, (state, answer)
        met.append((state.node, answer))
        said[state.node] = answer
        if arrow.target is None:
            return tuple(met), None
        state = graph.states[arrow.target]
    return tuple(met), state.node


def cells(graph: StateGraph, asked: Asked) -> tuple[str, ...]:
    """Name the arrows that answers go along: of each the band, or what comes out."""
    state, said, met = graph.states[0], dict[str, str](), []
    for _, answer in asked:
        steps = graph.steps(state, answer, said)
        met += [step.arrow.option for step in steps if step.arrow]
        said[state.node] = answer
        last = steps[-1].arrow
        assert last
        assert last.target is not None
        state = graph.states[last.target]
    return (*met, state.node)


Left = dict[int, tuple[int, int]]
"""Of states, how few and how many questions may still come."""


def left(graph: StateGraph, walks: Iterator[Asked]) -> Left:
    """Count the questions that come on some of all walks, from each state that is met."""
    found: Left = {}
    for asked in walks:
        state, said = graph.states[0], dict[str, str]()
        for place, (_, answer) in enumerate([*asked, ("", "")]):
            rest = len(asked) - place
            fewest, most = found.get(state.number, (rest, rest))
            found[state.number] = min(fewest, rest), max(most, rest)
            arrow = graph.arrow(state, answer, said) if rest else None
            said[state.node] = answer
            state = graph.states[arrow.target] if arrow and arrow.target is not None else state
    return found


@dataclass
class Reader:
    """Somebody on the way: in which decision and where, what was asked, and what is known."""

    made: dict[str, Data]
    decision: str
    node: str | None
    asked: Asked = ()
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    came: tuple[str, ...] = ()
    """The decisions passed before, the last first."""
    values: Values = field(default_factory=dict)
    passed: tuple[str, ...] = ()
    """The questions that were passed by, as their answers were known."""

    def __post_init__(self) -> None:
        self.known = dict(self.known)
        self._settle()

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is asked any more."""
        return self.node not in self.made[self.decision]["questions"]

    @property
    def end(self) -> str | None:
        """The outcome, by the name that it has in the whole."""
        return None if self.node is None else self._called()

    def onward(self) -> Iterator[Reader]:
        """Give every answer to what is asked."""
        question = self.made[self.decision]["questions"][self.node]
        name, rest = self._called(), (self.came, self.values, self.passed)
        for answer in self.values.get(self.decision, {}).get(self.node) or answers(question):
            known = {**self.known, (self.decision, str(self.node)): answer}
            if self._is_refused(known):
                continue
            node = self._led(known)
            asked = (*self.asked, (name, answer))
            yield Reader(self.made, self.decision, node, asked, known, *rest)

    def refusals(self) -> Iterator[tuple[str, bool]]:
        """Give every answer that is tried, with whether it is refused."""
        question = self.made[self.decision]["questions"][self.node]
        for answer in self.values.get(self.decision, {}).get(self.node) or answers(question):
            yield answer, self._is_refused({**self.known, (self.decision, str(self.node)): answer})

    def _is_refused(self, known: dict[tuple[str, str], str]) -> bool:
        asked = _asked(self.made[self.decision])
        said = {q: a for (d, q), a in known.items() if d == self.decision}
        return any(
            met(each["when"], said, asked) for each in asked[str(self.node)].get("refuses", ())
        )

    def _settle(self) -> None:
        """Enter parts, and pass by what is known there."""
        while self.node is not None:
            data = self.made[self.decision]
            if self.node in data.get("parts", {}):
                self._enter(data["parts"][self.node])
            elif self.node in data["questions"] and (self.decision, self.node) in self.known:
                self.passed = (*self.passed, self._called())
                self.node = self._led(self.known)
            else:
                return

    def _called(self) -> str:
        """Name where it is by the name that it has in the whole."""
        return str(self.node) if self.decision == "main" else f"{self.decision}.{self.node}"

    def _enter(self, part: Data) -> None:
        there, here = part["decision"], self.decision
        before = (here, *self.came)
        for name, question in self.made[there]["questions"].items():
            answer = self._told(part, name, question, before)
            if answer is not None:
                self.known[there, name] = answer
        self.came = before
        self.decision, self.node = there, next(iter(self.made[there]["questions"]))

    def _told(self, part: Data, name: str, question: Data, before: tuple[str, ...]) -> str | None:
        told = part.get("answers", {}).get(name)
        if told is not None:
            here = {q: a for (d, q), a in self.known.items() if d == before[0]}
            return _meant(told, here, self.made[before[0]]["questions"])
        for each in before if name not in part.get("asks", ()) else ():
            own = self.made[each]["questions"].get(name)
            if own and (each, name) in self.known and _asks_the_same(own, question):
                return self.known[each, name]
        return None

    def _led(self, known: dict[tuple[str, str], str]) -> str | None:
        data = self.made[self.decision]
        question = data["questions"][self.node]
        said = {q: a for (d, q), a in known.items() if d == self.decision}
        option = question.get("options", {}).get(said[str(self.node)], {})
        go = (option.get("go") if isinstance(option, dict) else None) or question.get("go")
        if isinstance(go, str):
            return go
        for route in go:
            if "when" not in route or met(route["when"], said, _asked(data)):
                return str(route["go"])
        return None


def _asked(data: Data) -> Data:
    """The questions, and beside them what is worked out of them."""
    return {**data["questions"], "computed": data.get("computed", {})}


def _meant(told: Any, here: dict[str, str], asked: Data) -> str | None:
    """Say what an author wrote that is known."""
    if isinstance(told, str) and told.startswith("answer."):
        return here.get(told.removeprefix("answer."))
    if isinstance(told, dict):
        pairs = ((source, means) for source, means in told.items() if here.get(source) in means)
        return next((means[here[source]] for source, means in pairs), None)
    if isinstance(told, list) and isinstance(told[0], dict):
        return next((each["means"] for each in told if met(each["when"], here, asked)), None)
    return ",".join(told) if isinstance(told, list) else str(told)


def readers(
    made: dict[str, Data], most: int = 300, values: Values | None = None
) -> Iterator[tuple[Asked, Reader]]:
    """Run as `walk` does; give also who is at the end, with all that is known of them."""
    waiting = [Reader(made, "main", next(iter(made["main"]["questions"])), values=values or {})]
    while waiting and most:
        reader = waiting.pop()
        if reader.is_at_end:
            most -= 1
            yield reader.asked, reader
        else:
            waiting += reader.onward()


def answers(question: Data) -> list[str]:
    """List everything that can be answered: every number, every set of boxes."""
    options: list[str] = list(question.get("options", {}))
    if question.get("kind") == "number":
        return [*map(str, range(question["range"][0], question["range"][1] + 1)), *options]
    if question.get("kind") == "choices":
        boxes = [o for o in options if o not in _alone(question)]
        sets = [",".join(s) for n in range(1, len(boxes) + 1) for s in combinations(boxes, n)]
        return [*sets, *(o for o in options if o not in boxes)]
    return options


def met(when: Any, said: dict[str, str], asked: Data) -> bool:
    """Judge a condition as it is written."""
    if isinstance(when, list):
        return any(met(each, said, asked) for each in when)
    return all(
        _comes_out(name, test, said, asked)
        if name.startswith("computed.")
        else _holds(name, test, said, asked)
        for name, test in when.items()
    )


def _comes_out(name: str, test: Data, said: dict[str, str], asked: Data) -> bool:
    found = _worked(name, said, asked)
    return found is not None and all(_sized(how, found, what) for how, what in test.items())


def _apart(test: Data) -> list[tuple[str, Any]]:
    """What is so much more than another answer."""
    named = ((how, what) for how, what in test.items() if isinstance(what, dict))
    return [(how, w) for how, w in named if next(iter(w)).startswith("answer.")]


def _is_apart(how: str, what: Data, name: str, said: dict[str, str], asked: Data) -> bool:
    ((other, more),) = what.items()
    other = other.removeprefix("answer.")
    if not (said.get(other, "")[:1].isdigit() and said[name][:1].isdigit()):
        return False
    return _sized(how, _number(said[name], asked[name]) - _number(said[other], asked[other]), more)


def _holds(name: str, test: Any, said: dict[str, str], asked: Data) -> bool:
    if name == "any":
        return any(met(each, said, asked) for each in test)
    if name == "not":
        return not met(test, said, asked)
    if name not in said:
        return False
    ticked = {*said[name].split(",")}
    if not isinstance(test, dict):
        groups = asked[name].get("groups", {})
        named = [test] if isinstance(test, str) else test
        return not ticked.isdisjoint(o for key in named for o in groups.get(key, [key]))
    if not all(_is_apart(how, what, name, said, asked) for how, what in _apart(test)):
        return False
    test = {how: what for how, what in test.items() if (how, what) not in _apart(test)}
    told = ((how, _told(what, said)) for how, what in test.items())
    return all(
        what is not None and _compares(how, what, said[name], ticked, asked[name])
        for how, what in told
    )


def _worked(name: str, said: dict[str, str], asked: Data) -> Fraction | None:
    """Work a line out as it is written; nothing where something is not known as a number."""
    lines = asked["computed"][name.split(".")[1]]["lines"]
    known: dict[str, Any] = {
        q: _number(a, asked[q]) if a[:1].isdigit() else a for q, a in said.items()
    }
    for key, line in lines.items():
        try:
            value = evaluate(parse(line["value"]), known) * 10 ** line.get("decimals", 2)
        except (KeyError, NoNumber):
            continue
        nearest = floor(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)
        whole = {"down": floor(value), "up": ceil(value)}.get(line.get("rounded", ""), nearest)
        known[key] = Fraction(whole, 10 ** line.get("decimals", 2))
    found = known.get(name.split(".")[2])
    return found if isinstance(found, Fraction) else None


def _number(said: str, question: Data) -> Fraction:
    if _is_day(said):
        return day_number(said)
    is_past = question["kind"] == "date" and question.get("lies", "past") == "past"
    return Fraction(said) * (-1 if is_past else 1)


def _sized(how: str, found: Fraction, what: Any) -> bool:
    days = str(what["today"] if isinstance(what, dict) else what).removesuffix(" days")
    limit = day_number(days) if _is_day(days) else Fraction(days)
    tests = {"under": found < limit, "at_most": found <= limit, "equals": found == limit}
    more = {"at_least": found >= limit, "over": found > limit, "before": found < limit}
    return {
        **tests,
        **more,
        "from": found >= limit,
        "until": found <= limit,
        "after": found > limit,
    }[how]


def _is_day(said: str) -> bool:
    return said.count("-") > 1


def _told(what: Any, said: dict[str, str]) -> Any:
    """What is compared with: another answer as it was typed; nothing if none was."""
    if not isinstance(what, str) or not what.startswith("answer."):
        return what
    other = said.get(what.removeprefix("answer."), "")
    return {"today": f"{other} days"} if other[:1].isdigit() else None


def _compares(how: str, what: Any, said: str, ticked: set[str], question: Data) -> bool:
    if how in {"any", "all", "none"}:
        both = ticked & {*what}
        return {"any": bool(both), "all": both == {*what}, "none": not both}[how]
    if how == "count":
        return len(ticked - _alone(question)) >= int(what["at_least"])
    if not said[0].isdigit():
        return False
    if _is_day(said):
        return _sized(how, day_number(said), what)
    return _is_so(how, what, Decimal(said), question)


def _is_so(how: str, what: Any, number: Decimal, question: Data) -> bool:
    found = what["today"] if isinstance(what, dict) else what
    limit = Decimal(str(found).removesuffix(" days").removeprefix("-"))
    if how in {"before", "after", "from", "until"}:
        is_back = question.get("lies", "past") == "past"
        return _sized(
            how, -Fraction(number) if is_back else Fraction(number), -limit if is_back else limit
        )
    if how in {"within", "equals"}:
        return number == limit if how == "equals" else number <= limit
    told = {"under": number < limit, "at_most": number <= limit, "over": number > limit}
    return {**told, "at_least": number >= limit}[how]


def _alone(question: Data) -> set[str]:
    options = question["options"].items()
    return {o for o, each in options if isinstance(each, dict) and each.get("exclusive")}


def _asks_the_same(one: Data, other: Data) -> bool:
    """The same kind, options, and range."""
    same = [(q.get("kind"), {*q.get("options", {})}, q.get("range")) for q in (one, other)]
    return same[0] == same[1]


def _decision(chance: random.Random, kinds: dict[str, str], parts: dict[str, Data]) -> Data:
    names = chance.sample(sorted(kinds), chance.randint(1, 3))
    asked: Data = {}
    for place, name in enumerate(names):
        ahead = [*names[place + 1 :][:2], *(f"to-{part}" for part in parts), *ENDS]
        ahead = ahead[: max(2, len(ahead) - chance.randint(0, 3))]
        asked[name] = _question(chance, kinds[name])
        routes = [
            {"when": _condition(chance, asked), "go": chance.choice(ahead)}
            for _ in range(chance.randint(0, 2))
        ]
        rest = [{"go": chance.choice(ahead)}] if chance.random() < 0.85 else []
        written: Any = [*routes, *rest]
        asked[name]["go"] = written or chance.choice(ahead)
        for option in asked[name].get("options", {}).values():
            if asked[name].get("kind") is None and chance.random() < 0.4:
                option["go"] = chance.choice(ahead)
    made = {"title": "t", "summary": "s", "topic": "crossing", **DAYS, "questions": asked}
    used = {f"to-{name}": _part(chance, name, asked, there) for name, there in parts.items()}
    return {**made, "parts": used, "outcomes": ENDS}


def _part(chance: random.Random, name: str, asked: Data, there: Data) -> Data:
    told: Data = {}
    for question, data in there["questions"].items():
        roll = chance.random()
        kind = data.get("kind")
        if roll < 0.2:
            said = chance.choice(answers(data))
            told[question] = said.split(",") if kind == "choices" else said
            told[question] = int(said) if said.isdigit() else told[question]
        elif roll < 0.45 and kind is None:
            told[question] = _meaning(chance, asked, list(data["options"]))
        elif roll < 0.6:
            same = [q for q, own in asked.items() if _asks_the_same(own, data)]
            told |= {question: f"answer.{chance.choice(same)}"} if same else {}
    asks = [q for q in there["questions"] if q not in told and chance.random() < 0.2]
    return {"decision": name, "answers": told, "asks": asks}


def _meaning(chance: random.Random, asked: Data, options: list[str]) -> Any:
    source = chance.choice(list(asked))
    own = asked[source]
    if own.get("kind") or chance.random() < 0.3:
        pairs = [(_condition(chance, asked), chance.choice(options)) for _ in range(2)]
        return [{"when": when, "means": means} for when, means in pairs]
    return {source: {o: chance.choice(options) for o in own["options"] if chance.random() < 0.7}}


def _question(chance: random.Random, kind: str) -> Data:
    if kind == "number":
        return {"ask": "?", "kind": "number", "unit": "m", "range": [0, chance.choice([MOST, 5])]}
    options: Data = {f"a{n}": {"label": f"a{n}"} for n in range(chance.randint(2, 3))}
    if kind == "one":
        return {"ask": "?", "options": options}
    alone = {"none": {"label": "none", "exclusive": True}} if chance.random() < 0.5 else {}
    return {"ask": "?", "kind": "choices", "options": {**options, **alone}}


def _condition(chance: random.Random, asked: Data) -> Data:
    name = chance.choice(list(asked))
    kind, options = asked[name].get("kind"), list(asked[name].get("options", {}))
    if kind == "number":
        picked: Data = {name: {chance.choice(HOWS): chance.randint(1, 4)}}
    elif kind == "choices":
        boxes = [o for o in options if not asked[name]["options"][o].get("exclusive")]
        some = chance.sample(boxes, chance.randint(1, 2))
        picked = {name: {chance.choice(["any", "all", "none"]): some}}
    else:
        picked = {name: chance.sample(options, chance.randint(1, len(options)))}
    roll = chance.random()
    if roll < 0.2:
        return {"not": picked}
    return {"any": [picked, _condition(chance, asked)]} if roll < 0.4 else picked
