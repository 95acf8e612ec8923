"""What is wrong with templates of a project, as far as it can be seen before a page is made."""

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.nodes import (
    Extends,
    Filter,
    FromImport,
    Import,
    Include,
    Name,
    Node,
    Template,
    Test,
)

from guideway.model.words import Words
from guideway.pages.template_words import wrong_words
from guideway.problems import Place, Problem, capped, near
from guideway.problems.files.templates import broken_template, unread_template
from guideway.problems.files.text import not_utf8

FOLDER = "templates"
"""Where a project has them."""

_THEME = "theme/"
"""Where those are that the engine reads: it has more of them, and other words."""

_ENDINGS = (".j2", ".html")
"""What is a template; all else is taken as it is."""


def template_faults(
    own: Mapping[str, bytes], ours: Mapping[str, str], words: Words, framed: Words
) -> tuple[Problem, ...]:
    """Look at the templates of a project, by their path below `templates/`, and at those of ours.

    A name or a filter that no template of ours has, and none of the project makes, is not there.
    `words` are all there are, `framed` those that the theme gets.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path, content in own.items():
        if path.endswith(_ENDINGS):
            text = content.decode("utf-8", errors="replace")
            texts[path] = text
            problems += [not_utf8(Place(f"{FOLDER}/{path}"))] * ("\ufffd" in text)
    problems += _unread(texts, ours)
    known = [_parsed(text) for path, text in ours.items() if path.endswith(_ENDINGS)]
    read: dict[str, Template] = {}
    wanted: dict[str, list[Name]] = {}
    for path, text in texts.items():
        try:
            tree = _parsed(text)
            wanted[path] = _looked_up(tree)
            read[path] = tree
        except TemplateSyntaxError as error:
            problems.append(broken_template(_at(path, text, error.lineno), str(error.message)))
    names, filters, tests = _known(known, read.values())
    for path, tree in read.items():
        there = (
            (wanted[path], names, "name"),
            (tree.find_all(Filter), filters, "filter"),
            (tree.find_all(Test), tests, "test"),
        )
        for found, all_, what in there:
            problems += _missing(path, texts[path], found, all_, what)
        is_framed = path.startswith(_THEME)
        problems += _unsaid(path, texts[path], tree, framed if is_framed else words)
        problems += () if is_framed else _untold(path, texts[path], tree, {*texts, *ours})
    return capped(sorted(problems))


def _parsed(text: str) -> Template:
    return Environment().parse(text)  # noqa: S701 - nothing is rendered


def _looked_up(tree: Template) -> list[Name]:
    """List the names that a template does not make itself, by a macro, an import or a loop."""
    lenient = Environment()  # noqa: S701 - the same
    lenient.filters |= dict.fromkeys((each.name for each in tree.find_all(Filter)), str)
    lenient.tests |= dict.fromkeys((each.name for each in tree.find_all(Test)), _any)
    tree.set_environment(lenient)
    wanted = find_undeclared_variables(tree)
    return [each for each in tree.find_all(Name) if each.name in wanted]


def _any(*_: object) -> bool:
    return True


def _known(
    ours: Iterable[Template], own: Iterable[Template]
) -> tuple[set[str], set[str], set[str]]:
    """List what ours ask for and make, and what those of the project make for what they include."""
    plain = Environment()  # noqa: S701 - the same
    names, filters, tests = set[str](), {*plain.filters}, {*plain.tests}
    for tree in ours:
        names |= {each.name for each in tree.find_all(Name)}
        filters |= {each.name for each in tree.find_all(Filter)}
        tests |= {each.name for each in tree.find_all(Test)}
    for tree in own:
        names |= {each.name for each in tree.find_all(Name) if each.ctx != "load"}
    return names, filters, tests


def _missing(
    path: str, text: str, found: Iterable[Node], known: set[str], what: str
) -> Iterator[Problem]:
    for each in found:
        name = getattr(each, "name", "")
        if name not in known:
            message = f"there is no {what} “{name}” in any template"
            yield broken_template(_at(path, text, each.lineno, name), message, near(name, known))


def _unsaid(path: str, text: str, tree: Template, words: Words) -> Iterator[Problem]:
    for line, name, message, hint in wrong_words(tree, words):
        yield broken_template(_at(path, text, line, name), message, hint)


def _untold(path: str, text: str, tree: Template, known: set[str]) -> Iterator[Problem]:
    """Find templates that it names, and that nobody has."""
    for each in tree.find_all((Include, Import, FromImport, Extends)):
        name = getattr(getattr(each, "template", None), "value", None)
        may_lack = isinstance(each, Include) and each.ignore_missing
        if isinstance(name, str) and name not in known and not may_lack:
            message = f"there is no template “{name}”"
            yield broken_template(_at(path, text, each.lineno, name), message, near(name, known))


def _unread(texts: Mapping[str, str], ours: Mapping[str, str]) -> Iterator[Problem]:
    for path in texts.keys() - ours.keys():
        called = path.removeprefix(_THEME)
        if not any(called in text for name, text in texts.items() if name != path):
            yield unread_template(Place(f"{FOLDER}/{path}"), near(path, ours))


def _at(path: str, text: str, line: int, name: str = "") -> Place:
    said = (text.splitlines() or [""])[line - 1 : line]
    shown = said[0] if said else ""
    column = shown.find(name) + 1 if name else 1
    return Place(f"{FOLDER}/{path}", line, column or 1, len(name) or 1, shown)
