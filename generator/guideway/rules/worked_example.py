"""The examples of a computed fact come out.

Somebody worked them out by hand; `check` works them out again, as the page does. The first is
shown to readers who have no script. What is given can be typed, and is all that has to be.

Wrong:

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
        examples: [{given: {toll: 10, many: 3}, gives: {each: 3.34}}]

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
        examples: [{given: {toll: 10, many: 3}, gives: {each: 3.33}}]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.computing.examples import example_faults
from guideway.computing.faults import formula_faults
from guideway.computing.pieces import computed_in
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(catalog: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every example that cannot be typed or does not come out, where formulas mean something.

    The formulas of others are told by the rule about formulas.
    """
    for name, computed in computed_in(entry):
        if not any(formula_faults(catalog, computed)):
            for fault in example_faults(catalog, computed):
                place = entry.place("computed", name, *fault.trail)
                yield Problem(place, fault.why, code="worked-example", hint=fault.hint)
