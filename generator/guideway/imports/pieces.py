"""Blocks of an article → instructions with what belongs to each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guideway.imports.blocks import Block
from guideway.imports.lines import Line
from guideway.imports.numbering import NUMERALS
from guideway.imports.parts import Piece, RawStep, Said, begun
from guideway.imports.sentences import Sentence, sentences, with_label
from guideway.imports.sieve import Sieve
from guideway.imports.tables import rows_of

_COUNTED = re.compile(
    r"以下(?P<n>[一二两三四五六七八九十]|\d{1,2})[个步点项种条方]|(?P<m>\d{1,2}) (?:steps|things)"
)
_Ways = tuple[tuple[Piece, tuple[Piece, ...]], ...]
_Doubts = tuple[tuple[str, str, str], ...]


def step_of(block: Block, sieve: Sieve, case: str = "") -> RawStep | None:
    """Make a step of a block; none if nothing of it may stand in a guide."""
    items, leads = _opened(block)
    main = _led(piece_of(block, sieve), leads, sieve)
    if not _are_ways(items):
        return _made(main, _subs(items, sieve), (), case)
    found, alone = _ways(items, sieve)
    return _made(main, alone, found, case)


def choice_of(blocks: Sequence[Block], sieve: Sieve) -> RawStep | None:
    """Make a step of ways to do the same; nothing says what that is."""
    found, alone = _ways(blocks, sieve)
    return RawStep(Piece(()), alone, found) if found or alone else None


def piece_of(block: Block, sieve: Sieve, *, is_entry: bool = False) -> Piece | None:
    """Make an instruction of a block: its label or first sentence, and what follows.

    A paragraph has a label only where it is an entry of a list.
    """
    is_list_below = bool(block.rest) or (block.kind == "lead" and bool(block.inside))
    head, rest = _head(block, is_entry=is_entry or block.kind == "item")
    is_name = not rest or is_entry or block.kind == "item"
    kept = sieve.kept(rest, is_list_below=is_list_below)
    if is_name and rest and not kept:
        sieve.drop(head, sieve.dropped[-1].why)
        head = ()
    said = [sieve.kept(head, is_list_below=is_list_below and not is_name), kept]
    said += [sieve.kept(sentences(each.line)) for each in block.body]
    first, *paragraphs = [each for each in said if each] or [()]
    if not first:
        return None
    if first[0].is_whole:
        return begun([first, *paragraphs], _odd(block))
    more = [first[1:], *paragraphs] if first is not said[0] else paragraphs
    return begun([first[:1], *(each for each in more if each)], _odd(block))


def said_step(said: Said, case: str) -> RawStep:
    """Make a step of a paragraph."""
    paragraphs = [said] if said[0].is_whole else [said[:1], *([said[1:]] if said[1:] else [])]
    return RawStep(begun(paragraphs), case=case)


def lines_below(block: Block, sieve: Sieve) -> list[Piece]:
    """Make a piece of each line below a block, and of each list what is in it."""
    found: list[Piece | None] = []
    for each in block.inside:
        if each.kind == "lead" and each.inside:
            found += _announced(each, sieve)
            found += lines_below(each, sieve)
        elif each.line.table:
            found += _rows(each.line, sieve)
        else:
            found.append(_flat(each, sieve, is_entry=True))
    return [replace(p, doubts=tuple(d for d in p.doubts if d[0] != "deep")) for p in found if p]


def _announced(lead: Block, sieve: Sieve) -> list[Piece]:
    """What leads to a list is left out, unless it says which of it is wanted: “之一”."""
    said = sentences(lead.line)
    if any(sieve.phrases.tells("conditions", each.text) for each in said):
        kept = sieve.kept(said)
        return [Piece(kept[:1], (kept[1:],) if kept[1:] else ())] if kept else []
    sieve.drop(said, "announcing")
    return []


def _rows(line: Line, sieve: Sieve) -> Iterator[Piece | None]:
    """Make a piece of each row of a table that stands where a list is wanted."""
    for row in rows_of(line):
        if row.aside:
            sieve.drop(sentences(row), row.aside)
        else:
            yield _flat(Block(row), sieve, is_entry=True)


def asked_piece(block: Block, sieve: Sieve) -> Piece | None:
    """Make a piece of a question; all that stands below it answers."""
    said = [sieve.kept(sentences(each.line)) for each in block.all()]
    found = [each for each in said if each]
    return begun(found, _odd(block)) if found else None


def own_sentences(block: Block) -> tuple[Sentence, ...]:
    """Give the sentences of a block and of everything below it."""
    return tuple(sentence for each in block.all() for sentence in sentences(each.line))


def _made(
    main: Piece | None,
    subs: tuple[Piece, ...],
    ways: _Ways,
    case: str,
) -> RawStep | None:
    if main is None and not ways and subs:
        main, *rest = subs
        return RawStep(main, tuple(rest), (), case)
    if main is None and ways:
        (name, steps), *others = ways
        return RawStep(name, (*subs, *steps), tuple(others), case)
    return RawStep(main, subs, ways, case) if main else None


def _ways(blocks: Sequence[Block], sieve: Sieve) -> tuple[_Ways, tuple[Piece, ...]]:
    """The ways that have steps, and those that are a step themselves."""
    ways = [(piece_of(each, sieve), _subs(each.rest, sieve)) for each in blocks]
    found = tuple((name, subs) for name, subs in ways if name and subs)
    lost = tuple(sub for name, subs in ways if not name for sub in subs)
    return found, (*(name for name, subs in ways if name and not subs), *lost)


def _opened(block: Block) -> tuple[list[Block], list[Block]]:
    """What stands below a block behind its own words, and the lines that only lead to it."""
    items, leads = list[Block](), list[Block]()
    for each in block.rest:
        (leads if each.kind == "lead" else items).append(each)
        items += each.inside if each.kind == "lead" else []
    return items, leads


def _led(main: Piece | None, leads: Sequence[Block], sieve: Sieve) -> Piece | None:
    """Put what leads to a list, and says more than that, behind the words of its step."""
    for lead in leads:
        said = sieve.kept(sentences(lead.line), is_list_below=bool(lead.inside))
        if main is None and said:
            main = Piece(said[:1], (said[1:],) if said[1:] else (), _odd(lead))
        elif main is not None:
            detail = (*main.detail, said) if said else main.detail
            main = Piece(main.do, detail, (*main.doubts, *_odd(lead)))
    return main


def _subs(items: Sequence[Block], sieve: Sieve) -> tuple[Piece, ...]:
    """Smaller steps; a plain line between them is about the one before it."""
    found: list[Piece] = []
    for each in items:
        piece = _sub(each, sieve)
        if piece and each.kind == "plain" and found:
            last = found.pop()
            more = tuple(said for said in (piece.do, *piece.detail) if said)
            piece = replace(last, detail=(*last.detail, *more))
        found += [piece] if piece else []
    return tuple(found)


def _sub(block: Block, sieve: Sieve) -> Piece | None:
    """A smaller step; what is numbered below it are the smallest."""
    items, leads = _opened(block)
    if not items or any(each.kind != "item" for each in items):
        return _flat(block, sieve)
    piece = _led(piece_of(block, sieve), leads, sieve)
    found = tuple(each for each in (_flat(item, sieve) for item in items) if each)
    if piece is None:
        return replace(found[0], subs=found[1:]) if found else None
    return replace(piece, subs=found)


def _flat(block: Block, sieve: Sieve, *, is_entry: bool = False) -> Piece | None:
    """A smallest step; what is numbered below it becomes its paragraphs."""
    piece = piece_of(block, sieve, is_entry=is_entry)
    below = [each for inner in block.rest for each in inner.all()]
    if not below:
        return piece
    said = [sieve.kept(sentences(each.line), is_list_below=bool(each.inside)) for each in below]
    paragraphs = tuple(each for each in said if each)
    deep = (("deep", "", ""),) if any(each.kind == "item" for each in below) else ()
    if piece is None:
        return begun(paragraphs, deep) if paragraphs else None
    return Piece(piece.do, (*piece.detail, *paragraphs), (*piece.doubts, *deep))


def _are_ways(items: Sequence[Block]) -> bool:
    styles = {each.line.marker.style for each in items if each.line.marker}
    return styles == {"way"} and all(each.inside for each in items)


def _head(block: Block, *, is_entry: bool) -> tuple[Said, Said]:
    """The instruction of a line, and what is said behind it."""
    if is_entry:
        label, rest = with_label(block.line)
        if label is not None:
            return (label,), rest
    said = sentences(block.line)
    return said[:1], said[1:]


def _odd(block: Block) -> _Doubts:
    """A list that is announced and not there, or has another length."""
    text = block.line.text
    counted = _COUNTED.search(text)
    below = [each for each in block.inside if each.kind == "item"]
    if block.kind == "lead" and not block.inside:
        return (("announced", "", ""),)
    if counted and below:
        written = counted["n"] or counted["m"]
        said = int(written) if written.isdecimal() else NUMERALS[written]
        return (("counted", str(said), str(len(below))),) if said != len(below) else ()
    last = block.body[-1:] if not block.rest else []
    return next((_odd(each) for each in last), ())
