"""A file holds one document.

Wrong:

    content/guides/bridge.yaml (whole)
    title: 过桥
    ---
    title: 过河

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def several_documents(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "a second document starts here",
        code="several-documents",
        hint="put it into a file of its own, without the line “---”",
    )
