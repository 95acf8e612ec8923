"""What can be wrong with a key or its value."""

from guideway.problems import Place, Problem


def bad_value(place: Place, what: str, hint: str) -> Problem:
    """A value has the form and the size its key asks for.

    Ids are lower-case words joined by hyphens; record ids start with `channel.`, `law.`, `period.` or
    `fee.`; addresses start with `https://`; one-line texts have no line break.

    Wrong:

        content/guides/bridge.yaml
        provider: Bridge Keeper

    Right:

        content/guides/bridge.yaml
        provider: keeper
    """
    return Problem(place, what, code="bad-value", hint=hint)


def missing_key(place: Place, key: str, meaning: str) -> Problem:
    """What every guide, step, record … must have is there.

    Wrong:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸

    Right:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸
          signs: [守桥人向你挥手]
    """
    return Problem(place, f"“{key}” is missing", code="missing-key", hint=meaning, about=key)


def nothing_here(place: Place, what: str) -> Problem:
    """A text says something and a list that must have entries has one.

    Wrong:

        content/guides/bridge.yaml
        steps: []

    Right:

        content/guides/bridge.yaml
        steps:
          - {id: pay, do: 回答守桥人的问题}
    """
    hint = "fill it in, or delete the key if it may be missing"
    return Problem(place, f"this {what} is empty", code="nothing-here", hint=hint)


def unknown_key(place: Place, key: str, hint: str) -> Problem:
    """Every key belongs to the vocabulary.

    The list of keys is in `content/schema/`; an editor with YAML support offers them as you type.

    Wrong:

        content/guides/bridge.yaml
        titel: 过桥

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    return Problem(place, f"“{key}” is not a key here", code="unknown-key", hint=hint)


def unknown_value(place: Place, written: str, allowed: str, hint: str) -> Problem:
    """A value that is chosen from a list is on the list.

    Wrong:

        content/guides/bridge.yaml
        warnings:
          - {text: 桥上有风, severity: dangerous}

    Right:

        content/guides/bridge.yaml
        warnings:
          - {text: 桥上有风, severity: danger}
    """
    return Problem(place, f"“{written}” is not one of {allowed}", code="unknown-value", hint=hint)


def wrong_type(place: Place, wanted: str, found: str, hint: str) -> Problem:
    """A value has the kind its key asks for: a text, a number, a date, a list, a mapping.

    YAML reads `yes`, `no`, `on`, `off`, `true` and `false` as truth values, bare digits as numbers
    and `2026-11-22` as a date; put them in quotes where a text belongs. As ids of options and outcomes,
    `yes` and `no` are fine.

    Wrong:

        content/guides/bridge.yaml
        title: yes

    Right:

        content/guides/bridge.yaml
        title: "yes"
    """
    return Problem(place, f"{wanted} belongs here, not {found}", code="wrong-type", hint=hint)
