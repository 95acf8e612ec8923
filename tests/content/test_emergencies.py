"""In an emergency the call comes first, wherever the page is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Locator

from tests.support.browsing import Opener
from tests.support.ours import our_catalog
from tests.support.publications import flat
from tests.support.sampling import sample

SCREEN = {"width": 390, "height": 844}
FOLD = 600
"""Pixels from the top by which the call has ended."""
THUMB = 44
CALL = ".gw-call > [href^='tel:']"


def _urgent() -> list[tuple[str, str, str, str]]:
    """Pages that start with a call: kind, id, who must make it, and to which number."""
    pages: list[Any] = [*our_catalog().guides, *our_catalog().warnings]
    calls = ((e.kind, e.id, e.value.emergency) for e in pages if e.value.emergency)
    return [(kind, id_, call.say, _number(call.call)) for kind, id_, call in calls]


def _number(channel: str) -> str:
    found: Any = our_catalog().entries[channel].value
    number: str = found.value
    return number


def _outcomes() -> list[tuple[str, str]]:
    return [
        (entry.id, name)
        for entry in our_catalog().decisions
        for name, outcome in entry.value.outcomes.items()
        if outcome.emergency
    ]


# What is not marked is not looked at here; that it is marked, where it has to be, is a rule.
@pytest.mark.parametrize(("kind", "name", "say", "number"), _urgent())
def test_the_call_is_the_first_thing_on_the_first_screen(
    kind: str, name: str, say: str, number: str, opened: Opener
) -> None:
    """On the website and embedded: as wide as the page, to be hit with a thumb, above the rest."""
    embed = name if kind == "guide" else f"{kind}.{name}"
    for url in (f"{kind}s/{name}/", f"embed/{embed}/"):
        page = opened(url)
        call = page.locator(CALL).first
        _is_to_be_tapped(call, say, number)
        box = _box(call)
        assert box["y"] + box["height"] <= FOLD, url
        before = page.locator(
            ".gw-now, .gw-dont, .gw-situations, .gw-looks, .gw-steps, .gw-moves"
        ).first
        assert _box(before)["y"] > box["y"], url


def test_the_home_page_asks_and_names_the_call(opened: Opener) -> None:
    asked = [e for e in our_catalog().guides if e.value.emergency and e.value.emergency.ask]
    if not asked:
        pytest.skip("no emergency is asked for on the home page")
    page = opened("")
    for entry in asked:
        assert entry.value.emergency
        call = page.locator(
            f".gw-sos__call[href='tel:{_number(entry.value.emergency.call)}']"
        ).first
        box = _box(call)
        assert box["height"] >= THUMB
        assert box["y"] + box["height"] <= FOLD
        assert page.locator(f".gw-sos a[href$='guides/{entry.id}/']").first.is_visible()


@pytest.mark.parametrize(("name", "outcome"), sample("first in outcomes", _outcomes(), 0.5))
def test_an_outcome_starts_with_the_call(name: str, outcome: str, opened: Opener) -> None:
    """Without scripts it is the first thing of the outcome."""
    page = opened(f"decisions/{name}/", java_script_enabled=False)
    for found in page.locator(f"[data-outcome={outcome}]").all():
        assert found.locator("> *").first.locator("[href^='tel:']").count() == 1


@pytest.mark.parametrize(("name", "outcome"), sample("reached outcomes", _outcomes(), 0.5))
def test_who_reaches_an_emergency_sees_the_call_without_scrolling(
    name: str, outcome: str, opened: Opener
) -> None:
    """Answering as somebody did by hand leads there; the call is on the screen at once."""
    golden = next(entry.value for entry in our_catalog().golden if entry.id == name)
    answers = next(path.answers for path in golden.paths if path.outcome == outcome)
    page = opened(f"decisions/{name}/")
    for answer in answers:
        page.locator(f"input[type=radio][value='{answer}']:visible").check()
        page.get_by_role("button", name="继续").click()
    box = _box(page.locator(f"{CALL}:visible"))
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= SCREEN["height"]


@pytest.mark.parametrize("form", ["index.md", "sheet/index.html", "print"])
def test_the_call_and_the_calm_word_are_in_other_forms(
    form: str, our_site: Path, opened: Opener
) -> None:
    guides = [entry for entry in _with_care() if entry.kind == "guide"]
    urgent = next((entry for entry in guides if entry.value.emergency), None)
    if urgent is None:
        pytest.skip("no guide has both a call and a calm word")
    if form == "print":
        page = opened(f"guides/{urgent.id}/")
        page.emulate_media(media="print")
        colours = page.locator(CALL).evaluate(
            "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
        )
        assert colours == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"], "black on paper"
        return
    text = flat((our_site / "guides" / urgent.id / form).read_text())
    said = flat(f"{urgent.value.emergency.say}，先打")
    assert text.index(said) < text.index(_calls(urgent)[0])


def test_pages_about_debt_threats_and_fraud_have_a_calm_word_with_a_call(our_site: Path) -> None:
    """Also where others embed them; and it promises no hours."""
    first = {entry.value.care: entry for entry in reversed(_with_care())}
    for entry in first.values():
        path = f"{entry.kind}s/{entry.id}"
        for form in (f"{path}/index.html", f"embed/{_embed(path)}/index.html"):
            text = (our_site / form).read_text()
            word = re.search(r'<aside class="gw-care".*?</aside>', text, re.DOTALL)
            assert word, form
            assert all(f'href="tel:{number}"' in word[0] for number in _calls(entry)), form
            assert "24" not in word[0]
    assert {*first} == {*our_catalog().cares[0].value.boxes}


def test_a_number_that_is_warned_of_cannot_be_tapped(our_site: Path) -> None:
    """It is another company's: nothing on the pages of who is mistaken for it calls it."""
    together = (our_site / "corrections/index.html").read_text().split('<li class="gw-correction')
    for record in our_catalog().mistaken:
        provider = getattr(record.value, "provider", None)
        guides = [guide.id for guide in our_catalog().guides if guide.value.provider == provider]
        folders = [*(f"guides/{guide}" for guide in guides), f"providers/{provider}"]
        forms = [f"{folder}{form}" for folder in folders for form in ("", "/sheet", "/sources")]
        files = [
            our_site / form / "index.html" for form in (*forms, *(f"embed/{g}" for g in guides))
        ]
        said = [file.read_text() for file in files if file.exists()]
        said += [
            row for row in together if any(f'id="correction-{guide}' in row for guide in guides)
        ]
        wrong = [f"tel:{each.value}" for each in record.value.mistaken]

        assert [number for number in wrong for text in said if number in text] == []
        assert said or provider is None


def _with_care() -> list[Any]:
    """Pages that have a calm word, in the order of the catalog."""
    pages: list[Any] = [*our_catalog().guides, *our_catalog().warnings]
    return [entry for entry in pages if entry.value.care]


def _calls(entry: Any) -> list[str]:
    """The numbers that its calm word names."""
    box = our_catalog().cares[0].value.boxes[entry.value.care]
    return [_number(name) for name in re.findall(r"\[\]\((channel\.[\w.-]+)@call\)", box.text)]


def _embed(path: str) -> str:
    kind, _, name = path.partition("s/")
    return name if kind == "guide" else f"{kind}.{name}"


def _box(found: Locator) -> FloatRect:
    box = found.bounding_box()
    assert box, "it is not shown"
    return box


def _is_to_be_tapped(call: Locator, say: str, number: str) -> None:
    box = _box(call)
    assert call.get_attribute("href") == f"tel:{number}"
    assert flat(call.inner_text()) == flat(f"{say}，先打{number}")
    assert box["height"] >= THUMB
    assert box["width"] >= SCREEN["width"] * 0.85
