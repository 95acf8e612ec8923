"""What the site writes about, what only as a warning, what not; and what people asked for."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from guideway.model.texts import Claim, Id, Inline, Line, Lines, Part, Quote, Refers

Verdict = Literal["cover", "warn", "decline"]
"""Written about; only as a warning; not at all."""

GroupId = Annotated[Id, Refers("group")]
"""The id of a group of words of the same policy."""

Groups = Annotated[tuple[GroupId, ...], Field(strict=False)]

Phrase = Claim
"""Words of a promoting text. Spaces, dots, width and case make no difference; a number stands for
any number, \u96f6 is nought, and … for up to six characters."""

Phrases = Annotated[tuple[Phrase, ...], Field(strict=False)]


class WordGroup(Part):
    """Words of which any will do in a combination."""

    means: Line
    """What they have in common, in plain words."""
    words: Annotated[tuple[Phrase, ...], Field(strict=False, min_length=1)]
    """The words; a group that has “can borrow” needs no “also can borrow”."""


class WarningSigns(Part):
    """What shows that a statement warns of what it names."""

    words: Phrases = ()
    """A statement with one of these warns: scam, do not believe."""
    hollow: Phrases = ()
    """Words a promoter says to look honest; the warning in them does not count: no scam."""
    despite: Groups = ()
    """Groups of words beside which neither a warning nor quotation marks count: we recommend."""


class PolicyClass(Part):
    """One kind of request, and what becomes of it."""

    label: Line
    """What it is, in plain words."""
    decision: Verdict
    """What we do with it."""
    reason: Inline
    """Why, for readers."""
    promotes: Phrases = ()
    """Phrases that only a promoting text would say; no text of ours may."""
    together: Annotated[tuple[Groups, ...], Field(strict=False)] = ()
    """Groups of words that promote when a word of each stands in one sentence, near the others."""
    unless: Groups = ()
    """Groups of words that turn such a sentence into an honest one."""
    example: Claim | None = None
    """A promoting sentence of this kind, so that the check can be tried."""


class Saying(Part):
    """Something a letter can say of a contract, a debt or a purchase."""

    says: Line
    """What, in plain words, such as “that I took it out myself”."""
    words: Annotated[tuple[Phrase, ...], Field(strict=False, min_length=1)]
    """Words that say it; spaces make no difference."""


class LetterPolicy(Part):
    """What the words of a letter mean for who sends it."""

    sayings: Annotated[tuple[Saying, ...], Field(strict=False)] = ()
    """What cannot be true at once: two of these for the same answers contradict each other, if
    the letters do not declare in `states` what they speak of."""
    admits: Phrases = ()
    """Words that admit a debt or offer to pay it."""
    reserves: Phrases = ()
    """Words that say it is no admission; a letter that admits has one of them."""


class Policy(Part):
    """The content policy, as data."""

    classes: dict[Id, PolicyClass]
    """By id."""
    groups: dict[Id, WordGroup] = Field(default_factory=dict)
    """The groups of words that `together` and `unless` name, by id."""
    near: Annotated[int, Field(ge=1)] = 24
    """Within how many characters the words of a combination must stand."""
    warns: WarningSigns = WarningSigns()
    """What shows that a statement warns."""
    in_letters: LetterPolicy = LetterPolicy()
    """What letters say, and what that can do to their sender."""
    sites: Lines = ()
    """Domains that no page may name or link to."""


Answer = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+(#[a-z]+(-[a-z0-9]+)*)?$",
        min_length=1,
        max_length=160,
    ),
    Refers("target"),
]
"""A page that answers, or a place in it: `guide.bridge#step-pay`."""


class Title(Part):
    """A title somebody asked for, and where it is answered."""

    title: Quote
    """As it was found."""
    seed: Line
    """The first digits of the file it was found in."""
    under: Id
    """The class of the policy it falls under."""
    reason: Inline
    """Why, for readers."""
    answered: Annotated[tuple[Answer, ...], Field(strict=False)] = ()
    """Where a reader with this question gets an honest answer: a page, or the place in it, such as
    `guide.bridge#step-pay`."""


class Backlog(Part):
    """Every title that was asked for."""

    titles: Annotated[tuple[Title, ...], Field(strict=False)]
    """In the order in which they were found."""
