"""What is wrong with the settings beyond their form."""

from guideway.problems import Place, Problem


def ignored_setting(place: Place, key: str, hint: str) -> Problem:
    """A setting of the engine does something.

    `--trust-settings` hands the engine all of `mkdocs.yml`. The frame around pages is ours all the same: what
    it never asks for is told, lest somebody wait for it. This is a warning.

    Wrong:

        mkdocs.yml (trusted)
        extra_css: [mine.css]

    Right:

        mkdocs.yml (trusted)
        site_name: 桥
    """
    told = f"“{key}” does nothing here"
    return Problem(place, told, code="ignored-setting", hint=hint, level="warning")


def unknown_setting(place: Place, said: str, hint: str) -> Problem:
    """What a setting names is there: a country, a language, a rule.

    Working days come from a library of calendars, by country. A rule is called by its code, as `guideway
    explain` lists them; what is wrong with a file before it can be read cannot be switched off.

    Wrong:

        mkdocs.yml (whole)
        site_name: 桥
        guideway:
          licence: {name: All rights reserved}
          language: zh-CN
          country: XX

    Right:

        mkdocs.yml (whole)
        site_name: 桥
        guideway:
          licence: {name: All rights reserved}
          language: zh-CN
          country: CN
    """
    return Problem(place, said, code="unknown-setting", hint=hint)
