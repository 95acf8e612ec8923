"""What can be wrong with the YAML of a file."""

from guideway.problems import Place, Problem


def anchor(place: Place, sign: str) -> Problem:
    """Anchors (`&name`) and aliases (`*name`) are not used.

    They let a small file expand without end, and a reader cannot see where a value comes from. Say it
    twice, or make it a record and refer to it. A text that starts with `*` or `&` needs quotes.

    Wrong:

        content/guides/bridge.yaml
        title: &title 过桥

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    hint = "write the value itself; a text that starts with & or * needs quotes"
    return Problem(place, f"{sign} is not used here", code="anchor", hint=hint)


def duplicate_key(place: Place, key: str, first_line: int) -> Problem:
    """A key is written once in a mapping.

    YAML readers keep the last value without a word, so one of the two would be lost.

    Wrong:

        content/guides/bridge.yaml
        title: 过桥
        title: 过河

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = f"“{key}” is written twice here; the first is on line {first_line}"
    hint = "keep one of the two"
    return Problem(place, message, code="duplicate-key", hint=hint)


def key_not_text(place: Place) -> Problem:
    """A key is a word, not a list or a mapping.

    Wrong:

        content/guides/bridge.yaml
        title: 过桥
        [goal]: 到对岸

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    return Problem(
        place, "a key must be a word", code="key-not-text", hint="remove the brackets around it"
    )


def not_a_mapping(place: Place, found: str) -> Problem:
    """A file starts with keys, not with a list or a single value.

    Wrong:

        content/guides/bridge.yaml (whole)
        - 过桥
        - 到对岸

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = f"a mapping of keys belongs here, not {found}"
    hint = "start with “key: value” lines, such as “title: …”"
    return Problem(place, message, code="not-a-mapping", hint=hint)


def several_documents(place: Place) -> Problem:
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
    hint = "put it into a file of its own, without the line “---”"
    return Problem(place, "a second document starts here", code="several-documents", hint=hint)


def tag(place: Place, name: str) -> Problem:
    """Tags (`!name`) are not used.

    A tag asks the reader to build something other than a text, a number or a date. A text that starts
    with `!` needs quotes.

    Wrong:

        content/guides/bridge.yaml
        title: !!python/object:os.system 过桥

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    hint = "write the plain value; a text that starts with ! needs quotes"
    return Problem(place, f"the tag “{name}” is not used here", code="tag", hint=hint)


def yaml_syntax(place: Place, what: str, hint: str) -> Problem:
    """A file is readable YAML.

    Most slips are told in words of their own; this is told where none of them explains why the reader
    gave up. The place is where it did; the mistake is there or just before. Indent with spaces, never
    with tabs; put a text in quotes when it contains “: ” or “ #”, or starts with one of
    `[ ] { } > | * & ! % @ #`.

    Wrong:

        content/guides/bridge.yaml (whole)
        %YAML 9.9
        ---
        title: 过桥

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    return Problem(place, f"not readable as YAML: {what}", code="yaml-syntax", hint=hint)
