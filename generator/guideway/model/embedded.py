"""What embedded pages show."""

_HEAD = frozenset({"title", "emergency", "warnings", "questions"})
"""What each kind of page starts with, if it has it; a guide leads with its goal."""

_GUIDE = (
    _HEAD
    | {"goal", "needs", "steps", "deadlines", "letters", "fees", "done", "troubles"}
    | {"computed", "turns", "corrections", "related"}
    | {"calculator"}  # the section in which `computed` stands
)
EMBEDDED: dict[str, frozenset[str]] = {
    "guide": _GUIDE,
    "situation": _GUIDE,
    "decision": _HEAD | {"summary", "outcomes", "related"},
    "warning": _HEAD | {"summary", "looks", "now", "harms", "instead"},
}
"""The fields of a page that its embedded form shows, each of them whole (docs/decisions/0014)."""
