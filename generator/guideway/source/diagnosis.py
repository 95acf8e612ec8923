"""Why a reader gave up: the slip without which it goes on.

Ways to mend a line are tried on the piece of the file around it, the surest first, until one lets
the reader pass the line where it stopped. What is told is therefore not only likely: with the line
as it is shown, the file is read further.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

import yaml

from guideway.problems import Problem
from guideway.source.repairs import indents, keyless, quotes, signs
from guideway.source.repairs.repair import Repair
from guideway.source.slips import outside_blocks

_BACK = 40
"""So many lines above the one where the reader stopped are looked at."""
_TRIES = 200
_SIGNS = 400_000
"""So many tries are made, and so many characters read in them, for one slip."""
_FAR = 12
"""So many quotes that may not be closed are tried."""
_AHEAD = 60
"""So many lines below are read to see in which column a line belongs."""
_COLUMNS = 8
"""In so many columns a line may belong."""
_MOST = 20
"""So many slips of one file are told."""


def slips(path: str, lines: Sequence[str], opened: int, stopped: int) -> Iterator[Problem]:
    """Tell the slips for which a reader stopped at a line, from 0, and those behind it.

    `opened` is the line of what it was reading when it stopped.
    """
    mended, is_sure = list(lines), True
    for _ in range(_MOST):
        found = _slip(mended, opened, stopped)
        if found is None:
            return
        is_sure = is_sure and found.is_sure  # behind a guess, all is one
        yield replace(found, is_sure=is_sure).problem(path, lines[found.number])
        mended = _with(mended, found, 0)
        where = _stop(mended)
        if where is None:
            return
        opened, stopped = where


def _slip(lines: Sequence[str], opened: int, stopped: int) -> Repair | None:
    last = len(lines) - 1
    opened, stopped = min(opened, last), min(stopped, last)
    if far := _unclosed_quote(lines, stopped):
        return far
    if list_ := _stray_list(lines, stopped):
        return list_
    first = _first(lines, min(opened, stopped))
    piece = list(lines[first : stopped + 3])
    before = _stop(piece)
    if before is None:
        return None
    tries = min(_TRIES, max(3, _SIGNS // (1 + sum(map(len, piece)))))
    moved: list[Repair] = []
    for repair in islice(_ways(lines, first, opened, stopped), tries):
        after = _stop(_with(piece, repair, first))
        if after is None or after[1] > max(before[1], stopped - first):
            if not repair.is_move:
                return repair
            moved.append(repair)
    longer = list(lines[first : stopped + _AHEAD])
    worth = [_worth(each, _with(longer, each, first), first) for each in moved]
    return moved[worth.index(max(worth))] if moved else None


def _unclosed_quote(lines: Sequence[str], stopped: int) -> Repair | None:
    """A quote that was closed by the next one, however many lines below."""
    before = list(lines[: stopped + 3])
    free = sorted(outside_blocks(lines, 0, stopped + 1), reverse=True)
    found = (each for number in free for each in quotes.unclosed_quotes(number, lines[number]))
    tries = min(_FAR, max(1, _SIGNS // (1 + sum(map(len, before)))))
    for repair in islice(found, tries):
        after = _stop(_with(before, repair, 0))
        if after is None or after[1] > stopped:
            return repair
    return None


def _stray_list(lines: Sequence[str], stopped: int) -> Repair | None:
    """A list that stands further left than its key, which nothing else can explain."""
    before = list(lines[: stopped + 3])
    for repair in indents.stray_lists(lines, stopped):
        after = _stop(_with(before, repair, 0))
        if after is None or after[1] > stopped:
            return repair
    return None


def _with(piece: Sequence[str], repair: Repair, first: int) -> list[str]:
    at = repair.number - first
    return [*piece[:at], repair.line, *repair.below, *piece[at + 1 + len(repair.below) :]]


def _worth(move: Repair, piece: Sequence[str], first: int) -> tuple[int, int, int]:
    """How many lines a reader passes then, how regular they are, and how early the line is.

    Of two lines that could be moved, the upper one let the reader stop at the lower.
    """
    stop = _stop(piece)
    passed = len(piece) if stop is None else stop[1]
    odd = indents.oddness(piece[:passed], move.number - first) + move.is_dash
    return passed, -odd, -move.number


def _ways(lines: Sequence[str], first: int, opened: int, stopped: int) -> Iterator[Repair]:
    """Ways to mend the lines, the surest first; of one kind, the nearest first."""
    near = list(range(stopped, max(first, stopped - _BACK) - 1, -1))
    near = list(dict.fromkeys((stopped, max(opened, first), *near)))
    free = outside_blocks(lines, first, stopped + 1)
    near = [number for number in near if number in free or number == stopped]
    columns = _columns(lines, near)
    for kind in (
        signs.full_width_colons,
        signs.missing_spaces,
        partial(indents.lists_behind_keys, lines),
        signs.odd_remarks,
        signs.odd_dashes,
        signs.odd_brackets,
        signs.odd_quotes,
        signs.signs_in_brackets,
        signs.odd_commas,
        quotes.cut_texts,
        quotes.colons_in_texts,
        quotes.unquoted,
        quotes.commas_in_texts,
        indents.texts_behind_bars,
        signs.missing_colons,
        partial(_alone, lines),
        partial(keyless.bare_entries, lines),
        quotes.unclosed_signs,
        partial(quotes.closed, opened, lines[opened]),
        signs.missing_dashes,
        partial(_continued, lines),
        indents.strays,
        partial(indents.indented, columns),
        signs.dashes_too_many,
        signs.forgotten_dashes,
    ):
        for number in near:
            yield from kind(number, lines[number])


def _alone(lines: Sequence[str], number: int, line: str) -> Iterator[Repair]:
    below = next((each for each in lines[number + 1 :] if each.strip()), "")
    depth, deeper = (len(each) - len(each.lstrip(" ")) for each in (line, below))
    is_list = below.lstrip().startswith("- ") and deeper == depth
    yield from signs.missing_colon_alone(deeper > depth or is_list, number, line)


def _continued(lines: Sequence[str], number: int, line: str) -> Iterator[Repair]:
    above = next((lines[n] for n in range(number - 1, -1, -1) if lines[n].strip()), "")
    yield from indents.continued(above, number, line)


def _columns(lines: Sequence[str], near: Sequence[int]) -> tuple[int, ...]:
    """The columns at which something starts, those of the nearest lines first."""
    found: dict[int, None] = {}
    above = max((n for n in range(near[0]) if lines[n].strip()), default=0) if near else 0
    below = [n for n in range(near[0] + 1, len(lines)) if lines[n].strip()][:3] if near else []
    for number in (above, *near, *below):
        bare = lines[number].lstrip(" ")
        depth = len(lines[number]) - len(bare)
        inner = len(lines[number]) - len(bare.lstrip("- "))
        found.update(dict.fromkeys((inner, depth) if inner != depth else (depth,)))
    return tuple(islice(found, _COLUMNS))


def _first(lines: Sequence[str], before: int) -> int:
    """The line of the second key at the top before a line, so that what stands there is a whole."""
    passed = 0
    for number in range(before - 1, -1, -1):
        passed += bool(lines[number][:1].strip(" \t#-"))
        if passed == 2:  # noqa: PLR2004 - the first may be the slip itself
            return number
    return 0


def _stop(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where a reader gives up: the line of what it was reading, and the line it had come to."""
    try:
        for _ in yaml.parse("\n".join(lines), Loader=yaml.CSafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        stopped = error.problem_mark.line if error.problem_mark else len(lines) - 1
        opened = error.context_mark.line if error.context_mark else stopped
        return opened, stopped
    return None
