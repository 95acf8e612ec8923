"""A way in an App is drawn as its record says it.

The value of a channel of medium `app` names the App and, after a colon, the way, its pieces between
arrows. A `path` has one tap for each piece, and the words of the tap stand in that piece.

Wrong:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 开门
        path: {of: channel.keeper.gate, taps: [{tap: 桥头, at: tab}, {tap: 客服}]}

Right:

    content/guides/bridge.yaml
    steps:
      - id: pay
        do: 开门
        path: {of: channel.keeper.gate, taps: [{tap: 桥头, at: tab}, {tap: 门}]}
"""

from collections.abc import Iterator
from itertools import zip_longest

from guideway.catalog import Catalog
from guideway.catalog.pictures import paths
from guideway.model.records import Channel
from guideway.model.steps import TapPath
from guideway.problems import Problem

_COLON, _ARROW = "\uff1a", "→"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every path that is not the way of its record."""
    for guide in catalog.guides:
        for trail, path in paths(guide.value):
            channel = catalog.entries.get(path.of)
            if channel and (found := _wrong(path, channel.value)):
                number, message = found
                at = ("of",) if number is None else ("taps", min(number, len(path.taps) - 1), "tap")
                hint = f"the record says: {getattr(channel.value, 'value', '')}"
                place = guide.place(*trail, *at)
                yield Problem(place, message, code="strange-path", hint=hint)


def _wrong(path: TapPath, channel: object) -> tuple[int | None, str] | None:
    """Say what is wrong, and at which tap; at none if it is the channel."""
    if not isinstance(channel, Channel) or channel.medium != "app":
        return None, f"{path.of} is no way in an App"
    pieces = channel.value.rpartition(_COLON)[2].split(_ARROW)
    for number, (tap, piece) in enumerate(zip_longest(path.taps, pieces)):
        if tap is None:
            return number, f"the way goes on after this: {piece.strip()}"
        if piece is None or tap.tap not in piece:
            return number, f"“{tap.tap}” is not piece {number + 1} of the way"
    return None
