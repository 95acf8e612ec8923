"""Asks eslint and TypeScript about the scripts of our pages: careless code, names, types.

`requirements/scripts/` holds their versions and hashes; they are installed into `.venv/scripts`,
and again only when that changed. The types of the words are made from those in
`templates/words/zh-CN.yaml`, so a word that is not there is found.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import yaml

from tools.checkers import from_debian
from tools.npm import ROOT, folder, install

NAME = "scripts"
HERE = Path(__file__).parent
PROGRAMS = folder(NAME) / "node_modules"
ESLINT = ("node", str(PROGRAMS / "eslint" / "bin" / "eslint.js"))
TYPESCRIPT = ("node", str(PROGRAMS / "typescript" / "bin" / "tsc"))
PROJECTS = ("tsconfig", "worker")
CONFIG = HERE / "eslint.config.mjs"
MADE = ROOT / ".build" / "scripts"
WORDS = MADE / "words.d.ts"
HANDED = ("own", "script", "search", "offline", "typing", "numerals")
"""The words that scripts are handed: parts of `templates/words/zh-CN.yaml`."""


def main() -> int:
    """Ask both; 0 if neither has anything to say, 1 after saying it, 2 if they are missing."""
    if not shutil.which("npm"):
        from_debian("nodejs", "npm")
    missing = install(NAME)
    if missing:
        return missing
    write_words(WORDS)
    said = [ask(*ESLINT, "--config", str(CONFIG), *known_to_eslint(), "templates")]
    said += [
        ask(*TYPESCRIPT, "--project", str(HERE / f"{name}.json"), *known_to_typescript(name))
        for name in PROJECTS
    ]
    return int(any(said))


def known_to_eslint() -> tuple[str, ...]:
    """Let it ask again only about files that changed; another configuration forgets all."""
    asked = sha256(CONFIG.read_bytes()).hexdigest()[:16]
    place = MADE / f"eslint-{asked}.json"
    return ("--cache", "--cache-strategy", "content", "--cache-location", str(place))


def known_to_typescript(name: str) -> tuple[str, ...]:
    """Let it remember what it found, and look again at what a change can have touched."""
    return ("--incremental", "--tsBuildInfoFile", str(MADE / f"{name}.tsbuildinfo"))


def ask(*command: str) -> int:
    """Run a program in the project, and let it say what it finds."""
    environment = {**os.environ, "GUIDEWAY_SCRIPTS": str(folder(NAME))}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def write_words(path: Path) -> None:
    """Write the types of the words that scripts are handed."""
    words = yaml.safe_load((ROOT / "templates/words/zh-CN.yaml").read_text(encoding="utf-8"))
    text = f"interface Words {type_of({name: words[name] for name in HANDED})}\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def type_of(said: object) -> str:
    """Give the type of some words: `{ "last": string; "weekdays": string[]; }`."""
    if isinstance(said, dict):
        return f"{{ {' '.join(f'{json.dumps(k)}: {type_of(v)};' for k, v in said.items())} }}"
    return "string[]" if isinstance(said, list) else "string"


if __name__ == "__main__":
    sys.exit(main())
