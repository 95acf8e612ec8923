"""What is wrong with a formula is said in these words; and what is right is not called wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guideway.catalog import Catalog
from guideway.computing.evaluating import results
from guideway.computing.faults import formula_faults, is_workable
from guideway.model.computed import Computed
from tests.support.data import read_data

CASES = read_data(Path(__file__).parent / "faults.yaml")
ASKED = CASES.pop("asked")


def _computed(said: dict[str, Any]) -> Computed:
    """Make one of a formula, a whole line, or of several parts."""
    line = {"label": "每人", **(said.get("line") or {"value": said.get("value")})}
    lines = said.get("lines") or {"each": line}
    facts, inputs = said.get("facts", {}), {**ASKED, **said.get("inputs", {})}
    whole = {"title": "分账", "about": "先数人。", "inputs": inputs, "lines": lines, "facts": facts}
    more = {"examples": [{"given": {}, "gives": {next(iter(lines)): 1}}], **said.get("more", {})}
    return Computed.model_validate_json(json.dumps({**whole, **more}, default=str))


@pytest.mark.parametrize("name", list(CASES))
def test_what_is_wrong_with_a_formula_is_said(name: str) -> None:
    case = CASES[name]
    computed = _computed(case)

    assert [fault.why for fault in formula_faults(Catalog({}), computed)] == case.get("said", [])
    assert is_workable(Catalog({}), computed) == case.get("works", True)


def test_what_hangs_on_today_comes_to_something_once_today_is_known() -> None:
    computed = _computed({"value": {"days_between": ["sent", "today"]}})
    given = {"sent": "2026-11-20"}

    assert results(computed, {}, given) == {"each": None}
    assert results(computed, {}, {**given, "today": "2026-11-22"}) == {"each": 2}


def test_what_is_left_out_is_what_it_usually_is() -> None:
    money = {"ask": "手续费多少", "short": "手续费", "kind": "money", "unit": "元", "range": [0, 9]}
    said = {"value": {"add": ["more", 1]}, "inputs": {"more": {**money, "usual": 3}}}

    assert results(_computed(said), {}, {}) == {"each": 4}
    assert results(_computed(said), {}, {"more": "5"}) == {"each": 6}
