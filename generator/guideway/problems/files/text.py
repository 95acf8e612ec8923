"""What can be wrong with the text of a file, before it is read as YAML."""

from guideway.problems import Place, Problem


def control_character(place: Place, character: str) -> Problem:
    r"""A file holds text only: no control characters, and nothing that turns text around.

    They come from copying out of other programs, or from a damaged file. Spelt out between quotes,
    such as "\0", they are none the better.

    Wrong:

        content/guides/bridge.yaml (escaped)
        title: \x00

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = f"control character U+{ord(character):04X} in the text"
    hint = "delete it; it may be invisible in your editor"
    return Problem(place, message, code="control-character", hint=hint)


def empty_file(place: Place) -> Problem:
    """A file holds something.

    Wrong:

        content/guides/bridge.yaml (whole)
        # nothing yet

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    return Problem(
        place, "the file holds nothing", code="empty-file", hint="write it, or delete it"
    )


def folded_text(place: Place, is_folded: bool) -> Problem:
    r"""A text of several paragraphs begins with `|-`.

    Without it, behind `>` and between quotes, YAML joins what is parted by one empty line, and `\n`
    ends no paragraph: readers would see one.

    Wrong:

        content/guides/bridge.yaml
        done:
          text:
            你站在对岸。

            守桥人向你挥手。
          signs: [守桥人挥手]

    Right:

        content/guides/bridge.yaml
        done:
          text: 你站在对岸。
          signs: [守桥人挥手]
    """
    instead = " in place of “>”" if is_folded else ""
    hint = f"write “|-” behind the key{instead}, and the text on the lines below it"
    message = "the end of a paragraph in this text is lost: readers would see one"
    return Problem(place, message, code="folded-text", hint=hint)


def full_width_colon(place: Place, key: str, right: str) -> Problem:
    """A key ends with the half-width colon and a space.

    The full-width “：” is for texts. After a key it comes from an input method left in Chinese.

    Wrong:

        content/guides/bridge.yaml (whole)
        title：过桥
        goal: 到对岸

    Right:

        content/guides/bridge.yaml
        title: 过桥
        goal: 到对岸
    """
    message = f"the colon after “{key}” is the full-width “\uff1a”"
    hint = f"write “{right}”, with the half-width colon and a space"
    return Problem(place, message, code="full-width-colon", hint=hint)


def merge_mark(place: Place) -> Problem:
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
    message = "the marks of a merge are still in the file"
    hint = "keep one of the two versions, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return Problem(place, message, code="merge-mark", hint=hint)


def not_utf8(place: Place) -> Problem:
    r"""A file is written in UTF-8.

    Editors on Windows sometimes save Chinese text as GB18030; save it as UTF-8 instead.

    Wrong:

        content/guides/bridge.yaml (escaped)
        title: \xcd\xcb\xbf\xee

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    return Problem(place, "this is not UTF-8 text", code="not-utf8", hint="save the file as UTF-8")


def odd_space(place: Place, character: str) -> Problem:
    r"""A space is an ordinary space.

    No-break spaces come from copying out of web pages and other programs, full-width ones from an
    input method. They look like spaces, but nothing can be indented with them, and a search does not
    find what has them inside; those without width are not even seen, nor are the line separators that
    some programs leave in a text. A full-width space inside a text is fine.

    Wrong:

        content/guides/bridge.yaml (escaped)
        done:\n\xc2\xa0 text: \xe4\xbd\xa0

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    kinds = {"\u3000": "full-width space", "\u200b": "zero-width space"}
    kinds |= {"\u2060": "zero-width space", **dict.fromkeys("\x85\u2028\u2029", "line separator")}
    kind = kinds.get(character, "no-break space")
    is_unseen = kind in {"zero-width space", "line separator"}
    should = "nothing" if is_unseen else "a space"
    message = f"a {kind}, U+{ord(character):04X}, where {should} should be"
    hint = "delete it and type a space; the two look the same in most editors"
    hint = "delete it; editors do not show it" if is_unseen else hint
    return Problem(place, message, code="odd-space", hint=hint)


def too_deep(place: Place, limit: int) -> Problem:
    """Values are nested at most 30 levels deep.

    Wrong:

        content/guides/bridge.yaml
        title: [×10000

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = f"nested more than {limit} levels deep, so the file was not read"
    hint = "a guide needs about ten levels"
    return Problem(place, message, code="too-deep", hint=hint)


def too_large(place: Place, limit: int) -> Problem:
    """A file is at most 400,000 bytes.

    A guide that long is not a guide. Nothing in a larger file is read.

    Wrong:

        content/guides/bridge.yaml
        title: 过×200000

    Right:

        content/guides/bridge.yaml
        title: 过桥
    """
    message = f"the file is larger than {limit:,} bytes, so it was not read"
    hint = "split it into several files"
    return Problem(place, message, code="too-large", hint=hint)


def too_many_values(place: Place, limit: int) -> Problem:
    """A file holds at most 10,000 values: texts, numbers, lists, mappings.

    Nobody reads a longer one, and what is checked of it would take minutes.

    Wrong:

        content/guides/bridge.yaml
        aliases: [(过,)×10001]

    Right:

        content/guides/bridge.yaml
        aliases: [过, 桥]
    """
    message = f"the file has more than {limit:,} values, so it was not read"
    hint = "split it into several files"
    return Problem(place, message, code="too-many-values", hint=hint)
