r"""A space is an ordinary space.

No-break spaces come from copying out of web pages and other programs, full-width ones from an
input method. They look like spaces, but nothing can be indented with them, and a search does not
find what has them inside. A full-width space inside a text is fine.

Wrong:

    content/guides/bridge.yaml (escaped)
    done:\n\xc2\xa0 text: \xe4\xbd\xa0

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def odd_space(place: Place, character: str) -> Problem:
    """Make the problem."""
    kind = "full-width" if character == "\u3000" else "no-break"
    return Problem(
        place,
        f"a {kind} space, U+{ord(character):04X}, where a space should be",
        code="odd-space",
        hint="delete it and type a space; the two look the same in most editors",
    )
