"""What is published of a page for programs: `api/` on the site. Its schema is `api/schema/`.

It is made from the vocabulary: every field of every part is there, except for `CHANGES`. Texts
have no markup. Addresses are whole where the site has an address, else below its root.
"""

from typing import Any, Literal, Union, cast

from pydantic import create_model

from guideway.model.care import Emergency
from guideway.model.continuations import Continuation, ContinuationMore
from guideway.model.decisions import Decision
from guideway.model.guides import Correction, Deadline, Guide, Trouble
from guideway.model.letters import Letter
from guideway.model.mirroring import Change, Mirror
from guideway.model.outcomes import Outcome
from guideway.model.questions import Option, Question
from guideway.model.records import RECORD_KINDS, Fact
from guideway.model.related import Related, TailoredRelated
from guideway.model.sources import Certainty
from guideway.model.steps import Attachment, Picture, Step
from guideway.model.texts import Day, Part, Reviewed
from guideway.model.values import OptionMore, QuestionMore
from guideway.model.warnings import Move, WarningPage

Kind = Literal["guide", "decision", "warning"]

_OURS = "who of us checks it is nothing to a reader; the page reviews/ says it"
_SEARCH = "for the index and the search of this site: what readers say, right or wrong"
_BOX = "the words of the box, for its id says nothing"
_EARLIEST = "the earliest day of the page and of the records it rests on"
_ASIDE = "`sources` are the records it rests on"
_PROMISE = "a promise to our verifier; it says nothing of the matter"
_WAS = "this name has held another form since version 1: "

_ASKED: tuple[type[Part], ...] = (Step, Deadline, Letter, Correction, Outcome, Trouble, Move)

CHANGES = (
    Change(Reviewed, "owner", "", _OURS),
    Change(Reviewed, "review_by", "review_by", _EARLIEST),
    Change(Reviewed, "draft", "", "what is published is none"),
    Change(Guide, "aliases", "", _SEARCH),
    Change(Guide, "asked", "", _SEARCH),
    Change(Decision, "aliases", "", _SEARCH),
    Change(Decision, "asked", "", _SEARCH),
    Change(WarningPage, "aliases", "", _SEARCH),
    Change(WarningPage, "asked", "", _SEARCH),
    *(Change(piece, "asked", "", _SEARCH) for piece in _ASKED),
    Change(Guide, "care", "care", _BOX),
    Change(Decision, "care", "care", _BOX),
    Change(WarningPage, "care", "care", _BOX),
    Change(Guide, "sources", "further_sources", _ASIDE),
    Change(Decision, "sources", "further_sources", _ASIDE),
    Change(WarningPage, "sources", "further_sources", _ASIDE),
    Change(WarningPage, "looks", "looks", "with the words that say it is a swindler who does so"),
    Change(Decision, "start", "start", "also where its author left it to the order of questions"),
    Change(Decision, "must_pass", "", _PROMISE),
    Change(Decision, "never", "", _PROMISE),
    Change(Decision, "told", "", _PROMISE),
    Change(Continuation, "answers", "", "`given` says what tells each answer, also by itself"),
    Change(Continuation, "asks", "", "what is not in `given` is asked"),
    Change(Related, "block", "", "pages that must not be shown beside this one"),
    Change(TailoredRelated, "block", "", "pages that must not be shown beside this one"),
    Change(Step, "if_fails", "otherwise", f"{_WAS}its text alone"),
    Change(Outcome, "guide", "handover", f"{_WAS}the address, answers included"),
    Change(Outcome, "text", "passages", f"{_WAS}the text alone"),
    Change(Outcome, "next", "ways", f"{_WAS}names alone"),
    Change(Outcome, "cites", "grounds", f"{_WAS}names alone"),
    Change(Correction, "at", "step", f"{_WAS}in a list of its own, `at` says too little"),
    Change(Fact, "owner", "", _OURS),
    Change(Fact, "mistaken", "", "wrong values; `corrections` have them with what is true"),
)
"""The fields that are not published as they are written, each with the reason."""


class StepMore(Part):
    """What is published of a step besides."""

    warning: str | None = None
    """The text of `warn`."""
    if_fails: str | None = None
    """The text of `otherwise`."""
    address: str


class FileMore(Part):
    """What is published of a picture, or a file to take along, besides."""

    address: str


