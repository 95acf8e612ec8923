"""A decision with one small mistake in it, for every small mistake there could be."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from guideway.decisions.box_mutants import box_mutants
from guideway.model.conditions import NEVER, joined, opposite
from guideway.model.decisions import Decision
from guideway.model.outcomes import Advice
from guideway.model.questions import Option, Question, Route
from guideway.model.satisfying import satisfy
from guideway.model.values import Band, Order, bands, beside, said_of

Mutant = tuple[str, "Decision"]


def mutants(decision: Decision) -> Iterator[Mutant]:
    """Drop an option, retarget one, negate a condition, swap two routes, drop a passage.

    One at a time.
    """
    for name, question in decision.questions.items():
        for change, routes in _changed(decision, question.go or ()) if _is_many(question) else ():
            yield f"{change} at {name}", _leading_on(decision, name, routes)
        yield from _refusing(decision, name, question)
        for option_name, option in question.options.items():
            if isinstance(option, Band):
                continue
            where = f"{name}: {option_name}"
            rest = {key: value for key, value in question.options.items() if key != option_name}
            if (question.sets or question.groups) and not option.go:
                continue
            if rest and not question.sets:
                yield f"drop {where}", _with(decision, name, question, rest)
            for change, routes in _changed(decision, option.go or question.go or ()):
                changed = {**question.options, option_name: _leading(option, routes)}
                yield f"{change} at {where}", _with(decision, name, question, changed)
    yield from _retold(decision)
    yield from _moved(decision)
    yield from box_mutants(decision)


def _refusing(decision: Decision, name: str, question: Question) -> Iterator[Mutant]:
    """Leave out what is refused, or refuse the others."""
    for number, refusal in enumerate(question.refuses):
        if refusal.when == NEVER:
            continue
        before, after = question.refuses[:number], question.refuses[number + 1 :]
        negated = refusal.model_copy(update={"when": opposite(refusal.when)})
        for change, left in (("drop", (*before, *after)), ("negate", (*before, negated, *after))):
            changed = question.model_copy(update={"refuses": left})
            questions = {**decision.questions, name: changed}
            made = decision.model_copy(update={"questions": questions})
            yield f"{change} refusal {number + 1} of {name}", made


def _is_many(question: Question) -> bool:
    """Whether its answers are so many that they lead on by routes they share."""
    return question.kind != "one" or bool(question.groups)


def _moved(decision: Decision) -> Iterator[Mutant]:
    """Move what is compared with by the least that can be typed, up and down.

    Of what is compared with another answer, take as much for more.
    """
    for name, question in decision.questions.items():
        spans = list(dict.fromkeys((band.least, band.most) for _, band in bands(question)))
        for (first, end), (least, last) in pairwise(spans):
            for value in (least - 1, least + 1) if end + 1 == least else ():
                if first < value <= last:
                    ends = {(first, end): (first, value - 1), (least, last): (value, last)}
                    at, to = (said_of(question, each) for each in (least, value))
                    changed = _with_ends(question, ends)
                    yield f"move {at} to {to} in {name}", _with(decision, name, question, changed)
        if beside(question):
            changed = _with_orders(question, {"equals": "over", "over": "equals"})
            yield f"take as much for more in {name}", _with(decision, name, question, changed)


def _with_ends(
    question: Question, ends: Mapping[tuple[int, int], tuple[int, int]]
) -> dict[str, Option]:
    changed = dict(question.options)
    for key, band in bands(question):
        least, most = ends.get((band.least, band.most), (band.least, band.most))
        changed[key] = band.model_copy(update={"least": least, "most": most})
    return changed


def _with_orders(question: Question, orders: Mapping[Order, Order]) -> dict[str, Option]:
    changed = dict(question.options)
    for key, band in bands(question):
        if band.order:
            order = orders.get(band.order, band.order)
            changed[key] = band.model_copy(update={"order": order})
    return changed


def _retold(decision: Decision) -> Iterator[Mutant]:
    """Leave out a passage of an outcome that is for some, or tell it to the others."""
    for name, outcome in decision.outcomes.items():
        text = outcome.text
        for number, passage in enumerate(text):
            if passage.when is not None:
                where = f"passage {number} of {name}"
                before, after = text[:number], text[number + 1 :]
                yield f"drop {where}", _telling(decision, name, (*before, *after))
                negated = passage.model_copy(update={"when": opposite(passage.when)})
                told = _telling(decision, name, (*before, negated, *after))
                yield f"negate the condition of {where}", told


def _changed(
    decision: Decision, routes: tuple[Route, ...]
) -> Iterator[tuple[str, tuple[Route, ...]]]:
    nodes = [*decision.questions, *decision.outcomes, *decision.parts]
    for number, route in enumerate(routes):
        other = nodes[(nodes.index(route.go) + 1) % len(nodes)] if route.go in nodes else nodes[0]
        retargeted = route.model_copy(update={"go": other})
        yield f"retarget to {other}", _replaced(routes, number, retargeted)
        if route.when is not None:
            negated = route.model_copy(update={"when": opposite(route.when)})
            yield "negate the condition", _replaced(routes, number, negated)
        if number and _overlap(decision, routes[number - 1], route):
            before, swapped = routes[: number - 1], (route, routes[number - 1])
            yield "swap two routes", (*before, *swapped, *routes[number + 1 :])


def _overlap(decision: Decision, one: Route, other: Route) -> bool:
    """Say whether their order matters: both may apply to the same answers, and lead elsewhere."""
    conditions = [route.when for route in (one, other) if route.when is not None]
    domains = {name: tuple(question.answers) for name, question in decision.questions.items()}
    return one.go != other.go and satisfy(joined(conditions), domains) is not None


def _replaced(routes: tuple[Route, ...], number: int, route: Route) -> tuple[Route, ...]:
    return (*routes[:number], route, *routes[number + 1 :])


def _leading_on(decision: Decision, name: str, routes: tuple[Route, ...]) -> Decision:
    changed = decision.questions[name].model_copy(update={"go": routes})
    return decision.model_copy(update={"questions": {**decision.questions, name: changed}})


def _leading(option: Option, routes: tuple[Route, ...]) -> Option:
    return option.model_copy(update={"go": routes})


def _telling(decision: Decision, name: str, text: tuple[Advice, ...]) -> Decision:
    changed = decision.outcomes[name].model_copy(update={"text": text})
    return decision.model_copy(update={"outcomes": {**decision.outcomes, name: changed}})


def _with(
    decision: Decision, name: str, question: Question, options: dict[str, Option]
) -> Decision:
    changed = question.model_copy(update={"options": options})
    changed = changed.told_apart(question.sets) if question.sets else changed
    return decision.model_copy(update={"questions": {**decision.questions, name: changed}})
