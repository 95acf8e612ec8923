"""What texts are written in is a list of a language, however long somebody makes it."""

from __future__ import annotations

from guideway.editions.search.charset import code_of
from guideway.editions.search.phrases import FIXED, MOST
from guideway.project.locales import language_of


def test_a_language_may_have_more_phrases_than_can_be_numbered() -> None:
    many = " ".join(f"的{n}" for n in range(5000))
    code = code_of(language_of("zh").model_copy(update={"phrases": many}))

    assert len(code.phrases.own) == MOST - len(FIXED)
    assert code.phrases.bits("的4999")
