"""Decisions made by chance, and the plainest way to run them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from guideway.model.conditions import holds
from guideway.model.decisions import Decision

DAYS = {"reviewed_on": date(2026, 11, 22), "review_by": date(2027, 5, 22), "owner": "bridge"}
ENDS = {n: {"kind": "done", "title": n, "text": n} for n in ("o0", "o1", "o2")}
"""Three ends of decisions."""


def random_decision(seed: int) -> Decision:
    """Make a decision without loops: questions lead to later ones, some routes look back."""
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    questions = [f"q{number}" for number in range(chance.randint(1, 6))]
    outcomes = [f"o{number}" for number in range(chance.randint(2, 4))]
    asked: dict[str, Any] = {}
    for position, name in enumerate(questions):
        ahead = [*questions[position + 1 :][:3], *outcomes]
        asked[name] = {
            "ask": f"{name}",
            "options": {
                f"a{number}": {
                    "label": f"{name}a{number}",
                    "go": _routes(chance, asked, ahead),
                }
                for number in range(chance.randint(1, 3))
            },
        }
    ends = {name: {"kind": "done", "title": name, "text": name} for name in outcomes}
    return decision_of(asked, ends)


def looping_decision(seed: int) -> Decision:
    """Make a small decision in which routes may lead anywhere, also back, some looking back.

    Some options lead to an end once a later question was answered: these can be asked again.
    """
    chance = random.Random(seed)  # noqa: S311 - games of chance, not secrets
    questions = [f"q{number}" for number in range(chance.randint(2, 4))]
    known = {
        name: {"options": {f"a{n}": name for n in range(chance.randint(1, 3))}}
        for name in questions
    }
    back = chance.choice([0.1, 0.3, 0.6])
    asked: dict[str, Any] = {}
    for position, name in enumerate(questions):
        later = [*questions[position + 1 :], "o0", "o1"]
        options = {}
        for option in known[name]["options"]:
            go = _routes(chance, known, questions if chance.random() < back else later)
            if chance.random() < 0.5 and later[0] in known:
                routes = [{"go": go}] if isinstance(go, str) else go
                go = [{"when": {later[0]: list(known[later[0]]["options"])}, "go": "o0"}, *routes]
            options[option] = {"label": option, "go": go}
        asked[name] = {"ask": name, "options": options}
    ends = {name: {"kind": "done", "title": name, "text": name} for name in ("o0", "o1")}
    return decision_of(asked, ends)


def telling_decision(seed: int) -> Decision:
    """Make a decision whose texts follow answers: passages for some, and answers in words.

    Some passages are for nobody, some outcomes say nothing to some, and some answers are named
    before they are asked for.
    """
    chance = random.Random(seed + 10_000)  # noqa: S311 - games of chance, not secrets
    plain = random_decision(seed)
    asked = {
        name: {"options": dict(question.options)} for name, question in plain.questions.items()
    }
    questions = {
        name: question.model_copy(update=_naming(chance, name, asked))
        for name, question in plain.questions.items()
    }
    outcomes = {
        name: {
            "kind": "act",
            "title": f"{name}{_mention(chance, asked)}",
            "text": [_passage(chance, name, n, asked) for n in range(chance.randint(1, 3))],
            "guides": [
                {"id": f"g{n}", "when": _condition(chance, asked)}
                for n in range(chance.randint(0, 2))
            ],
            "next": [
                {"to": f"way-{n}", "when": _condition(chance, asked)}
                for n in range(chance.randint(0, 2))
            ],
        }
        for name in plain.outcomes
    }
    return decision_of(questions, outcomes)


def told(decision: Decision, way: tuple[tuple[str, str], ...], end: str) -> Told:
    """Say what one reader is told at the end of a walk, the plain way."""
    said, outcome = dict(way), decision.outcomes[end]
    applies = [p for p in outcome.text if p.when is None or holds(p.when, said)]
    guides = [g.id for g in outcome.guides if g.when is None or holds(g.when, said)]
    ways = [w.to for w in outcome.next if w.when is None or holds(w.when, said)]
    words = {q: decision.questions[q].options[o] for q, o in way}

    def plain(text: str) -> str:
        for question, option in words.items():
            text = text.replace(f"{{answer.{question}}}", option.said or option.label)
        return text

    texts = [plain(passage.text) for passage in applies]
    return plain(outcome.title), texts, guides[:1], ways


Told = tuple[str, list[str], list[str], list[str]]
"""A title, passages, the guide, and other ways on."""


def condition_on(decision: Decision, chance: random.Random) -> dict[str, Any]:
    """Make a condition on questions of a decision."""
    questions = decision.questions.items()
    return _condition(chance, {name: {"options": asked.options} for name, asked in questions})


def _mention(chance: random.Random, asked: dict[str, Any]) -> str:
    return f"{{answer.{chance.choice(list(asked))}}}" if chance.random() < 0.4 else ""


def _naming(chance: random.Random, name: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Name an earlier answer in a question; two options may have one form of words."""
    earlier = list(asked)[: list(asked).index(name)]
    options = {
        key: option.model_copy(update={"said": chance.choice(["*甲*", "[乙]", None])})
        for key, option in asked[name]["options"].items()
    }
    named = f"{name}{{answer.{chance.choice(earlier)}}}" if earlier else name
    return {"options": options, **({"ask": named} if chance.random() < 0.3 else {})}


