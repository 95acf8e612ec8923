"""`guideway init`: a site of one's own, in an empty folder."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from guideway.project.templates import read_templates, template_folders
from guideway.reports.first_site import languages, licences
from tests.support.sites import ROOT, command, snapshot

FORMS = read_templates(*template_folders(ROOT))
LANGUAGES = [f"{name}-CN" if name == "zh" else name for name in languages(FORMS)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("licence", licences(FORMS))
def test_what_is_begun_has_no_problem(language: str, licence: str, tmp_path: Path) -> None:
    place = tmp_path / "a site"
    done = command("init", place, "--language", language, "--licence", licence)
    checked = command("-C", place, "check")
    kinds = {path.parent.name for path in (place / "content").glob("*/*.yaml")}

    assert (done.returncode, checked.returncode, checked.stdout) == (0, 0, "")
    assert kinds == {"guides", "decisions", "providers", "records"}
    assert "site_name: 'a site'\n" in (place / "mkdocs.yml").read_text("utf-8")
    assert (place / "content/schema/settings.json").is_file()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "--language is missing; there are en, zh-CN, zh-TW"),
        (("--language", "zh", "--licence", "cc0"), "no words in “zh”; there are in zh-CN, zh-TW"),
        (("--language", "en"), "--licence is missing; there are cc-by, cc-by-sa, cc0, reserved"),
        (("--language", "german", "--licence", "cc0"), "“german” is no tag of a language"),
        (("--language", "en", "--licence", "cc-0"), "there is no licence “cc-0”; did you mean"),
        (("--language", "en", "--licence", "cc0", "--country", "XX"), "no calendar of “XX”"),
        (("--language", "en", "--licence", "cc0", "--time-zone", "Mars"), "“Mars” is no time zone"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    flags: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = command("init", tmp_path / "mine", *flags)

    assert done.returncode == 2
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "more"),
    {
        "nl-BE": {"words/nl-BE.yaml", "languages/nl.yaml"},
        "de": {"words/de.yaml"},  # the rules of German come with the program
        "en-GB": set[str](),
        "zh-TW": set[str](),
        "zh-HK": {"words/zh-HK.yaml"},
    }.items(),
)
def test_a_language_without_words_is_begun_with_those_of_another(
    language: str, more: set[str], tmp_path: Path
) -> None:
    place = tmp_path / "mine"
    done = command("init", place, "--language", language, "--licence", "cc0")
    checked = command("-C", place, "check")
    beside = {path.relative_to(place).as_posix() for path in place.glob("[wl]*/*")}

    assert (done.returncode, checked.returncode, checked.stdout) == (0, 0, "")
    assert beside == more
    assert (f"no words in “{language}” yet" in done.stdout) == bool(more)


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    before = snapshot(tmp_path)
    done = command("init", tmp_path, "--language", "en", "--licence", "cc0")

    assert (done.returncode, snapshot(tmp_path)) == (2, before)
    assert "is not empty" in done.stderr


@pytest.mark.slow
def test_at_a_terminal_it_asks(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"The Gym\nen\nGB-ENG\nEurope/London\ncc-by\n")
    run = [sys.executable, "-m", "guideway", "init", str(tmp_path / "gym")]
    done = subprocess.run(run, stdin=theirs, capture_output=True, text=True, check=False)
    settings = (tmp_path / "gym/mkdocs.yml").read_text("utf-8")

    assert done.returncode == 0
    assert "What may others do with the content?" in done.stdout
    for line in ("site_name: 'The Gym'", "  country: GB-ENG", "  time_zone: Europe/London"):
        assert f"{line}\n" in settings
