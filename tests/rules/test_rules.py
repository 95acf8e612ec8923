"""Every rule and every fault has a page with a wrong and a right example, and both are true."""

from __future__ import annotations

from functools import cache

import pytest

from guideway.catalog import Catalog
from guideway.problems import Problem
from guideway.reports.examination import examine
from guideway.reports.rule_pages import RulePage, pages
from guideway.rules import found, rules
from tests.support.rule_examples import example
from tests.support.world import DAY, World, read_world


@pytest.mark.parametrize("page", list(pages().values()), ids=lambda page: page.code)
def test_the_wrong_example_gives_exactly_this_problem(page: RulePage) -> None:
    _, problems = _examined(page.code)

    assert [page.code] == [problem.code for problem in problems]


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
