"""What can come out in a guide: the bands of a line hang on what was typed, in any order.

Steps look at answers whenever they are given, so nothing stands behind a question as in a decision:
whoever asks for answers that make a condition hold is given those of what a line is worked out of,
and of its bands those that come out for values that somebody can type. Of an answer that is no
value (“unknown”) nothing comes out, and then no comparison of it holds.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from guideway.decisions.coming import UNDECIDED, point_of
from guideway.decisions.worked import Worked, limits_of, within, worked_lines
from guideway.model.conditions import Answers, Condition, leaves
from guideway.model.guides import Guide
from guideway.model.satisfying import Entangled, Hanging
from guideway.model.values import Band, said_of

NOTHING = ""
"""What comes out where an answer is no value."""


class ComingOut(Hanging):
    """The options of a guide, with the bands of what it works out and compares."""

    def __init__(self, guide: Guide, domains: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(domains)
        self._guide = guide
        self._lines = worked_lines(guide)

    def hangs_on(self, question: str) -> tuple[str, ...]:
        """Name what a line is worked out of."""
        line = self._lines.get(question)
        return line.formula.inputs if line else ()

    def left(self, question: str, answers: Answers) -> tuple[str, ...]:
        """List the bands that come out for some values; nothing comes out of what is none."""
        line = self._lines.get(question)
        if line is None:
            return self.get(question, ())
        if any(self._is_no_value(name, answers) for name in line.formula.inputs):
            return (NOTHING,)
        return tuple(option for option in line.options if self._comes(line, option, answers))

    def linked(self, left: Condition, answers: Answers) -> tuple[tuple[str, str], ...]:
        """Give the answers that lines still looked at hang on, and what came out of the same."""
        names = {leaf.question for leaf in leaves(left)}
        if names.isdisjoint(self._lines):
            return ()
        known = {*self._lines, *chain.from_iterable(map(self.hangs_on, self._lines))}
        return tuple(sorted((name, answers[name]) for name in known & answers.keys()))

    def typed(self, answers: Answers) -> Answers:
        """Give values somebody can type for what has to come out."""
        asked = self._guide.questions
        values: dict[str, str] = {}
        for name, line in self._lines.items():
            # Values for one line are for all that is worked out of the same.
            if answers.get(name) and values.keys().isdisjoint(line.formula.inputs):
                point = self._point(line, answers[name], answers) or {}
                values |= {each: said_of(asked[each], value) for each, value in point.items()}
        others = {name: said for name, said in answers.items() if name not in self._lines}
        return {**others, **values}

    def known(self, answers: Answers) -> Answers:
        """Add to some answers what comes out of them, whichever values their bands stand for."""
        return {**answers, **dict(self._settled(answers))}

    def _settled(self, answers: Answers) -> Iterator[tuple[str, str]]:
        for name, line in self._lines.items():
            inputs = line.formula.inputs
            is_none = any(self._is_no_value(each, answers) for each in inputs)
            if is_none or answers.keys() >= {*inputs}:
                left = self.left(name, answers)
                yield from ((name, each) for each in left if len(left) == 1)

    def _comes(self, line: Worked, option: str, answers: Answers) -> bool:
        point = self._point(line, option, answers)
        if point is UNDECIDED:
            raise Entangled
        return point is not None

    def _point(self, line: Worked, option: str, answers: Answers) -> Mapping[str, int] | None:
        box, known = limits_of(self._guide, line, answers)
        return point_of(tuple(box.items()), (*known, within(line, option, answers)))

    def _is_no_value(self, name: str, answers: Answers) -> bool:
        question = self._guide.questions[name]
        option = question.options.get(answers.get(name, ""))
        return option is not None and not isinstance(option, Band) and question.range is not None
