"""The settings of a project: `mkdocs.yml`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from guideway.catalog.load.part import load
from guideway.model.settings import Settings
from guideway.problems import Place, Problem
from guideway.problems.files.settings import ignored_setting
from guideway.source import Document, Trail, Unread, read

NAME = "mkdocs.yml"
"""Where they are, in the project's folder."""

_OURS = "put a file of the same name as ours below templates/theme/assets/ in its place"
_INSTEAD: dict[Trail, str] = {
    ("extra",): "edit_base, feedback, without and engine stand under “guideway”",
    ("extra_css",): _OURS,
    ("extra_javascript",): _OURS,
    ("extra_templates",): "pages are made of content/ alone",
    ("docs_dir",): "pages are made of content/ alone",
    ("site_dir",): "the site is made in site/",
    ("nav",): "the ways are made of topics; what comes first is in content/home.yaml",
    ("repo_url",): "where pages are edited stands under “guideway” as edit_base",
    ("edit_uri",): "where pages are edited stands under “guideway” as edit_base",
    ("edit_uri_template",): "where pages are edited stands under “guideway” as edit_base",
    ("repo_name",): "where pages are edited stands under “guideway” as edit_base",
    ("exclude_docs",): "what is not finished says `draft: true`",
    ("draft_docs",): "what is not finished says `draft: true`",
    ("not_in_nav",): "every page is reached by its topic",
    ("pages",): "the ways are made of topics; what comes first is in content/home.yaml",
    ("google_analytics",): "no page tells anybody who reads it",
    ("dev_addr",): "“guideway serve” takes --host and --port",
    ("watch",): "“guideway serve” looks at all that is read",
    ("use_directory_urls",): "every page is index.html in a folder of its own",
    ("mdx_configs",): "no extension of Markdown is needed: our pages are HTML",
    ("strict",): "it is always strict: a warning of the engine stops the build",
    ("validation",): "links are checked by “guideway check”",
    ("remote_branch",): "site/ is published as you like",
    ("remote_name",): "site/ is published as you like",
    ("INHERIT",): "settings stand in one file",
    ("hooks",): "nothing of a project runs in a build",
    ("theme", "language"): "the language stands under “guideway”",
    ("theme", "logo"): "the picture beside the name is in frame.css: put one below "
    "templates/theme/assets/ in place of ours",
    ("theme", "favicon"): "put an icon.svg below templates/theme/assets/ in place of ours",
    ("theme", "icon"): "put an icon.svg below templates/theme/assets/ in place of ours",
    ("theme", "palette"): "readers choose light or dark; put a guideway.css below "
    "templates/theme/assets/ in place of ours for other colours",
    ("theme", "direction"): "it is that of the language",
    ("theme", "locale"): "the language stands under “guideway”",
    ("theme", "static_templates"): "pages are made of content/ alone",
    ("theme", "features"): "the theme is ours and has what it needs",
    ("theme", "custom_dir"): "put files below templates/theme/ in place of ours",
}
"""Settings of the engine that do nothing here → what does."""
_ONLY: Mapping[Trail, str] = {
    ("theme", "font"): "fonts are those of the reader’s device; nothing is loaded from elsewhere",
    ("theme", "name"): "pages are made for this theme alone",
}
"""Settings that have one value → why."""
_TRUSTED: frozenset[Trail] = frozenset({("hooks",), ("mdx_configs",), ("INHERIT",)})
"""Those of them that do something where settings may run code."""


def load_settings(content: bytes) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Read them; with problems, what could be read is a draft, or nothing."""
    document = read(NAME, content)
    if isinstance(document, Unread):
        return None, document.problems
    loaded = load(Settings, document, (), document.data)
    told = _with_hints(document, loaded.problems)
    return loaded.value, (*document.problems, *told)


def ignored(content: bytes) -> Iterator[Problem]:
    """Warn of what does nothing, in settings that may hold anything."""
    document = read(NAME, content)
    if isinstance(document, Document):
        for trail, place in _there(document):
            if trail in _TRUSTED:
                continue
            yield ignored_setting(place, ".".join(map(str, trail)), _INSTEAD[trail])


def place_of_setting(content: bytes, *trail: str | int) -> Place:
    """Find the key of a setting; the file, if nobody has written it."""
    document = read(NAME, content)
    return document.key_place(trail) if isinstance(document, Document) else Place(NAME)


def _with_hints(document: Document, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Say of what is no key here, but is one of the engine, what there is in its place."""
    said = {("unknown-key", place): _INSTEAD[trail] for trail, place in _there(document)}
    only = {("unknown-value", document.place(trail)): why for trail, why in _ONLY.items()}
    return tuple(
        replace(each, hint=said.get(found, each.hint or only.get(found, "")))
        for each in problems
        for found in ((each.code, each.place),)
    )


def _there(document: Document) -> Iterator[tuple[Trail, Place]]:
    for trail in _INSTEAD:
        data: object = document.data
        for name in trail:
            data = data.get(name) if isinstance(data, dict) and name in data else None
        if data is not None:
            yield trail, document.key_place(trail)
