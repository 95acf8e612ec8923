"""A cry for help is composed of lists that stand above it, and of two characters or more.

`{word}` stands for any word of a list under `words`, and a list may use lists above it. A cry of a
single character would be heard in nearly everything.

Wrong:

    content/help.yaml
    words:
      leap: ['从{place}跳']
      place: [桥上]
    cries:
      - {said: [跳桥], say: 先找人说说。, offer: [guide.bridge]}

Right:

    content/help.yaml
    words:
      place: [桥上]
      leap: ['从{place}跳']
    cries:
      - {said: ['{leap}', 跳桥], say: 先找人说说。, offer: [guide.bridge]}
"""

from collections.abc import Collection, Iterator

from guideway.catalog import Catalog
from guideway.catalog.entries import Entry
from guideway.model.help import COMPOSED, Help
from guideway.problems import Problem
from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every list that is not there yet, and every cry that says too little."""
    for entry in catalog.helps:
        above: list[str] = []
        for name, words in entry.value.words.items():
            for at, word in enumerate(words):
                yield from _unknown(entry, ("words", name, at), word, above)
            above.append(name)
        for number, cry in enumerate(entry.value.cries):
            for at, said in enumerate(cry.said):
                trail = ("cries", number, "said", at)
                yield from _unknown(entry, trail, said, above)
                yield from _short(entry, trail, said)


def _unknown(
    entry: Entry[Help], trail: Trail, text: str, above: Collection[str]
) -> Iterator[Problem]:
    for found in COMPOSED.finditer(text):
        name = found["name"]
        if name and name not in above:
            message = f"no list “{name}” stands above “{text}”"
            hint = "put the list under “words”, above what uses it"
            yield Problem(entry.place(*trail), message, code="composed-cry", hint=hint)


def _short(entry: Entry[Help], trail: Trail, text: str) -> Iterator[Problem]:
    is_composed = any(found["name"] for found in COMPOSED.finditer(text))
    if not is_composed and len(COMPOSED.sub("", text)) == 1:
        message = f"“{text}” is a single character: it would be heard in nearly everything"
        hint = "write what people say around it"
        yield Problem(entry.place(*trail), message, code="composed-cry", hint=hint)