def _passage(chance: random.Random, name: str, number: int, asked: dict[str, Any]) -> Any:
    text = f"{name}.{number}{_mention(chance, asked)}"
    said: dict[str, Any] = {"text": text, "id": f"p{number}"}
    return {**said, "when": _condition(chance, asked)} if chance.random() < 0.6 else said


Moment = tuple[str, frozenset[tuple[str, str]]]
"""A node, and the last answer to every question that was asked before."""


def moments(decision: Decision) -> dict[Moment, dict[str, Moment]]:
    """Go through everything that can be remembered, the plain way: where each option leads."""
    first: Moment = (decision.first, frozenset())
    found: dict[Moment, dict[str, Moment]] = {}
    waiting = [first]
    while waiting:
        moment = waiting.pop()
        if moment in found:
            continue
        node, said = moment
        found[moment] = {}
        for option in decision.questions[node].options if node in decision.questions else ():
            answers = {**dict(said), node: option}
            routes = decision.questions[node].options[option].go or ()
            go = next(r.go for r in routes if r.when is None or holds(r.when, answers))
            found[moment][option] = (go, frozenset(answers.items()))
            waiting.append(found[moment][option])
    return found


def fewest_answers(decision: Decision, to: str, without: str) -> int | None:
    """Count the answers of the shortest way to a node that passes no other; nothing if none is."""
    leads = moments(decision)
    here: set[Moment] = {(decision.first, frozenset())}
    seen: set[Moment] = set()
    for length in range(len(leads) + 1):
        if any(node == to for node, _ in here):
            return length
        seen |= here
        here = {there for m in here if m[0] != without for there in leads[m].values()} - seen
    return None


def verdicts(decision: Decision) -> dict[tuple[str | int, ...], set[bool]]:
    """Say of each condition of a route, by its place, how it turns out for who comes to it."""
    found: dict[tuple[str | int, ...], set[bool]] = {}
    for node, said in moments(decision):
        for option, chosen in (
            decision.questions[node].options.items() if node in (decision.questions) else ()
        ):
            for number, route in enumerate(chosen.go or ()):
                if route.when is not None:
                    place = ("questions", node, "options", option, "go", number, "when")
                    holding = holds(route.when, {**dict(said), node: option})
                    found.setdefault(place, set()).add(holding)
    return found


def goes_for_ever(decision: Decision) -> bool:
    """Say whether some answers never come to an end: what leads to ends only is taken away."""
    left = {moment: set(leads.values()) for moment, leads in moments(decision).items()}
    while True:
        ended = {moment for moment, leads in left.items() if not leads & left.keys()}
        if not ended:
            return bool(left)
        left = {moment: leads for moment, leads in left.items() if moment not in ended}


