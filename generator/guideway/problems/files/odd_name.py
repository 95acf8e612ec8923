r"""The names of files are ones that every system can have, and that are signs one can see.

A line feed or an escape in a name breaks headers, archives and terminals; `con`, `nul`, `com1` and
their like cannot be unpacked on Windows, whatever ending they have; two names that differ only in
upper and lower case are one file there.

Wrong:

    content/guides/con.yaml (whole)
    title: 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def odd_name(place: Place, why: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"a name that {why}",
        code="odd-name",
        hint="rename it: lower-case letters, digits and hyphens go everywhere",
    )
