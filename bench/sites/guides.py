"""Short guides made by chance: what all generators of the bench build a site of.

A guide has about 1,700 Chinese characters, as the pages had with which other generators were
measured before there was this bench. Its words of two characters come from our own content, its
sentences from patterns, so that no two guides say the same and every one reads like an instruction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

TOPICS = 20
"""So many, whatever the number of guides."""
RELATED = 10
"""Links to other guides on each."""

_DO = (
    "打开{}的{}",
    "把{}交给{}",
    "写下{}和{}",
    "找出{}里的{}",
    "把{}改成{}",
    "拍下{}的{}",
    "核对{}与{}",
)
_SAY = (
    "先看{}里有没有{}，再看{}是不是{}。",
    "如果{}还没有{}，就等{}把{}说清楚。",
    "{}和{}写在一起，{}在后面，不要把{}写在前面。",
    "别人说的{}不一定是{}，要看{}上怎么写{}。",
    "留着{}，以后{}要用；{}丢了，{}也还在。",
    "做完以后{}会变成{}，{}旁边会有{}。",
    "对方要是不提{}，你就问{}；问到{}，再问{}。",
    "有{}的人先做{}，没有{}的人先做{}。",
)
_NEED = ("{}的{}", "写着{}的{}", "{}和{}")
_NAME = (
    "怎样取消{}{}",
    "退掉{}{}",
    "{}的{}怎么停",
    "把{}{}换成{}",
    "{}{}不对怎么办",
    "关掉{}里的{}",
)


@dataclass(frozen=True)
class Step:
    """One instruction."""

    do: str
    where: str
    detail: str
    expect: str
    fails: str


@dataclass(frozen=True)
class Guide:
    """One page: all that any generator is given of it."""

    name: str
    """Its id and the name of its file."""
    topic: int
    """From 0 on, below TOPICS."""
    title: str
    goal: str
    summary: str
    warning: str
    needs: tuple[str, ...]
    steps: tuple[Step, ...]
    troubles: tuple[tuple[str, str], ...]
    """What goes wrong, and what to do then."""
    related: tuple[str, ...]
    """Names of other guides."""


def guides(words: Sequence[str], count: int, seed: int = 1) -> list[Guide]:
    """Make so many guides, the same for the same words, count and seed; no two are called alike."""
    chance = Random(f"{seed} {count}")
    titles = set[str]()
    return [_guide(words, number, count, chance, titles) for number in range(count)]


def topic_names(words: Sequence[str], seed: int = 1) -> list[str]:
    """Call each topic something."""
    chosen = Random(f"{seed} topics").sample(words, 2 * TOPICS)
    return ["".join(pair) for pair in zip(chosen[::2], chosen[1::2], strict=True)]


def name_of(number: int) -> str:
    """Give the id of a guide by its place, from 0 on."""
    return f"guide-{number:05d}"


def _guide(
    words: Sequence[str], number: int, count: int, chance: Random, titles: set[str]
) -> Guide:
    def say(pattern: str) -> str:
        return pattern.format(*chance.choices(words, k=pattern.count("{}")))

    def sentences(many: int) -> str:
        return "".join(say(each) for each in chance.sample(_SAY, many))

    title = next(each for each in iter(lambda: say(chance.choice(_NAME)), "") if each not in titles)
    titles.add(title)
    return Guide(
        name=name_of(number),
        topic=number % TOPICS,
        title=title,
        goal=say("{}已经{}，{}也收到了{}"),
        summary=sentences(2),
        warning=say("不要把{}告诉{}，也不要先给{}"),
        needs=tuple(say(chance.choice(_NEED)) for _ in range(chance.randint(4, 8))),
        steps=tuple(
            Step(
                do=say(chance.choice(_DO)),
                where=say("{}里的{}"),
                detail=sentences(chance.randint(5, 7)),
                expect=say("{}变成{}"),
                fails=sentences(1),
            )
            for _ in range(chance.randint(7, 10))
        ),
        troubles=tuple((say("{}没有{}"), sentences(2)) for _ in range(chance.randint(2, 4))),
        related=tuple(name_of(each) for each in _near(number, count, chance)),
    )


def _near(number: int, count: int, chance: Random) -> list[int]:
    """Choose others: half of them of the same topic, where there are so many."""
    others = [each for each in range(count) if each != number]
    same = [each for each in others if each % TOPICS == number % TOPICS]
    chosen = chance.sample(same, min(RELATED // 2, len(same)))
    rest = chance.sample(others, min(2 * RELATED, len(others)))
    return sorted([*dict.fromkeys([*chosen, *rest])][:RELATED])
