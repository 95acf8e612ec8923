"""Every rule and every fault has a page with a wrong and a right example, and both are true."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from guideway.catalog import Catalog
from guideway.problems import Problem
from guideway.reports.examination import examine
from guideway.reports.problem_list import as_text
from guideway.reports.rule_pages import RulePage, pages
from guideway.rules import found, rules
from tests.support.data import read_data
from tests.support.rule_examples import example
from tests.support.world import DAY, World, read_world

TOLD = Path(__file__).parent / "told.yaml"
"""What each wrong example is told, word for word."""


@pytest.mark.parametrize("page", list(pages().values()), ids=lambda page: page.code)
def test_the_wrong_example_gives_exactly_this_problem(page: RulePage) -> None:
    _, problems = _examined(page.code)

    assert [page.code] == [problem.code for problem in problems]


class _Lines(yaml.SafeDumper):
    """Writes a text line by line."""


_Lines.add_representer(
    str,
    lambda to, text: to.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


@pytest.mark.parametrize("code", [*pages()])
def test_the_wrong_example_is_told_in_these_words(code: str, update: bool) -> None:
    said = as_text(_examined(code)[1]).split("\n\n")[0] + "\n"
    told = re.sub(r"\d+ of \d+ words", "so many of all words", said)  # of ours there are ever more
    if update:
        written = {**(read_data(TOLD) if TOLD.exists() else {}), code: told}
        kept = {each: written[each] for each in sorted(written.keys() & pages().keys())}
        TOLD.write_text(
            yaml.dump(kept, Dumper=_Lines, allow_unicode=True, width=4096), encoding="utf-8"
        )

    assert read_data(TOLD)[code] == told


@pytest.mark.parametrize("page", list(pages().values()), ids=lambda page: page.code)
def test_the_right_example_gives_no_problem(page: RulePage, world: World) -> None:
    _, problems = examine(example(page, "Right").put_into(world).shelf(), DAY)

    assert problems == ()


@pytest.mark.parametrize("code", sorted(rules()))
def test_a_rule_that_is_taken_out_is_missed(code: str) -> None:
    """The example of a rule is found by that rule and no other."""
    assert [code] == [other for other, problems in found(_examined(code)[0]).items() if problems]


@cache
def _examined(code: str) -> tuple[Catalog, tuple[Problem, ...]]:
    return examine(example(pages()[code], "Wrong").put_into(read_world()).shelf(), DAY)
