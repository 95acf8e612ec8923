"""Signs that are not those of YAML, and the spaces, colons and commas it wants."""

import re
from collections.abc import Iterator

from guideway.problems.files.leftovers import odd_comma, odd_remark
from guideway.problems.files.slips import (
    missing_colon,
    missing_dash,
    missing_space,
    odd_dash,
    unclosed,
    wrong_sign,
)
from guideway.problems.files.text import full_width_colon
from guideway.source.quoting import quoted
from guideway.source.repairs.repair import KEY, LEAD, Repair, at, stripped, value_in

_COLON = re.compile(rf"{LEAD}{KEY}[ \t]*+(?P<sign>\uff1a)\s*(?P<rest>.*)")
_TIGHT_COLON = re.compile(rf"{LEAD}{KEY}[ \t]*+(?P<sign>:)(?=[^\s/])(?P<rest>.*)")
_TIGHT_DASH = re.compile(r"(?P<lead>[ ]*+)(?P<sign>-)(?:\t\s*|(?=[^\s-]))(?P<rest>.*)")
_DASH = re.compile(
    r"(?P<lead>[ ]*+)(?P<sign>[\uff0d\u2013\u2014\u2212\u2022\u25cf\xb7*\u2460-\u2473]"
    r"|[+\u4e00](?=[ ])|\d{1,2}[.\u3001)\uff09]|[(\uff08]\d{1,2}[)\uff09])[ ]*+"
    r"(?P<rest>[^\u2014*\s].*)"
)
"""What lists look like in other programs, and 一, which the key of the dash types in Chinese."""
_ENTRY = re.compile(rf"(?P<lead>[ ]*+)(?P<sign>-)[ ]++(?P<rest>{KEY}:(?: .*)?)$")
_FORGOTTEN = re.compile(rf"(?P<lead>[ ]*)[ ]{{2}}(?P<rest>{KEY}:(?: .*)?)$")
_BRACE = re.compile(r"(?P<lead>[ ]*+)(?P<sign>\{)(?P<rest>.*)")
_TWO_DASHES = re.compile(r"(?P<lead>[ ]*+)(?P<sign>-[ ]*+-)[ ]++(?P<rest>[^-].*)")
_REMARK = re.compile(r"(?P<lead>[ ]*+)(?P<sign>\uff03)(?P<rest>.*)")
_NO_COLON = re.compile(
    rf"{LEAD}(?P<key>[a-z][a-z0-9_]*+)"
    r"(?P<sign>[ ]*+[\u3002\uff1b\uff0e][ ]*+|[ ]*+[.;=][ ]++|[ ]++)(?P<rest>\S.*)"
)
_CLOSED = {
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\u300c": "\u300d",
    "\u300e": "\u300f",
    '"': "\u201d",
    "'": "\u2019",
}
_OWN_QUOTES = "\"'"
_BRACKETS = str.maketrans("\u3010\u3011\uff3b\uff3d\uff5b\uff5d", "[][]{}")
_FULL_WIDTH = re.compile("[\u3010\u3011\uff3b\uff3d\uff5b\uff5d]")
_QUOTED = re.compile(
    "(?<=[\\[{,: ])(?:\u201c[^\u201c\u201d]*+\u201d|\u2018[^\u2018\u2019]*+\u2019"
    "|\u300c[^\u300c\u300d]*+\u300d|'[^'\u2018\u2019]*+\u2019|\"[^\"\u201c\u201d]*+\u201d)(?=[,}\\]])"
)
_ODD_REMARK = re.compile(
    r"(?P<before>(?:|.*[\s\]}:]))(?P<sign>//(?=[ ]|[^\x00-\x7f])|<!--|(?<=\S )\uff03(?=[ ]))[ ]*+"
    r"(?P<rest>(?:(?!-->).)*?)(?:[ ]*-->)?[ ]*$"
)
_TWO_COMMAS = re.compile(r"(?P<sign>,(?:\s*[,\uff0c])+)")
_LAST_COMMA = re.compile(r"(?<=[^\s,])(?P<sign>[,;\uff0c\uff1b\u3001])(?P<rest>[ ]*)$")
_ROUND = re.compile(
    rf"(?P<before>{LEAD}(?:[a-z][a-z0-9_.-]*+:[ ]++)?)(?P<sign>[(\uff08\u3014])"
    r"(?P<rest>[a-z_]++: .*)[)\uff09\u3015]$"
)
_BAR = re.compile(r"(?:: |- )(?P<sign>[\uff5c\u4e28\\\u3001])(?P<rest>[+-]?)\s*$")
_BAR_DASH = re.compile(r"(?:: |- )(?P<bar>[|>])(?P<sign>[\uff0d\u2014\u2013\u2212_\u4e00])\s*$")
_IN_BRACES = re.compile(r"(?<=[{,\uff0c ])(?P<key>[a-z_]++)(?P<sign>\uff1a ?|:(?=[^\s/]))")
_COMMA = re.compile("[\uff0c\u3001]")
_BEHIND_COMMA = re.compile(r"\s*[a-z][a-z0-9_.-]*+(?:: |[\],}\uff0c\u3001]|$)")
"""A key or an id: what stands before it was no comma of a sentence."""
_PAIR = 2
_NO_COMMA = re.compile(r"(?<=[^\s,{;\uff1b])(?P<sign>(?:[;\uff1b][ ]*+|[ ]++))(?=[a-z_]++: )")
_WORD = re.compile(rf"{LEAD}(?P<key>[a-z][a-z0-9_-]*+)[ ]*+[.;=\u3002\uff1b\uff0e]?[ ]*+")
_ID = re.compile("[a-z][a-z0-9.-]*+")


