"""How a line is numbered, and where a numbering goes on inside one: by hand."""

from __future__ import annotations

import pytest

from guideway.imports.lines import Line
from guideway.imports.numbering import NUMERALS, marked, numbered
from guideway.project.templates import read_phrases
from tests.support.sites import ROOT

SAID = read_phrases(ROOT / "templates").numberings
MARKED = {
    "一、打开支付宝": ("han", 1, "打开支付宝"),
    "二十三、等退款": ("han", 23, "等退款"),
    "（三）找商家": ("han-round", 3, "找商家"),
    "第十二步：寄回去": ("step", 12, "寄回去"),
    "Step 4: send it": ("step", 4, "send it"),
    "方法二：打电话": ("way", 2, "打电话"),
    "情况B 已经发货": ("case", 2, "已经发货"),
    "Schritt 2: Rufen Sie an": ("step", 2, "Rufen Sie an"),
    "2. Schritt: Rufen Sie an": ("step", 2, "Rufen Sie an"),
    "Fall B: schon verschickt": ("case", 2, "schon verschickt"),
    "Kapitel 3 Fristen": ("chapter", 3, "Fristen"),
    "Chapter 3: Time limits": ("chapter", 3, "Time limits"),
    "3. 选退款": ("decimal", 3, "选退款"),
    "4）截图": ("half-round", 4, "截图"),
    "⑤ 留好": ("circled", 5, "留好"),
    "c) keep it": ("letter", 3, "keep it"),
    "• 手机": ("bullet", 0, "手机"),
}
PLAIN = [
    "Partnerin fragen",
    "Fallen Sie nicht herein",
    "3.5元一次",
    "方案2年后到期",
    "2026年到期",
    "一次就好",
]
INSIDE = {
    "先看：①打开②点退款③截图": [(0, "先看："), (1, "打开"), (2, "点退款"), (3, "截图")],
    "先做①打开，再做③截图": [(0, "先做①打开，再做③截图")],
    "接着②打开③截图": [(0, "接着②打开③截图")],
    "见（1）打开；（2）截图": [(0, "见"), (1, "打开"), (2, "截图")],
    "首先，打开。其次，截图。最后，寄出。": [
        (1, "首先，打开。"),
        (2, "其次，截图。"),
        (3, "最后，寄出。"),
    ],
    "Zuerst rufen Sie an. Danach warten Sie.": [
        (1, "Zuerst rufen Sie an."),
        (2, "Danach warten Sie."),
    ],
    "首先，打开。": [(0, "首先，打开。")],
}


@pytest.mark.parametrize("text", MARKED)
def test_a_line_that_is_numbered_loses_its_marker(text: str) -> None:
    found = marked(Line(1, text), SAID)

    assert found.marker
    assert (found.marker.style, found.marker.number, found.text) == MARKED[text]


@pytest.mark.parametrize("text", PLAIN)
def test_a_line_that_only_looks_like_it_does_not(text: str) -> None:
    found = marked(Line(1, text), SAID)

    assert (found.marker, found.text) == (None, text)


@pytest.mark.parametrize("text", INSIDE)
def test_a_numbering_in_a_line_counts_from_one_without_a_gap(text: str) -> None:
    found = numbered(Line(1, text), SAID)

    told = [(line.marker.number if line.marker else 0, line.text) for line in found]
    assert told == INSIDE[text]


def test_numerals_are_those_from_one_to_ninety_nine() -> None:
    said = {NUMERALS[written] for written in NUMERALS if written != "两"}

    assert (said, NUMERALS["两"]) == ({*range(1, 100)}, 2)
    assert [NUMERALS[each] for each in ("十", "十一", "二十", "九十九")] == [10, 11, 20, 99]
