"""How small numbers are spelt out in a language."""

from typing import Annotated

from pydantic import AfterValidator, Field

from guideway.model.texts import Part

_TEN, _HUNDRED, _LIMIT = 10, 100, 1000


def _ten_or_none(said: str) -> str:
    if said and len(said) != _TEN:
        raise ValueError(f"these are {len(said)} signs, and nought to nine are ten")
    return said


class Numerals(Part):
    """Small numbers in words: by digits and names of ten and hundred, or one by one."""

    digits: Annotated[str, AfterValidator(_ten_or_none)] = ""
    """Nought to nine: ten signs."""
    ten: str = ""
    hundred: str = ""
    also: dict[str, str] = Field(default_factory=dict)
    """Numbers that have one word more."""
    words: dict[str, str] = Field(default_factory=dict)
    """Numbers that are spelt out, by themselves."""

    def of(self, number: int) -> tuple[str, ...]:
        """Give the ways to write a number; nothing if it is not spelt out."""
        found = self.words.get(str(number)) or self._composed(number)
        return tuple(filter(None, (found, self.also.get(str(number), ""))))

    def _composed(self, number: int) -> str:
        if not self.digits or not 0 < number < _LIMIT:
            return ""
        hundreds, rest = divmod(number, _HUNDRED)
        tens, ones = divmod(rest, 10)
        said = self.digits[hundreds] + self.hundred if hundreds else ""
        if tens:
            said += (self.digits[tens] if tens > 1 or hundreds else "") + self.ten
        elif hundreds and ones:
            said += self.digits[0]
        return said + (self.digits[ones] if ones else "")
