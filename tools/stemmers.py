"""Brings the word forms of languages for browsers: `generator/guideway/languages/stemmers/`.

They are Snowball's, as Sphinx publishes them in JavaScript; Python has the same from the package
`snowballstemmer`. Tests hold both against each other, word by word.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import yaml

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "generator" / "guideway" / "languages" / "stemmers"
LOCK = ROOT / "requirements" / "stemmers.txt"
_BELOW = "sphinx/search/minified-js/{}-stemmer.js"
_PIP = ("-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "-r", str(LOCK))


def main() -> int:
    """Write what all share, and the script of each algorithm that a language is known by."""
    tags = yaml.safe_load((FOLDER / "tags.yaml").read_text(encoding="utf-8"))
    with TemporaryDirectory() as room:
        subprocess.run([sys.executable, *_PIP, "-d", room], check=True)
        (wheel,) = Path(room).glob("*.whl")
        with ZipFile(wheel) as held:
            for name in sorted({"base", *tags.values()} - {"plain"}):
                script = held.read(_BELOW.format(name)).decode()
                (FOLDER / f"{name}.js").write_text(f"{script.strip()}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
