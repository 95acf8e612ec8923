"""Content of any size whose guides are as long as ours: `python -m bench.corpus 100 FOLDER`.

Guides, decisions, providers and topics are copied, with ids, titles and search words of their own;
a copy refers to what was copied with it. Records, warnings and policy are those of the origin. A
copy is written in other words than the origin and other copies.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path, PurePosixPath
from random import Random

import yaml
from tools.commits import ROOT

from bench.exchange import Exchange, exchange, free_words, heard_words

Files = Mapping[str, bytes]
"""Path in a project, such as `content/guides/bridge.yaml` → what is in it."""
Trail = tuple[str, ...]
"""The keys above a value in a file; places in lists are left out."""

GUIDES, DECISIONS, PROVIDERS = "content/guides", "content/decisions", "content/providers"
TOPICS = "content/topics.yaml"
ADDRESSES = "content/addresses.yaml"
LISTENING = ("policy", "wording")
"""Files of `content/` with words that rules find in any text."""
RULES = (*LISTENING, "help", "care")
"""And with those they find in titles."""

_REFERENCE = re.compile(r"\b(guide|decision|provider|topic)\.([a-z0-9-]+)")
_HANDS = ("hands",)
"""Where a decision has guides for keys."""
_NAMED = {("title",), ("name",), ("label",), ("aliases",), ("asked",)}
"""What begins with the name of a copy, so that no two pages are called the same."""
_FIRST = "青白临安永广新东南西北长平高大清明云石金玉宁和福兴华泰昌盛丰"
_LAST = "岚溪川阳江山湖河城州原岭浦津泉塘坪坡港湾岗桥林田沙洲水峰谷"


@dataclass(frozen=True)
class _Copy:
    """What a copy calls things."""

    number: int
    ids: frozenset[str]
    """What was copied, such as `guide.bridge`."""
    exchange: Exchange

    @property
    def name(self) -> str:
        """Give two characters that no other copy has, as a town might be called."""
        many = len(_FIRST)
        return _FIRST[self.number % many] + _LAST[self.number // many % len(_LAST)]

    def id_of(self, kind: str, name: str) -> str:
        """Give the id of an entry as this copy refers to it: that of the origin if it has none."""
        return f"{name}-{self.number}" if f"{kind}.{name}" in self.ids else name


def enlarged(origin: Files, guides: int, seed: int = 1) -> dict[str, bytes]:
    """Copy the guides until there are so many, and decisions in proportion.

    `origin` is a whole project. Its guides refer to each other, so there are at least as many, else
    a ValueError is raised; a last copy that is not whole refers to the origin for what it lacks.
    Nothing of what is made here was ever published, so no list of that comes with it.
    """
    least = len(_names(origin, GUIDES))
    if guides < least:
        raise ValueError(f"{guides} guides are fewer than the {least} there are")
    words, heard = _free(origin), heard_words(_listed(origin))
    copies = [
        _Copy(
            number,
            frozenset(_copied(origin, min(1, guides / least - number))),
            exchange(words, heard, Random(f"{seed} {number}")),
        )
        for number in range(1, ceil(guides / least))
    ]
    files = {path: text for copy in copies for path, text in _files(origin, copy)}
    topics = _topics(origin[TOPICS].decode(), copies).encode()
    whole = {**origin, **files, TOPICS: topics}
    return {path: content for path, content in whole.items() if path != ADDRESSES}


def write_corpus(origin: Path, guides: int, project: Path) -> None:
    """Write a project whose content is enlarged; its pictures and settings are the origin's."""
    paths = (origin / "content").rglob("*.yaml")
    files = {path.relative_to(origin).as_posix(): path.read_bytes() for path in paths}
    for path, content in enlarged(files, guides).items():
        place = project / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    shutil.copytree(origin / "content/media", project / "content/media")
    shutil.copyfile(origin / "mkdocs.yml", project / "mkdocs.yml")


def _names(files: Files, folder: str) -> list[str]:
    """Name what lies in a folder; a decision has a second file, of its paths."""
    stems = (PurePosixPath(path).stem for path in files if path.startswith(f"{folder}/"))
    return sorted(stem for stem in stems if "." not in stem)


