"""The short guides in Markdown, as each generator wants it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bench.sites.guides import Guide


@dataclass(frozen=True)
class Corpus:
    """What a site is made of."""

    guides: Sequence[Guide]
    topics: Sequence[str]


@dataclass(frozen=True)
class Dialect:
    """How a generator wants Markdown written."""

    link: Callable[[str, str], str]
    """Path of a page without its suffix, such as `topic-03/guide-00003`, and the way from the page
    that leads to it up to the root → the link."""
    warning: Callable[[str], str]
    """A text → a box that warns."""
    has_heading: bool = True
    """Whether a page says its title itself, or its layout does."""
    index: str = "index"
    """What the file of a folder's own page is called, without its suffix."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """What every page says of itself besides."""


def markdown_files(corpus: Corpus, dialect: Dialect) -> Iterator[tuple[str, str]]:
    """Give every page by its path: the home page, a page for each topic, the guides."""
    by_topic: dict[int, list[Guide]] = {at: [] for at in range(len(corpus.topics))}
    for guide in corpus.guides:
        by_topic[guide.topic].append(guide)
    links = [(name, f"{_topic(at)}/{dialect.index}") for at, name in enumerate(corpus.topics)]
    yield f"{dialect.index}.md", _list("量一量", links, dialect, "")
    for at, name in enumerate(corpus.topics):
        links = [(guide.title, place_of(guide)) for guide in by_topic[at]]
        yield f"{_topic(at)}/{dialect.index}.md", _list(name, links, dialect)
    titles = {guide.name: guide for guide in corpus.guides}
    for guide in corpus.guides:
        yield f"{place_of(guide)}.md", page_of(guide, titles, dialect)


def place_of(guide: Guide) -> str:
    """Give the path of a guide without its suffix."""
    return f"{_topic(guide.topic)}/{guide.name}"


def page_of(guide: Guide, guides: Mapping[str, Guide], dialect: Dialect) -> str:
    """Write a guide; `guides` has those that it leads to."""
    parts = [guide.summary, dialect.warning(guide.warning), "## 要准备的"]
    parts.append("\n".join(f"- {need}" for need in guide.needs))
    parts.append("## 步骤")
    for at, step in enumerate(guide.steps, 1):
        parts += [f"### {at}. {step.do}", f"在哪里：{step.where}", step.detail]
        parts += [f"怎样算办好：{step.expect}", f"如果不行：{step.fails}"]
    parts += ["## 办好以后", guide.goal, "## 遇到问题"]
    for when, then in guide.troubles:
        parts += [f"### {when}", then]
    near = [(guides[name].title, place_of(guides[name])) for name in guide.related]
    parts += ["## 相关", _links(near, dialect)]
    return _written(guide.title, guide.summary, parts, dialect)


def _list(title: str, links: Sequence[tuple[str, str]], dialect: Dialect, up: str = "../") -> str:
    return _written(title, title, [_links(links, dialect, up)], dialect)


def _links(links: Sequence[tuple[str, str]], dialect: Dialect, up: str = "../") -> str:
    return "\n".join(f"- [{title}]({dialect.link(place, up)})" for title, place in links)


def _written(title: str, summary: str, parts: Sequence[str], dialect: Dialect) -> str:
    said = {"title": title, "description": summary, **dialect.settings}
    head = "\n".join(
        f"{name}: {json.dumps(text, ensure_ascii=False)}" for name, text in said.items()
    )
    heading = [f"# {title}"] if dialect.has_heading else []
    return "\n\n".join([f"---\n{head}\n---", *heading, *parts]) + "\n"


def _topic(at: int) -> str:
    return f"topic-{at:02d}"
