"""A build that takes what it can from earlier ones gives the site that a clean one gives."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from guideway.project.cache import Cache
from guideway.project.content_files import read_shelf
from guideway.project.order import Order
from guideway.project.publish import publish
from guideway.reports.examination import examine
from tests.support.sampling import sample
from tests.support.sites import ROOT, copy_project, snapshot
from tests.support.world import DAY, HERE

pytestmark = pytest.mark.slow

HAN = "[\u4e00-\u9fff]"
WRITTEN = re.compile(rf"^ +(?:do|expect|what|text|then|summary): (?P<said>{HAN}.*)$", re.MULTILINE)
SAID = re.compile(rf"^ +[a-z_]+: (?P<said>{HAN}+)$", re.MULTILINE)
LABEL = re.compile(r"^  label: (?P<said>.+)$", re.MULTILINE)
UNBUILT = shutil.ignore_patterns(".build", "site")


@dataclass
class Site:
    """A project whose site is built again and again, each time taking what is left of before."""

    project: Path
    random: Random
    day: int = 0
    number: int = 0
    done: list[str] = field(default_factory=list)

    def built(self) -> Mapping[str, bytes]:
        """Build it, and read the site."""
        return _built(self.project, self.day)

    def built_anew(self, place: Path) -> Mapping[str, bytes]:
        """Build a copy that has never been built."""
        copy = Path(shutil.copytree(self.project, place, ignore=UNBUILT))
        found = _built(copy, self.day)
        shutil.rmtree(copy)
        return found

    def edit(self) -> None:
        """Change something at random; what would be wrong is taken back."""
        name = self.random.choice(list(EDITS))
        kept = self.project.with_name("kept")
        shutil.copytree(self.project, kept, ignore=UNBUILT)
        EDITS[name](self)
        if _problems(self.project, self.day):
            for part in ("content", "templates", "words"):
                shutil.rmtree(self.project / part)
                shutil.copytree(kept / part, self.project / part)
            shutil.copy(kept / "mkdocs.yml", self.project)
            name = f"nothing, for {name} would be wrong"
        shutil.rmtree(kept)
        self.done.append(name)


def _text_of_a_guide(site: Site) -> None:
    _change(site, "content/guides/*.yaml", WRITTEN)


def _text_of_others(site: Site) -> None:
    _change(site, "content/[dprw]*/*.yaml", WRITTEN)


def _record(site: Site) -> None:
    _change(
        site,
        "content/records/*.yaml",
        re.compile(r"(?P<before>^  label: )(?P<said>.+)$", re.MULTILINE),
    )


def _new_guide(site: Site) -> None:
    site.number += 1
    text = (site.project / "content/guides/bridge.yaml").read_text()
    said = text.replace("title: 过桥", f"title: 过第 {site.number} 座桥", 1)
    said = re.sub(r"^(aliases|asked): .*\n(?:  .*\n)*", "", said, flags=re.MULTILINE)
    (site.project / f"content/guides/bridge-{site.number}.yaml").write_text(said)


def _guide_goes(site: Site) -> None:
    for path in sorted(site.project.glob("content/guides/bridge-*.yaml"))[:1]:
        path.unlink()


def _guide_is_renamed(site: Site) -> None:
    site.number += 1
    for path in sorted(site.project.glob("content/guides/bridge-*.yaml"))[-1:]:
        path.rename(path.with_name(f"bridge-{site.number}-b.yaml"))


def _words(site: Site) -> None:
    _change(site, "words/zh-CN.yaml", SAID)


def _template(site: Site) -> None:
    name = site.random.choice(["pages/guide.md.j2", "pages/warning.md.j2", "shells/single.html.j2"])
    path = site.project / "templates" / name
    path.write_text(path.read_text() + f"<p>{site.random.randrange(100)}</p>\n")


def _theme(site: Site) -> None:
    name, more = site.random.choice(
        [("partials/foot.html", "<p>{}</p>\n"), ("assets/guideway.css", "\np {{ top: {}px }}\n")]
    )
    path = site.project / "templates/theme" / name
    path.write_text(path.read_text() + more.format(site.random.randrange(100)))


def _settings(site: Site) -> None:
    path = site.project / "mkdocs.yml"
    name = site.random.choice(["桥", "河", "山"])
    left_out = site.random.choice(["[]", "[bundle]", "[embeds, single]"])
    text = re.sub("site_name: .*", f"site_name: {name}", path.read_text())
    text = re.sub("  without: .*\n", "", text)
    path.write_text(f"{text}  without: {left_out}\n")


def _next_day(site: Site) -> None:
    site.day += site.random.choice([1, 30])


EDITS: Mapping[str, Callable[[Site], None]] = {
    "a text of a guide": _text_of_a_guide,
    "a text of another file": _text_of_others,
    "a record": _record,
    "a new guide": _new_guide,
    "a guide goes": _guide_goes,
    "a guide is renamed": _guide_is_renamed,
    "words of the interface": _words,
    "a template": _template,
    "the theme": _theme,
    "the settings": _settings,
    "another day": _next_day,
}


@pytest.fixture
def site(tmp_path: Path) -> Callable[[int], Site]:
    """A copy of the tiny project with templates of its own."""

    def made(seed: int) -> Site:
        project = copy_project(HERE, tmp_path / "project")
        shutil.copytree(ROOT / "templates", project / "templates")
        shutil.copytree(ROOT / "templates/words", project / "words")
        return Site(project, Random(seed))  # noqa: S311 - edits made by chance

    return made


@pytest.mark.dear
@pytest.mark.parametrize("seed", sample("walks of edits", list(range(12)), 0.1))
def test_after_any_edits_the_site_is_that_of_a_clean_build(
    seed: int, site: Callable[[int], Site], tmp_path: Path
) -> None:
    edited = site(seed)
    edited.built()
    for _ in range(4):
        edited.edit()
        here, there = edited.built(), edited.built_anew(tmp_path / "anew")
        differ = [path for path in sorted({*here, *there}) if here.get(path) != there.get(path)]
        assert differ[:1] == [], f"after {edited.done}, {len(differ)} files differ, this first"


def test_one_edited_guide_asks_the_engine_for_nothing(
    site: Callable[[int], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = site(0)
    before = edited.built()
    monkeypatch.setattr("guideway.project.framing.run_engine", None)
    path = edited.project / "content/guides/bridge.yaml"
    path.write_text(path.read_text().replace("do: ", "do: 先", 1))
    after = edited.built()

    assert {p for p in before if p.endswith("sheet/index.html") and before[p] != after[p]} == {
        "guides/bridge/sheet/index.html"
    }


@pytest.mark.dear
@pytest.mark.parametrize("harm", ["a torn file", "no file", "other bytes", "cut short"])
def test_a_cache_that_is_damaged_is_as_good_as_none(harm: str, site: Callable[[int], Site]) -> None:
    edited = site(0)
    before = edited.built()
    place = edited.project / ".build/cache/cache.db"
    if harm == "a torn file":
        place.write_bytes(b"no database" * 999)
    elif harm == "no file":
        place.unlink()
    elif harm == "cut short":
        place.write_bytes(place.read_bytes()[:5_000])
    else:
        with sqlite3.connect(place) as data:
            data.execute("update made set content = x'00' || substr(content, 2)")

    assert edited.built() == before


def test_a_cache_in_a_place_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file/cache")
    cache.put(b"key", b"content")

    assert cache.get(b"key") is None
    cache.close()


def test_what_is_kept_is_forgotten_when_nobody_asks_for_it(tmp_path: Path) -> None:
    for number in range(12):
        cache = Cache(tmp_path)
        if number == 0:
            cache.put(b"old", b"1")
            cache.put(b"used", b"2")
        found = cache.get(b"used")
        cache.close()

    assert found == b"2"
    assert Cache(tmp_path).get(b"old") is None


def _built(project: Path, day: int) -> Mapping[str, bytes]:
    catalog, problems = examine(read_shelf(project), DAY + timedelta(days=day))
    assert [problem for problem in problems if problem.level == "error"] == []
    publish(project, catalog, Order(jobs=1), lambda _: None)
    return snapshot(project / "site")


def _problems(project: Path, day: int) -> bool:
    problems = examine(read_shelf(project), DAY + timedelta(days=day))[1]
    return any(problem.level == "error" for problem in problems)


def _change(site: Site, pattern: str, written: re.Pattern[str]) -> None:
    """Add a sign to a text that an author has written."""
    path = site.random.choice(sorted(site.project.glob(pattern)))
    text = path.read_text()
    there = list(written.finditer(text))
    if there:
        found = site.random.choice(there)
        path.write_text(f"{text[: found.end('said')]}呀{text[found.end('said') :]}")
