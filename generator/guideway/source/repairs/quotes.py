"""Texts that YAML would read as something else, and what is opened and not closed."""

import re
from collections.abc import Iterator

from guideway.problems.files.slips import cut_text, needs_quotes, unclosed
from guideway.source.quoting import quoted
from guideway.source.repairs.repair import MARK, Repair, stripped, value_in

_INNER_COLON = re.compile(r":(?= |$)")
_SIGNS = str.maketrans("!?", "\uff01\uff1f")
_LINK = re.compile(r"(?<=[\[{,:] )(?P<value>\[[^\[\]]*+\]\([^()]*+\)[^,}\]]*+)")
_CUT = re.compile(
    r"[\[{,:] ?(?P<value>[^\[\]{},:\s][^\[\]{},:#]*+(?<= )(?P<sign>#)[^\[\]{},]*+)"
    r"(?P<rest>[\]}]++)[ ]*+$"
)
_COMMAS = re.compile(r"(?<=: )(?P<value>[^{}\[\],:'\"]++(?:, [^{}\[\],:'\"]++)+)(?=[,}])")
_HALF = re.compile(r"[{,] *(?P<key>[a-z_]++):?$")
"""A key in braces behind which the line ends."""
_OWN_QUOTES = "\"'"
_OPENED = {sign: re.compile(rf"(?:[\[{{,:] |- |\[){sign}") for sign in _OWN_QUOTES}
_OTHER_END = {'"': re.compile(r"'(?=\s*(?:[,}\]]|$))"), "'": re.compile(r'"(?=\s*(?:[,}\]]|$))')}
"""What was meant to close the one quote, and is the other."""
_CURLY = {"\u201d", "\u2019"}
_ENDING = re.compile("[,}\\]]")
_STARTERS = "\"'[]{}#&*!|>%@`?-,"
_HAN = re.compile(r"[\u3400-\u9fff\u3001-\u303f\uff01-\uff65\u201c\u201d]")


def colons_in_texts(number: int, line: str) -> Iterator[Repair]:
    """`goal: 注意: 风大`: in Chinese the full-width colon, else quotes."""
    found = value_in(line)
    inner = _INNER_COLON.search(found["value"]) if found else None
    if found and inner and found["value"][0] not in "\"'[{":
        value, column = found["value"], found.start("value") + inner.start()
        why = "a colon and a space within a text begin a value"
        mended = quoted(value)
        if _HAN.search(value[: inner.start()]):
            mended = re.sub(": ?", "\uff1a", value)
        tell = stripped(needs_quotes, why)
        yield Repair(number, column, 1, found["lead"] + mended, tell, is_sure=True)


def unquoted(number: int, line: str) -> Iterator[Repair]:
    """`goal: @过桥`, `goal: "过桥"是什么`, `{amount: [](fee.bridge)}`."""
    for link in _LINK.finditer(line):
        mended = f"{line[: link.start()]}{quoted(link[0].rstrip())}{line[link.end() :]}"
        why = "a text cannot begin with “[” here"
        yield Repair(number, link.start(), 1, mended, stripped(needs_quotes, why), is_sure=True)
    found = value_in(line)
    value = found["value"] if found else ""
    if found and value[0] in _STARTERS and _goes_on(value):
        why = f"a text cannot begin with “{value[0]}” here"
        meant = value
        if value[0] in _OWN_QUOTES:
            why = f"a text that begins with {value[0]} ends at the next one"
        if value[0] in _OWN_QUOTES and value[-1] == value[0]:
            is_escape = value.count(value[0]) == 2  # noqa: PLR2004 - the opening and the closing one
            ends = "“\\” begins an escape" if is_escape else f"“{value[0]}” ends the text"
            why = f"within such quotes {ends}"
            meant = value[1:-1]
        tell = stripped(needs_quotes, why)
        mended = found["lead"] + _begun(meant)
        is_sure = value[0] not in ">|-"
        yield Repair(number, found.start("value"), 1, mended, tell, is_sure=is_sure)


