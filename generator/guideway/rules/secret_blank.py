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

import re
from collections.abc import Iterator, Mapping

from guideway.catalog import Catalog, Entry
from guideway.model.guides import Guide
from guideway.model.placeholders import BLANK
from guideway.problems import Problem

_SECRET = re.compile(
    r"密\s*码|口令|验证码|校验码|动态码|短信码|安全码|卡背|CV[VCN]2?|\bPIN\b|\bOTP\b|有效期"
    r"|(?:银行|信用|储蓄|借记)卡\s*(?:号|账号)|卡\s*号|password|passcode|card[-_ ]?n(?:o|um)",
    re.IGNORECASE,
)
_HARMLESS = re.compile(r"(?:卡\s*+号?|号码?)\s*+(?:的)?\s*+(?:后|末|最后)\s*+[四4]\s*+位|尾号")
_END = re.compile(r"[\n}\uff0c\u3002\uff1b]")
_BEFORE = 12
"""How many characters before a blank say what goes into it."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every blank that asks for a secret: by its id, its label, or the words before it."""
    for entry in catalog.guides:
        asked = _in_letters(entry.value)
        for name, blank in entry.value.blanks.items():
            own = _secret(f"{blank.label} {name.replace('-', ' ')}")
            if secret := own or asked.get(name, ""):
                yield _problem(entry, name, secret)


def _in_letters(guide: Guide) -> Mapping[str, str]:
    """Blank → the secret that the words before it ask for."""
    asked: dict[str, str] = {}
    for passage in (passage for letter in guide.letters for passage in letter.body):
        for found in BLANK.finditer(passage.text):
            before = passage.text[max(0, found.start() - _BEFORE) : found.start()]
            secret = _secret(_END.split(before)[-1])
            if secret:
                asked.setdefault(found[1].strip(), secret)
    return asked


def _secret(words: str) -> str:
    found = None if _HARMLESS.search(words) else _SECRET.search(words)
    return found[0] if found else ""


def _problem(entry: Entry[Guide], name: str, secret: str) -> Problem:
    message = f"the blank “{name}” asks for a secret (“{secret}”)"
    hint = "nobody needs it in a letter; the last four digits of a card are enough"
    return Problem(entry.key_place("blanks", name), message, code="secret-blank", hint=hint)
