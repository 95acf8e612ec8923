"""Formulas: vectors made by hand, laws, bounds that hold, and the same in the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from guideway.computing.bounds import Span, span_of
from guideway.computing.calendar import day_of
from guideway.computing.evaluating import NoNumber, day_number, evaluate
from guideway.computing.rates import rate_of
from guideway.computing.rounding import nearest
from guideway.computing.writing import shown
from guideway.model.formulas import formula_data, names_in, parse
from tests.support.data import read_data
from tests.support.sites import ROOT

VECTORS = read_data(Path(__file__).parent / "vectors.yaml")
ASSETS = ROOT / "templates" / "theme" / "assets"
SCRIPTS = ("formulas", "rates", "months")
RUN = """(cases) => cases.map(([formula, given]) => {
  const { evaluate, read, day, shown } = guideway.formulas;
  const value = (text) => (/^\\d{4}-/.test(text) ? day(text) : read(text, ""));
  const known = new Map(Object.entries(given).map(([name, text]) => [name, value(text)]));
  try { return shown(evaluate(formula, known), 6); } catch (error) {
    if (error instanceof RangeError) return "nothing";
    throw error;
  }
})"""
EXACTLY = RUN.replace("shown(evaluate(formula, known), 6)", 'evaluate(formula, known).join("/")')
"""The same as a fraction: what is rounded hides what differs behind."""
WORK = """([lines, given]) => {
  const { work, read, shown } = guideway.formulas;
  const named = Object.entries(given).map(([name, text]) => [name, read(text, "")]);
  const known = work(lines, new Map(named));
  return lines.map(({ id, decimals, unit }) => shown(known.get(id), decimals, unit));
}"""
NAMES = ("a", "b", "c")


def _value(said: object) -> Fraction:
    return day_number(str(said)) if str(said).count("-") > 1 else Fraction(str(said))


def _worked(formula: Any, known: Mapping[str, Any]) -> str:
    found = _exactly(formula, known)
    return "nothing" if found is None else shown(nearest(found, 6), 6)


def _exactly(formula: Any, known: Mapping[str, Any]) -> Fraction | None:
    values = {name: _value(said) for name, said in known.items()}
    try:
        return evaluate(parse(formula), values)
    except NoNumber:
        return None


def _read(found: str) -> Fraction | None:
    return None if found == "nothing" else Fraction(found)


@pytest.fixture(scope="module")
def script(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the scripts that work formulas out."""
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title>")
    page.evaluate("globalThis.guideway = {}")
    for name in SCRIPTS:
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text())
    yield page
    page.close()


@pytest.mark.parametrize("name", list(VECTORS))
def test_a_formula_comes_to_this(name: str) -> None:
    vector = VECTORS[name]

    assert _worked(vector["formula"], vector["given"]) == vector["result"]


@pytest.mark.slow
def test_formulas_come_to_the_same_in_the_page(script: Page) -> None:
    cases = [
        [formula_data(parse(v["formula"])), {k: str(x) for k, x in v["given"].items()}]
        for v in VECTORS.values()
    ]

    assert script.evaluate(RUN, cases) == [vector["result"] for vector in VECTORS.values()]


def _formula(chance: Random, depth: int) -> Any:
    if depth == 0 or chance.random() < 0.2:
        return chance.choice([*NAMES, chance.randint(0, 20), chance.randint(-300, 300) / 100])
    function = chance.choice(["add", "subtract", "multiply", "divide", "min", "max", "round"])
    if function == "round":
        return {"round": [_formula(chance, depth - 1), chance.randint(0, 4)]}
    many = chance.randint(2, 4) if function in {"add", "multiply", "min", "max"} else 2
    return {function: [_formula(chance, depth - 1) for _ in range(many)]}


def _chance(seed: int) -> tuple[Any, dict[str, str]]:
    chance = Random(seed)  # noqa: S311 - games of chance, not secrets
    formula = _formula(chance, 4)
    return formula, {name: f"{chance.randint(-5000, 5000) / 100:.2f}" for name in NAMES}


MANY = range(1500)


@pytest.mark.slow
def test_formulas_made_by_chance_come_to_the_same_in_the_page(script: Page) -> None:
    made = [_chance(seed) for seed in MANY]
    found = script.evaluate(EXACTLY, [[formula_data(parse(one)), known] for one, known in made])
    expected = [_exactly(one, known) for one, known in made]

    assert [*map(_read, found)] == expected
    assert 0 < expected.count(None) < len(MANY) / 3


