"""What fingers do to the signs that YAML reads: each is told with the line as it should be."""

from guideway.problems import Place, Problem


def cut_text(place: Place, right: str) -> Problem:
    """A text is not cut by ` #`.

    A space and `#` begin a remark, so the rest of the line is gone without a word. Put the text in
    quotes; if it is a remark, put two spaces before it and one behind the `#`.

    Wrong:

        content/guides/bridge.yaml
        goal: 到对岸 #3号桥头

    Right:

        content/guides/bridge.yaml
        goal: '到对岸 #3号桥头'
    """
    message = "“#” behind a space cuts the text off here"
    hint = f"write “{right}”; before a remark stand two spaces, and one behind its “#”"
    return Problem(place, message, code="cut-text", hint=hint)


def missing_colon(place: Place, key: str, right: str) -> Problem:
    """Between a key and its value stand a colon and a space.

    Wrong:

        content/guides/bridge.yaml
        done:
          text 你站在对岸
          signs: [守桥人挥手]

    Right:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸
          signs: [守桥人挥手]
    """
    message = f"“{key}” has no colon behind it"
    return Problem(place, message, code="missing-colon", hint=f"write “{right}”")


def missing_dash(place: Place, sign: str, right: str) -> Problem:
    """Every entry of a list begins with a dash and a space.

    Wrong:

        content/guides/bridge.yaml
        needs:
          - {what: 一个名字}
          {what: 一把伞}

    Right:

        content/guides/bridge.yaml
        needs:
          - {what: 一个名字}
          - {what: 一把伞}
    """
    message = f"a dash is missing before “{sign}”"
    return Problem(place, message, code="missing-dash", hint=f"write “{right}”")


def missing_space(place: Place, sign: str, right: str) -> Problem:
    """A space stands behind the colon of a key, and behind the dash of an entry.

    Without it YAML takes both for one word, and nothing or something else is read.

    Wrong:

        content/guides/bridge.yaml
        needs:
          - what:一个名字

    Right:

        content/guides/bridge.yaml
        needs:
          - what: 一个名字
    """
    message = f"a space is missing behind “{sign}”"
    return Problem(place, message, code="missing-space", hint=f"write “{right}”")


def needs_quotes(place: Place, why: str, right: str) -> Problem:
    """A text that YAML would read as something else stands in quotes.

    That is one that starts with a quote, a bracket or one of `# & * ! | > % @` and a back quote, one with a
    colon and a space in it, and, between brackets, one with a comma. Within single quotes, a single quote is
    written twice.

    Wrong:

        content/guides/bridge.yaml
        goal: "对岸"就是那边

    Right:

        content/guides/bridge.yaml
        goal: '"对岸"就是那边'
    """
    return Problem(place, why, code="needs-quotes", hint=f"write “{right}”")


def odd_dash(place: Place, key: str, right: str) -> Problem:
    """A dash begins an entry of a list; the keys of a mapping have none.

    Wrong:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸
          - signs: [守桥人挥手]

    Right:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸
          signs: [守桥人挥手]
    """
    message = f"“{key}” is a key like its neighbours, so no dash belongs before it"
    return Problem(place, message, code="odd-dash", hint=f"write “{right}”")


def unclosed(place: Place, sign: str, right: str) -> Problem:
    """What is opened is closed, by its own sign, once.

    Wrong:

        content/guides/bridge.yaml
        audience: [knight

    Right:

        content/guides/bridge.yaml
        audience: [knight]
    """
    message = f"“{sign}” has no partner"
    return Problem(place, message, code="unclosed", hint=f"write “{right}”")


def wrong_indent(place: Place, what: str, right: str) -> Problem:
    """What belongs together starts in the same column.

    Keys of one mapping stand below each other, so do the dashes of one list; a text that goes on in the
    next line is indented further than its key. Indent with spaces, never with tabs.

    Wrong:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸
            signs: [守桥人挥手]

    Right:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸
          signs: [守桥人挥手]
    """
    depth = len(right) - len(right.lstrip())
    spaces = "no space" if not depth else "1 space" if depth == 1 else f"{depth} spaces"
    hint = f"write “{right.strip()}” with {spaces} before it"
    return Problem(place, what, code="wrong-indent", hint=hint)


def wrong_sign(place: Place, sign: str, right: str) -> Problem:
    """The signs that YAML reads are those of an English keyboard.

    The full-width `，【】｛｝－＃｜` and curly quotes are for texts. Where YAML wants a comma, a bracket, a dash
    or a quote, they are just characters.

    Wrong:

        content/guides/bridge.yaml
        aliases:
          －过河

    Right:

        content/guides/bridge.yaml
        aliases:
          - 过河
    """
    message = f"“{sign}” is no sign that YAML reads"
    return Problem(place, message, code="wrong-sign", hint=f"write “{right}”")
