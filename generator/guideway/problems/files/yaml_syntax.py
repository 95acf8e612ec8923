"""A file is readable YAML.

The place is where the reader gave up; the mistake is there or just before. Indent with
spaces, never with tabs; put a text in quotes when it contains “: ” or “ #”, or starts with one of
`[ ] { } > | * & ! % @ #`.

Wrong:

    content/guides/bridge.yaml
    title: [过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def yaml_syntax(place: Place, what: str, hint: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        f"not readable as YAML: {what}",
        code="yaml-syntax",
        hint=hint,
    )