def asked_twice(decision: Decision, most: int) -> dict[str, int]:
    """Say with how few answers a question is asked again: at most so many answers are tried."""
    found: dict[str, int] = {}
    leads = moments(decision)
    ways: list[tuple[Moment, tuple[str, ...]]] = [((decision.first, frozenset()), ())]
    for length in range(most + 1):
        onward = []
        for moment, asked in ways:
            node = moment[0]
            if node in asked:
                found.setdefault(node, length)
            elif node in decision.questions:
                onward += [(there, (*asked, node)) for there in leads[moment].values()]
        ways = onward
    return found


def led_elsewhere(decision: Decision, trails: list[tuple[Any, ...]], end: str) -> Decision:
    """Mend a decision: each of these routes leads to an end."""
    questions = dict(decision.questions)
    for _, question, _, option, _, number, _ in trails:
        options = dict(questions[question].options)
        routes = list(options[option].go or ())
        routes[number] = routes[number].model_copy(update={"go": end})
        options[option] = options[option].model_copy(update={"go": tuple(routes)})
        questions[question] = questions[question].model_copy(update={"options": options})
    return decision.model_copy(update={"questions": questions})


def decision_of(questions: dict[str, Any], outcomes: dict[str, Any]) -> Decision:
    """Make a decision of its questions and outcomes."""
    head = {"title": "t", "summary": "s", "topic": "crossing", **DAYS}
    return Decision.model_validate({**head, "questions": questions, "outcomes": outcomes})


def size_of(seed: int) -> list[int]:
    """How many ways lead through the decision that a seed makes, as its kind in a sample."""
    return [len(list(walk(random_decision(seed))))]


def walk(decision: Decision) -> Iterator[tuple[tuple[tuple[str, str], ...], str]]:
    """Run every sequence of answers, one by one: question and option pairs, and where they lead."""
    waiting: list[tuple[tuple[tuple[str, str], ...], str]] = [((), decision.first)]
    while waiting:
        way, node = waiting.pop()
        if node in decision.outcomes:
            yield way, node
            continue
        for option, chosen in decision.questions[node].options.items():
            longer = (*way, (node, option))
            refuses = decision.questions[node].refuses
            if any(holds(each.when, dict(longer)) for each in refuses):
                continue
            routes = chosen.go or decision.questions[node].go or ()
            taken = (r for r in routes if r.when is None or holds(r.when, dict(longer)))
            waiting.append((longer, next(taken).go))


def counts(decision: Decision) -> dict[str, Any]:
    """Count what `guideway paths` counts, the plain way."""
    runs = list(walk(decision))
    found = Counter(outcome for _, outcome in runs)
    return {
        "paths": len(runs),
        "max_depth": max(len(way) for way, _ in runs),
        "paths_per_outcome": {name: found[name] for name in decision.outcomes},
        "edges": len(
            {
                (question, following)
                for way, outcome in runs
                for (question, _), following in zip(
                    way, [*(q for q, _ in way[1:]), outcome], strict=True
                )
            }
        ),
    }


def _routes(
    chance: random.Random, asked: dict[str, Any], ahead: list[str]
) -> str | list[dict[str, Any]]:
    earlier = list(asked)
    if not earlier or chance.random() < 0.5:
        return chance.choice(ahead)
    routes: list[dict[str, Any]] = [
        {"when": _condition(chance, asked), "go": chance.choice(ahead)}
        for _ in range(chance.randint(1, 2))
    ]
    return [*routes, {"go": chance.choice(ahead)}]


def _condition(chance: random.Random, asked: dict[str, Any]) -> dict[str, Any]:
    question = chance.choice(list(asked))
    options = list(asked[question]["options"])
    picked: dict[str, Any] = {question: chance.sample(options, chance.randint(1, len(options)))}
    roll = chance.random()
    if roll < 0.2:
        return {"not": picked}
    if roll < 0.4:
        return {"any": [picked, _condition(chance, asked)]}
    return picked