def full_width_colons(number: int, line: str) -> Iterator[Repair]:
    """`title：过桥`."""
    if found := _COLON.match(line):
        mended = f"{found['lead']}{found['key']}: {found['rest']}".rstrip()
        yield at(found, number, mended, stripped(full_width_colon, found["key"]))


def missing_spaces(number: int, line: str) -> Iterator[Repair]:
    """`title:过桥`, `-过河`, `-id: pay`."""
    if found := _TIGHT_COLON.match(line):
        mended = f"{found['lead']}{found['key']}: {found['rest']}"
        yield at(found, number, mended, stripped(missing_space, ":"))
    if found := _TIGHT_DASH.match(line):
        mended = f"{found['lead']}- {found['rest']}"
        yield at(found, number, mended, stripped(missing_space, "-"))


def odd_dashes(number: int, line: str) -> Iterator[Repair]:
    """`－ 过河`, `• 过河`, `- - 过河`, `＃ 过河`."""
    for pattern, sign in ((_DASH, "- "), (_TWO_DASHES, "- "), (_REMARK, "#")):
        if found := pattern.match(line):
            mended = f"{found['lead']}{sign}{found['rest']}"
            yield at(found, number, mended, stripped(wrong_sign, found["sign"]))


def missing_dashes(number: int, line: str) -> Iterator[Repair]:
    """`{what: 名字}` among entries of a list."""
    if found := _BRACE.match(line):
        mended = f"{found['lead']}- {{{found['rest']}"
        yield at(found, number, mended, stripped(missing_dash, "{"))
        if found["lead"][2:]:
            yield at(found, number, mended[2:], stripped(missing_dash, "{"))


def forgotten_dashes(number: int, line: str) -> Iterator[Repair]:
    """`  id: pay` where the next entry has its dash."""
    if found := _FORGOTTEN.match(line):
        mended = f"{found['lead']}- {found['rest']}"
        tell, column = stripped(missing_dash, found["key"]), found.start("rest")
        yield Repair(number, column, len(found["key"]), mended, tell, is_move=True, is_dash=True)


def dashes_too_many(number: int, line: str) -> Iterator[Repair]:
    """`- text: 过河` among keys that have none."""
    if found := _ENTRY.match(line):
        tell, column = stripped(odd_dash, found["key"]), found.start("sign")
        mended = found["lead"] + found["rest"]
        yield Repair(number, column, 1, mended, tell, is_move=True, is_dash=True)


def odd_remarks(number: int, line: str) -> Iterator[Repair]:
    """`// 备注`, `<!-- 备注 -->`, behind a value or alone."""
    if found := _ODD_REMARK.match(line):
        space = "  " if found["before"].strip() else ""
        mended = f"{found['before'].rstrip() if space else found['before']}{space}# {found['rest']}"
        yield at(found, number, mended, stripped(odd_remark, found["sign"]))


def odd_commas(number: int, line: str) -> Iterator[Repair]:
    """`{what: 名字,, where: 桥}`; `goal: 到对岸,`."""
    opened = min((at for at in (line.find("{"), line.find("[")) if at >= 0), default=-1)
    if opened >= 0 and (found := _TWO_COMMAS.search(line, opened)):
        mended = f"{line[: found.start()]}, {line[found.end() :].lstrip()}"
        yield at(found, number, mended, stripped(odd_comma, found["sign"].strip()[-1]))
    if found := _LAST_COMMA.search(line):
        mended = f"{line[: found.start()]}{found['rest']}"
        yield at(found, number, mended, stripped(odd_comma, found["sign"]))


