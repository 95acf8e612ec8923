"""A decision drawn by other programs: Mermaid, Graphviz, and a table."""

import csv
from collections.abc import Iterator
from io import StringIO

from guideway.decisions.routes import ANY, all_routes, written_as
from guideway.model.conditions import All, Any, Condition, Is, Not, Ticked
from guideway.model.continuations import Entrance
from guideway.model.decisions import Decision
from guideway.model.questions import Route


def as_mermaid(decision: Decision) -> str:
    """Draw a flowchart for Mermaid, every arrow labelled."""
    lines = ["flowchart TD"]
    for name, shape in _nodes(decision):
        opened, closed = ("{{", "}}") if name in decision.questions else ("([", "])")
        lines.append(f"  {_plain(name)}{opened}{_quoted(shape)}{closed}")
    for source, label, target in _arrows(decision):
        lines.append(f"  {_plain(source)} -->|{_quoted(label)}| {_plain(target)}")
    return "\n".join(lines) + "\n"


def as_dot(decision: Decision) -> str:
    """Draw a graph for Graphviz, every arrow labelled."""
    lines = ["digraph decision {", "  rankdir=TB;"]
    for name, words in _nodes(decision):
        shape = "box" if name in decision.questions else "ellipse"
        lines.append(f"  {_quoted(name)} [label={_quoted(words)}, shape={shape}];")
    for source, label, target in _arrows(decision):
        lines.append(f"  {_quoted(source)} -> {_quoted(target)} [label={_quoted(label)}];")
    return "\n".join([*lines, "}"]) + "\n"


def as_csv(decision: Decision) -> str:
    """List every route: question, option, condition, target.

    Then every part: what is known there and when, `x.kind: shop`, of each question the first that
    applies; and where it goes on. What is known is not asked.
    """
    table = StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["question", "option", "when", "go"])
    for question, option, _, route in _drawn(decision):
        writer.writerow([question, option, in_words(route.when) if route.when else "", route.go])
    for part, entrance in _entrances(decision):
        writer.writerows([part, known, when, ""] for known, when in _known(entrance))
        writer.writerow([part, "", "", entrance.go])
    return table.getvalue()


def in_words(condition: Condition) -> str:
    """Write a condition on one line, in the ids of its author."""
    match condition:
        case Ticked():
            return _ticked(condition)
        case Is(question, options):
            return f"{question} = {' | '.join(sorted(options))}"
        case All(parts):
            return " & ".join(sorted(_bracketed(part) for part in parts))
        case Any(parts):
            return " or ".join(sorted(_bracketed(part) for part in parts))
        case Not(part):
            return f"not {_bracketed(part)}"


def _ticked(leaf: Ticked) -> str:
    boxes = sorted(leaf.boxes)
    if leaf.how == "count":
        many = f"at least {leaf.low}" if leaf.high is None else f"{leaf.low} to {leaf.high}"
        return f"{leaf.question}: {many} of {' | '.join(boxes) or ANY}"
    return f"{leaf.question}: {leaf.how} of {' | '.join(boxes)}"


def _bracketed(condition: Condition) -> str:
    return in_words(condition) if isinstance(condition, Is) else f"({in_words(condition)})"


def _drawn(decision: Decision) -> Iterator[tuple[str, str, int, Route]]:
    """List the routes as they are written: once for all sets of boxes, and in a long list.

    What is refused comes first, and leads back to where it was asked.
    """
    seen = set()
    for question, option, number, route in all_routes(decision):
        written = written_as(decision.questions[question], option)
        refuses = decision.questions[question].refuses if (question, written) not in seen else ()
        for refusal in refuses:
            yield question, written, -1, Route(when=refusal.when, go=question)
        if (question, written, number) not in seen:
            seen |= {(question, written), (question, written, number)}
            yield question, written, number, route


def _nodes(decision: Decision) -> Iterator[tuple[str, str]]:
    for name, question in decision.questions.items():
        yield name, question.ask
    for name, outcome in decision.outcomes.items():
        yield name, outcome.title
    for name, entrance in _entrances(decision):
        yield name, entrance.decision


def _arrows(decision: Decision) -> Iterator[tuple[str, str, str]]:
    for question, option, _, route in _drawn(decision):
        label = option if option == ANY else decision.questions[question].options[option].label
        when = f" [{in_words(route.when)}]" if route.when else ""
        yield question, label + when, route.go
    for part, entrance in _entrances(decision):
        told = (f"{known} [{when}]" if when else known for known, when in _known(entrance))
        yield part, "; ".join(told), entrance.go


def _entrances(decision: Decision) -> Iterator[tuple[str, Entrance]]:
    for name, part in decision.parts.items():
        if isinstance(part, Entrance) and part.go:
            yield name, part


def _known(entrance: Entrance) -> Iterator[tuple[str, str]]:
    """Say what is known of a part, and when: with `= <question>`, whatever was answered to it."""
    for name, tellings in entrance.given.items():
        for each in tellings:
            if each.is_same:
                yield f"{name} = {each.question}", ""
            elif each.question:
                for option, means in each.means.items():
                    yield f"{name}: {means}", f"{each.question} = {option}"
            else:
                yield f"{name}: {each.option}", in_words(each.when) if each.when else ""


def _plain(name: str) -> str:
    """Mermaid takes some words (`end`) for its own."""
    return "n_" + name.replace("-", "_").replace(".", "__")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', "'") + '"'
