"""Every YAML file in `content/` has a place.

Guides are in `guides/`, providers in `providers/`, articles in `articles/`, records in
`records/`; beside them stand `topics.yaml`, `glossary.yaml` and `synonyms.yaml`. A file elsewhere
would be passed over without a word.

Wrong:

    content/guide/bridge-two.yaml (whole)
    title: 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def unplaced_file(place: Place, places: str) -> Problem:
    """Make the problem."""
    return Problem(
        place,
        "no kind of content lives here, so the file was not read",
        code="unplaced-file",
        hint=f"move it to one of {places}",
    )
