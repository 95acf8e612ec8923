"""What embedded pages show."""

_HEAD = frozenset({"title", "summary", "emergency", "warnings", "questions"})
"""What each kind of page starts with, if it has it."""

_GUIDE = (
    _HEAD
    | {"goal", "needs", "calculator", "steps", "deadlines", "letters", "fees", "done", "troubles"}
    | {"turns", "corrections", "related"}
)
EMBEDDED: dict[str, frozenset[str]] = {
    "guide": _GUIDE,
    "situation": _GUIDE,
    "decision": _HEAD | {"outcomes", "related"},
    "warning": _HEAD | {"looks", "now", "harms", "instead"},
}
"""The fields of a page that its embedded form shows, each of them whole (docs/decisions/0014)."""