def _free(origin: Files) -> list[str]:
    rules = "".join(origin.get(f"content/{name}.yaml", b"").decode() for name in RULES)
    paths = [path for path in origin if path.startswith((GUIDES, DECISIONS))]
    return free_words((origin[path].decode() for path in paths), rules)


def _listed(origin: Files) -> Iterator[str]:
    """Give all values of the files that have words for rules."""
    for path in (f"content/{name}.yaml" for name in LISTENING):
        if path in origin:
            yield from (value.value for value, _ in _values(_read(origin[path].decode())))


def _copied(origin: Files, share: float) -> Iterator[str]:
    """Name what a copy has: a share of the guides and decisions, all providers and topics."""
    for kind, folder in (("guide", GUIDES), ("decision", DECISIONS)):
        names = _names(origin, folder)
        yield from (f"{kind}.{name}" for name in names[: round(share * len(names))])
    yield from (f"provider.{name}" for name in _names(origin, PROVIDERS))
    yield from (f"topic.{key.value}" for key, _ in _topics_of(origin[TOPICS].decode()))


def _files(origin: Files, copy: _Copy) -> Iterator[tuple[str, bytes]]:
    """Give the files of a copy."""
    kinds = {GUIDES: "guide", DECISIONS: "decision", PROVIDERS: "provider"}
    for path, content in origin.items():
        folder, _, file = path.rpartition("/")
        name, dot, rest = file.partition(".")
        kind = kinds.get(folder)
        if kind and f"{kind}.{name}" in copy.ids:
            text = content.decode()
            written = _rewritten(text, _read(text), copy)
            yield f"{folder}/{copy.id_of(kind, name)}{dot}{rest}", written.encode()


def _read(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, yaml.CSafeLoader)
    if not isinstance(node, yaml.MappingNode):
        raise TypeError("a file of content is a mapping")
    return node


def _rewritten(text: str, node: yaml.Node, copy: _Copy) -> str:
    """Write the part of a text that is a node for a copy; what is no value stays as it is."""
    written, done = [], node.start_mark.index
    for value, trail in _values(node):
        start, end = value.start_mark.index, value.end_mark.index
        written += [text[done:start], _value(text[start:end], trail, copy)]
        done = end
    return "".join([*written, text[done : node.end_mark.index]])


def _values(node: yaml.Node, trail: Trail = ()) -> Iterator[tuple[yaml.ScalarNode, Trail]]:
    """Find the values below a node, in order, with the keys above each; and keys that are ids."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if trail == _HANDS:
                yield key, trail
            yield from _values(value, (*trail, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _values(value, trail)
    elif isinstance(node, yaml.ScalarNode):
        yield node, trail


def _value(value: str, trail: Trail, copy: _Copy) -> str:
    """Write a value for a copy."""
    if trail == _HANDS or trail[-2:] == ("guide", "id"):
        return copy.id_of("guide", value)
    if trail in {("provider",), ("topic",)}:
        return copy.id_of(trail[0], value)
    value = _REFERENCE.sub(lambda found: f"{found[1]}.{copy.id_of(found[1], found[2])}", value)
    if trail[-1:] == ("tap",):
        return value  # a way in an App is that of its record, which is not copied
    value = copy.exchange.written(value)
    if trail not in _NAMED:
        return value
    quote = value[0] if value[0] in "'\"" else ""
    return quote + copy.name + value[len(quote) :]


def _topics(text: str, copies: Sequence[_Copy]) -> str:
    """Add a topic of its own for each topic and copy."""
    known = _topics_of(text)
    end = len(text[: known[-1][1].end_mark.index].rstrip())
    added = [
        f"\n{' ' * key.start_mark.column}{copy.id_of('topic', key.value)}:\n"
        f"{' ' * value.start_mark.column}{_rewritten(text, value, copy).rstrip()}"
        for copy in copies
        for key, value in known
    ]
    return text[:end] + "".join(added) + text[end:]


def _topics_of(text: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Find the topics in their file: name and what is said of it."""
    found = (value.value for key, value in _read(text).value if key.value == "topics")
    return list(next(found))


if __name__ == "__main__":
    write_corpus(ROOT, int(sys.argv[1]), Path(sys.argv[2]))
