"""What the texts of a decision say of what is typed: marked, so that a script puts values there.

Where nothing can be typed stand bands, and what something worked out is called, with its working.
"""

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from guideway.catalog import Catalog
from guideway.computing.faults import is_workable
from guideway.computing.names import facts_of
from guideway.decisions.answered_texts import made_of, names_in, said_in, values_of, words_of
from guideway.decisions.worked import worked_lines
from guideway.model.computed import Computed, Working
from guideway.model.conditions import Answers
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.mentions import COMPUTED, mentioned, replaced
from guideway.model.outcomes import Outcome
from guideway.model.words import Words
from guideway.pages.computing import lines_said, script_data
from guideway.pages.formula_scripts import formula_scripts
from guideway.pages.worked import is_difference, script_name


class Figured:
    """The values that a decision names, and what it works out of them."""

    def __init__(self, catalog: Catalog, decision: Decision, words: Words) -> None:
        self._catalog = catalog
        self._decision = decision
        self._words = words
        lines = worked_lines(decision).values()
        self._lines = {script_name(line): line for line in lines}
        inputs = (each.formula.inputs for each in self._lines.values())
        self.needed = made_of(decision).union(*inputs)
        """Questions to type an answer to whose values are said, worked with, or fill in blanks."""
        self.is_said = bool(said_in(decision))
        """Whether a text says a value: then a script puts it there."""
        self._computed = dict(self._workable())
        self._said = {
            f"{COMPUTED}{name}.{line}": working
            for name, each in self._computed.items()
            for line, working in lines_said(each, facts_of(catalog, each), words).items()
        }

    def working(self, name: str) -> str:
        """Say how a line is worked out, with those it is worked out from."""
        id_ = name.removeprefix(COMPUTED).rpartition(".")[0]
        each = self._lines.get(name)
        if each is None or id_ not in self._computed:
            return ""
        form = self._words["own"]["computed"]["result"]
        lines = self._computed[id_].lines
        told = (
            (lines[line].label, self._said[f"{COMPUTED}{id_}.{line}"])
            for line in each.formula.lines
        )
        return "\n\n".join(form.format(label=label, figure=how) for label, how in told)

    def _workable(self) -> Iterator[tuple[str, Computed]]:
        for name, each in self._decision.computed.items():
            computed = each.computed(self._decision.questions)
            quoted = self._words["boxes"]["quoted"]
            inputs = {
                key: asked.model_copy(update={"short": quoted.format(name=_plain(asked.ask))})
                for key, asked in computed.inputs.items()
            }
            found = computed.model_copy(update={"inputs": inputs})
            if is_workable(self._catalog, found):
                yield name, found

    def words(self, node: str, answers: Answers) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Give the words for answers in the texts of a node: those that stay, and figures."""
        said = words_of(self._decision, answers)
        named = names_in(self._decision, node)
        figures = {
            name: said[name] for name in named & said.keys() if self._is_figure(name, answers)
        }
        return {name: each for name, each in said.items() if name not in figures}, figures

    def _is_figure(self, name: str, answers: Answers) -> bool:
        if name.startswith(COMPUTED):
            return True
        return name in self.needed and answers.get(name) in values_of(self._decision, name)

    def workings(self, figures: Mapping[str, str], outcome: Outcome | None) -> tuple[str, ...]:
        """Say how is worked out what an outcome says to who is told it."""
        texts = (outcome.title, *(part.text for part in outcome.text)) if outcome else ()
        named = {name for text in texts for name in mentioned(text)}
        form = self._words["own"]["computed"]["result"]
        told = ((figures[name], how) for name, how in self._said.items() if name in named)
        return tuple(form.format(label=label, figure=working) for label, working in told)

    def data(self) -> Mapping[str, object]:
        """Say what the script has to know; nothing where no text says a figure."""
        if not self.is_said and not self._lines:
            return {}
        computed = {
            name: script_data(each, facts_of(self._catalog, each))
            for name, each in self._computed.items()
        }
        for line in self._lines.values():
            if is_difference(line):
                computed[line.formula.id] = script_data(line.formula.computed, {})
        return {"computed": computed, "sources": self._sources()}

    def scripts(self) -> tuple[str, ...]:
        """Name what works out what it compares or says, and says it."""
        if not self.is_said and not self._lines:
            return ()
        return (*formula_scripts(self._worked_out()), "told" if self.is_said else "worked")

    def _worked_out(self) -> Iterator[Working]:
        differences = (each.formula.computed for each in self._lines.values())
        for computed in (*self._computed.values(), *differences):
            yield from computed.lines.values()

    def _sources(self) -> Mapping[str, list[str]]:
        """Name the questions that tell answers of parts as they are."""
        found: dict[str, list[str]] = {}
        for part in self._decision.parts.values():
            for name, tellings in part.given.items() if isinstance(part, Entrance) else ():
                found.setdefault(name, []).extend(t.question for t in tellings if t.is_same)
        return {name: tellings for name, tellings in found.items() if tellings}


def _plain(ask: str) -> str:
    """Give a question without what it names itself."""
    return replaced(ask, lambda *_: "\u2026")


def figured(text: str, figures: Mapping[str, str]) -> str:
    """Mark what a text says of figures: HTML, or words alone, in which nothing means anything."""
    if not figures:
        return text

    def put(name: str, written: str) -> str:
        said = figures.get(name)
        if said is None:
            return written
        return Markup('<span data-figure="{}">{}</span>').format(name, said)

    return Markup(replaced(str(escape(text)), put))  # noqa: S704 - it was escaped, or is HTML
