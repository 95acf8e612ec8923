"""A formula means something, whatever is typed.

A computed fact works a result out from what its reader types: inputs, named facts (thresholds,
periods of calendar days), then lines, each with a formula of these and of the lines above. `add`,
`subtract`, `min` and `max` are of what counts the same; `multiply` has at most one sum of money;
what it is divided by is never zero, for nothing that can be typed; `power`, `round`, `add_days`,
`add_months` and the `times` of a `rate` take whole numbers. `months_between` counts whole months,
and what would be the 30th of February is its last day; a day of the calendar is written as it is:
`{days_between: [2026-04-06, sent]}`. What is counted in “%” is a hundredth: 30 % of a sum is
`multiply`. What is times a plain number, or divided by one, may be so much for each: `{multiply:
[50, months]}` is what its line says (`unit: £`), and is added to a sum. No two things have one
name. A decision works with what is typed to its questions, in place of inputs, and to `choose` with
options that were chosen.

Wrong:

    content/guides/bridge.yaml
    computed:
      share:
        title: 每人付多少
        about: 先数人。
        inputs:
          toll: {ask: 一共付了多少, short: 过桥费, kind: money, unit: 元, range: [0, 1000]}
          many: {ask: 一起走的有几个人, short: 人数, kind: number, unit: 人, range: [0, 20]}
        lines:
          each: {label: 每人, value: {divide: [toll, many]}}
        examples: [{given: {toll: 9, many: 2}, gives: {each: 4.5}}]

Right:

    content/guides/bridge.yaml
    computed:
      share:
        title: 每人付多少
        about: 先数人。
        inputs:
          toll: {ask: 一共付了多少, short: 过桥费, kind: money, unit: 元, range: [0, 1000]}
          many: {ask: 一起走的有几个人, short: 人数, kind: number, unit: 人, range: [1, 20]}
        lines:
          each: {label: 每人, value: {divide: [toll, many]}}
        examples: [{given: {toll: 9, many: 2}, gives: {each: 4.5}}]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.computing.faults import comparison_faults, formula_faults
from guideway.computing.pieces import computed_in
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find the first formula of each computed fact that means nothing, or not always."""
    for name, computed in computed_in(entry):
        faults = [*formula_faults(catalog, computed)]
        for fault in faults or comparison_faults(catalog, computed):
            place = entry.place("computed", name, *fault.trail)
            yield Problem(place, fault.why, code="formula", hint=fault.hint)
