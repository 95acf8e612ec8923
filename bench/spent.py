"""`make profile`: what each stage of a build takes, DIR=. of which project, GUIDES=1000 made up.

The project is built from nothing in a folder of its own, in one process, as `stages.py` sees it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.commits import ROOT, environment

from bench.build import DAY
from bench.processes import run
from bench.sites.guides import guides, topic_names
from bench.sites.ours import write_project
from bench.sites.words import our_words
from bench.stages import REST


def main(origin: Path, count: int) -> int:
    """Build a copy of a project, or one of so many short guides, and say what its stages took."""
    with tempfile.TemporaryDirectory(prefix="guideway-") as room:
        project, report = Path(room, "project"), Path(room, "stages.json")
        if count:
            words = our_words()
            write_project(project, guides(words, count), topic_names(words))
        else:
            shutil.copytree(origin / "content", project / "content")
            shutil.copyfile(origin / "mkdocs.yml", project / "mkdocs.yml")
        watched = ["-P", "-m", "bench.stages", str(ROOT / "bench/stages.yaml"), str(report)]
        building = ["-C", str(project), "build", "--jobs", "1", "--as-of", DAY]
        cost = run([sys.executable, *watched, *building], environment(ROOT))
        spent: dict[str, float] = json.loads(report.read_text())["spent"]
    spent[REST] += cost.seconds - sum(spent.values())
    print("\n".join(lines(spent)))
    print(f"\n{cost.seconds:.2f} CPU s, {cost.wall:.2f} on the wall, {cost.together / 1e6:.0f} MB")
    return 0


def lines(spent: Mapping[str, float]) -> Iterator[str]:
    """Say what each stage took and which share of the whole that is, the dearest first."""
    whole = sum(spent.values())
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        yield f"{stage:<20}{seconds:>8.2f} s{seconds / whole:>8.1%}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--project", type=Path, default=ROOT)
    parser.add_argument("--guides", type=int, default=0)
    given = parser.parse_args()
    sys.exit(main(given.project, given.guides))
