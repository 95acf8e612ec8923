"""What a decision works out of what is typed, for its texts to say."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from guideway.model.computed import TODAY, TYPED, Computed, Example, Input, NumberId, Working
from guideway.model.formulas import names_in
from guideway.model.questions import Question
from guideway.model.texts import Id, Part


class Reckoning(Part):
    """What a decision works out of what is typed; texts say it: `{computed.<id>.<line>}`."""

    facts: dict[Id, NumberId] = Field(default_factory=dict, max_length=20)
    """Names for formulas → thresholds and periods of calendar days."""
    lines: Annotated[dict[Id, Working], Field(min_length=1, max_length=20)]
    """The working, line by line, from questions that are typed (or, to `choose`, chosen), facts and
    the lines above; where nothing can be typed, a text has the label of the line."""
    examples: Annotated[tuple[Example, ...], Field(strict=False, min_length=1, max_length=50)]
    """Answers with what has to come out, worked out by hand."""

    def needs(self) -> frozenset[str]:
        """Name the questions, and whatever else that is none of its own, it is worked out from."""
        named = {name for line in self.lines.values() for name in names_in(line.value)}
        return frozenset(named - {*self.facts, *self.lines, TODAY})

    def computed(self, questions: Mapping[str, Question]) -> Computed:
        """Give it as a computed fact whose inputs are the questions."""
        inputs = {name: _asked(questions[name]) for name in sorted(self.needs() & {*questions})}
        return Computed.model_construct(
            title="",
            about="",
            inputs={name: asked for name, asked in inputs.items() if asked},
            facts=self.facts,
            lines=self.lines,
            examples=self.examples,
        )


def _asked(question: Question) -> Input | None:
    """Give a question as an input; nothing if no number and no option is its answer."""
    told: dict[str, Any] = {"ask": question.ask, "short": question.ask}
    if question.range is not None:
        typed = {name: getattr(question, name) for name in (*TYPED, "kind")}
        return Input.model_construct(**told, **typed)
    options = {name: each.label for name, each in question.options.items()}
    is_one = question.kind == "one"
    return Input.model_construct(**told, kind="one", options=options) if is_one else None
