"""Scripts and styles as small as they get, and nothing missing that a page needs."""

from __future__ import annotations

import pytest

from guideway.web import css_pruning
from guideway.web.html import Html
from guideway.web.minify import small_script, small_style
from guideway.web.page_names import names_in

MARKUP = (
    '<p class="gw-a" id="here" title="two words">…</p>'
    '<script>make("em", { class: "gw-b" })</script>'
)


def fitted(css: str, markup: str) -> str:
    """Keep what some HTML with its scripts can need of one style sheet."""
    return css_pruning.fitted([css], names_in(Html(markup, is_piece=True)))


def test_only_rules_that_can_fit_are_kept() -> None:
    css = (
        ".gw-a, .gw-d { color: red } p { margin: 0 } em { top: 0 } ul { margin: 0 }"
        ".gw-a .gw-d p { top: 0 } :is(.gw-d, p) .gw-b:hover { top: 1px } :is(.gw-d) p { top: 2px }"
        "gw-b p { top: 2px } gw-d p { top: 2px }"
        ".gw-a[title] { top: 3px } .gw-a[lang] { top: 4px } #here { top: 5px } #there { top: 6px }"
    )

    assert fitted(css, MARKUP) == (
        ".gw-a{color:red}p{margin:0}em{top:0}p .gw-b:hover{top:1px}"
        "gw-b p{top:2px}.gw-a[title]{top:3px}#here{top:5px}"
    )


def test_rules_for_paper_and_screens_are_kept_as_far_as_they_hold_any() -> None:
    css = (
        "@media print { .gw-a { top: 0 } .gw-d { top: 0 } } @media screen { .gw-d { top: 0 } }"
        "@page { margin: 1cm }"
    )

    assert fitted(css, MARKUP) == "@media print{.gw-a{top:0}}@page{margin:1cm}"


def test_values_are_kept_where_something_takes_them() -> None:
    css = (
        'p { --one: 1px; --two: var(--three); --three: 3px; --four: url("data:;,{}"); --five: 5 }'
        ".gw-a { margin: var(--one) } em { --six: 6px }"
    )

    assert fitted(css, f"{MARKUP}<script>style.getPropertyValue('--five')</script>") == (
        "p{--one:1px;--five:5}.gw-a{margin:var(--one)}"
    )


def test_the_end_of_a_class_is_no_value() -> None:
    markup = '<form class="gw-a gw-a--open">…</form>'

    assert fitted(".gw-a--open::after { top: 0 } .gw-a--open:hover { top: 1px }", markup) == (
        ".gw-a--open::after{top:0}.gw-a--open:hover{top:1px}"
    )


def test_an_attribute_may_be_asked_for_by_its_value_or_by_a_part_of_it() -> None:
    css = "".join(f"p[title{asked}] {{ top: 0 }}" for asked in ("=words", "=word", "^=t", '~="a"'))

    assert fitted(css, MARKUP) == 'p[title=words]{top:0}p[title^=t]{top:0}p[title~="a"]{top:0}'


def test_what_a_script_writes_into_the_data_of_an_element_is_an_attribute() -> None:
    script = "<script>element.dataset.isOpen = 1</script>"

    assert fitted("[data-is-open] { top: 0 } [data-open] { top: 0 }", script) == (
        "[data-is-open]{top:0}"
    )


def test_a_movement_is_kept_where_something_moves_so() -> None:
    css = (
        "@keyframes turn { to { rotate: 1turn } } @keyframes fade { to { opacity: 0 } }"
        "p { animation: turn 1s } ul { animation: fade 1s }"
    )

    assert fitted(css, MARKUP) == "p{animation:turn 1s}@keyframes turn{to{rotate:1turn}}"


def test_what_a_selector_denies_is_not_asked_for() -> None:
    css = (
        "p:not(.gw-d):has(> em, > ul) { top: 0 } p:has(> ul) { top: 0 } p:where(.gw-d) { top: 0 }"
        ":is(.gw-d, p:not(:is(.gw-d, ul)), ul) { top: 1px }"
    )

    assert fitted(css, MARKUP) == ("p:not(.gw-d):has(>em,>ul){top:0}p:not(:is(.gw-d,ul)){top:1px}")


def test_a_script_loses_its_comments_and_nothing_else() -> None:
    script = '/* why */\nconst a = "/* no comment */"; // because\n\n  const b = /[/*]/g;\n'

    assert small_script(script) == 'const a="/* no comment */";const b=/[/*]/g;'


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (":is(p, em) .gw-a", "p .gw-a,em .gw-a"),
        ("p :is(.gw-a, .gw-b):hover", "p .gw-a:hover,p .gw-b:hover"),
        ("p:is(.gw-a, .gw-b) :is(p, em)", "p.gw-a p,p.gw-a em,p.gw-b p,p.gw-b em"),
        (":is(p, em > p) > .gw-a", "p > .gw-a,em > p > .gw-a"),
        ("p > :is(.gw-a, p)", "p > .gw-a,p > p"),
    ],
)
def test_alternatives_are_written_out(written: str, kept: str) -> None:
    assert fitted(f"{written} {{ top: 0 }}", MARKUP) == f"{small_style(kept)}{{top:0}}"


@pytest.mark.parametrize("written", [".gw-a:is(p, em)", "p :is(em .gw-a)", "p > :is(em > .gw-a)"])
def test_alternatives_that_would_say_something_else_stay(written: str) -> None:
    assert fitted(f"{written} {{ top: 0 }}", MARKUP) == small_style(f"{written} {{ top: 0 }}")


def test_what_a_browser_may_not_know_takes_no_other_selector_along() -> None:
    css = ".gw-a, p:has(em), .gw-b, p:focus-visible { top: 0 }"

    assert fitted(css, MARKUP) == (".gw-a,.gw-b{top:0}p:has(em){top:0}p:focus-visible{top:0}")