def odd_brackets(number: int, line: str) -> Iterator[Repair]:
    """`【过河】`, `｛what: 过河｝`, `（what: 过河）`, a bar `｜`."""
    if found := _ROUND.match(line.rstrip()):
        mended = f"{found['before']}{{{found['rest']}}}"
        yield at(found, number, mended, stripped(wrong_sign, found["sign"]))
    if found := _FULL_WIDTH.search(line):
        tell, is_pair = stripped(wrong_sign, found[0]), len(_FULL_WIDTH.findall(line)) == _PAIR
        mended = line.translate(_BRACKETS)
        yield Repair(number, found.start(), 1, mended, tell, is_sure=is_pair)
    if found := _BAR.search(line):
        mended = f"{line[: found.start('sign')]}|{found['rest']}"
        yield at(found, number, mended, stripped(wrong_sign, found["sign"]))
    if found := _BAR_DASH.search(line):
        mended = f"{line[: found.start('sign')]}-"
        yield at(found, number, mended, stripped(wrong_sign, found["sign"]))


def signs_in_brackets(number: int, line: str) -> Iterator[Repair]:
    """`{what：名字}`, `{what:名字}`, `{what: 名字，where: 桥}`, `{what: 名字 where: 桥}`."""
    opened = min((at for at in (line.find("{"), line.find("[")) if at >= 0), default=-1)
    if opened < 0:
        return
    if found := _IN_BRACES.search(line, opened):
        mended = _IN_BRACES.sub(r"\g<key>: ", line[opened:])
        sign = found["sign"].strip()
        tell = (
            stripped(missing_space, ":")
            if sign == ":"
            else stripped(full_width_colon, found["key"])
        )
        yield Repair(number, found.start("sign"), 1, line[:opened] + mended, tell, is_sure=True)
    if found := _COMMA.search(line, opened):
        mended = line[:opened] + re.sub(r"[\uff0c\u3001]\s*", ", ", line[opened:])
        part = all(_BEHIND_COMMA.match(line, each.end()) for each in _COMMA.finditer(line, opened))
        tell = stripped(wrong_sign, found[0])
        yield Repair(number, found.start(), 1, mended, tell, is_sure=part)
    for found in list(_NO_COMMA.finditer(line, opened))[:5]:
        mended = f"{line[: found.start()]}, {line[found.end() :]}"
        yield Repair(number, found.start(), 1, mended, stripped(unclosed, line[opened]))


def odd_quotes(number: int, line: str) -> Iterator[Repair]:
    """`“过桥”`, `"过桥”`: quotes of a text where YAML wants its own."""
    found = value_in(line)
    value = found["value"] if found else ""
    if found and _CLOSED.get(value[0]) == value[-1] and len(value) > 1:
        mended = found["lead"] + _bare(value[1:-1])
        is_begun = value[0] in _OWN_QUOTES
        sign = value[-1] if is_begun else value[0]
        column = len(line.rstrip()) - 1 if is_begun else found.start("value")
        yield Repair(number, column, 1, mended, stripped(wrong_sign, sign), is_sure=True)

    for quotes in _QUOTED.finditer(line):
        mended = f"{line[: quotes.start()]}{_bare(quotes[0][1:-1])}{line[quotes.end() :]}"
        is_begun = quotes[0][0] in _OWN_QUOTES
        tell = stripped(wrong_sign, quotes[0][-1 if is_begun else 0])
        column = quotes.end() - 1 if is_begun else quotes.start()
        yield Repair(number, column, 1, mended, tell, is_sure=True)


def missing_colons(number: int, line: str) -> Iterator[Repair]:
    """`goal 到对岸`, `goal. 到对岸`, `goal = 到对岸`, `{goal = 到对岸}`."""
    if found := _NO_COLON.match(line):
        mended = f"{found['lead']}{found['key']}: {found['rest']}"
        column = found.start("key")
        tell = stripped(missing_colon, found["key"])
        yield Repair(number, column, len(found["key"]), mended, tell)


def missing_colon_alone(is_open: bool, number: int, line: str) -> Iterator[Repair]:
    """`goal`, `steps`, `steps；`: what has something below it opens that."""
    if found := _WORD.fullmatch(line):
        key = f"{found['lead']}{found['key']}:"
        tell = stripped(missing_colon, found["key"])
        mended = key if is_open else f"{key} …"
        yield Repair(number, found.start("key"), len(found["key"]), mended, tell)


def _bare(text: str) -> str:
    """An id needs no quotes, nor does a Chinese text without signs that YAML reads."""
    return text if _ID.fullmatch(text) else quoted(text)
