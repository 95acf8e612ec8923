"""What can be wrong with the words of the interface that a project says otherwise."""

from guideway.problems import Place, Problem


def missing_word(place: Place, names: str, many: int, all_: int) -> Problem:
    """A language of a project says every word of the interface; what is missing is said in English.

    The words are those of `templates/words/en.yaml` in the program, key by key.

    Wrong:

        mkdocs.yml (whole)
        site_name: QaD
        guideway: {language: tlh, licence: {name: All rights reserved}}
        words/tlh.yaml (whole)
        frame: {skip: yInaQ}

    Right:

        mkdocs.yml (whole)
        site_name: Bridge
        guideway: {language: en, licence: {name: All rights reserved}}
    """
    what = "one word is" if many == 1 else f"{many} of {all_} words are"
    message = f"{what} missing and said in English: {names}"
    hint = "copy what is missing from “guideway words” and say it in this language"
    return Problem(place, message, code="missing-word", hint=hint, level="warning")


def unknown_language(place: Place, language: str, known: str) -> Problem:
    """The language of a site is one that the interface has words in.

    Those of the program are there; for another, the project has a file `words/<language>.yaml`. How
    to write one is told by `guideway manual languages`.

    Wrong:

        mkdocs.yml (whole)
        site_name: QaD
        guideway: {language: tlh, licence: {name: All rights reserved}}

    Right:

        mkdocs.yml (whole)
        site_name: Bridge
        guideway: {language: en, licence: {name: All rights reserved}}
    """
    message = f"there are no words in the language “{language}”"
    hint = f"there are {known}; for another, write words/{language}.yaml"
    return Problem(place, message, code="unknown-language", hint=hint)


def unknown_word(place: Place, name: str, hint: str) -> Problem:
    """A word that a project says otherwise is one that the interface has.

    Wrong:

        words.yaml (whole)
        frame:
          skipp: 直接看内容

    Right:

        words.yaml (whole)
        frame:
          skip: 直接看内容
    """
    return Problem(place, f"“{name}” is no word of the interface", code="unknown-word", hint=hint)


def word_placeholder(place: Place, what: str, hint: str) -> Problem:
    """A word says in braces what comes into it: all that the English word says, and nothing else.

    Wrong:

        words.yaml (whole)
        reviewed:
          on: 最近核对：{date}

    Right:

        words.yaml (whole)
        reviewed:
          on: 最近核对：{day}
    """
    return Problem(place, what, code="word-placeholder", hint=hint)
