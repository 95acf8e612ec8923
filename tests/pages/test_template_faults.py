"""What a project may have in place of a template of ours: all that ours may have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment

from guideway.pages.template_words import wrong_words
from guideway.problems import Problem
from guideway.project.content_files import template_problems
from guideway.project.templates import our_templates, reference_words

OURS = our_templates()
READ = {path: text for path, text in OURS.items() if path.endswith((".j2", ".html"))}


def _faults(own: Mapping[str, str]) -> tuple[Problem, ...]:
    return template_problems({path: text.encode() for path, text in own.items()})


def test_every_template_of_the_program_is_one_that_a_project_may_have() -> None:
    assert _faults(READ) == ()


def test_a_component_may_be_called_otherwise_with_all_that_it_makes_itself() -> None:
    """Copied under another name and imported by it: macros, loops and what is set come along."""
    step = READ["components/step.html.j2"]
    own = {
        "components/mine.html.j2": step.replace("macro step(", "macro mine("),
        "components/step.html.j2": step.replace(
            "{% macro step(item) %}",
            '{% from "components/mine.html.j2" import mine as hers with context %}\n'
            "{% macro step(item) %}{{ hers(item) }}",
        ),
    }

    assert _faults(own) == ()


def _misspelt() -> Iterator[tuple[str, int, str, str]]:
    """Each word that a template of ours asks for by its name, with a letter too many."""
    for path, text in READ.items():
        for word in re.finditer(r"\bwords(?:\.[a-z_]+)+", _without_remarks(text)):
            line = text[: word.start()].count("\n") + 1
            yield path, line, word[0], f"{text[: word.end()]}q{text[word.end() :]}"


def _without_remarks(text: str) -> str:
    return re.sub(r"\{#.*?#\}", lambda found: " " * len(found[0]), text, flags=re.DOTALL)


def test_a_letter_too_many_in_a_word_is_told_wherever_it_stands() -> None:
    words = reference_words()
    missed, told = [], 0
    for path, line, word, text in _misspelt():
        found = list(wrong_words(Environment(autoescape=True).parse(text), words))
        name = f"“{word.partition('.')[2]}q”"
        is_told = any(name in each.message and abs(each.line - line) < 2 for each in found)
        told += is_told
        missed += [] if is_told else [(path, line, word)]

    assert missed == []
    assert told > 350
