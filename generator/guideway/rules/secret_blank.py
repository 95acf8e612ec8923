"""A page never asks for a password, a whole card number, a security code or a one-time code.

Who has these can take the money, and no letter needs them. The last four digits of a card are
enough to tell which card is meant.

Wrong:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
      name: {label: 你的银行卡号}

Right:

    content/guides/bridge.yaml
    blanks:
      asked: {label: 提问的那天, kind: date}
      name: {label: 银行卡后四位}
"""

from collections.abc import Iterator, Mapping

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.languages import Secrets
from guideway.model.placeholders import BLANK
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every blank that asks for a secret: by its id, its label, or the words before it."""
    looks = catalog.language.secret
    if looks is None:
        return
    for entry in catalog.guides:
        asked = _in_letters(entry.value, looks)
        for name, blank in entry.value.blanks.items():
            own = _secret(f"{blank.label} {name.replace('-', ' ')}", looks)
            if secret := own or asked.get(name, ""):
                yield _problem(entry, name, secret)


def _in_letters(guide: Guide, looks: Secrets) -> Mapping[str, str]:
    """Blank → the secret that the words before it ask for."""
    asked: dict[str, str] = {}
    for passage in (passage for letter in guide.letters for passage in letter.body):
        for found in BLANK.finditer(passage.text):
            before = passage.text[max(0, found.start() - looks.before) : found.start()]
            secret = _secret(looks.end.split(before)[-1], looks)
            if secret:
                asked.setdefault(found[1].strip(), secret)
    return asked


def _secret(words: str, looks: Secrets) -> str:
    found = None if looks.harmless.search(words) else looks.asks.search(words)
    return found[0] if found else ""


def _problem(entry: Entry[Guide], name: str, secret: str) -> Problem:
    message = f"the blank “{name}” asks for a secret (“{secret}”)"
    hint = "nobody needs it in a letter; the last four digits of a card are enough"
    return Problem(entry.key_place("blanks", name), message, code="secret-blank", hint=hint)
