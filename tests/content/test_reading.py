"""What readers are told: the cases in `tests/content/reading/`, and that the reading is right."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from guideway.reports.examination import examine
from tests.support import seeing
from tests.support.browsing import Opener
from tests.support.composing import compose
from tests.support.data import read_data
from tests.support.flows import walk
from tests.support.ours import TEMPLATES, WORDS, our_catalog
from tests.support.seeing import CLAIMS, UNSEEN, Unreadable, folded, part_of, pieces, seen, whole
from tests.support.world import DAY, World
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


ASKED = """
questions:
  stage:
    ask: 走到哪里了？
    options:
      before: {label: 还没上桥, short: 没上桥}
      upon: {label: 在桥上, short: 桥上}
"""
GOOD = {
    "name": "the knight who is not on the bridge yet",
    "page": "guides/bridge",
    "answers": {"stage": "before"},
    "says": ["走到对岸"],
}


@pytest.fixture
def tiny_pages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of the tiny site in place of ours: what is read there no author changes."""
    path = "content/guides/bridge.yaml"
    guide = (
        world.files[path]
        .decode()
        .replace(
            "  - id: cross\n", "  - id: cross\n    aliases: [over]\n    when: {stage: before}\n"
        )
    )
    catalog, _ = examine(world.having(path, f"{guide}{ASKED}".encode()).shelf(), DAY)
    texts = compose(catalog, TEMPLATES, WORDS).texts
    monkeypatch.setattr(seeing, "our_texts", lambda: texts)


@pytest.mark.usefixtures("tiny_pages")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"page": "guides/brigde"}, "there is no page guides/brigde"),
        ({"answers": {"stag": "before"}}, "there is no question stag; there is: stage"),
        ({"answers": {"stage": "befor"}}, "there is no answer to stage befor; there is: before, "),
        ({"part": "step.crosss"}, "there is no step.crosss on guides/bridge"),
        ({"hides": ["letter.x"]}, "there is no letter.x on guides/bridge"),
        ({"says": []}, "a case says what is there: says, shows or hides"),
        ({"says": [], "says_not": ["买断"]}, "a case says what is there"),
        ({"says": [" "]}, "a phrase is empty"),
        ({"say": ["x"]}, "Extra inputs are not permitted"),
        ({"page": "decisions/gorge"}, "there is no question asked here stage; there is: mood"),
    ],
)
def test_a_case_that_asks_for_what_is_not_there_is_refused(
    change: dict[str, Any], told: str
) -> None:
    with pytest.raises((Unreadable, ValidationError)) as refused:
        failures(Case.model_validate({**GOOD, **change}))

    assert told in str(refused.value)


@pytest.mark.usefixtures("tiny_pages")
@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"says": ["寄到火星"]}, ["not said: 寄到火星"]),
        (
            {"answers": {"stage": "upon"}, "says": [], "shows": ["step.cross"]},
            ["not shown: step.cross"],
        ),
        ({"hides": ["step.cross"]}, ["shown: step.cross"]),
        ({"answers": {"stage": "upon"}, "part": "step.cross", "says": ["走"]}, ["not said: 走"]),
        ({"says": ["打95188就能过桥"]}, ["not said: 打95188就能过桥"]),
        ({"says_not": ["打95188就能过桥"]}, []),
        ({"part": "step.over", "says": ["走到对岸"]}, []),
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
    guides = {guide.id for guide, _ in claimed}
    printed = {
        name for guide in guides for name in CLAIMS if whole(f"guides/{guide}").find_class(name)
    }

    assert (stated, printed) == ([], {*CLAIMS} if claimed else set())


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
    try:
        read = "".join(pieces([_without_today(seen(place, answers))]))
    except Unreadable as told:
        pytest.skip(f"the content has it otherwise by now, write the case anew: {told}")
    page = opened(f"{place}/#?{urlencode(answers)}")
    classes = ", ".join(f".{name}" for name in (*UNSEEN, *CLAIMS))

    shown = page.evaluate(LOOK, [classes, f"{SCRIPTED}, {ASKING}"])

    assert folded(shown) == read


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
