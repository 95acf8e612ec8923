"""What the rules look for in the texts of a language and of a country: data, in files beside us."""

import re
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from guideway.model.stemming import Stemming
from guideway.model.texts import Part

Pattern = re.Pattern[str]
_HUNDRED = 100
_LIMIT = 1000


class Sentence(Part):
    """What a sentence is, and how long it may be."""

    ends: Pattern
    """What ends one."""
    quoted: Pattern
    """What others said, marks included."""
    most: int
    """How long it may be."""
    counted: Literal["signs", "words"]
    """What its length is counted in."""
    asked: str
    """How that is called in a problem."""
    easy: int | None = None
    """How long most may be that are read in a hurry; without it, nobody counts."""

    def length(self, text: str) -> int:
        """Count what the length of a text is counted in; spaces are none."""
        return len(text.split()) if self.counted == "words" else len(re.sub(r"\s", "", text))


class Numerals(Part):
    """Small numbers in words: by digits and names of ten and hundred, or one by one."""

    digits: str = ""
    """Nought to nine."""
    ten: str = ""
    hundred: str = ""
    also: dict[str, str] = Field(default_factory=dict)
    """Numbers that have one word more."""
    words: dict[str, str] = Field(default_factory=dict)
    """Numbers that are spelt out, by themselves."""

    def of(self, number: int) -> tuple[str, ...]:
        """Give the ways to write a number; nothing if it is not spelt out."""
        found = self.words.get(str(number)) or self._composed(number)
        ways = (found, self.also.get(str(number), ""))
        return tuple(way for way in ways if way)

    def _composed(self, number: int) -> str:
        if not self.digits or not 0 < number < _LIMIT:
            return ""
        hundreds, rest = divmod(number, _HUNDRED)
        tens, ones = divmod(rest, 10)
        said = self.digits[hundreds] + self.hundred if hundreds else ""
        if tens:
            said += (self.digits[tens] if tens > 1 or hundreds else "") + self.ten
        elif hundreds and ones:
            said += self.digits[0]
        return said + (self.digits[ones] if ones else "")


class TypedFacts(Part):
    """What a fact looks like that is typed: a period, a sum, an age, an article, a date."""

    begins: Pattern
    """What stands in every text that has one in digits."""
    pattern: Pattern
    """One in digits."""
    year: Pattern | None = None
    """What only says when."""
    units: dict[str, str]
    """The units of periods, as patterns."""
    before: str = ""
    """What stands before a number in words, as a pattern."""
    after: str = ""
    """What stands behind its unit."""


class MistakenValues(Part):
    """How a value can be written otherwise."""

    digits: str
    """Signs of numbers, as they stand in brackets of a pattern."""
    token: Pattern
    """The pieces a value is made of."""
    same: dict[str, str]
    """Units that mean the same, as patterns."""


class Joins(Part):
    """What joins a second instruction to a first, or ends one."""

    pattern: Pattern
    """It may have a group `comma` for the sign that is told."""


class Secrets(Part):
    """What asks for a secret."""

    asks: Pattern
    harmless: Pattern
    """What asks for a part that tells nothing."""
    end: Pattern
    """What ends the words that belong to a blank."""
    before: int
    """How many signs before a blank say what goes into it."""


class Punctuation(Part):
    """Signs that belong to another script."""

    name: str
    """What such a sign is, as a problem says it: “half-width”."""
    within: str
    """Where it is wrong, likewise: “a Chinese sentence”."""
    beside: str
    """The letters beside which they are wrong, as they stand in brackets of a pattern."""
    full: dict[str, str]
    """Wrong signs, and the right ones."""


class FormOfAddress(Part):
    """How a reader is called, and how not."""

    stiff: str
    plain: str


class Promises(Part):
    """What promises how it ends."""

    may: Pattern
    """What every promise has in it."""
    pattern: Pattern
    denied: Pattern
    """What takes it back, in the same sentence."""
    quoted: Pattern


class OwnBlanks(Part):
    """What blanks are called that are for the reader's own name and number."""

    name: Pattern
    phone: Pattern


class Language(Part):
    """A language, as far as rules know it: what is missing, no rule looks for."""

    tag: str
    """Its tag, without a country: `en`."""
    cut: Literal["pairs", "words"] = "words"
    """What texts are compared by: pairs of signs, where no spaces stand between words, or words."""
    sentence: Sentence | None = None
    numerals: Numerals = Numerals()
    typed_fact: TypedFacts | None = None
    mistaken: MistakenValues | None = None
    joins: Joins | None = None
    secret: Secrets | None = None
    punctuation: Punctuation | None = None
    condition_last: Pattern | None = None
    """A condition behind what it is for, in a group `if`."""
    address: FormOfAddress | None = None
    own_blanks: OwnBlanks | None = None
    promise: Promises | None = None
    empty_link: Pattern | None = None
    """The words of a link that say nothing alone."""
    unfinished: Pattern | None = None
    """What marks a text that is not written yet."""
    second_hand: Pattern | None = None
    """What says that somebody has not seen a source itself."""
    untried: Pattern | None = None
    """What says that somebody has not tried a way in an app."""
    empty_tags: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Answers that say nothing beside what they are for."""
    signs: str = ""
    """Its common characters, if it is written with many: what the search index writes in short.
    White space between them is none of them."""
    fillers: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Words of a question that say nothing about its subject."""
    stemming: Stemming | None = None
    """How the forms of a word are known to be one; nothing where words have none."""

    def __hash__(self) -> int:
        """Tell it by its name: there is one of each."""
        return hash(self.tag)


class PhoneNumbers(Part):
    """What numbers look like that can be dialled: patterns."""

    before: str = r"(?<!\d)"
    """What does not stand before one."""
    numbers: str
    after: str = r"(?!\d)"
    """What does not stand behind one, such as a unit."""


class Country(Part):
    """A country, as far as rules know it."""

    code: str
    """Its code, without a part of it: `GB`."""
    phone: PhoneNumbers | None = None
    emergency: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Numbers that are called in an emergency."""

    @property
    def dialled(self) -> Pattern | None:
        """What finds a number that can be dialled, in an emergency or not; nothing without any."""
        return _dialled(self.phone or PhoneNumbers(numbers=""), self.emergency)


@lru_cache
def _dialled(phone: PhoneNumbers, emergency: tuple[str, ...]) -> Pattern | None:
    # Not kept at the country: a copy with other numbers would take it along.
    numbers = "|".join(filter(None, (phone.numbers, *map(re.escape, emergency))))
    return re.compile(f"{phone.before}(?:{numbers}){phone.after}") if numbers else None


UNKNOWN_LANGUAGE = Language(tag="und")
"""One that no rule knows."""
UNKNOWN_COUNTRY = Country(code="")
"""One whose numbers nobody knows."""
