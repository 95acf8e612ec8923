"""What stands beside an article in its file: furniture of the page, titles of others, contents."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from guideway.imports.blocks import is_title
from guideway.imports.lines import Line
from guideway.imports.phrases import Phrases
from guideway.imports.sentences import is_sentence, trimmed

_RUN = 6
"""So many titles in a row, with nothing below any, lead to other articles."""
_LINK = 60
"""So many characters at most has the title of another article."""
_COMMA = re.compile("[，,；;：:→]")
_FEW = 3
"""Of so many titles at most one has a comma in it."""
_OFTEN = 3
"""A short line that stands so often belongs to the page."""


def set_aside(lines: Sequence[Line], phrases: Phrases) -> list[Line]:
    """Say of each line that is no part of the article why it is none."""
    said = [_alone(line, phrases) for line in _contents(lines, phrases)]
    said = _repeated(said)
    return _others(said)


_LEADS = "leads"
"""Why a line is none of the article that leads to others."""


def _alone(line: Line, phrases: Phrases) -> Line:
    """What can be told from the line alone."""
    if line.aside or line.marker or not is_title(line):
        return line
    is_furniture = phrases.why_left_out(line.text) == "furniture"
    is_named_so = not line.heading and phrases.section(line.text) == "furniture"
    why = _LEADS if is_named_so else "furniture" if is_furniture else ""
    return replace(line, aside=why)


def _contents(lines: Sequence[Line], phrases: Phrases) -> list[Line]:
    """A list of contents: what it lists comes again as a heading."""
    found = list(lines)
    for at, line in enumerate(found):
        if not line.aside and phrases.section(trimmed(line.text)) == "contents":
            found[at] = replace(line, aside="contents")
            for n in range(at + 1, len(found)):
                later = {trimmed(other.text) for other in found[n + 1 :]}
                if trimmed(found[n].text) not in later:
                    break
                found[n] = replace(found[n], aside="contents")
    return found


def _repeated(lines: Sequence[Line]) -> list[Line]:
    shorts = [line.text for line in lines if not line.aside and not line.marker and is_title(line)]
    often = {text for text, times in Counter(shorts).items() if times >= _OFTEN}
    return [
        replace(line, aside="furniture") if line.text in often and not line.aside else line
        for line in lines
    ]


def _others(lines: Sequence[Line]) -> list[Line]:
    """Titles in a row, with nothing below any of them."""
    found: list[Line] = []
    for is_bare, row in groupby(lines, key=_is_bare):
        run = list(row)
        is_led_to = bool(found) and found[-1].aside == _LEADS
        is_list = is_bare and (len(run) >= _RUN or is_led_to) and not _is_said(run)
        found += [replace(line, aside="others") for line in run] if is_list else run
    return found


def _is_said(run: Sequence[Line]) -> bool:
    """Whether these are sentences of somebody who uses no full stops; titles have few commas."""
    return sum(bool(_COMMA.search(line.text)) for line in run) * _FEW >= len(run)


def _is_bare(line: Line) -> bool:
    """Whether it may be the title of another article."""
    is_short = len(line.text) <= _LINK and not is_sentence(line.text)
    return is_short and not (line.is_whole or line.heading or line.marker or line.aside)
