"""What readers are told: the cases in `tests/content/reading/`, and that the reading is right."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from tests.support.browsing import Opener
from tests.support.data import read_data
from tests.support.flows import walk
from tests.support.ours import our_catalog
from tests.support.seeing import CLAIMS, UNSEEN, Unreadable, folded, part_of, pieces, seen, whole
from tests.support.written import is_written

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "reading"


class Case(BaseModel):
    """One reader: the page, the answers, and what is seen then."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False)

    name: str
    page: str
    answers: dict[str, str] = {}
    part: str | None = None
    says: list[str] = []
    says_not: list[str] = []
    shows: list[str] = []
    hides: list[str] = []

    @model_validator(mode="after")
    def _asks_for_something(self) -> Case:
        if not (self.says or self.shows or self.hides):
            raise ValueError("a case says what is there: says, shows or hides")
        if not all(folded(phrase) for phrase in [*self.says, *self.says_not]):
            raise ValueError("a phrase is empty")
        return self


def failures(case: Case) -> list[str]:
    """Say what this reader sees otherwise than the case has it."""
    page = seen(case.page, case.answers)
    there = pieces(_part(case, page, case.part))
    wrong = [f"not said: {phrase}" for phrase in case.says if not _said(phrase, there)]
    for phrase in case.says_not:
        wrong += [f"said: {phrase}, in: {piece}" for piece in there if folded(phrase) in piece]
    wrong += [f"not shown: {name}" for name in case.shows if not _part(case, page, name)]
    return wrong + [f"shown: {name}" for name in case.hides if _part(case, page, name)]


def said_otherwise(case: Case) -> str:
    """Name what a case asks for that no content says any more, or that another part says now."""
    named = [name for name in (case.part, *case.shows, *case.hides) if name]
    try:
        page = seen(case.page, case.answers)
        whole_page = pieces(part_of(page, None))
        gone = [name for name in named if not part_of(whole(case.page), name)]
        there = pieces(_part(case, page, case.part)) if not gone else []
    except Unreadable as told:
        return str(told)
    moved = [
        phrase
        for phrase in case.says
        if not _said(phrase, there) and (_said(phrase, whole_page) or not is_written(phrase))
    ]
    return ", ".join([*gone, *moved])


def _is_there(page: str) -> bool:
    try:
        whole(page)
    except Unreadable:
        return False
    return True


def _said(phrase: str, there: list[str]) -> bool:
    return any(folded(phrase) in piece for piece in there)


def _part(case: Case, page: Any, name: str | None) -> list[Any]:
    """The part as this reader sees it: nothing, if the answers hide it."""
    if name is not None and not part_of(whole(case.page), name):
        raise Unreadable(f"there is no {name} on {case.page}")
    return part_of(page, name)


def _rows(file: Path) -> list[Any]:
    return list(read_data(file))


FILES = sorted(FOLDER.glob("*.yaml"))
CASES = [
    pytest.param(file, row, id=f"{file.stem}: {row.get('name', 'without a name')}")
    for file in FILES
    for row in _rows(file)
]


@pytest.mark.parametrize(("file", "row"), CASES)
def test_the_reader_sees_it(file: Path, row: Any) -> None:
    case = Case.model_validate(row)
    assert case.page.split("/")[-1] == file.stem, "a case is in the file of its page"
    if gone := said_otherwise(case):
        pytest.skip(f"the content says it otherwise by now, write the case anew: {gone}")

    assert failures(case) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_most_cases_still_ask_for_what_is_written(file: Path) -> None:
    """An author may reword a sentence; cases of which most are skipped would hold nothing."""
    cases = [Case.model_validate(row) for row in _rows(file)]
    gone = [told for case in cases if (told := said_otherwise(case))]

    assert len(gone) <= max(1, len(cases) / 3) or not _is_there(cases[0].page), gone


GOOD = {
    "name": "the reader whose lease is nearly over",
    "page": "guides/rental-return",
    "answers": {"stage": "before"},
    "says": ["租来的手机到期了，怎么还"],
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"page": "guides/rental-retrun"}, "there is no page guides/rental-retrun"),
        ({"answers": {"stag": "before"}}, "there is no question stag; there is: stage, "),
        ({"answers": {"stage": "befor"}}, "there is no answer to stage befor; there is: before, "),
        ({"part": "step.shipp"}, "there is no step.shipp on guides/rental-return"),
        ({"hides": ["letter.x"]}, "there is no letter.x on guides/rental-return"),
        ({"says": []}, "a case says what is there: says, shows or hides"),
        ({"says": [], "says_not": ["买断"]}, "a case says what is there"),
        ({"says": [" "]}, "a phrase is empty"),
        ({"say": ["x"]}, "Extra inputs are not permitted"),
        ({"page": "decisions/leave-rental"}, "there is no question asked here stage; there is: s"),
    ],
)
def test_a_case_that_asks_for_what_is_not_there_is_refused(
    change: dict[str, Any], told: str
) -> None:
    with pytest.raises((Unreadable, ValidationError)) as refused:
        failures(Case.model_validate({**GOOD, **change}))

    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"says": ["寄到火星"]}, ["not said: 寄到火星"]),
        ({"answers": {"stage": "sent"}, "shows": ["step.ship"]}, ["not shown: step.ship"]),
        ({"hides": ["step.ship"]}, ["shown: step.ship"]),
        ({"answers": {"stage": "sent"}, "part": "step.ship", "says": ["寄"]}, ["not said: 寄"]),
        ({"says": ["归还时有磨损都要赔"]}, ["not said: 归还时有磨损都要赔"]),
        ({"says_not": ["归还时有磨损都要赔"]}, []),
    ],
)
def test_a_case_that_does_not_hold_says_why(change: dict[str, Any], told: list[str]) -> None:
    assert failures(Case.model_validate({**GOOD, **change})) == told


