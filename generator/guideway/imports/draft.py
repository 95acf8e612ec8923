"""The parts of an article → the text of a draft guide, and what became of each sentence."""

from collections.abc import Iterable, Mapping, Sequence

from guideway.imports.doubts import Doubt, Doubter
from guideway.imports.parts import Parts, Piece, RawStep, Said
from guideway.imports.sentences import joined
from guideway.imports.written import INLINE, LINE, Values
from guideway.imports.yaml_tree import Scalar, Tree, as_yaml

_WARNINGS = 20
"""So many warnings a guide may have; what is more waits for a place."""
_OPTIONS = 50
_ASKED = "situation"
"""The question whose options are the cases of an article."""


class Draft:
    """A draft that is being written."""

    def __init__(self, doubter: Doubter) -> None:
        self.values = Values(doubter)
        self._phrases = doubter.phrases

    def text(self, parts: Parts, frame: Mapping[str, str], *, is_numbered: bool) -> str:
        """Write all of it; `frame` has what its author was asked."""
        tree = {
            "draft": Scalar("true", is_yaml=True),
            "title": self.values.value(parts.title, LINE),
            "goal": Scalar(self.values.todo),
            "summary": self.values.value(parts.summary, INLINE),
            **{key: Scalar(value, is_yaml=True) for key, value in frame.items()},
            **self._lists(parts),
        }
        self.values.kept += parts.headings
        text = as_yaml(tree) + self._unplaced(parts)
        said = self._phrases
        why = said.remarks["doubt"].format(why=said.doubts["unnumbered"])
        return text if is_numbered else text.replace("\nsteps:\n", f"\n# {why}\nsteps:\n", 1)

    def _lists(self, parts: Parts) -> dict[str, Tree]:
        """The rest, in the order of the vocabulary; what is empty is not written."""
        cautions, spare = parts.cautions[:_WARNINGS], parts.cautions[_WARNINGS:]
        parts.unplaced += spare
        timed = [(piece, self._who(piece)) for piece in parts.times]
        parts.unplaced += [piece for piece, who in timed if who is None]
        found: dict[str, Tree] = {
            "questions": self._questions(parts.cases),
            "warnings": [self._warning(piece) for piece in cautions],
            "needs": [{"what": self.values.whole(piece)} for piece in parts.needs],
            "steps": [self._step(step, n) for n, step in enumerate(parts.steps, 1)]
            or [{"id": Scalar("step-1"), "do": Scalar(self.values.todo)}],
            "fees": [self._pair(piece, "what", "amount") for piece in parts.fees],
            "deadlines": [
                self._deadline(piece, who, n)
                for n, (piece, who) in enumerate((each for each in timed if each[1]), 1)
                if who
            ],
            "done": self._done(parts.done),
            "troubles": [self._pair(piece, "when", "then") for piece in parts.questions],
            "turns": [self._pair(piece, "to", "how") for piece in parts.contacts],
        }
        return {key: tree for key, tree in found.items() if tree}

    def _questions(self, cases: Mapping[str, Piece]) -> dict[str, Tree]:
        if not cases:
            return {}
        options = {
            name: {"label": self.values.value(piece.do, LINE, piece)}
            for name, piece in list(cases.items())[:_OPTIONS]
        }
        return {_ASKED: {"ask": Scalar(self.values.todo), "options": options}}

    def _warning(self, piece: Piece) -> dict[str, Tree]:
        severity = Scalar("caution", (self._phrases.remarks["severity"],))
        return {"text": self.values.whole(piece), "severity": severity}

    def _step(self, step: RawStep, number: int) -> dict[str, Tree]:
        main = self._instruction(step.main)
        first = main.pop("do")
        remarks = first.remarks if isinstance(first, Scalar) else ()
        text = first.text if isinstance(first, Scalar) else ""
        tree: dict[str, Tree] = {
            "id": Scalar(f"step-{number}", remarks),
            "do": Scalar(text),
            **main,
        }
        if step.subs:
            tree["substeps"] = [self._instruction(sub) for sub in step.subs]
        if step.ways:
            tree["alternatives"] = [self._way(name, subs) for name, subs in step.ways]
        if step.case:
            tree["when"] = Scalar(f"{{{_ASKED}: {step.case}}}", is_yaml=True)
        return tree

    def _instruction(self, piece: Piece) -> dict[str, Tree]:
        tree: dict[str, Tree] = {"do": self.values.value(piece.do, INLINE, piece)}
        words, table = _parted(piece.detail)
        if words:
            tree["detail"] = self.values.prose(words)
        if table:
            tree["table"] = self.values.table(table)
        if piece.subs:
            tree["substeps"] = [self._instruction(sub) for sub in piece.subs]
        return tree

    def _way(self, name: Piece, subs: Sequence[Piece]) -> dict[str, Tree]:
        tree: dict[str, Tree] = {"label": self.values.value(name.do, LINE, name)}
        if name.detail:
            tree["detail"] = self.values.prose(_in_rows(name.detail))
        return {**tree, "steps": [self._instruction(sub) for sub in subs]}

    def _pair(self, piece: Piece, name: str, value: str) -> dict[str, Tree]:
        rest = tuple(sentence for said in piece.detail for sentence in said)
        return {
            name: self.values.value(piece.do, INLINE, piece),
            value: self.values.value(rest, INLINE),
        }

    def _who(self, piece: Piece) -> tuple[str, str] | None:
        """Who has to keep a time limit, and on which side they are, by whom is named first."""
        text = joined(sentence for said in (piece.do, *piece.detail) for sentence in said).lower()
        tried = ((side, them.search(text)) for side, them in self._phrases.who.items())
        found = [(match.start(), match[0], side) for side, match in tried if match]
        return min(found)[1:] if found else None

    def _deadline(self, piece: Piece, who: tuple[str, str], number: int) -> dict[str, Tree]:
        rest = tuple(sentence for said in piece.detail for sentence in said)
        return {
            "id": Scalar(f"time-{number}"),
            "what": self.values.value(piece.do, INLINE, piece),
            "who": Scalar(who[0]),
            "acts": Scalar(who[1]),
            "limit": self.values.value(rest, INLINE) if rest else Scalar(self._limit(piece)),
        }

    def _limit(self, piece: Piece) -> str:
        found = self.values.doubter.fact(joined(piece.do))
        return found or self.values.todo

    def _done(self, pieces: Sequence[Piece]) -> dict[str, Tree]:
        first, *rest = [self.values.whole(piece) for piece in pieces] or [Scalar(self.values.todo)]
        return {"text": first, "signs": rest or [Scalar(self.values.todo)]}

    def _unplaced(self, parts: Parts) -> str:
        if not parts.unplaced:
            return ""
        lines = [self._phrases.remarks["unplaced"]]
        for piece in parts.unplaced:
            for sentence in (each for said in (piece.do, *piece.detail) for each in said):
                doubts = (*self.values.doubter.doubts(sentence.text), Doubt("unplaced"))
                lines += self.values.remarks(sentence, doubts)
                lines += [f"    {line}" for line in sentence.text.split("\n")] * bool(
                    sentence.fence
                )
        return "\n" + "".join(f"# {line}\n" for line in lines)


def _parted(detail: Sequence[Said]) -> tuple[list[Said], Said]:
    """Take the one table that a step can have from its paragraphs; others are told row by row."""
    table = next((said for said in detail if said[0].cells and len(said) > 1), ())
    return _in_rows([said for said in detail if said is not table]), table


def _in_rows(detail: Iterable[Said]) -> list[Said]:
    return [part for said in detail for part in ([(s,) for s in said] if said[0].cells else [said])]
