"""How good the related pages are, beside two simple ways to choose them: `make bench-related`.

What is right was said by reading, in `tests/related/labels/*.yaml`, before anything was tuned.
"""

from __future__ import annotations

import json
import math
import random
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import yaml

from guideway.catalog import Catalog, Entry
from guideway.model.related import Related
from guideway.model.texts import Part
from guideway.model.words import Words
from guideway.project.content_files import read_shelf
from guideway.project.templates import read_words
from guideway.related import relate
from guideway.related.relations import suggested
from guideway.related.sentences import sentence
from guideway.reports.examination import examine

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "tests" / "related" / "labels"
FIRST = 5
ROUNDS = 200
"""How often chance is asked."""


@dataclass(frozen=True)
class Label:
    """What somebody who read a page says of its neighbours."""

    page: str
    right: tuple[str, ...]
    fine: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Reason:
    """What a page says of another: what it is to the reader, and why to go there."""

    page: str
    other: str
    kind: str
    says: str


READS = ("right", "odd", "wrong")
"""How a reason reads to a reader of the page: it helps; it is true and of little help, or clumsy;
it misleads."""


@dataclass(frozen=True)
class Score:
    """How well suggestions fit the labels: shares of 1, means over the pages."""

    precision: float
    """Of the first five, those that are right."""
    passable: float
    """Of the first five, those that are right or fine."""
    coverage: float
    """Of what is right, what is shown at all."""
    wrong: float
    """How many pages labelled wrong each page shows, in the mean."""


def labels(folder: Path = LABELS) -> list[Label]:
    """Read the labelled pages."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        right = tuple(each["page"] for each in data["right"])
        wrong = tuple(each["page"] for each in data.get("wrong") or ())
        found.append(Label(data["page"], right, tuple(data.get("fine") or ()), wrong))
    return found


def readings(folder: Path = LABELS) -> dict[Reason, str]:
    """Read how the reasons of the labelled pages read to somebody."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for each in data.get("reasons") or ():
            reason = Reason(data["page"], each["page"], each["as"], each["says"])
            found[reason] = each["reads"]
    return found


def reasons(catalog: Catalog, words: Words) -> list[Reason]:
    """Give the reasons that the pages show, in their order."""
    return [
        Reason(page, link.page, link.kind, sentence(catalog, link, words))
        for page, related in relate(catalog).items()
        for links in related.lists.values()
        for link in links
    ]


def score(found: Iterable[Label], shown: Mapping[str, list[str]]) -> Score:
    """Hold suggestions, best first, against the labels; pages nobody has read say nothing."""
    rows = []
    labelled = list(found)
    known = {label.page for label in labelled}.union(*(_judged(label) for label in labelled))
    for label in (each for each in labelled if each.page in shown):
        pages = [page for page in shown[label.page] if page in known]
        first = pages[:FIRST]
        good, passable = set(label.right), {*label.right, *label.fine}
        rows.append(
            (
                len(good & set(first)) / max(len(first), 1),
                len(passable & set(first)) / max(len(first), 1),
                len(good & set(pages)) / len(good),
                len(set(label.wrong) & set(pages)),
            )
        )
    return Score(*(statistics.mean(column) for column in zip(*rows, strict=True)))


def _judged(label: Label) -> set[str]:
    return {*label.right, *label.fine, *label.wrong}


def ours(catalog: Catalog) -> dict[str, list[str]]:
    """Give what the pages show, the strongest first."""
    return {
        page: [
            link.page
            for link in sorted(
                (link for links in related.lists.values() for link in links),
                key=lambda link: -link.score,
            )
        ]
        for page, related in relate(catalog).items()
    }


def uncurated(catalog: Catalog) -> Catalog:
    """Take away what authors pinned and blocked."""
    plain: dict[str, Entry[Part]] = {}
    for entry in suggested(catalog):
        value = entry.value.model_copy(update={"related": Related()})
        plain[entry.name] = Entry(entry.name, value, entry.document, entry.trail)
    return replace(catalog, entries={**catalog.entries, **plain})


def by_chance(catalog: Catalog, seed: int) -> dict[str, list[str]]:
    """Choose five pages of the same topic at random; from all, where the topic has too few."""
    chance = random.Random(seed)
    pages = {entry.name: entry.value.topic for entry in suggested(catalog)}
    shown = {}
    for page, topic in pages.items():
        near = [other for other in pages if other != page and pages[other] == topic]
        far = [other for other in pages if other != page and pages[other] != topic]
        chance.shuffle(near)
        chance.shuffle(far)
        shown[page] = [*near, *far][:FIRST]
    return shown


def by_words(catalog: Catalog) -> dict[str, list[str]]:
    """Choose the five pages with the most alike texts: TF-IDF of character pairs, cosine."""
    said = {entry.name: Counter(_pairs(entry)) for entry in suggested(catalog)}
    spread = Counter(pair for pairs in said.values() for pair in pairs)
    vectors = {
        page: {p: (1 + math.log(n)) * math.log(len(said) / spread[p]) for p, n in pairs.items()}
        for page, pairs in said.items()
    }
    return {
        page: sorted(
            (other for other in vectors if other != page),
            key=lambda other: (-_cosine(vectors[page], vectors[other]), other),
        )[:FIRST]
        for page in vectors
    }


def _pairs(entry: Entry[Part]) -> Iterable[str]:
    text = "\n".join(written.value for written in entry.texts)
    return (a + b for a, b in pairwise(text) if not (a + b).isspace())


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    lengths = math.hypot(*a.values()) * math.hypot(*b.values())
    return sum(weight * b.get(pair, 0) for pair, weight in a.items()) / lengths


def table(catalog: Catalog, found: list[Label]) -> dict[str, Score]:
    """Score ours and both baselines on the same labels; chance is the mean of many rounds."""
    rounds = [score(found, by_chance(catalog, seed)) for seed in range(ROUNDS)]
    columns = zip(*(asdict(each).values() for each in rounds), strict=True)
    return {
        "ours": score(found, ours(catalog)),
        "ours, computed alone": score(found, ours(uncurated(catalog))),
        "chance in the topic": Score(*(statistics.mean(column) for column in columns)),
        "alike in words (TF-IDF)": score(found, by_words(catalog)),
    }


def main(say: Callable[[str], object] = sys.stdout.write) -> None:
    """Print the table, and the same as JSON in the last line."""
    catalog, _ = examine(read_shelf(ROOT), date(2026, 11, 22))
    found = labels()
    words = read_words(ROOT / "templates")
    read = readings()
    told = Counter(read.get(reason, "unread") for reason in reasons(catalog, words))
    scores = table(catalog, found)
    say(f"{len(found)} labelled pages\n")
    say(f"{'':26}{'right':>8}{'passable':>10}{'coverage':>10}{'wrong':>8}\n")
    for name, each in scores.items():
        say(
            f"{name:26}{each.precision:8.0%}{each.passable:10.0%}{each.coverage:10.0%}{each.wrong:8.2f}\n"
        )
    shares = {how: told[how] / told.total() for how in (*READS, "unread")}
    say(f"{told.total()} reasons: ")
    say(", ".join(f"{how} {share:.1%}" for how, share in shares.items()) + "\n")
    numbers = {name: asdict(each) for name, each in scores.items()}
    say(json.dumps({**numbers, "reasons": shares}) + "\n")


if __name__ == "__main__":
    main()
