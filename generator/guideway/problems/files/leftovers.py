"""What is left in a file and belongs to nothing: commas, remarks of other languages, stray lines."""

from guideway.problems import Place, Problem


def odd_comma(place: Place, sign: str, right: str) -> Problem:
    """A comma stands between two entries in brackets, and nowhere else.

    Behind a line, as in JSON, it would become a part of the value; two in a row have nothing between
    them.

    Wrong:

        content/guides/bridge.yaml
        goal: 到对岸,

    Right:

        content/guides/bridge.yaml
        goal: 到对岸
    """
    message = f"nothing comes behind this “{sign}”"
    return Problem(place, message, code="odd-comma", hint=f"write “{right}”")


def odd_remark(place: Place, sign: str, right: str) -> Problem:
    """A remark begins with `#`.

    What other languages begin remarks with is text here, and readers would see it.

    Wrong:

        content/guides/bridge.yaml
        goal: 到对岸 // 再想一想

    Right:

        content/guides/bridge.yaml
        goal: 到对岸  # 再想一想
    """
    message = f"“{sign}” begins no remark"
    return Problem(place, message, code="odd-remark", hint=f"write “{right}”")


def quoted_text(place: Place, right: str) -> Problem:
    """A text stands without quotes, and readers see those that are part of it.

    Chinese quotes around a whole text are mostly meant for YAML, which needs none. If they belong to it,
    a remark says so (`# allow quoted-text`).

    Wrong:

        content/guides/bridge.yaml
        goal: “到对岸”

    Right:

        content/guides/bridge.yaml
        goal: 到对岸
    """
    message = "readers would see the quotes around this text"
    hint = f"write “{right}”"
    return Problem(place, message, code="quoted-text", hint=hint, level="warning")


def stray_line(place: Place, right: str) -> Problem:
    """A line is a key with its value, an entry of a list, or more of the text above it.

    Wrong:

        content/guides/bridge.yaml (whole)
        title: 过桥
        steps:
        这里还要再想一想
          - {id: pay, do: 回答守桥人的问题}

    Right:

        content/guides/bridge.yaml
        steps:
          # 这里还要再想一想
          - {id: pay, do: 回答守桥人的问题}
    """
    message = "this line is no key, no entry of a list, and no text goes on here"
    hint = f"delete it, or make it a remark: “{right}”"
    return Problem(place, message, code="stray-line", hint=hint)
