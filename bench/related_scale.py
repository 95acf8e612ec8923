"""How the time to relate pages grows with their number: made-up guides, `make bench-related`."""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.records import RECORD_KINDS
from guideway.model.texts import Part
from guideway.related import relate
from guideway.source import Document

SIZES = (625, 1250, 2500, 5000)
ROUNDS = 3
_KEPT = {
    "reviewed_on": date(2026, 11, 22),
    "review_by": date(2027, 5, 22),
    "owner": "site",
}
_SOUNDS = "退款租机关闭注销分期免密押金投诉信用报告逾期订单商家客服合同扣款账单额度"


def made_up(guides: int) -> Catalog:
    """Make a site: a topic for 40 guides, a provider for 10, a decision for 25, links and laws."""
    chance = random.Random(guides)
    laws = {f"law.l{n}": _law(n) for n in range(guides // 4)}
    entries = dict(laws)
    for number in range(guides):
        name = f"guide.g{number}"
        entries[name] = _entry(name, Guide.model_validate(_guide(number, guides, chance)))
    for number in range(guides // 25):
        name = f"decision.d{number}"
        entries[name] = _entry(name, Decision.model_validate(_decision(number, guides, chance)))
    return Catalog(entries, day=date(2026, 11, 22))


def main(say: Callable[[str], object] = sys.stdout.write) -> None:
    """Print the CPU seconds for each size, and how they grow."""
    taken = {size: _seconds(made_up(size)) for size in SIZES}
    for size, seconds in taken.items():
        each = 1000 * seconds / size
        ratio = each / (1000 * taken[SIZES[0]] / SIZES[0])
        say(
            f"{size:6} guides {seconds:6.2f} CPU s {each:6.2f} ms each, {ratio:4.2f} of the least\n"
        )


def _seconds(catalog: Catalog) -> float:
    """Relate several times; the median counts."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        relate(catalog)
        found.append(time.process_time() - start)
    return statistics.median(found)


def _guide(number: int, guides: int, chance: random.Random) -> dict[str, Any]:
    def near() -> str:
        return f"guide.g{(number + chance.randint(1, 60)) % guides}"

    steps = [
        {
            "id": f"s{n}",
            "do": "做" + "".join(chance.choices(_SOUNDS, k=6)),
            "detail": f"见[这里]({near()})。" if chance.random() < 0.3 else "照做。",  # noqa: PLR2004 - a third
            "cites": [f"law.l{chance.randrange(guides // 4)}"],
        }
        for n in range(8)
    ]
    said = "".join(chance.choices(_SOUNDS, k=8))
    return {
        **_KEPT,
        "title": said,
        "goal": said,
        "summary": said + "".join(chance.choices(_SOUNDS, k=20)),
        "provider": f"p{number // 10}",
        "topic": f"t{number // 40}",
        "action": f"a{chance.randrange(8)}",
        "audience": ["consumer"],
        "steps": steps,
        "done": {"text": "好了", "signs": ["看到"], "then": [f"再看[这里]({near()})"]},
        "troubles": [{"when": "不行", "then": "换一条路", "go": near()}],
    }


def _decision(number: int, guides: int, chance: random.Random) -> dict[str, Any]:
    led = [f"g{(number * 25 + chance.randrange(40)) % guides}" for _ in range(8)]
    return {
        **_KEPT,
        "title": "".join(chance.choices(_SOUNDS, k=8)),
        "summary": "".join(chance.choices(_SOUNDS, k=20)),
        "topic": f"t{number * 25 // 40}",
        "questions": {
            "q": {
                "ask": "哪一种",
                "options": {f"o{n}": {"label": str(n), "go": f"r{n}"} for n in range(8)},
            }
        },
        "outcomes": {
            f"r{n}": {
                "kind": "act",
                "title": f"第 {n} 种",
                "text": "照办。",
                "guide": {"id": guide},
            }
            for n, guide in enumerate(led)
        },
    }


def _law(number: int) -> Entry[Part]:
    value = {
        "label": f"第 {number} 条",
        "title": "一部法",
        "article": f"第 {number} 条",
        "says": "照办。",
        "source": {"title": "一部法"},
        "verified_on": date(2026, 11, 22),
        "certainty": "secondary",
        "review_by": date(2027, 5, 22),
        "owner": "site",
    }
    return _entry(f"law.l{number}", RECORD_KINDS["law"].model_validate(value))


def _entry(name: str, value: Part) -> Entry[Part]:
    return Entry(name, value, Document(f"{name}.yaml", {}, ""))


if __name__ == "__main__":
    main()
