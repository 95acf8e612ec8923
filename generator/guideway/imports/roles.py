"""What a block of an article is about: by what it is called, or how it announces what follows."""

from collections.abc import Sequence

from guideway.imports.blocks import Block, is_list
from guideway.imports.phrases import Phrases
from guideway.imports.sentences import sentences, with_label

LISTS = {"needs", "cautions", "fees", "times", "done", "questions", "contacts"}
"""Parts of which each line is one entry; those of a guide are called the same."""
_EXPLICIT = {"step", "way"}
_FEW = 2
_SHORT = 6
"""“办理步骤” is the title of a part; of more signs, or words, may be that of an article."""


def role_of(phrases: Phrases, block: Block) -> str:
    """Name the part of a guide that a block begins, such as `needs`; empty if that is not known."""
    if block.kind in {"plain", "aside"} or is_explicit(block):
        return ""
    if _style(block) == "case":
        return "case"
    label, _ = with_label(block.line)
    if block.kind == "lead":
        return phrases.section("".join(each.text for each in sentences(block.line)[-1:]))
    return phrases.section(label.text if label and block.kind == "item" else block.line.text)


def is_section(phrases: Phrases, block: Block) -> bool:
    """Say whether a title is that of a part, not of the article."""
    role, text = role_of(phrases, block), block.line.text
    size = len(text.split()) if text.isascii() else len(text)
    return bool(role) and size <= _SHORT and block.line.heading != 1


def is_of_steps(phrases: Phrases, block: Block) -> bool:
    """Say whether a block shows that the article numbers its steps."""
    is_named = role_of(phrases, block) == "steps"
    return is_explicit(block) or (is_named and any(e.kind == "item" for e in block.inside))


def is_explicit(block: Block) -> bool:
    """Say whether a block calls itself a step, or a way."""
    return _style(block) in _EXPLICIT


def is_around(phrases: Phrases, block: Block) -> bool:
    """Say whether what is numbered below a line are parts of the article, not one list."""
    items = [each for each in block.inside if each.kind == "item"]
    named = [each for each in items if role_of(phrases, each) and (each.inside or _label(each))]
    return len(named) >= _FEW


def adopted(phrases: Phrases, blocks: Sequence[Block]) -> list[Block]:
    """Put short lines that end without a sign below the name of a list that they stand behind."""
    found: list[Block] = []
    above: Block | None = None
    for block in blocks:
        is_bare = block.kind == "title" and not block.inside
        is_name = is_bare and role_of(phrases, block) in LISTS
        if above and is_bare and not role_of(phrases, block):
            above.inside.append(Block(block.line))
        else:
            above = block if is_name else None
            found.append(block)
    return found


def is_asked(block: Block) -> bool:
    """Say whether a block calls itself a question, or is a title that is answered below."""
    is_title = block.kind in {"title", "heading"} and block.line.text.rstrip().endswith(("?", "？"))
    return _style(block) == "asked" or (
        is_title and any(_style(each) == "answered" for each in block.inside)
    )


def is_condition(phrases: Phrases, block: Block) -> bool:
    """Say whether a line only says for whom the list below it is: “要是销户的话”."""
    is_above = block.kind in {"lead", "title", "heading"} and is_list(block)
    return is_above and phrases.tells("conditions", block.line.text) is not None


def is_part_in_a_line(block: Block) -> bool:
    """Say whether it is a part whose name and only entry stand in one line: “六、咨询电话：…”."""
    return is_chapter(block) and not block.inside and _label(block)


def is_chapter(block: Block) -> bool:
    """Say whether its number is of the highest kind, as that of a part is."""
    return _style(block) in {"han", "chapter"}


def _style(block: Block) -> str:
    return block.line.marker.style if block.line.marker else ""


def _label(block: Block) -> bool:
    return with_label(block.line)[0] is not None


def is_way(block: Block) -> bool:
    """Say whether a block is a way of several, with something below."""
    return _style(block) == "way" and bool(block.inside)
