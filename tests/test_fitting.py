"""Scripts and styles as small as they get, and nothing missing that a page needs."""

from __future__ import annotations

from guideway.fitting import fitted, small_script

MARKUP = '<p class="gw-a">…</p><script>make("em", { class: "gw-b" })</script>'


def test_only_rules_that_can_fit_are_kept() -> None:
    css = (
        ".gw-a, .gw-d { color: red } p { margin: 0 } em { top: 0 } ul { margin: 0 }"
        ".gw-a .gw-d p { top: 0 } :is(.gw-d, p) .gw-b:hover { top: 1px } :is(.gw-d) p { top: 2px }"
        ".gw-a[hidden] { top: 3px }"
    )

    assert fitted(css, MARKUP) == (
        ".gw-a{color:red}p{margin:0}em{top:0}:is(.gw-d,p) .gw-b:hover{top:1px}"
        ".gw-a[hidden]{top:3px}"
    )


def test_rules_for_paper_and_screens_are_kept_as_far_as_they_hold_any() -> None:
    css = (
        "@media print { .gw-a { top: 0 } .gw-d { top: 0 } } @media screen { .gw-d { top: 0 } }"
        "@page { margin: 1cm }"
    )

    assert fitted(css, MARKUP) == "@media print{.gw-a{top:0}}@page{margin:1cm}"


def test_values_of_the_theme_are_kept_where_something_takes_them() -> None:
    css = "p { --md-one: 1px; --md-two: 2px; --own: 3px } .gw-a { margin: var(--md-one) }"

    assert fitted(css, MARKUP) == "p{--md-one:1px;--own:3px}.gw-a{margin:var(--md-one)}"


def test_the_engines_own_rules_are_left_out() -> None:
    css = ".md-header p { top: 0 } .md-typeset p { top: 0 }"

    assert fitted(css, MARKUP) == ".md-typeset p{top:0}"


def test_a_script_loses_its_comments_and_nothing_else() -> None:
    script = '/* why */\nconst a = "/* no comment */"; // because\n\n  const b = /[/*]/g;\n'

    assert small_script(script) == 'const a="/* no comment */";const b=/[/*]/g;'
