"""A letter is plain text: its links have no words of their own, and nothing is bold.

`[](law.bridge.3)` takes the words of the record. What is copied from the page has no links.

Wrong:

    content/guides/bridge.yaml
    blanks: {}
    deadlines: []
    letters:
      - id: request
        title: 请求
        to: 守桥人
        use: 关着时
        send: 扔过去
        body: '按照[这条](law.bridge.3)开门。'
        signed: 骑士

Right:

    content/guides/bridge.yaml
    blanks: {}
    deadlines: []
    letters:
      - id: request
        title: 请求
        to: 守桥人
        use: 关着时
        send: 扔过去
        body: '按照[](law.bridge.3)开门。'
        signed: 骑士
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guideway.model.inline import Link, Text, paragraphs
from guideway.model.texts import TextKind
from guideway.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guideway.catalog import Catalog


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find the first piece of markup in every text of a letter."""
    for entry in catalog.guides:
        for found in entry.texts:
            if (
                isinstance(found.mark, TextKind)
                and found.mark.markup == "letter"
                and _odd(found.value)
            ):
                yield Problem(
                    entry.place(*found.trail),
                    "a letter is plain text",
                    code="letter-markup",
                    hint="write links without words, such as [](law.consumer.25), and no emphasis",
                )


def _odd(text: str) -> bool:
    nodes = [node for paragraph in paragraphs(text) for node in paragraph]
    return any(
        not isinstance(node, Text) and not (isinstance(node, Link) and not node.inside)
        for node in nodes
    )