@pytest.mark.slow
def test_rates_made_by_chance_are_the_same_in_the_page(script: Page) -> None:
    chance = Random(7)  # noqa: S311 - games of chance, not secrets
    cases: list[Any] = []
    for _ in range(60):
        times, got = chance.randint(1, 60), chance.randint(100, 1_000_000)
        pay = round(got / times * chance.uniform(0.8, 3), 2)
        ahead, last = chance.randint(0, 1), chance.choice([0, chance.randint(0, got)])
        given_: Any = {"got": got, "pay": pay, "times": times, "ahead": ahead, "last": last}
        cases.append({"rate": given_})
    cases.append({"rate": {"got": 100000, "pay": 300, "times": 600}})
    found = script.evaluate(EXACTLY, [[formula_data(parse(one)), {}] for one in cases])

    assert [*map(_read, found)] == [_exactly(one, {}) for one in cases]


def test_what_can_come_out_lies_between_its_bounds() -> None:
    known = {name: Span(Fraction(-50), Fraction(50)) for name in NAMES}
    bounded = 0
    for seed in MANY:
        formula, values = _chance(seed)
        try:
            span = span_of(parse(formula), known)
        except ValueError:
            continue
        bounded += 1
        found = evaluate(parse(formula), {name: Fraction(v) for name, v in values.items()})
        assert span.low <= found <= span.high, formula

    assert bounded > len(MANY) / 3


SUMS = st.integers(100, 1_000_000).map(Fraction)


@given(SUMS, st.integers(1, 60), st.fractions(1, 3, max_denominator=100))
def test_at_the_rate_found_all_payments_are_worth_what_was_received(
    got: Fraction, times: int, more: Fraction
) -> None:
    pay = got / times * more
    rate = rate_of(got, pay, times, 0, Fraction(0))

    assert rate is not None
    worth = sum(float(pay) / (1 + float(rate)) ** n for n in range(1, times + 1))
    assert worth == pytest.approx(float(got), rel=1e-6)


@pytest.mark.parametrize(
    ("got", "pay", "rate"),
    [(3, 4, "0.333333333333"), (3, 5, "0.666666666667"), (6, 5, "-0.166666666667")],
)
def test_a_rate_is_rounded_to_the_nearest(got: int, pay: int, rate: str) -> None:
    """Of one payment it is what is paid over what was received, less one."""
    assert rate_of(Fraction(got), Fraction(pay), 1, 0, Fraction(0)) == Fraction(rate)


@given(SUMS, st.integers(1, 60), st.integers(0, 90))
def test_a_higher_fee_is_a_higher_rate(got: Fraction, times: int, fee: int) -> None:
    pay = got / times
    rates = [rate_of(got - each, pay, times, 0, Fraction(0)) for each in (0, fee, fee + 1)]

    assert rates == sorted(rate for rate in rates if rate is not None)


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_what_is_rounded_is_the_nearest(value: Fraction, decimals: int) -> None:
    found = nearest(value, decimals)

    assert abs(found - value) <= Fraction(1, 2 * 10**decimals)
    assert Fraction(shown(found, decimals)) == found


@pytest.mark.slow
def test_lines_are_rounded_and_go_on_so_in_the_page(script: Page) -> None:
    line = {"label": "x", "decimals": 2, "unit": "", "rounded": "half-up", "day": False}
    third = {"divide": [1, 3]}
    lines = [
        {**line, "id": "up", "value": formula_data(parse(third)), "rounded": "up"},
        {
            **line,
            "id": "down",
            "value": formula_data(parse({"subtract": [0, third]})),
            "rounded": "down",
        },
        {**line, "id": "share", "value": formula_data(parse(third)), "unit": "%"},
        {
            **line,
            "id": "all",
            "value": formula_data(parse({"multiply": ["share", 3]})),
            "unit": "%",
        },
    ]

    assert script.evaluate(WORK, [lines, {}]) == ["0.34", "-0.34", "33.33", "99.99"]


def test_days_are_whole_numbers() -> None:
    assert day_of(day_number("2028-02-29") + 1).isoformat() == "2028-03-01"


@pytest.mark.parametrize(
    "written",
    [
        True,
        "Paid",
        "1e3",
        {"add": ["a"]},
        {"eval": ["a", "b"]},
        {"add": ["a", "b"], "multiply": ["a", "b"]},
        {"choose": "a"},
        {"rate": {"got": 1, "pay": 1}},
        {"subtract": ["a", "b", "c"]},
        float("inf"),
        None,
        [],
    ],
)
def test_what_is_no_formula_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"formula|takes|function"):
        parse(written)


def test_a_deep_formula_is_refused_and_never_walked() -> None:
    deep: Any = "a"
    for _ in range(200):
        deep = {"add": [deep, 1]}

    with pytest.raises(ValueError, match="levels"):
        parse(deep)


def test_a_formula_knows_its_names() -> None:
    formula = parse({"add": ["a", {"choose": {"b": {"x": "c", "y": 1}}}]})

    assert sorted(names_in(formula)) == ["a", "b", "c"]
