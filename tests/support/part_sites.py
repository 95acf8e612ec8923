"""Flows that go on in others, as a site of their own: every edition of them is built once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml

from tests.support.data import read_data
from tests.support.kept import kept, project_files, site_of
from tests.support.part_flows import Data
from tests.support.sites import ROOT

FLOWS = ROOT / "tests" / "decisions" / "flows"
NAMES = ("benefit", "maternity", "twofold", "vehicle", "visa")
"""Those that go on in others."""
TRIALS = ROOT / "tests" / "decisions" / "trials"
WORKING = ("minimum-wage", "tax-return")
"""Those that work something out, refuse answers, and have programs beside them."""
HEAD = {
    "summary": "回答几个问题。",
    "topic": "crossing",
    "reviewed_on": date(2026, 11, 22),
    "review_by": date(2027, 5, 22),
    "owner": "bridge",
}
EDITIONS = {
    "website": "decisions/{}/index.html",
    "bundle": "decisions/{}/index.html",
    "single file": "downloads/decision-{}.html",
    "embed": "embed/decision.{}/index.html",
}


def flow_of(name: str) -> tuple[dict[str, Data], dict[str, Any]]:
    """Give a flow as it is run by hand, and its values; its parts are named after it."""
    read: Any = read_data((TRIALS if name in WORKING else FLOWS) / f"{name}.yaml")
    written = json.dumps(read["decisions"], default=str)
    for record, each in read.get("records", {}).items():
        written = written.replace(f'"{record}"', str(each["number"]))
    made = json.loads(written)
    for data in made.values():
        for part in data.get("parts", {}).values():
            part["decision"] = f"{name}-{part['decision']}"
    return {_called(name, key): data for key, data in made.items()}, {
        _called(name, key): each for key, each in read["values"].items()
    }


def _called(name: str, key: str) -> str:
    return key if key == "main" else f"{name}-{key}"


@cache
def part_site() -> Path:
    """Build the site of these flows, and the tiny site around them."""
    files = {**project_files(ROOT / "example"), **dict(_written())}
    return site_of("parts", files, "--as-of", "2026-11-22", warned={"same-options"})


def _written() -> Iterator[tuple[str, bytes]]:
    for name in (*NAMES, *WORKING):
        for key, data in flow_of(name)[0].items():
            id_ = name if key == "main" else key
            text = yaml.safe_dump(_whole(id_, data), allow_unicode=True, sort_keys=False)
            days = re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", text)  # JSON knows no days
            yield f"content/decisions/{id_}.yaml", days.encode()


def _whole(id_: str, data: Data) -> Data:
    """Put around a flow what a page has; each outcome says another thing."""
    ends = {
        end: {
            "kind": "wait",
            "title": f"{id_} {end}",
            "text": f"{id_} {end} 想好再来。",
            "next": ["channel.keeper.hotline"],
        }
        for end in data.get("outcomes", {})
    }
    return {"title": f"{id_} 怎么办", **HEAD, **data, "outcomes": ends}


def page_of(edition: str, name: str) -> Path:
    """Give the file of a flow in an edition of the site."""
    place = _unpacked() if edition == "bundle" else part_site()
    return place / EDITIONS[edition].format(name)


@cache
def _unpacked() -> Path:
    (packed,) = (part_site() / "downloads").glob("*.zip")
    place = kept("parts unpacked", [packed.read_bytes()], lambda to: ZipFile(packed).extractall(to))
    (bundle,) = (each for each in place.iterdir() if each.is_dir())
    return bundle
