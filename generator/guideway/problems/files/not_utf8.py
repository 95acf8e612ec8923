r"""A file is written in UTF-8.

Editors on Windows sometimes save Chinese text as GB18030; save it as UTF-8 instead.

Wrong:

    content/guides/bridge.yaml (escaped)
    title: \xcd\xcb\xbf\xee

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def not_utf8(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "this is not UTF-8 text",
        code="not-utf8",
        hint="save the file as UTF-8",
    )
