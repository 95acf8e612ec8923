"""The marks of a merge are gone before a file is checked.

When two people changed the same lines, git writes both into the file, between `<<<<<<<`, `=======`
and `>>>>>>>`. Somebody has to choose.

Wrong:

    content/guides/bridge.yaml (whole)
    <<<<<<< HEAD
    title: 过桥
    =======
    title: 过河
    >>>>>>> theirs

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def merge_mark(place: Place) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "the marks of a merge are still in the file",
        code="merge-mark",
        hint="keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>",
    )
