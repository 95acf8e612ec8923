"""The places of a page that can be asked for: what answers a question of readers by itself."""

from collections.abc import Mapping

from guideway.model.texts import Part
from guideway.source import Trail

ANSWERING = {
    "steps": "step",
    "deadlines": "deadline",
    "letters": "letter",
    "troubles": "trouble",
    "now": "now",
    "corrections": "correction",
    "outcomes": "outcome",
}
"""The fields of such pieces, and what their places are called: `step-<id>`."""


def answering_places(value: Part) -> Mapping[str, Trail]:
    """List the places of a page by name, such as `step-pay`, and where each is written."""
    found: dict[str, Trail] = {}
    for field, kind in ANSWERING.items():
        pieces = getattr(value, field, ())
        listed = pieces.items() if isinstance(pieces, dict) else enumerate(pieces)
        for key, piece in listed:
            name = key if isinstance(key, str) else piece.id
            if name:
                found[f"{kind}-{name}"] = (field, key)
    return found
