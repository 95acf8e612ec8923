"""Draws the rooms of the package from its imports, for docs/architecture.md: `make rooms`."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
START, END = "<!-- rooms: drawn from the code by `make rooms` -->\n", "<!-- end of rooms -->"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def drawn() -> str:
    """Draw a line for each room, the highest floor first: its sentence, whom it asks, its doors."""
    asked = _asked()
    doors = PROJECT["tool"]["guideway"]["doors"]
    lines = [
        "| floor | room | what it is | asks | from outside |",
        "| --- | --- | --- | --- | --- |",
    ]
    for floor, room in _rooms(asked):
        outside = sorted(name for name, rooms in doors.items() if room in rooms)
        cells = [
            str(floor),
            f"`{room}`",
            _sentence(room),
            ", ".join(asked[room]),
            ", ".join(outside),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def placed(page: str) -> str:
    """Put the drawing into its place on a page."""
    head, _, rest = page.partition(START)
    return f"{head}{START}{drawn()}{END}{rest.partition(END)[2]}"


def _rooms(asked: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give floor and room, the highest first, as the contract has them."""
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")[1:]
    for number, layer in enumerate(layers):
        for room in layer.split(" | "):
            floor = len(layers) - 1 - number
            yield floor, room
            if room == "editions":
                yield from ((floor, name) for name in sorted(asked) if name.startswith("editions."))


def _asked() -> dict[str, list[str]]:
    """List the rooms that each room imports from."""
    graph = grimp.build_graph("guideway", cache_dir=None)
    found: dict[str, set[str]] = {"editions": set()}
    for module in sorted(graph.modules):
        for other in graph.find_modules_directly_imported_by(module):
            if "." in module and "." in other:
                found.setdefault(_room(module), set()).add(_room(other))
        if "." in module:
            found.setdefault(_room(module), set())
    return {room: sorted(others - {room}) for room, others in found.items()}


def _room(module: str) -> str:
    parts = module.split(".")[1:]
    return ".".join(parts[:2] if parts[0] == "editions" else parts[:1])


def _sentence(room: str) -> str:
    """Give what stands at its door: the first sentence of its docstring."""
    path = ROOT / "generator" / "guideway" / room.replace(".", "/")
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    text = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    return text.partition("\n")[0].rstrip(".")


if __name__ == "__main__":
    PAGE.write_text(placed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit(0)
