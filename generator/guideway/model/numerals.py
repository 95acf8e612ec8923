"""Small numbers as they are written in Chinese."""

_DIGITS = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"
_TEN, _HUNDRED = "\u5341", "\u767e"
ZERO = _DIGITS[0]
"""Nought, as it is written."""
_LIMIT = 1000


def numeral(number: int) -> tuple[str, ...]:
    """Give the ways to write a number from 1 to 999; others are not spelt out."""
    if not 0 < number < _LIMIT:
        return ()
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = _DIGITS[hundreds] + _HUNDRED if hundreds else ""
    if tens:
        said += (_DIGITS[tens] if tens > 1 or hundreds else "") + _TEN
    elif hundreds and ones:
        said += ZERO
    said += _DIGITS[ones] if ones else ""
    return (said, "\u4e24") if number == 2 else (said,)  # noqa: PLR2004 - two has two words
