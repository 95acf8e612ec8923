"""What `make lint` says of a script: what is careless is found, what is right is not."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from tools.npm import folder
from tools.scripts.check import ESLINT, HERE, NAME, TYPESCRIPT, WORDS, write_words

from tests.support.data import read_data

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("scripts")]

CASES = read_data(Path(__file__).parent / "scripts.yaml")


@pytest.mark.dear
def test_what_is_careless_in_a_script_is_found(tmp_path: Path) -> None:
    for number, case in enumerate(CASES["found"]):
        (tmp_path / f"found-{number}.js").write_text(f"(() => {{\n{case['script']}\n}})();\n")
    said = asked(tmp_path)
    missed = [
        case["script"]
        for number, case in enumerate(CASES["found"])
        if not any(f"found-{number}.js" in line and case["says"] in line for line in said)
    ]

    assert missed == []


@pytest.mark.dear
def test_what_is_right_in_a_script_is_not(tmp_path: Path) -> None:
    for number, script in enumerate(CASES["fine"]):
        (tmp_path / f"fine-{number}.js").write_text(f"(() => {{\n{script}\n}})();\n")

    assert asked(tmp_path) == []


def asked(room: Path) -> list[str]:
    """Ask both about a folder: `found-1.js: … eqeqeq`, `found-2.js(2,1): error …`."""
    write_words(WORDS)
    ours = str(HERE / "tsconfig.json")
    files = {
        "extends": ours,
        "files": [str(HERE / "globals.d.ts"), str(WORDS)],
        "include": ["*.js"],
    }
    (room / "tsconfig.json").write_text(json.dumps(files))
    config = (HERE / "eslint.config.mjs").read_text(encoding="utf-8")
    (room / "eslint.config.mjs").write_text(config)
    linted = json.loads(run(room, *ESLINT, "--format", "json", "--ignore-pattern", "*.mjs", "."))
    return [
        *(
            f"{Path(each['filePath']).name}: {said['message']} {said['ruleId']}"
            for each in linted
            for said in each["messages"]
        ),
        *run(room, *TYPESCRIPT, "--pretty", "false", "--project", str(room)).splitlines(),
    ]


def run(room: Path, *command: str) -> str:
    """Give what a program says."""
    environment = {**os.environ, "GUIDEWAY_SCRIPTS": str(folder(NAME))}
    done = subprocess.run(
        command, cwd=room, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1, 2}, done.stderr
    return done.stdout
