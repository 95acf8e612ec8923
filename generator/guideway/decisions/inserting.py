"""Where what is worked out is settled: behind each question that may be the last it needs."""

from collections.abc import Iterable, Mapping
from itertools import chain

from guideway.decisions.routes import questions_in, sights
from guideway.decisions.worked import Shared, Worked
from guideway.model.conditions import NEVER, Condition, leaves
from guideway.model.decisions import Decision
from guideway.model.questions import Option, Question, Refusal, Route, Routes
from guideway.model.values import bands

AT = "-at-"
"""What stands between what is worked out and the question behind which it is settled."""


def with_lines(decision: Decision, lines: Mapping[str, Worked]) -> Decision:
    """Put every line behind each question that it is worked out of, if anything looks at it."""
    questions: dict[str, Question] = {}
    ahead = _Ahead(decision)
    for name, question in decision.questions.items():
        behind = [each for each in lines.values() if name in each.formula.inputs]
        made = _Behind(name, question, behind, ahead)
        questions |= {name: made.led(), **made.worked} if behind else {name: question}
    return decision.model_copy(update={"questions": questions})


class _Ahead:
    """What is looked at from routes on, and in promises, whoever they are about."""

    def __init__(self, decision: Decision) -> None:
        self._sights = sights(decision, {})
        promised = [each.when for each in decision.never] + [each.when for each in decision.told]
        self._always = {name for when in promised for name in questions_in(when)}

    def names(self, routes: Routes, refuses: Iterable[Refusal]) -> set[str]:
        """Name what is looked at."""
        ahead = (self._sights[r.go].conditions for r in routes if r.go in self._sights)
        own = [route.when for route in routes if route.when is not None]
        met = chain(own, (each.when for each in refuses), *ahead)
        return self._always.union(*map(questions_in, met))


class _Behind:
    """A question, and what is worked out behind it."""

    def __init__(self, name: str, question: Question, behind: list[Worked], ahead: _Ahead) -> None:
        self._name = name
        self._ahead = ahead
        self._question = question
        self._behind = behind
        self.worked: dict[str, Question] = {}

    def led(self) -> Question:
        """Let answers that something is worked out of lead to it, and make that."""
        asked = self._question
        usable = dict(bands(asked)) if asked.range else asked.options
        options = {
            key: self._option(key, option) if key in usable else self._led_as_before(option)
            for key, option in asked.options.items()
        }
        changed: dict[str, object] = {"options": options}
        is_shared = any(not option.go for key, option in asked.options.items() if key in usable)
        if asked.go and is_shared:
            changed["go"] = self._before(asked.go, self._name, ("questions", self._name))
        return asked.model_copy(update=changed)

    def _led_as_before(self, option: Option) -> Option:
        """Let an option that nothing is worked out of lead where its question led."""
        if option.go or not self._question.go:
            return option
        return option.model_copy(update={"go": Shared(self._question.go)})

    def _option(self, key: str, option: Option) -> Option:
        if not option.go:
            return option
        at = ("questions", self._name, "options", key)
        go = self._before(option.go or (), f"{self._name}-{key}", at)
        return option.model_copy(update={"go": go})

    def _before(self, routes: Routes, place: str, at: tuple[str, ...]) -> Routes:
        """Make what is worked out before some routes, one behind the other; give a way there."""
        used = self._ahead.names(routes, self._question.refuses)
        behind = [each for each in self._behind if each.of in used]
        if not behind:
            return routes
        names = [f"{_plain(each.of)}{AT}{place}" for each in behind]
        led = [*([_route(name)] for name in names[1:]), routes]
        for name, each, go in zip(names, behind, led, strict=True):
            changed = {"at": at, "go": tuple(go), "refuses": self._judged()}
            self.worked[name] = each.model_copy(update=changed)
        return (_route(names[0]),)

    def _judged(self) -> tuple[Refusal, ...]:
        """Judge what looks at a line once it is known; the others, in their place, never apply."""
        own = {each.of for each in self._behind}
        return tuple(
            each if _looks_at(each.when, own) else each.model_copy(update={"when": NEVER})
            for each in self._question.refuses
        )


def _looks_at(when: Condition, names: Iterable[str]) -> bool:
    return not {leaf.question for leaf in leaves(when)}.isdisjoint(names)


def _route(name: str) -> Route:
    return Route.model_construct(when=None, go=name)


def _plain(name: str) -> str:
    return name.removeprefix("computed.").replace(".", "-")
