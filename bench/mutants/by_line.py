"""Makes changes of mutmut to a room of the program, one by one, and asks the quick tests near it.

mutmut says which changes there are, no more: its own run looks first which test runs which
function, and what is called a million times by a proof takes hours then. Each change is made in a
copy and the tests that name its module are asked, then, if they notice nothing, all of the room.

A room has thousands of changes: a share of them is drawn by a seed, by their names, so that what is
written elsewhere leaves the sample as it is. `floors.yaml` says for each room what may survive:
more end the run with 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import ndiff
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import libcst
import yaml
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

from bench.mutants.run import ROOT, copy_to, verdict_of

FLOORS = Path(__file__).parent / "floors.yaml"
QUICK = ("-m", "not slow")
PACKAGE = "generator/guideway"


@dataclass(frozen=True)
class Change:
    """One change of mutmut."""

    name: str
    """Module, function and a number: `decisions.refusing._said.3`."""
    file: str
    module: libcst.Module
    mutation: Mutation

    def made(self) -> str:
        """Give the text of its file after it."""
        new = self.mutation.mutated_node
        changed = deep_replace(self.module, self.mutation.original_node, new)
        return cast("libcst.Module", changed).code


def main(arguments: Sequence[str] | None = None) -> int:
    """Change one room; print what survived, and compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args(arguments)
    floor = read_floor(given.room)
    chosen = drawn(changes_in(given.room), given.share, given.seed)
    with tempfile.TemporaryDirectory(prefix="mutmut-") as folder:
        project = copy_to(Path(folder))
        found = Counter(tried(each, near(each.file, floor), project, given.seed) for each in chosen)
    print(f"{given.room}, seed {given.seed}, {found.total()} changes: {dict(found)}")
    missed = found.total() - found["noticed"]
    return int(not found or missed * floor["of"] > floor["missed"] * found.total())


def read_floor(room: str) -> dict[str, Any]:
    """Say how many of how many may survive, and which tests are asked: all may, unless written."""
    written = yaml.safe_load(FLOORS.read_text(encoding="utf-8")).get(room, {})
    return {"missed": 1, "of": 1, "tests": [f"tests/{room}"], "modules": {}, "also": [], **written}


def changes_in(room: str, package: Path = ROOT / PACKAGE) -> Iterator[Change]:
    """Find every change to a room, a file at a time."""
    for path in sorted((package / room).rglob("*.py")):
        module, mutations, *_ = create_mutations(path.name, path.read_text(encoding="utf-8"))
        within = path.relative_to(package)
        many = Counter[str]()
        for each in mutations:
            function = each.contained_by_top_level_function
            if isinstance(function, libcst.FunctionDef):  # it calls what stands in a class so too
                many[function.name.value] += 1
                number = f"{function.name.value}.{many[function.name.value]}"
                name = ".".join([*within.with_suffix("").parts, number])
                yield Change(name, f"{PACKAGE}/{within.as_posix()}", module, each)


def drawn(changes: Iterable[Change], share: float, seed: str) -> list[Change]:
    """Draw a share of the changes."""
    return [each for each in changes if _place(f"{seed} {each.name}") < share]


def tried(change: Change, tests: Sequence[str], project: Path, seed: str) -> str:
    """Say what the tests make of a change; print what survived."""
    changed = change.made()
    asked = (*QUICK, f"--sample-seed={seed}", *tests)
    told = verdict_of(change.file, changed, asked, project)
    told = "noticed" if told.startswith("no verdict") else told  # it cannot be imported any more
    if told != "noticed":
        before = (ROOT / change.file).read_text(encoding="utf-8")
        lines = ndiff(before.splitlines(), changed.splitlines())
        other = (line for line in lines if line[0] in "-+")
        print(change.name, told, *other, sep="\n  ", flush=True)
    return told


def near(file: str, floor: Mapping[str, Any]) -> list[str]:
    """Find the tests of a module: those written down, those that name it, else all of its room.

    Of tests that are made of cases, those that are called as a rule is.
    """
    within = Path(file).relative_to("generator").with_suffix("")
    name, stem = ".".join(within.parts), within.stem
    if stem in floor["modules"]:
        own = [f"tests/{each}.py" for each in floor["modules"][stem].split()]
        return [*own, *(each for each in floor["also"] if each not in own)]
    found = (path for test in floor["tests"] for path in _files(ROOT / test))
    naming = [
        path.relative_to(ROOT).as_posix()
        for path in found
        if path.stem == f"test_{stem}" or f"{name} " in path.read_text(encoding="utf-8")
    ]
    called = ["-k", stem.replace("_", "-")] if "/rules/" in file and stem != "__init__" else []
    return [*(naming or floor["tests"]), *floor["also"], *([] if naming else called)]


def _files(place: Path) -> Iterable[Path]:
    return sorted(place.rglob("test_*.py")) if place.is_dir() else [place]


def _place(text: str) -> float:
    """Place a text somewhere between 0 and 1, always at the same."""
    return int.from_bytes(sha256(text.encode()).digest()[:6], "big") / 2**48


if __name__ == "__main__":
    sys.exit(main())
