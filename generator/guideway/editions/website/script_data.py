"""The files that are published beside the pages: what the scripts know."""

import json
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from guideway.deadlines.workdays import workdays
from guideway.model.countries import AS_USUAL, DaysOff
from guideway.model.words import Words

DATA = "assets/data.js"
"""What the scripts know: a script, for a page opened from a file can read nothing else."""

ASKING = "assets/asking.js"
"""What a page with questions says while it asks them."""


def data_file(checked: date | None, words: Words) -> str:
    """Hand the words of pages to the scripts.

    `checked` is the newest day on which somebody checked a page: a clock before it is wrong. The
    day of the build would be newer, but the same content makes the same site.
    """
    told = {**words["own"], "months": words["days"]["months"]}
    return _handed({"checked": str(checked or ""), "words": told})


WORKDAYS = "assets/workdays.js"
"""The working days: what counts days needs them, and a decision may need nothing else of `DATA`."""


def workdays_file(day: date, country: str, days: DaysOff = AS_USUAL) -> str:
    """Hand the working days of a country around a day to the scripts; `days` differ from others."""
    return _handed({"workdays": workdays(day.year, country, days).as_data()})


def asking_file(words: Words, *kinds: str) -> str:
    """Hand the words around questions to the scripts: `decision`, `tailor`, or both."""
    said = words["script"]
    return _handed({"asking": {kind: said[kind] for kind in kinds or said}})


STORE = "assets/store.js"
"""What keeps something on a device."""


def store_file(script: str, name: str, address: str | None) -> str:
    """Tell that script which site it is part of: its name, and its path where several share a host.

    All that is kept on a device, but what the worker keeps under its own address, begins so.
    """
    return _handed({"site": f"{name} {urlsplit(address or '/').path}"}) + script


OFFLINE_WORDS = "assets/offline-words.js"
"""What is said about the website kept on a device; only who keeps it loads it."""


def offline_words(words: Words) -> str:
    """Hand the words about a kept website to the script that keeps it."""
    return _handed({"offlineWords": words["offline"]})


NUMERALS = "assets/numerals.js"
"""How readers write figures in the language of the site."""


def numerals_file(words: Words) -> str:
    """Hand it to the script that reads them."""
    return _handed({"numerals": words["numerals"]})


def _handed(given: Mapping[str, object]) -> str:
    written = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    ours = "(globalThis.guideway = globalThis.guideway || {})"
    return f"Object.assign({ours}, {written});\n"
