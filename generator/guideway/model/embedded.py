"""What embedded pages show."""

_HEAD = frozenset({"title", "summary", "emergency", "warnings", "questions"})
"""What each kind of page starts with, if it has it."""

EMBEDDED: dict[str, frozenset[str]] = {
    "guide": _HEAD
    | {"goal", "needs", "calculator", "steps", "deadlines", "letters", "fees", "done", "troubles"}
    | {"turns", "corrections", "related"},
    "decision": _HEAD | {"outcomes", "related"},
    "warning": _HEAD | {"looks", "now", "harms", "instead"},
}
"""The fields of a page that its embedded form shows, each of them whole (docs/decisions/0014)."""