def test_the_claims_of_corrections_are_never_seen() -> None:
    """They are marked wherever a page has them: no piece of a page is one."""
    claimed = [
        (guide, folded(c.claim)) for guide in our_catalog().guides for c in guide.value.corrections
    ]
    stated = [
        (guide.id, claim)
        for guide, claim in claimed
        if any(claim in piece for piece in pieces([seen(f"guides/{guide.id}", {})]))
    ]
    printed = [name for name in CLAIMS if whole("guides/rental-return").find_class(name)]

    assert (stated, printed) == ([], list(CLAIMS))
    assert len(claimed) > 100


SCRIPTED = """.gw-fill, .gw-private, .gw-date, .gw-days, .gw-map, .gw-buttons, .gw-notice, .gw-left,
.gw-trail, .gw-move, .gw-sheet__address, .gw-mail__private, [role=status], .gw-computed"""
"""What scripts add beside what is printed: forms, buttons, notices, the way one came."""
ASKING = ".gw-tailor, .gw-situations, .gw-question, [data-count]"
"""What a guide asks is a list where it is printed, and one question at a time in a browser."""

LOOK = """
([classes, scripted]) => {
  for (const details of document.querySelectorAll("article details")) {
    details.removeAttribute("name");
    details.open = true;
  }
  const days = "[data-blank=sent], [data-blank=answer-by]";
  const gone = `${classes}, ${scripted}, ${days}, [aria-hidden=true], .gw-outcome > .gw-when`;
  for (const element of document.querySelectorAll(gone)) element.remove();
  return document.querySelector("article").innerText;
}
"""


def _sample() -> list[tuple[str, dict[str, str]]]:
    """A case for each kind of page, and answers made by chance; other cases draw others."""
    cases = [Case.model_validate(row) for file in FILES for row in _rows(file)]
    chance = random.Random(len(cases))  # noqa: S311 - a sample, not a secret
    kinds = sorted({case.page.split("/")[0] for case in cases})
    groups = [[case for case in cases if case.page.split("/")[0] == kind] for kind in kinds]
    drawn = [chance.choice(group) for group in groups]
    guides, decision = (
        chance.sample(our_catalog().guides, 2),
        chance.choice(our_catalog().decisions),
    )
    way, _ = chance.choice(list(walk(decision.value)))
    return [
        *((case.page, case.answers) for case in drawn),
        *((f"guides/{guide.id}", _some_answers(guide.value.questions, chance)) for guide in guides),
        (f"guides/{guides[0].id}/sheet", _some_answers(guides[0].value.questions, chance)),
        (f"decisions/{decision.id}", dict(way)),
    ]


def _some_answers(questions: Any, chance: random.Random) -> dict[str, str]:
    asked = [name for name in questions if chance.random() < 0.7]
    return {name: chance.choice(list(questions[name].options)) for name in asked}


@pytest.mark.parametrize(("place", "answers"), _sample(), ids=str)
def test_a_browser_shows_what_the_reading_says(
    place: str, answers: dict[str, str], opened: Opener
) -> None:
    page = opened(f"{place}/#?{urlencode(answers)}")
    classes = ", ".join(f".{name}" for name in (*UNSEEN, *CLAIMS))

    shown = page.evaluate(LOOK, [classes, f"{SCRIPTED}, {ASKING}"])

    assert folded(shown) == "".join(pieces([_without_today(seen(place, answers))]))


def _without_today(page: Any) -> Any:
    """Leave out the days of a letter, which a browser fills in, and the words of pictures."""
    days = "//*[@data-blank='sent'] | //*[@data-blank='answer-by']"
    asking = "//*[contains(@class, 'gw-tailor')] | //*[contains(@class, 'gw-situations')]"
    for element in page.xpath(
        f"{days} | {asking} | //*[@role='status'] | //*[@class='gw-computed'] | //img"
    ):
        if element.getparent() is not None:
            element.drop_tree()
    return page
