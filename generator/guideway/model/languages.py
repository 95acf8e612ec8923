"""What the rules look for in the texts of a language: data, in files beside us and of a project."""

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from guideway.model.numerals import Numerals
from guideway.model.patterns import Letters, Pattern, Piece, in_pairs, without_groups
from guideway.model.records import PeriodUnit
from guideway.model.stemming import Stemming
from guideway.model.texts import Part

CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""A currency in the three letters of ISO 4217, such as `EUR`."""
Said = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Sign = Annotated[str, StringConstraints(min_length=1, max_length=1)]
Count = Annotated[int, Field(ge=1, le=1000)]


def _every_unit(units: dict[PeriodUnit, str]) -> dict[PeriodUnit, str]:
    if lost := [unit for unit in get_args(PeriodUnit) if unit not in units]:
        raise ValueError(f"no pattern for {', '.join(lost)}")
    return units


def _names_if(pattern: re.Pattern[str]) -> re.Pattern[str]:
    if "if" not in pattern.groupindex:
        raise ValueError("the word that is told is missing: a group such as (?P<if>if|unless)")
    return pattern


class Sentence(Part):
    """What a sentence is, and how long it may be."""

    ends: Pattern
    """What ends one."""
    quoted: Pattern
    """What others said, marks included."""
    most: Count
    """How long it may be."""
    counted: Literal["signs", "words"]
    """What its length is counted in."""
    asked: Said
    """How that is called in a problem."""
    easy: Count | None = None
    """How long most may be that are read in a hurry; without it, nobody counts."""

    def length(self, text: str) -> int:
        """Count what the length of a text is counted in; spaces are none."""
        return len(text.split()) if self.counted == "words" else len(re.sub(r"\s", "", text))


class TypedFacts(Part):
    """What a fact looks like that is typed: a period, a sum, an age, an article, a date."""

    begins: Pattern
    """What stands in every text that has one in digits."""
    pattern: Pattern
    """One in digits."""
    year: Pattern | None = None
    """What only says when."""
    units: Annotated[dict[PeriodUnit, Piece], AfterValidator(_every_unit)]
    """The units of periods as patterns: hour, day, working-day, month, year."""
    before: Piece = ""
    """What stands before a number in words, as a pattern."""
    after: Piece = ""
    """What stands behind its unit."""


class MistakenValues(Part):
    """How a value can be written otherwise."""

    digits: Letters
    """Signs of numbers, as they stand in brackets of a pattern."""
    token: Annotated[Pattern, AfterValidator(without_groups)]
    """The pieces a value is made of."""
    same: dict[str, Piece]
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
    before: Count
    """How many signs before a blank say what goes into it."""


class Punctuation(Part):
    """Signs that belong to another script."""

    name: Said
    """What such a sign is, as a problem says it: “half-width”."""
    within: Said
    """Where it is wrong, likewise: “a Chinese sentence”."""
    beside: Letters
    """The letters beside which they are wrong, as they stand in brackets of a pattern."""
    full: Annotated[dict[Sign, Said], Field(min_length=1)]
    """Wrong signs, and the right ones."""


class FormOfAddress(Part):
    """How a reader is called, and how not."""

    stiff: Said
    plain: Said


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


class Compounds(Part):
    """How words are written together: “Mitgliedsvertrag” is a Vertrag."""

    joints: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """What can stand between two words, such as the s of “Mitgliedsvertrag”."""
    never: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """What begins words without being one that others are put to: über, unter."""


class LanguageFile(Part):
    """What a file of `languages/` says: what is missing, no rule looks for."""

    cut: Literal["pairs", "words"] = "words"
    """What texts are compared by: pairs of signs, where no spaces stand between words, or words."""
    sentence: Sentence | None = None
    numerals: Numerals = Numerals()
    typed_fact: TypedFacts | None = None
    mistaken: MistakenValues | None = None
    joins: Joins | None = None
    secret: Secrets | None = None
    punctuation: Punctuation | None = None
    pairs: Annotated[str, AfterValidator(in_pairs)] = ""
    """Quotes and brackets that go in pairs, such as “”（）; none that is also an apostrophe."""
    condition_last: Annotated[Pattern, AfterValidator(_names_if)] | None = None
    """A condition behind what it is for, in a group `if`."""
    address: FormOfAddress | None = None
    sums: dict[CurrencyCode, Said] = Field(default_factory=dict)
    """Words for what sums are counted in: {CNY: 元}; without, as CLDR has it: £20, 20 €."""
    own_blanks: OwnBlanks | None = None
    promise: Promises | None = None
    empty_link: Pattern | None = None
    """The words of a link that say nothing alone."""
    unfinished: Pattern | None = None
    """What marks a text that is not written yet."""
    numbered: Pattern | None = None
    """A number in words that stands before one of several steps, with the sign behind it."""
    slips: Pattern | None = None
    """What nobody means: a sign or a word that stands twice, a space between two characters."""
    nothing: Pattern | None = None
    """A text that is this and no more says that there is nothing."""
    second_hand: Pattern | None = None
    """What says that somebody has not seen a source itself."""
    untried: Pattern | None = None
    """What says that somebody has not tried a way in an app."""
    empty_tags: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Answers that say nothing beside what they are for."""
    signs: str = ""
    """Its common characters, if it is written with many, for the search index; blanks are none."""
    phrases: str = ""
    """Common words, the most frequent first: the search index writes texts in them and `signs`."""
    compounds: Compounds | None = None
    """How the search takes words apart that are written together."""
    fillers: Annotated[tuple[str, ...], Field(strict=False)] = ()
    """Words of a question that say nothing about its subject."""


class Language(LanguageFile):
    """A language, as far as rules and the search know it."""

    tag: str
    """Its tag, without a country: `en`."""
    stemming: Stemming | None = None
    """How the forms of a word are known to be one; nothing where words have none."""
    letters: str = ""
    """Its letters in order, where some with marks are letters of their own."""
    between: str = ", "
    """What stands between two things that are named together, as the words of the site say it."""

    def __hash__(self) -> int:
        """Tell it by its name: there is one of each."""
        return hash(self.tag)


UNKNOWN_LANGUAGE = Language(tag="und")  # one that no rule knows
