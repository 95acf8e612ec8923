"""Sentences of an article → values of a draft, each with its remarks above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guideway.imports.doubts import Doubt, Doubter
from guideway.imports.inline_code import bare, parts
from guideway.imports.parts import Piece, Said
from guideway.imports.sentences import Sentence, joined, trimmed
from guideway.imports.yaml_tree import Scalar, Tree
from guideway.model.inline import Code, Text, oddities, paragraphs
from guideway.source.writing import as_list

LINE, INLINE, PROSE = 200, 1000, 5000
"""So many characters a line, a text and paragraphs may have."""
_REMARKED = re.compile(r"^※\s*")
"""What begins a remark, and says nothing where it stands as one."""
_ENDS = "。！？；.!?;"
_SIGN_WITHIN = re.compile(r"[\\`*_\[\]<>~]")
_SIGN = re.compile(rf"{_SIGN_WITHIN.pattern}|^[#>|+-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


@dataclass
class Values:
    """Writes values, and notes of each sentence whether it was kept or is doubted."""

    doubter: Doubter
    kept: list[Sentence] = field(default_factory=list)
    marked: list[tuple[Sentence, tuple[Doubt, ...]]] = field(default_factory=list)

    @property
    def todo(self) -> str:
        """What stands where only the author knows."""
        return self.doubter.phrases.remarks["todo"]

    def whole(self, piece: Piece) -> Scalar:
        """A name and what is said of it, as one text."""
        rest = tuple(sentence for said in piece.detail for sentence in said)
        name, more = self.value(piece.do, INLINE, piece), self.value(rest, INLINE)
        if not rest:
            return name
        last = piece.do[-1].text[-1:] if piece.do else ""
        sign = "" if name.text.endswith(last) else last
        text = f"{name.text}{sign if last in _ENDS else '：'}{more.text}"
        return self._fitting(text, INLINE, name.remarks + more.remarks)

    def prose(self, paragraphs_: Sequence[Said]) -> Scalar:
        """Paragraphs, code between fences, and the rows of tables as lines."""
        values = [self.value(said, PROSE) for said in paragraphs_]
        remarks = tuple(remark for value in values for remark in value.remarks)
        return self._fitting("\n\n".join(value.text for value in values), PROSE, remarks)

    def value(self, said: Said, most: int, piece: Piece | None = None) -> Scalar:
        """Write sentences as a text, with the lines they come from and what is doubtful above."""
        if not said:
            return Scalar(self.todo)
        odd = tuple(Doubt(*each) for each in piece.doubts) if piece else ()
        remarks: list[str] = []
        for n, sentence in enumerate(said):
            doubts = (*self.doubter.doubts(sentence.text), *(odd if not n else ()))
            remarks += self.remarks(sentence, doubts)
        return self._fitting(self._text(said, most), most, tuple(remarks))

    def _text(self, said: Said, most: int) -> str:
        if fence := said[0].fence:
            return f"{fence}\n{said[0].text}\n{fence[: len(fence) - len(fence.lstrip('`'))]}"
        text = joined(said) if most == LINE else self._marked_up(said)
        text = trimmed(text) if len(said) == 1 else text
        return _REMARKED.sub("", text, count=1) or text

    def table(self, said: Said) -> dict[str, Tree]:
        """A table whole: what is remarked about a row stands above it."""
        head, *rows = said
        above = self.remarks(head, tuple(self.doubter.doubts(head.text)))
        return {
            "head": Scalar(self._row(head), tuple(above), is_yaml=True),
            "rows": [
                Scalar(
                    self._row(row),
                    tuple(self.remarks(row, tuple(self.doubter.doubts(row.text)))),
                    is_yaml=True,
                )
                for row in rows
            ],
        }

    def _row(self, row: Sentence) -> str:
        said = (
            self._marked_up((replace(row, text=bare(cell), coded=cell),)) if cell else self.todo
            for cell in row.cells
        )
        return as_list(said)

    def _fitting(self, text: str, most: int, remarks: tuple[str, ...]) -> Scalar:
        """What is longer than a text may be stands in its remarks alone."""
        if len(text) <= most:
            return Scalar(text, remarks)
        said = self.doubter.phrases
        why = said.remarks["doubt"].format(why=said.doubts["long"])
        return Scalar(self.todo, (*remarks, why))

    def _marked_up(self, said: Said) -> str:
        """Sentences in which signs mean themselves, and known numbers are references."""
        found = list(parts(joined(said, is_coded=True)))
        text = "".join(f"`{part}`" if is_code else part for part, is_code in found)
        nodes = tuple(Code(part) if is_code else Text(part) for part, is_code in found)
        is_plain = paragraphs(text) == (nodes,) and not any(oddities(text, (nodes,)))
        return "".join(
            f"`{part}`" if is_code else self._words(part, n, is_plain=is_plain)
            for n, (part, is_code) in enumerate(found)
        )

    def _words(self, text: str, at: int, *, is_plain: bool) -> str:
        sign = _SIGN if at == 0 else _SIGN_WITHIN
        return self.doubter.referred(text if is_plain else sign.sub(r"\\\g<0>", text))

    def remarks(self, sentence: Sentence, doubts: tuple[Doubt, ...]) -> list[str]:
        """Say which line it comes from and why it is doubted; note what became of it."""
        said = self.doubter.phrases.remarks
        doubts = (*doubts, *([Doubt(sentence.odd)] if sentence.odd else []))
        if doubts:
            self.marked.append((sentence, doubts))
        else:
            self.kept.append(sentence)
        whys = [
            self.doubter.phrases.doubts[d.kind].format(said=d.said, other=d.other) for d in doubts
        ]
        return [
            said["line"].format(line=sentence.line, words=sentence.shown),
            *(said["doubt"].format(why=why) for why in whys),
        ]
