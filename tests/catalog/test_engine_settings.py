"""Every setting that MkDocs and Material know is used, or refused with what there is instead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import material
import pytest
from mkdocs.config.defaults import MkDocsConfig

from guideway.catalog.load.settings import ignored, load_settings
from guideway.model.settings import Settings, Theme
from tests.support.data import read_data

OWN = "site_name: x\nguideway: {licence: {name: x}, language: en}\n"
NO_SETTINGS = {"config_file_path"}
"""What the engine keeps among its settings, and nobody writes."""
IN_NO_LIST = {"INHERIT"}
_OF_THE_THEME = Path(material.__file__).parent / "templates/mkdocs_theme.yml"
MORE_OF_THEMES = {"custom_dir", "locale", "logo", "palette"}
"""What its templates and MkDocs itself look for besides."""


def _known() -> Iterator[tuple[str, str]]:
    engine = {name for name, _ in MkDocsConfig()._schema} | IN_NO_LIST  # noqa: SLF001 - no other list
    yield from (("", name) for name in sorted(engine - NO_SETTINGS - {*Settings.model_fields}))
    theme = {*read_data(_OF_THE_THEME)} | MORE_OF_THEMES
    yield from (("theme", name) for name in sorted(theme - {*Theme.model_fields}))


KNOWN = list(_known())


def test_the_lists_of_the_engine_are_read() -> None:
    assert {("", "strict"), ("", "watch"), ("theme", "icon")} <= {*KNOWN}
    assert len(KNOWN) > 30


@pytest.mark.parametrize(("above", "name"), KNOWN)
def test_what_is_not_used_is_refused_at_its_line_with_what_there_is(above: str, name: str) -> None:
    line = f"theme: {{{name}: x}}" if above else f"{name}: x"
    content = f"{OWN}{line}\n".encode()
    (told,) = load_settings(content)[1]
    warned = [each.place.line for each in ignored(content)]

    assert (told.code, told.place.line) == ("unknown-key", 3)
    assert told.hint
    assert "the keys here are" not in told.hint
    assert "did you mean" not in told.hint
    assert warned in ([3], [])
