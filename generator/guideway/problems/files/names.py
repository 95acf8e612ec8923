"""What can be wrong with the name of a file, or with where it lies."""

from guideway.problems import Place, Problem


def duplicate_id(place: Place, name: str, first: Place) -> Problem:
    """An id is given once.

    Two files with the same name in different folders, or the same record in two files, would
    overwrite each other.

    Wrong:

        content/guides/old/bridge.yaml (whole)
        title: 过桥

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = f"“{name}” exists already, in {first.path}"
    hint = "rename one of the two, or delete it"
    return Problem(place, message, code="duplicate-id", hint=hint)


def file_name(place: Place, name: str) -> Problem:
    """The name of a file is the id of what it holds: lower-case words with hyphens, then `.yaml`.

    The id becomes the address of the page, so it stays when the title changes.

    Wrong:

        content/guides/过桥.yaml (whole)
        title: 过桥

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    hint = "use lower-case words joined by hyphens, such as “cross-the-bridge.yaml”"
    return Problem(place, f"“{name}” is no id", code="file-name", hint=hint)


def misplaced_file(place: Place, what: str, folder: str) -> Problem:
    """A file lies where its kind of content lives.

    Guides are in `content/guides/`, decisions in `content/decisions/`, and so on. In another folder it would be
    read as something else, with a problem for nearly every line.

    Wrong:

        content/articles/ferry.yaml (whole)
        name: 船夫
        what: 划船过河
        reviewed_on: 2026-11-22
        review_by: 2027-05-22
        owner: bridge

    Right:

        content/providers/ferry.yaml
        name: 船夫
        what: 划船过河
        reviewed_on: 2026-11-22
        review_by: 2027-05-22
        owner: bridge
    """
    message = f"{what}, but it lies where other content does"
    return Problem(place, message, code="misplaced-file", hint=f"move it to {folder}")


def not_a_file(place: Place) -> Problem:
    """What is called `….yaml` in `content/` is a file with text in it.

    A link that leads nowhere, a pipe or a device is not read.

    Wrong:

        content/guides/cave.yaml (link to nowhere)

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    hint = "it may be a link that leads nowhere; delete it, or put the file in its place"
    return Problem(place, "this is no file that can be read", code="not-a-file", hint=hint)


def odd_name(place: Place, why: str) -> Problem:
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
    hint = "rename it: lower-case letters, digits and hyphens go everywhere"
    return Problem(place, f"a name that {why}", code="odd-name", hint=hint)


def outside_project(place: Place) -> Problem:
    """A file or folder in `content/` is a real one, or a link that stays inside the project.

    A link that leads out could publish what was never meant to be published.

    Wrong:

        content/guides/cave.yaml (link to /etc/passwd)

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = "this is a link that leads out of the project, so it was not read"
    hint = "copy the file to this place instead"
    return Problem(place, message, code="outside-project", hint=hint)


def unplaced_file(place: Place, places: str) -> Problem:
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
    message = "no kind of content lives here, so the file was not read"
    hint = f"move it to one of {places}"
    return Problem(place, message, code="unplaced-file", hint=hint)


def unread_file(place: Place, path: str) -> Problem:
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
    is_named_twice = any(f"{ending}." in path for ending in (".yaml", ".yml"))
    hint = (
        "take the last ending off its name"
        if is_named_twice
        else "delete it, or keep it elsewhere; guides end in .yaml, pictures are in content/media/"
    )
    return Problem(place, "this is no YAML file, so it was not read", code="unread-file", hint=hint)


def unread_locale(place: Place, counts: str) -> Problem:
    """A file in `languages/` or `countries/` is that of the site, as its settings name it.

    Its name is the tag of the language or the code of the country, in small letters and without what
    follows a hyphen: `languages/de.yaml` for `de-AT`, `countries/gb.yaml` for `GB-ENG`. Others are passed over. This is
    a warning.

    Wrong:

        mkdocs.yml (whole)
        site_name: Bridge
        guideway: {language: en, country: GB, licence: {name: All rights reserved}}
        countries/uk.yaml (whole)
        emergency: ['999']

    Right:

        mkdocs.yml (whole)
        site_name: Bridge
        guideway: {language: en, country: GB, licence: {name: All rights reserved}}
        countries/gb.yaml (whole)
        emergency: ['999']
    """
    hint = f"the one that counts is {counts}" if counts else "the settings name no country"
    return Problem(
        place, "nothing reads this file", code="unread-locale", hint=hint, level="warning"
    )