def _begun(text: str) -> str:
    """A text without a sign that no text begins with, with a Chinese one, or between quotes."""
    if text[0] in "!?" and _HAN.match(text, 1):
        return text.translate(_SIGNS)
    bare = text[1:].strip()
    return bare if text[0] in ">|-" and _HAN.match(bare) else quoted(text)


def _goes_on(value: str) -> bool:
    """Whether it is not only opened, nor a whole list, mapping or mark of a block."""
    if value[0] in _OWN_QUOTES:
        return value.count(value[0]) > 1
    if value[0] in "[{":
        closed = value.find("]" if value[0] == "[" else "}")
        return 0 < closed < len(value) - 1 and value[-1] not in "]}"
    return not MARK.match(value)


def commas_in_texts(number: int, line: str) -> Iterator[Repair]:
    """`{what: 名字, 写好的}`: in Chinese the full-width comma, else quotes."""
    for found in _COMMAS.finditer(line):
        value = found["value"]
        comma = found.start("value") + value.index(",")
        mended = value.replace(", ", "\uff0c") if _HAN.search(value) else quoted(value)
        mended = f"{line[: found.start('value')]}{mended}{line[found.end('value') :]}"
        tell = stripped(needs_quotes, "a comma ends a text between brackets")
        yield Repair(number, comma, 1, mended, tell)


def cut_texts(number: int, line: str) -> Iterator[Repair]:
    """`{how: 到桥头 # 三号}`: the bracket behind it is cut off as well."""
    found = _CUT.search(line)
    if found and found["value"][0] not in "\"'":
        mended = f"{line[: found.start('value')]}{quoted(found['value'].rstrip())}{found['rest']}"
        yield Repair(number, found.start("sign"), 1, mended, stripped(cut_text))


def unclosed_quotes(number: int, line: str) -> Iterator[Repair]:
    """`goal: '到对岸`, `{what: '名字, where: 桥}`: before the next sign, or at the end."""
    for sign in _OWN_QUOTES:
        opened = _OPENED[sign].search(line)
        is_curly = line.rstrip()[-1:] in _CURLY
        if opened and line.count(sign) % 2 and not is_curly:
            column = opened.end() - 1
            ends = [len(line.rstrip())]
            ends[:0] = [found.start() for found in _ENDING.finditer(line, column)][:3]
            tell = stripped(unclosed, sign)
            if other := _OTHER_END[sign].search(line, column + 1):
                mended = f"{line[: other.start()]}{sign}{line[other.end() :]}"
                yield Repair(number, column, 1, mended, tell)
            for end in ends:
                yield Repair(number, column, 1, f"{line[:end]}{sign}{line[end:]}", tell)


def closed(opened: int, above: str, number: int, line: str) -> Iterator[Repair]:
    """The end of what a bracket in a line above has opened."""
    bare = line.rstrip()
    sign = max("[{", key=above.rfind)
    if bare and number > opened and sign in above:
        mended = bare + ("]" if sign == "[" else "}")
        tell = stripped(unclosed, sign)
        yield Repair(number, len(line) - len(line.lstrip()), len(bare.lstrip()), mended, tell)


def unclosed_signs(number: int, line: str) -> Iterator[Repair]:
    """`[knight`, `{what: 名字`, `'到对岸`, and one too many."""
    bare = line.rstrip()
    for sign, partner in (("{", "}"), ("[", "]")):
        column = bare.rfind(sign)
        if column >= 0:
            tell = stripped(unclosed, sign)
            if half := sign == "{" and _HALF.search(bare, column):
                mended = f"{bare[: half.end('key')]}: …{partner}"
                yield Repair(number, column, 1, mended, tell)
            yield Repair(number, column, 1, bare + partner, tell)
            if bare[-1] in "]}":
                yield Repair(
                    number, len(bare) - 1, 1, bare[:-1] + partner, stripped(unclosed, bare[-1])
                )
                mended = f"{bare[:-1]}{partner}{bare[-1]}"
                yield Repair(number, column, 1, mended, tell)
    if bare[-2:] in {"}}", "]]"}:
        yield Repair(number, len(bare) - 1, 1, bare[:-1], stripped(unclosed, bare[-1]))