class OutcomeMore(Part):
    """What is published of an outcome besides."""

    text: str
    """The text of all `passages`, also where they are for different readers; `{answer.<question>}`
    is the `said` of the option that was chosen, else its `label`."""
    next: tuple[str, ...] = ()
    """All names in `ways`."""
    cites: tuple[str, ...] = ()
    """All records in `grounds`."""
    guide: str | None = None
    """The address of the guide to go on with, answers included."""
    addresses: tuple[str, ...] = ()
    """The addresses of `guides`, answers included, in their order."""


class EmergencyMore(Part):
    """What is published of a call besides."""

    number: str
    """What to dial."""
    text: str
    """Who must call which number, in words that can be shown as they are."""


class CorrectionMore(Part):
    """What is published of a statement of others that is not right, besides. It is never ours."""

    is_true: Literal[False]
    """Of the claim: show it with its truth only."""
    text: str
    """Claim and truth in words that can be shown as they are."""
    address: str


class Basis(Part):
    """A record that the page rests on."""

    id: str
    label: str
    certainty: Certainty
    copied: str | None = None
    """The month of the copy that was read, if it is a copy that says so."""
    verified_on: Day
    review_by: Day
    source: str
    address: str | None = None
    """Where the source is published, if it is."""
    is_called: bool
    """Of a phone number: whether the page says to call it. Where it only warns, do not offer it."""
    record: Any
    """All of it; what it is depends on the first word of its id."""


class Place(Part):
    """Where a name leads that the page goes on to."""

    id: str
    title: str
    address: str


class Published(Part):
    """One page: what it says, what it rests on, and how to show it elsewhere."""

    version: Literal[2] = 2
    """Of this shape: 2, since HTML is in files of its own. Keys may be added."""
    kind: Kind
    id: str
    title: str
    summary: str
    language: str
    licence: str
    """Its short name in the SPDX list, or how its owner calls it."""
    address: str
    embed: str
    """The page to show in a frame."""
    oembed: str
    reviewed_on: Day
    review_by: Day
    """The day by which the page, or a record it rests on, must be checked again."""
    questions: tuple[Any, ...] = ()
    """What a reader is asked; an address says `#?<question>=<option>`."""
    steps: tuple[Any, ...] = ()
    outcomes: tuple[Any, ...] = ()
    corrections: tuple[Any, ...] = ()
    sources: tuple[Basis, ...] = ()
    """The records that `cites` name."""
    places: tuple[Place, ...] = ()
    """What other names lead to, such as those under `go` and `next`."""
    paste: dict[str, str]
    """Where its HTML to paste is, by host."""


_MORE: dict[type[Part], type[Part]] = {
    Option: OptionMore,
    Question: QuestionMore,
    Step: StepMore,
    Picture: FileMore,
    Attachment: FileMore,
    Outcome: OutcomeMore,
    Continuation: ContinuationMore,
    Emergency: EmergencyMore,
    Correction: CorrectionMore,
    Guide: Published,
    Decision: Published,
    WarningPage: Published,
}
MIRROR = Mirror(CHANGES, _MORE)
"""Gives the published form of any part."""

RECORD_FORMS = {kind: MIRROR.form(part) for kind, part in RECORD_KINDS.items()}
"""By the first word of a record's id."""


def _page(kind: Kind, part: type[Part]) -> type[Published]:
    """Finish the form of a page: only its kind can say which it is, and records have a form."""
    records: dict[str, Any] = {"record": (Union[*RECORD_FORMS.values()], ...)}
    basis: Any = create_model("PublishedBasis", __base__=Basis, __doc__=Basis.__doc__, **records)
    fields: dict[str, Any] = {"kind": (Literal[kind], kind), "sources": (tuple[basis, ...], ())}
    form = cast("type[Published]", MIRROR.form(part))
    name = f"Published{part.__name__}"
    return create_model(name, __base__=form, **fields)


PAGES: dict[Kind, type[Published]] = {
    "guide": _page("guide", Guide),
    "decision": _page("decision", Decision),
    "warning": _page("warning", WarningPage),
}
"""The published forms of pages."""


class Listed(Part):
    """One line of a list."""

    id: str
    title: str
    summary: str
    address: str
    data: str
    """Where all that is published of it is."""
    reviewed_on: Day
    review_by: Day


class PublishedList(Part):
    """All pages of a kind."""

    version: Literal[1] = 1
    kind: Kind
    pages: tuple[Listed, ...]
