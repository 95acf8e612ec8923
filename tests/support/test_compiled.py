"""A template is compiled once in a process: nobody notices when it is not, but for the time."""

from __future__ import annotations

from typing import NoReturn

import pytest

from guideway.pages.broken import Telling
from guideway.pages.environment import environment_of
from tests.support.ours import TEMPLATES, WORDS

PAGE = "pages/guide.md.j2"


def test_no_template_is_compiled_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    def compiled_again(*_: object, **__: object) -> NoReturn:
        raise AssertionError

    first = environment_of(TEMPLATES, WORDS).get_template(PAGE)
    monkeypatch.setattr(Telling, "compile", compiled_again)

    assert environment_of(TEMPLATES, WORDS).get_template(PAGE).name == first.name
    with pytest.raises(AssertionError):
        environment_of({**TEMPLATES, PAGE: "another"}, WORDS).get_template(PAGE)
