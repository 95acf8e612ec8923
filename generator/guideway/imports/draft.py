"""The parts of an article → the text of a draft guide, and what became of each sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guideway.imports.doubts import Doubt, Doubter
from guideway.imports.parts import Parts, Piece, RawStep, Said
from guideway.imports.sentences import Sentence, joined, trimmed
from guideway.imports.yaml_tree import Scalar, Tree, as_yaml
from guideway.model.inline import Text, oddities, paragraphs

_LINE, _INLINE, _PROSE = 200, 1000, 5000
"""So many characters a line, a text and paragraphs may have."""
_WARNINGS = 20
"""So many warnings a guide may have; what is more waits for a place."""
_OPTIONS = 50
_ASKED = "situation"
"""The question whose options are the cases of an article."""
_SIGN = re.compile(r"[\\`*_\[\]<>~]|^[#>|+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


@dataclass
class Draft:
    """A draft that is being written."""

    doubter: Doubter
    kept: list[Sentence] = field(default_factory=list)
    marked: list[tuple[Sentence, tuple[Doubt, ...]]] = field(default_factory=list)

    def text(self, parts: Parts, frame: Mapping[str, str], *, is_numbered: bool) -> str:
        """Write all of it; `frame` has what its author was asked."""
        tree = {
            "draft": Scalar("true", is_yaml=True),
            "title": self._value(parts.title, _LINE),
            "goal": Scalar(self._todo),
            "summary": self._value(parts.summary, _INLINE),
            **{key: Scalar(value, is_yaml=True) for key, value in frame.items()},
            **self._lists(parts),
        }
        self.kept += parts.headings
        text = as_yaml(tree) + self._unplaced(parts)
        said = self.doubter.phrases
        why = said.remarks["doubt"].format(why=said.doubts["unnumbered"])
        return text if is_numbered else text.replace("\nsteps:\n", f"\n# {why}\nsteps:\n", 1)

    @property
    def _todo(self) -> str:
        return self.doubter.phrases.remarks["todo"]

    def _lists(self, parts: Parts) -> dict[str, Tree]:
        """The rest, in the order of the vocabulary; what is empty is not written."""
        cautions, spare = parts.cautions[:_WARNINGS], parts.cautions[_WARNINGS:]
        parts.unplaced += spare
        timed = [(piece, self._who(piece)) for piece in parts.times]
        parts.unplaced += [piece for piece, who in timed if who is None]
        found: dict[str, Tree] = {
            "questions": self._questions(parts.cases),
            "warnings": [self._warning(piece) for piece in cautions],
            "needs": [{"what": self._whole(piece)} for piece in parts.needs],
            "steps": [self._step(step, n) for n, step in enumerate(parts.steps, 1)]
            or [{"id": Scalar("step-1"), "do": Scalar(self._todo)}],
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
            name: {"label": self._value(piece.do, _LINE, piece)}
            for name, piece in list(cases.items())[:_OPTIONS]
        }
        return {_ASKED: {"ask": Scalar(self._todo), "options": options}}

    def _warning(self, piece: Piece) -> dict[str, Tree]:
        severity = Scalar("caution", (self.doubter.phrases.remarks["severity"],))
        return {"text": self._whole(piece), "severity": severity}

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
        tree: dict[str, Tree] = {"do": self._value(piece.do, _INLINE, piece)}
        if piece.detail:
            tree["detail"] = self._prose(piece.detail)
        if piece.subs:
            tree["substeps"] = [self._instruction(sub) for sub in piece.subs]
        return tree

    def _way(self, name: Piece, subs: Sequence[Piece]) -> dict[str, Tree]:
        tree: dict[str, Tree] = {"label": self._value(name.do, _LINE, name)}
        if name.detail:
            tree["detail"] = self._prose(name.detail)
        return {**tree, "steps": [self._instruction(sub) for sub in subs]}

    def _pair(self, piece: Piece, name: str, value: str) -> dict[str, Tree]:
        rest = tuple(sentence for said in piece.detail for sentence in said)
        return {name: self._value(piece.do, _INLINE, piece), value: self._value(rest, _INLINE)}

    def _who(self, piece: Piece) -> tuple[str, str] | None:
        """Who has to keep a time limit, and on which side they are, by whom is named first."""
        text = joined(sentence for said in (piece.do, *piece.detail) for sentence in said).lower()
        tried = ((side, them.search(text)) for side, them in self.doubter.phrases.who.items())
        found = [(match.start(), match[0], side) for side, match in tried if match]
        return min(found)[1:] if found else None

    def _deadline(self, piece: Piece, who: tuple[str, str], number: int) -> dict[str, Tree]:
        rest = tuple(sentence for said in piece.detail for sentence in said)
        return {
            "id": Scalar(f"time-{number}"),
            "what": self._value(piece.do, _INLINE, piece),
            "who": Scalar(who[0]),
            "acts": Scalar(who[1]),
            "limit": self._value(rest, _INLINE) if rest else Scalar(self._limit(piece)),
        }

    def _limit(self, piece: Piece) -> str:
        found = self.doubter.fact(joined(piece.do))
        return found or self._todo

    def _done(self, pieces: Sequence[Piece]) -> dict[str, Tree]:
        first, *rest = [self._whole(piece) for piece in pieces] or [Scalar(self._todo)]
        return {"text": first, "signs": rest or [Scalar(self._todo)]}

    def _unplaced(self, parts: Parts) -> str:
        if not parts.unplaced:
            return ""
        lines = [self.doubter.phrases.remarks["unplaced"]]
        for piece in parts.unplaced:
            for sentence in (each for said in (piece.do, *piece.detail) for each in said):
                doubts = (*self.doubter.doubts(sentence.text), Doubt("unplaced"))
                lines += self._remarks(sentence, doubts)
        return "\n" + "".join(f"# {line}\n" for line in lines)

    def _whole(self, piece: Piece) -> Scalar:
        """A name and what is said of it, as one text."""
        rest = tuple(sentence for said in piece.detail for sentence in said)
        name, more = self._value(piece.do, _INLINE, piece), self._value(rest, _INLINE)
        if not rest:
            return name
        is_name = not re.search(r"[。！？；.!?;]$", piece.do[-1].text) if piece.do else False
        text = f"{name.text}{'：' if is_name else ''}{more.text}"
        return self._fitting(text, _INLINE, name.remarks + more.remarks)

    def _prose(self, paragraphs_: Sequence[Said]) -> Scalar:
        values = [self._value(said, _PROSE) for said in paragraphs_]
        remarks = tuple(remark for value in values for remark in value.remarks)
        return self._fitting("\n\n".join(value.text for value in values), _PROSE, remarks)

    def _value(self, said: Said, most: int, piece: Piece | None = None) -> Scalar:
        """Write sentences as a text, with the lines they come from and what is doubtful above."""
        if not said:
            return Scalar(self._todo)
        odd = tuple(Doubt(*each) for each in piece.doubts) if piece else ()
        remarks: list[str] = []
        for n, sentence in enumerate(said):
            doubts = (*self.doubter.doubts(sentence.text), *(odd if not n else ()))
            remarks += self._remarks(sentence, doubts)
        text = joined(said) if most == _LINE else self._marked_up(said)
        text = trimmed(text) if len(said) == 1 else text
        return self._fitting(text, most, tuple(remarks))

    def _fitting(self, text: str, most: int, remarks: tuple[str, ...]) -> Scalar:
        """What is longer than a text may be stands in its remarks alone."""
        if len(text) <= most:
            return Scalar(text, remarks)
        said = self.doubter.phrases
        why = said.remarks["doubt"].format(why=said.doubts["long"])
        return Scalar(self._todo, (*remarks, why))

    def _marked_up(self, said: Said) -> str:
        """Sentences in which signs mean themselves, and known numbers are references."""
        text = joined(said)
        is_plain = paragraphs(text) == ((Text(text),),) and not any(
            oddities(text, paragraphs(text))
        )
        return self.doubter.referred(text if is_plain else _SIGN.sub(r"\\\g<0>", text))

    def _remarks(self, sentence: Sentence, doubts: tuple[Doubt, ...]) -> list[str]:
        said = self.doubter.phrases.remarks
        words = sentence.written or sentence.text
        if doubts:
            self.marked.append((sentence, doubts))
        else:
            self.kept.append(sentence)
        whys = [
            self.doubter.phrases.doubts[d.kind].format(said=d.said, other=d.other) for d in doubts
        ]
        return [
            said["line"].format(line=sentence.line, words=words),
            *(said["doubt"].format(why=why) for why in whys),
        ]
