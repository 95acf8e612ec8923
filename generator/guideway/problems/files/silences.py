"""What can be wrong with a remark that silences a warning."""

from guideway.problems import Place, Problem


def silence(place: Place, what: str, hint: str) -> Problem:
    """A warning is silenced by a remark that says why, and until when.

    `# allow heavy-embed until 2027-03-01: …` on the line above what is warned of, or, where that is the
    whole file, above its first key. Only warnings can be silenced. On the day a silence ends, somebody looks
    again: it is a problem then, as is one that silences nothing.

    Wrong:

        content/guides/bridge.yaml
        # allow heavy-embed until 2026-01-01: 桥长
        title: 过桥

    Right:

        content/guides/bridge.yaml
        # 桥长
        title: 过桥
    """
    return Problem(place, what, code="silence", hint=hint)
