"""The words of the interface in layers: those of the program, of a language, of the project."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from guideway.catalog.load.word import has_forms, kind_of, wrong
from guideway.model.words import Words
from guideway.problems import Place, Problem, listed, near
from guideway.problems.files.values import wrong_type
from guideway.problems.files.words import missing_word, unknown_language, unknown_word
from guideway.source import Document, Trail, Unread, read
from guideway.source.setting import setting

PROJECT = "words.yaml"
"""What a project says otherwise than its language does."""

REFERENCE = "en"
"""The language that says which words there are, and what comes into each."""

NOWHERE = Place("mkdocs.yml")
"""Where a language is chosen, if nobody says more."""

_SHOWN = 5
"""So many missing words are named."""


@dataclass(frozen=True)
class WordsFiles:
    """The files of words: those of the program, and those of a project."""

    ours: tuple[tuple[str, bytes], ...] = ()
    """Language and what is in its file."""
    own: tuple[tuple[str, bytes], ...] = ()
    """Path in the project and content: `words.yaml`, `words/de.yaml`."""


def load_words(
    files: WordsFiles, language: str, place: Place = NOWHERE
) -> tuple[Words, tuple[Problem, ...]]:
    """Lay the words of a project over those of a language, and find what is wrong with them.

    `place` is where the language is chosen. One that the program does not have is a file of the
    project, over English.
    """
    ours, own = dict(files.ours), dict(files.own)
    path, is_ours = f"words/{language}.yaml", bool(ours_for(ours, language))
    shape = _ours(files, REFERENCE)
    if not is_ours and path not in own:
        return shape, (unknown_language(place, language, listed(sorted(ours))),)
    words = _ours(files, ours_for(ours, language)) if is_ours else shape
    problems: list[Problem] = []
    for each in (path, PROJECT):
        if each in own:
            said, found = _own(each, own[each], shape)
            missing = () if is_ours or each == PROJECT else _missing(each, said, shape)
            problems += [*found, *missing]
            words = _over(said, words)
    return words, tuple(problems)


def joins_in(files: WordsFiles, language: str) -> str:
    """Say what stands between two things that are named together; of all words it is asked first.

    What is wrong with a file is told by `load_words`: here the layer below counts.
    """
    ours, own = dict(files.ours), dict(files.own)
    said = own.get(PROJECT), own.get(f"words/{language}.yaml"), ours.get(ours_for(ours, language))
    layers = filter(None, (*said, ours.get(REFERENCE)))
    return next(filter(None, (setting(each, "signs", "join") for each in layers)), ", ")


def say_the_same(files: WordsFiles, language: str) -> bool:
    """Whether a language is said as the program says it: nothing of a project can be wrong."""
    return bool(ours_for(dict(files.ours), language)) and not files.own


def ours_for(ours: Container[str], language: str) -> str:
    """Say which words of the program are those of a language: `en` for `en-GB`; empty if none."""
    ways = (language, language.partition("-")[0])
    return next((each for each in ways if each in ours), "")


def _ours(files: WordsFiles, language: str) -> Words:
    path = f"templates/words/{language}.yaml"
    document = read(path, dict(files.ours)[language])
    if isinstance(document, Unread):
        raise TypeError(f"{path}: {document.problems[0].message}")
    return cast("Words", document.data)


def _own(path: str, content: bytes, shape: Words) -> tuple[Words, tuple[Problem, ...]]:
    """Read the words of a project: those that can be used, and what is wrong with the others."""
    document = read(path, content)
    if isinstance(document, Unread):
        return {}, document.problems
    problems = [*document.problems]
    said = _checked(document, (), document.data, shape, problems)
    return cast("Words", said or {}), tuple(problems)


def _checked(
    document: Document, trail: Trail, said: object, shape: Any, problems: list[Problem]
) -> object:
    """Give what of some words can be used; nothing if none of it can."""
    if trail in document.broken:
        return None
    if isinstance(shape, Mapping) and not has_forms(shape):
        return _group(document, trail, said, shape, problems)
    found = list(wrong(document, trail, said, shape))
    problems += found
    return None if found else said


def _group(
    document: Document, trail: Trail, said: object, shape: Words, problems: list[Problem]
) -> Words | None:
    if not isinstance(said, dict):
        problems.append(wrong_type(document.place(trail), "a mapping of words", kind_of(said), ""))
        return None
    found = {}
    for name, value in said.items():
        here = (*trail, name)
        if name in shape:
            found[name] = _checked(document, here, value, shape[name], problems)
        else:
            problems.append(_unknown(document, here, shape))
    return {name: value for name, value in found.items() if value is not None}


def _unknown(document: Document, trail: Trail, shape: Words) -> Problem:
    *above, name = map(str, trail)
    hint = near(name, shape) or f"here are {', '.join(sorted(shape))}"
    return unknown_word(document.key_place(trail), ".".join((*above, name)), hint)


def _missing(path: str, said: Words, shape: Words) -> Iterator[Problem]:
    """Warn of the words that a language of the project does not say."""
    wanted, there = list(_leaves(shape, shape)), set(_leaves(said, shape))
    names = [name for name in wanted if name not in there]
    if names:
        shown = ", ".join(names[:_SHOWN]) + (", …" if names[_SHOWN:] else "")
        yield missing_word(Place(path), shown, len(names), len(wanted))


def _leaves(words: Words, shape: Words, above: str = "") -> Iterator[str]:
    """Name the words that are there: `frame.skip`."""
    for name, said in words.items():
        if isinstance(shape[name], Mapping) and not has_forms(shape[name]):
            yield from _leaves(said, shape[name], f"{above}{name}.")
        else:
            yield f"{above}{name}"


def _over(upper: Words, lower: Words) -> Words:
    """Lay words over others, group by group."""
    both = {
        name: _over(said, lower[name])
        if isinstance(lower[name], Mapping) and not has_forms(lower[name])
        else said
        for name, said in upper.items()
    }
    return {**lower, **both}
