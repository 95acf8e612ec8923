"""A project says words otherwise, in a language of its own, and has templates of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from guideway.project.templates import read_words, template_folders
from tests.support.sites import ROOT, command, copy_project

pytestmark = pytest.mark.slow

_HAN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
STEP = "components/step.html.j2"
TLHINGAN = """\
signs: {join: ' je ', colon: ' - ', tag: '({tag} neH)'}
days:
  day: '{day} {month_name} {year}'
  months: [wa’, cha’, wej, loS, vagh, jav, Soch, chorgh, Hut, wa’maH, wa’maH wa’, wa’maH cha’]
units: {day: {one: wa’ jaj, other: '{number} jaj'}}
frame: {skip: yInaQ, top: Dung}
sections: {steps: mIw}
script: {decision: {next: ghoS}}
lost: {title: naDev tu’lu’be’}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the tiny project, with a step of its own."""
    place = copy_project(ROOT / "example", tmp_path)
    (place / "templates/components").mkdir(parents=True)
    shutil.copyfile(ROOT / "templates" / STEP, place / "templates" / STEP)
    return place


def _speak(project: Path, language: str) -> None:
    _change(project / "mkdocs.yml", "language: zh-CN", f"language: {language}")


def _texts(words: Mapping[str, Any], name: str = "") -> Iterator[tuple[str, str]]:
    """Words of four characters and more, which are in no content by chance."""
    for key, said in words.items():
        if isinstance(said, dict):
            yield from _texts(said, f"{name}.{key}")
        elif isinstance(said, str) and len(_HAN.findall(said)) > 3:
            yield f"{name}.{key}", max(re.split(r"\{\w+\}", said), key=len)


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_a_language_that_the_program_does_not_have_is_a_file_of_the_project(project: Path) -> None:
    (project / "words").mkdir()
    (project / "words/tlh.yaml").write_text(TLHINGAN)
    (project / "words.yaml").write_text("frame: {top: Dung yIghoS}\n")
    _speak(project, "tlh")
    done = command("-C", project, "build")
    page = (project / "site/guides/bridge/index.html").read_text()
    scripts = [path.read_text() for path in (project / "site/assets").glob("*.js")]

    assert done.returncode == 0
    assert "words/tlh.yaml: warning:" in done.stderr
    assert '<html lang="tlh" dir="ltr">' in page
    said = (">yInaQ<", ">Dung yIghoS<", ">mIw</h2>", "If it does not work", "3 jaj")
    assert [word for word in said if word not in page] == []
    assert '<time datetime="2026-11-22">22 wa’maH wa’ 2026</time>' in page
    assert any('"next":"ghoS"' in script for script in scripts)
    assert "naDev tu’lu’be’" in (project / "site/404.html").read_text()


def test_an_english_site_says_nothing_in_chinese_itself(project: Path) -> None:
    _speak(project, "en")
    shutil.rmtree(project / "templates")
    assert command("-C", project, "build").returncode == 0
    written = [*(project / "content").rglob("*.yaml"), project / "mkdocs.yml"]
    theirs = set("".join(path.read_text() for path in written))
    pages = {path: path.read_text() for path in (project / "site").rglob("*.html")}
    ours = dict(_texts(read_words(ROOT / "templates")))

    assert set(_HAN.findall("".join(pages.values()))) <= theirs
    assert {
        (name, path.name) for name, said in ours.items() for path in pages if said in pages[path]
    } == set()


def test_one_template_of_a_project_counts_alone(project: Path) -> None:
    _change(
        project / "templates" / STEP, '<h3 class="gw-step__do">', '<h3 class="gw-step__do ours">'
    )
    foot = project / "templates/theme/partials/foot.html"
    foot.parent.mkdir(parents=True)
    foot.write_text("<p>{{ words.frame.source | e }}: ours</p>\n")
    assert command("-C", project, "build").returncode == 0
    page = (project / "site/guides/bridge/index.html").read_text()

    assert '<h3 class="gw-step__do ours">' in page
    assert "<p>修改这一页的源文件（YAML）: ours</p>" in page
    assert 'class="gw-now"' in page


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("{{ words.frame[item.id] }}", ": 'dict object' has no attribute '"),
        ("{% include item.id %}", ": there is no template “"),
        ("{{ item.nope.more }}", ": 'guideway.model.steps.Step object' has no attribute 'nope'"),
        ("{{ 1 / 0 }}", ": ZeroDivisionError: division by zero"),
        ("{{ words.frame.licence | fill(**{}) }}", ": KeyError: 'licence'"),
        ("{{ item.id + 1 }}", ": TypeError: "),
    ],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_broken_template_of_a_project_is_a_line(
    project: Path, broken: str, told: str, jobs: str
) -> None:
    template = project / "templates" / STEP
    _change(template, '<li class="gw-step', f'{broken}<li class="gw-step')
    line = template.read_text("utf-8").partition(broken)[0].count("\n") + 1
    done = command("-C", project, "build", "--jobs", jobs)

    assert done.returncode == 2
    assert done.stderr.splitlines()[-2].startswith(f"guideway: templates/{STEP}:{line}{told}")
    assert not (project / "site").exists()


def test_a_template_that_cannot_be_read_stops_a_build_before_it_begins(project: Path) -> None:
    template = project / "templates" / STEP
    _change(template, '<li class="gw-step', '{% if %}<li class="gw-step')
    line = template.read_text("utf-8").partition("{% if %}")[0].count("\n") + 1
    done = command("-C", project, "build")

    assert done.returncode == 1
    assert f"templates/{STEP}:{line}:" in done.stderr
    said = "Expected an expression, got 'end of statement block' [broken-template]"
    assert said in done.stderr
    assert not (project / "site").exists()


def test_wrong_words_stop_a_build(project: Path) -> None:
    (project / "words.yaml").write_text("frame: {skipp: x}\n")
    done = command("-C", project, "build")

    assert done.returncode == 1
    assert "words.yaml:1:9: “frame.skipp” is no word of the interface [unknown-word]" in done.stderr


def test_who_has_no_templates_has_those_of_the_program(tmp_path: Path) -> None:
    assert template_folders(tmp_path) == ((ROOT / "templates").resolve(),)
    assert template_folders(ROOT) == ((ROOT / "templates").resolve(),)
