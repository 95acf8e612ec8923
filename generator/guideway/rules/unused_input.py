"""What is typed for a computed fact is worked with.

An input costs a reader a look into papers; one that no formula and no remark looks at is not asked
for. The same holds for facts.

Wrong:

    content/guides/bridge.yaml
    computed:
      double:
        title: 来回多少
        about: 先看牌子。
        inputs:
          toll: {ask: 过一次多少, short: 过桥费, kind: money, unit: 元, range: [0, 1000]}
          many: {ask: 有几个人, short: 人数, kind: number, unit: 人, range: [1, 20]}
        lines:
          both: {label: 来回, value: {multiply: [toll, 2]}}
        examples: [{given: {toll: 9, many: 2}, gives: {both: 18}}]

Right:

    content/guides/bridge.yaml
    computed:
      double:
        title: 来回多少
        about: 先看牌子。
        inputs:
          toll: {ask: 过一次多少, short: 过桥费, kind: money, unit: 元, range: [0, 1000]}
        lines:
          both: {label: 来回, value: {multiply: [toll, 2]}}
        examples: [{given: {toll: 9}, gives: {both: 18}}]
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.computing.faults import unused_names
from guideway.computing.pieces import computed_in
from guideway.model.texts import Part
from guideway.problems import Problem


def check_piece(_: Catalog, entry: Entry[Part]) -> Iterator[Problem]:
    """Find every input and fact from which nothing is worked out."""
    for name, computed in computed_in(entry):
        for fault in unused_names(computed):
            place = entry.key_place("computed", name, *fault.trail)
            yield Problem(place, fault.why, code="unused-input", hint=fault.hint)
