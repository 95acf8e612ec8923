"""What a reader with these answers sees of a page, found out without a browser.

Seen is what is printed and not hidden: not what a condition leaves out (a question without an
answer leaves out nothing, as in `tailor.js`), nor footnote numbers. The claim of a correction is
not seen either: it is there to be denied, so a page neither says it nor has to be silent about it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from lxml import html

from guideway.pages.rendered import body_of
from tests.support.ours import our_texts

CLAIMS = ("gw-correction__claim",)
"""What a page repeats in order to deny it."""

UNSEEN = ("gw-paper", "gw-cites", "gw-crumbs", "gw-now", "gw-edit", "gw-say", "gw-unscripted")
"""What scripts take away, or is no statement: numbers of footnotes, ways about the page; and the
card above, which repeats a step."""

LINES = 3
"""So many lines say at once what not to do, as in `steps.js`."""

_HIDDEN = "//*[@hidden] | //*[@aria-hidden='true'] | //*[@data-count]"
_INLINE = frozenset({"a", "code", "em", "q", "small", "strong", "time"})
_TAG = "*[@class='gw-when']"
_WORDS_OF_WHEN = f"./{_TAG} | ./dd/{_TAG} | ./summary/{_TAG} | ./details/summary/{_TAG}"
"""For whom something is: not said to who knows, as `guideway.css` has it."""

Answers = Mapping[str, str]


class Unreadable(Exception):  # noqa: N818 - no error of the program: the case is wrong
    """There is no such page, answer or part; the message says what there is."""


@cache
def whole(address: str) -> Any:
    """Read a page of our site: everything that is printed, whatever the answers."""
    texts = our_texts()
    found = [name for name in (f"{address}.md", f"{address}/index.md") if name in texts]
    if not found:
        raise Unreadable(f"there is no page {address}")
    return html.fragment_fromstring(body_of(texts[found[0]]), create_parent="div")


def seen(address: str, answers: Answers) -> Any:
    """Give the page as a reader with these answers sees it; of a decision, where they lead."""
    page = deepcopy(whole(address))
    trees = page.find_class("gw-decision")
    if trees:
        there = _follow(trees[0], answers)
        trees[0].getparent().replace(trees[0], there)
    else:
        _tailor(page, answers)
    for element in [*page.xpath(_HIDDEN), *_classed(page, *UNSEEN, *CLAIMS)]:
        _drop(element)
    return page


def part_of(page: Any, name: str | None) -> list[Any]:
    """Find a part by name: `step.ship`, `question.stage`, `outcome`, `warnings` and so on."""
    if name is None:
        return list(page.find_class("gw-outcome")) or [page]
    if name == "outcome":
        return list(page.find_class("gw-outcome"))
    kind, _, rest = name.partition(".")
    if kind == "question":
        return list(page.xpath("//*[@data-question=$id]", id=rest))
    found = page.xpath("//*[@id=$id]", id=name.replace(".", "-", 1))
    found = [_of_earlier(each) for each in found]
    return _section(found[0]) if found and found[0].tag == "h2" else list(found)


def _of_earlier(element: Any) -> Any:
    """What an earlier id stands for, as in a browser: what it stands in; of others, themselves."""
    if "gw-was" not in (element.get("class") or ""):
        return element
    kind = element.get("id").partition("-")[0]
    return next(
        (a for a in element.iterancestors() if (a.get("id") or "").startswith(f"{kind}-")), element
    )


def pieces(parts: list[Any]) -> list[str]:
    """List what stands in parts of a page, a paragraph, label or cell each, without spaces."""
    text = "".join(word for part in parts for word in _words(part))
    return [piece for piece in (folded(line) for line in text.split("\0")) if piece]


def folded(text: str) -> str:
    """Take the spaces out of a text."""
    return re.sub(r"\s+", "", text)


def verdict(condition: Any, answers: Answers) -> bool | None:
    """Say whether a condition holds: yes, no, or not known yet."""
    if "is" in condition:
        question, options = condition["is"]
        return answers[question] in options if question in answers else None
    if "not" in condition:
        inner = verdict(condition["not"], answers)
        return None if inner is None else not inner
    decides = "any" in condition
    parts = [verdict(part, answers) for part in condition["any" if decides else "all"]]
    if decides in parts:
        return decides
    return None if None in parts else not decides


def _tailor(page: Any, answers: Answers) -> None:
    asks = {ask.get("data-question"): ask for ask in page.find_class("gw-ask")}
    for question, option in answers.items():
        _known(question, asks, "question")
        _known(option, _options(asks[question]), f"answer to {question}")
    found = [
        (element, json.loads(element.get("data-when"))) for element in page.xpath("//*[@data-when]")
    ]
    verdicts = [verdict(condition, answers) for _, condition in found]
    open_ = {
        question
        for (_, condition), holds in zip(found, verdicts, strict=True)
        if holds is None
        for question in _asked(condition)
    }
    for question, ask in asks.items():
        if question not in answers and question not in open_:
            _drop(ask)
    _say_first(page, dict(zip((element for element, _ in found), verdicts, strict=True)))
    gone = {element for (element, _), holds in zip(found, verdicts, strict=True) if holds is False}
    _bring_home(page, gone)
    for (element, _), holds in zip(found, verdicts, strict=True):
        if holds is False:
            _drop(element)
        for words in element.xpath(_WORDS_OF_WHEN) if holds else []:
            _drop(words)


def _bring_home(page: Any, gone: set[Any]) -> None:
    """Put what several steps need into the first of them that is there, as `steps.js` does."""
    for part in page.xpath("//*[@data-steps]"):
        ids = part.get("data-steps").split()
        steps = (step for step in page.find_class("gw-step") if step not in gone)
        home = next((step for step in steps if step.get("id") in ids), None)
        if home is None or home in part.iterancestors():
            continue
        body = home.find_class("gw-step__body")[0]
        after = next((each for each in body if _ends(each)), None)
        tail, part.tail = part.tail, None
        part.getparent().remove(part)
        if after is None:
            body.append(part)
        else:
            after.addprevious(part)
        part.tail = tail


def _ends(element: Any) -> bool:
    """Whether it stands at the end of a step: how it is well done, and what is folded away."""
    return bool({"gw-line--good", "gw-fold"} & {*(element.get("class") or "").split()})


def _say_first(page: Any, verdicts: Mapping[Any, bool | None]) -> None:
    """Say first what not to do in this case, as `steps.js` does."""
    lines = page.find_class("gw-dont__line")
    lists = page.xpath("//section[@id='warnings']//ul")
    shown = [line for line in lines if verdicts.get(line, True) is not False]
    ordered = sorted(shown, key=lambda line: verdicts.get(line, True) is None)
    few = ordered[:LINES] if len(lists) > 1 else ordered
    if not ordered:
        for whole_ in page.xpath("//section[@id='warnings']"):
            _drop(whole_)
        return
    lists[0].extend(few)
    for rest in lists[1:]:
        rest.extend(line for line in lines if line not in few)
        if len(ordered) <= LINES:
            _drop(rest.getparent())


def _asked(condition: Any) -> Iterator[str]:
    if "is" in condition:
        yield condition["is"][0]
        return
    parts = [condition["not"]] if "not" in condition else condition.get("all") or condition["any"]
    for part in parts:
        yield from _asked(part)


def _follow(tree: Any, answers: Answers) -> Any:
    """Follow answers from question to question; one that makes no difference is not asked."""
    waiting = list(answers.items())
    state = tree.get_element_by_id("s0")
    while state.get("data-question") is not None:
        options = _options(state)
        goes = {name: _goes(option) for name, option in options.items()}
        chosen = next(iter(goes))
        if len(set(goes.values())) > 1:
            if not waiting:
                return _alone(state)
            question, chosen = waiting.pop(0)
            _known(question, {state.get("data-question"): state}, "question asked here")
            _known(chosen, goes, f"answer to {question}")
        state = tree.get_element_by_id(goes[chosen])
    if waiting:
        raise Unreadable(f"nothing is asked any more, and {waiting[0][0]} is answered")
    return state


def _goes(option: Any) -> str:
    step = option.xpath("./details/div[@id] | ./a[@class='gw-go']")[0]
    return str(step.get("id") or step.get("href").removeprefix("#"))


def _alone(ask: Any) -> Any:
    """Leave a question its options, and nothing of where they lead."""
    for further in ask.xpath("./ul/li/details/div | ./ul/li/a"):
        _drop(further)
    return ask


def _options(ask: Any) -> dict[str, Any]:
    return {option.get("data-option"): option for option in ask.xpath("./ul/li[@data-option]")}


def _known(name: str, there: Mapping[str, Any], what: str) -> None:
    if name not in there:
        raise Unreadable(f"there is no {what} {name}; there is: {', '.join(there)}")


def _section(heading: Any) -> list[Any]:
    """Give a heading and all below it; of a closed part, the part."""
    if heading.getparent().tag == "summary":
        return [heading.getparent().getparent()]
    found = [heading]
    for element in heading.itersiblings():
        if element.tag == "h2":
            break
        found.append(element)
    return found


def _words(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str):  # a comment
        return
    edge = "" if _runs_on(element) else "\0"
    yield edge
    yield element.get("alt", "") if element.tag == "img" else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
    yield edge


def _runs_on(element: Any) -> bool:
    """Whether a sentence goes on through an element; a label is a piece of its own."""
    return element.tag in _INLINE or "gw-blank" in (element.get("class") or "").split()


def _classed(page: Any, *names: str) -> list[Any]:
    return [element for name in names for element in page.find_class(name)]


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()
