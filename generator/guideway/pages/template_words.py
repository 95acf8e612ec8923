"""Words of the interface that a template asks for, held against those there are."""

from collections import Counter
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, NamedTuple

from jinja2.nodes import Assign, Const, Expr, Filter, Getattr, Getitem, Name, Node, Template

from guideway.model.words import FORMS, Words
from guideway.problems import near

_ROOT = "words"
_FILL = "fill"

Way = tuple[str, ...]
"""The keys that lead to a word, or to a group of them."""


class Wrong(NamedTuple):
    """What a template asks of words in vain."""

    line: int
    name: str
    """What stands there."""
    message: str
    hint: str


def wrong_words(tree: Template, words: Words) -> Iterator[Wrong]:
    """Find words that are not there, and such that lack what comes into them.

    A key that is only known when a page is made, such as that of a kind, is passed over.
    """
    ways = _ways(tree)
    for node in tree.find_all((Getattr, Getitem)):
        yield from _unknown(node, ways, words)
    for node in tree.find_all(Filter):
        if node.name == _FILL and node.node and not (node.dyn_args or node.dyn_kwargs):
            yield from _unfilled(node, ways, words)


def _ways(tree: Template) -> Mapping[str, Way]:
    """Name what stands for words in a template: `words`, and what is set to some of them, once."""
    made = Counter(each.name for each in tree.find_all(Name) if each.ctx != "load")
    ways: dict[str, Way] = {} if made[_ROOT] else {_ROOT: ()}
    for each in tree.find_all(Assign):
        if isinstance(each.target, Name) and made[each.target.name] == 1:
            way = _way(each.node, ways)
            if way is not None:
                ways[each.target.name] = way
    return ways


def _way(node: Node, ways: Mapping[str, Way]) -> Way | None:
    if isinstance(node, Name):
        return ways.get(node.name)
    if isinstance(node, Getattr) and _is_given(node):
        return ()
    name = _asked(node)
    above = _way(node.node, ways) if name and isinstance(node, Getattr | Getitem) else None
    return (*above, name) if above is not None else None


def _is_given(node: Getattr) -> bool:
    """Whether it is `config.extra.words`, which is how the engine gives them to the theme."""
    return node.attr == _ROOT and isinstance(node.node, Getattr) and node.node.attr == "extra"


def _asked(node: Node) -> str:
    if isinstance(node, Getattr):
        return node.attr
    if isinstance(node, Getitem) and isinstance(node.arg, Const):
        return node.arg.value if isinstance(node.arg.value, str) else ""
    return ""


def _unknown(node: Expr, ways: Mapping[str, Way], words: Words) -> Iterator[Wrong]:
    name = _asked(node)
    above = _way(node.node, ways) if name and isinstance(node, Getattr | Getitem) else None
    group = _at(words, above) if above is not None else None
    if group is None or _has(group, name, is_attribute=isinstance(node, Getattr)):
        return
    whole = ".".join((*(above or ()), name))
    is_group = isinstance(group, Mapping)
    hint = near(name, group) or f"here are {', '.join(sorted(group))}" if is_group else ""
    yield Wrong(node.lineno, name, f"“{whole}” is no word of the interface", hint)


def _has(group: Any, name: str, *, is_attribute: bool) -> bool:
    """Whether a template gets something there: a word, or what Python has of a text or a list."""
    return (isinstance(group, Mapping) and name in group) or (is_attribute and hasattr(group, name))


def _at(words: Words, way: Way) -> Any:
    """Give what is at the end of a way, or nothing."""
    here: Any = words
    for name in way:
        here = here.get(name) if isinstance(here, Mapping) else None
    return here


def _unfilled(node: Filter, ways: Mapping[str, Way], words: Words) -> Iterator[Wrong]:
    way = _way(node.node, ways) if node.node else None
    wanted = _placeholders(_at(words, way)) if way else None
    if wanted is None:
        return
    given = {each.key for each in node.kwargs}
    for name in sorted(wanted - given):
        message = f"“{'.'.join(way or ())}” says “{name}”, and nothing is filled in for it"
        hint = f"{_FILL}({', '.join(f'{each}=…' for each in sorted(wanted))})"
        yield Wrong(node.lineno, _FILL, message, hint)


def _placeholders(said: Any) -> set[str] | None:
    """List what comes into a word; nothing where it is a group, or there is none."""
    if isinstance(said, Mapping):
        said = said.get("other") if said.keys() <= set(FORMS) else None
    if not isinstance(said, str):
        return None
    return {name for _, name, _, _ in Formatter().parse(said) if name}
