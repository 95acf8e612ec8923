"""What a block of an article is about: by what it is called, or how it announces what follows."""

from guideway.imports.blocks import Block
from guideway.imports.phrases import Phrases
from guideway.imports.sentences import sentences, with_label

_EXPLICIT = {"step", "way"}
_SHORT = 6
"""“办理步骤” is the title of a part; of more signs, or words, may be that of an article."""


def role_of(phrases: Phrases, block: Block) -> str:
    """Name the part of a guide that a block begins, such as `needs`; empty if that is not known."""
    style = block.line.marker.style if block.line.marker else ""
    if block.kind in {"plain", "aside"} or style in _EXPLICIT:
        return ""
    if style == "case":
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
    return bool(block.line.marker and block.line.marker.style in _EXPLICIT)


def is_way(block: Block) -> bool:
    """Say whether a block is a way of several, with something below."""
    return bool(block.line.marker and block.line.marker.style == "way" and block.inside)
