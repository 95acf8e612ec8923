"""Every file in `content/` is read, or it is somewhere else.

Guides are files that end in `.yaml`. What ends otherwise (`bridge.yaml.txt`, as some editors save
it; `bridge.yaml~`, which others leave behind) would be passed over without a word. Files whose name
begins with a dot are.

Wrong:

    content/guides/bridge-two.yaml.txt (whole)
    title: 过桥

Right:

    content/guides/bridge.yaml
    title: 过桥
"""

from guideway.problems import Place, Problem


def unread_file(place: Place, path: str) -> Problem:
    """Make the problem."""
    is_named_twice = any(f"{ending}." in path for ending in (".yaml", ".yml"))
    return Problem(
        place,
        "this is no YAML file, so it was not read",
        code="unread-file",
        hint="take the last ending off its name"
        if is_named_twice
        else "delete it, or keep it elsewhere; guides end in .yaml, pictures are in content/media/",
    )
