"""Lines → a tree: what stands below which heading, which number, which sentence that announces."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from guideway.imports.lines import Line
from guideway.imports.numbering import RANK
from guideway.imports.sentences import is_sentence

_TITLE = 32
"""So many characters at most has a line that is a heading though nothing says so."""
_LATIN_TITLE = 70
"""The same of one in letters."""
_LAST = 10


@dataclass(eq=False)
class Block:
    """A line and all that stands below it; it grows while the article is read, and then no more."""

    line: Line
    kind: str = "plain"
    """root, heading, title, item, lead (announces what follows), plain, remark, aside."""
    inside: "list[Block]" = field(default_factory=list)

    is_bare: bool = False
    """Whether it is an item behind one of the same list that has nothing below it."""

    @property
    def body(self) -> "list[Block]":
        """The plain lines right below it."""
        numbered = next((n for n, each in enumerate(self.inside) if each.kind != "plain"), None)
        return self.inside[:numbered]

    @property
    def rest(self) -> "list[Block]":
        """What stands below it behind those."""
        return self.inside[len(self.body) :]

    def all(self) -> "Iterable[Block]":
        """Itself and everything below it, in order."""
        yield self
        for each in self.inside:
            yield from each.all()


def tree(lines: Iterable[Line]) -> Block:
    """Put the lines of an article below each other; give what is around all of them."""
    root = Block(Line(0, ""), "root")
    way = [root]
    for line, follows in _with_next(lines):
        block = Block(line, _kind(line, follows))
        if block.kind in {"aside", "remark"}:
            root.inside.append(block)
            continue
        _go_up(way, block)
        before = way[-1].inside[-1:]
        block.is_bare = any(
            _style(each) == _style(block) != "" for each in before if not each.inside
        )
        way[-1].inside.append(block)
        if block.kind != "plain":
            way.append(block)
    return root


def is_title(line: Line) -> bool:
    """Whether a line is short and ends as no sentence does."""
    is_short = len(line.text) <= (_LATIN_TITLE if line.text.isascii() else _TITLE)
    is_open = is_sentence(line.text) or line.text.endswith(("，", ","))
    return is_short and not is_open and not line.is_whole


def is_list(block: Block) -> bool:
    """Whether it is numbered and has something below, or leads to what is."""
    has_items = any(
        each.kind == "item" or (each.kind == "lead" and is_list(each)) for each in block.inside
    )
    return has_items or (block.kind == "item" and bool(block.line.marker and block.inside))


def says_much(block: Block) -> bool:
    """Whether half of what stands below a title are sentences: then it is no list of links."""
    lines = [each.line for each in block.all()][1:]
    return sum(is_sentence(line.text) for line in lines) * 2 > len(lines) > 0


def _with_next(lines: Iterable[Line]) -> Iterable[tuple[Line, Line | None]]:
    found = list(lines)
    return zip(found, [*found[1:], None], strict=False)


def _kind(line: Line, follows: Line | None) -> str:
    if line.aside or line.heading:
        return "aside" if line.aside else "heading"
    if line.marker:
        is_remark = line.marker.style == "bullet" and line.is_remark
        return "remark" if is_remark else "item"
    if line.is_within or line.is_whole:
        return "plain"
    if line.is_remark:
        return "remark"
    if line.text.endswith(("：", ":")):
        return "lead"
    return "title" if is_title(line) and follows is not None else "plain"


def _go_up(way: list[Block], block: Block) -> None:
    """Leave what a line does not stand below."""
    if block.kind == "heading":
        while len(way) > 1 and not _is_above(way[-1], block):
            way.pop()
    elif block.kind == "item":
        _to_its_list(way, block)
    elif block.kind == "title":
        while way[-1].kind not in {"root", "heading"}:
            way.pop()
    elif block.line.is_within:
        while len(way) > 1 and not _style(way[-1]).startswith("list-"):
            way.pop()
    elif not block.line.fence:
        while way[-1].kind in {"item", "lead"} and not _has(way[-1], block):
            way.pop()


def _is_above(upper: Block, block: Block) -> bool:
    return upper.kind == "root" or (
        upper.kind == "heading" and upper.line.heading < block.line.heading
    )


def _to_its_list(way: list[Block], block: Block) -> None:
    """Go up to the list in which this item is the next; a new list is below what leads to it."""
    style = _style(block)
    if style == "asked" and not any(_style(each) == style for each in way):
        while way[-1].kind in {"item", "lead"}:
            way.pop()
    elif style in {_style(each) for each in way}:
        while _style(way[-1]) != style:
            way.pop()
        way.pop()
    elif above := next((each for each in reversed(way) if _goes_on_counting(each, block)), None):
        while way[-1] is not above:
            way.pop()
        _hand_down(above)
    else:
        while way[-1].kind == "item" and not _opens(way[-1]) and _rank(way[-1]) >= _rank(block):
            way.pop()


def _goes_on_counting(above: Block, block: Block) -> bool:
    """Whether the last item below it is the one before this."""
    last = next((each for each in reversed(above.inside) if _style(each) == _style(block)), None)
    number = block.line.marker.number if block.line.marker else 0
    return (
        last is not None
        and last.line.marker is not None
        and 1 < number == (last.line.marker.number + 1)
    )


def _hand_down(above: Block) -> None:
    """What stands between two items is about the first."""
    last = max(n for n, each in enumerate(above.inside) if each.kind == "item")
    between = above.inside[last + 1 :]
    if all(each.kind == "plain" for each in between):
        above.inside[last].inside += between
        del above.inside[last + 1 :]


def _opens(block: Block) -> bool:
    """Whether something stands below it by what it says: a title, or what announces.

    An item behind one with nothing below is like that.
    """
    is_named = block.line.text.endswith(("：", ":"))
    is_label = _style(block) == "label"
    return is_named or not (is_sentence(block.line.text) or block.is_bare or is_label)


def _is_like(block: Block, other: Block) -> bool:
    return bool(_style(block)) and _style(block) == _style(other)


def _goes_on(block: Block) -> bool:
    """Whether a plain line is still about it."""
    return _opens(block) and all(each.kind == "plain" for each in block.inside)


def _has(above: Block, block: Block) -> bool:
    """Whether a plain line is still about it; an answer goes on until a line is left empty."""
    *_, last = above.all()
    is_next = block.line.number <= last.line.number + last.line.height
    return _goes_on(above) or (_style(above) == "answered" and is_next)


def _style(block: Block) -> str:
    return block.line.marker.style if block.kind == "item" and block.line.marker else ""


def _rank(block: Block) -> int:
    style = _style(block)
    depth = style.removeprefix("list-")
    return _LAST + int(depth) if depth.isdecimal() else RANK.get(style, _LAST)
