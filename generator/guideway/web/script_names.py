"""Which names of a script are its own: where they stand, and where each means one thing."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from guideway.web.script_tokens import Tokens

_STRANGE = frozenset({"class", "eval", "switch", "var", "with"})
"""Whoever writes one of these has no names that are known: what is declared where is not read."""


@dataclass(frozen=True)
class Variable:
    """A name, and the tokens between which it means one thing."""

    name: str
    start: int
    end: int
    places: list[int] = field(default_factory=list)
    """The tokens that mean it."""


class Names:
    """The names of things in a script: no properties, no entries of objects."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._methods: list[int] = []
        self.places = [*self._places()]
        """Where they stand, and whether as an entry that is named like its value."""

    def variables(self) -> Sequence[Variable]:
        """List what it declares itself, without names that also stand where they are not."""
        if _STRANGE & {self.tokens.text(number) for number, _ in self.places}:
            return ()
        found = self._merged()
        lost = set[str]()
        for number, _ in self.places:
            name = self.tokens.text(number)
            own = [each for each in found[name] if each.start <= number <= each.end]
            if own:
                own[0].places.append(number)
            else:
                lost.add(name)
        return [each for name, all_ in found.items() if name not in lost for each in all_]

    def _merged(self) -> defaultdict[str, list[Variable]]:
        """Take what is declared within itself, by name: functions that call their things alike."""
        found: defaultdict[str, list[Variable]] = defaultdict(list)
        for name, start, end in sorted(self._declared(), key=lambda each: each[1:]):
            last = found[name].pop() if found[name] else None
            if last and start <= last.end:
                found[name].append(Variable(name, last.start, max(end, last.end)))
            else:
                found[name] += [*([last] if last else []), Variable(name, start, end)]
        return found

    def _places(self) -> Iterator[tuple[int, bool]]:
        for number, token in enumerate(self.tokens.all):
            if token.kind != "name" or self.tokens.text(number - 1) in (".", "?."):
                continue
            if not self._is_key(number):
                yield number, False
            elif self.tokens.text(number + 1) in (",", "}", "="):
                yield number, True
            elif self.tokens.text(number + 1) == "(":
                self._methods.append(number + 1)

    def _is_key(self, number: int) -> bool:
        """Whether a name begins an entry of an object, or follows a word that does."""
        if not self.tokens.has_entries(self.tokens.around[number]):
            return False
        before = self.tokens.text(number - 1)
        if before in ("async", "get", "set", "*"):
            return self.tokens.text(number + 1) == "("
        return before in ("{", ",")

    def _declared(self) -> Iterator[tuple[str, int, int]]:
        for opening in self._methods:
            yield from self._taken(opening, opening)
        for number, _ in self.places:
            match self.tokens.text(number):
                case "const" | "let":
                    yield from self._listed(number)
                case "function":
                    yield from self._function(number)
                case "catch" if self.tokens.text(number + 1) == "(":
                    yield from self._taken(number + 1, number)
        for number, token in enumerate(self.tokens.all):
            if token.kind == "sign" and token.text == "=>":
                yield from self._arrow(number)

    def _listed(self, number: int) -> Iterator[tuple[str, int, int]]:
        """Read what `const` or `let` declares."""
        around = self.tokens.around[number]
        if around < 0:
            return  # other scripts see it
        start, end = around, self.tokens.partners[around]
        if self.tokens.text(start) == "(":
            end = self._body(end + 1, end + 1)
        for bound in self._bound(number + 1, self.tokens.partners[around]):
            yield self.tokens.text(bound), start, end

    def _function(self, number: int) -> Iterator[tuple[str, int, int]]:
        name = number + 1
        opening = name if self.tokens.text(name) == "(" else name + 1
        around = self.tokens.around[number]
        if self.tokens.text(opening) != "(":
            return
        yield from self._taken(opening, opening)
        before = self.tokens.text(number - 1)
        if opening > name and around >= 0 and before in ("{", "}", ";", "async"):
            yield self.tokens.text(name), around, self.tokens.partners[around]

    def _taken(self, opening: int, start: int) -> Iterator[tuple[str, int, int]]:
        """Read what a function takes, whose body stands behind the bracket."""
        closing = self.tokens.partners[opening]
        if self.tokens.text(closing + 1) == "{":
            for bound in self._bound(opening + 1, closing):
                yield self.tokens.text(bound), start, self.tokens.partners[closing + 1]

    def _arrow(self, number: int) -> Iterator[tuple[str, int, int]]:
        start = self.tokens.partners.get(number - 1, number - 1)
        end = self._body(number + 1, number + 1)
        bound = self._bound(start + 1, number - 1) if start < number - 1 else iter([start])
        for name in bound:
            yield self.tokens.text(name), start, end

    def _body(self, start: int, least: int) -> int:
        """Find the last token of a body: in brackets, or as far as it goes for sure."""
        if self.tokens.text(start) == "{":
            return self.tokens.partners[start]
        last = least
        for number in self.tokens.direct(start, len(self.tokens.all)):
            token = self.tokens.all[number]
            if token.kind == "sign" and token.text in (",", ";", ")", "]", "}"):
                break
            last = max(number, self.tokens.partners.get(number, number))
        return last

    def _bound(self, start: int, end: int) -> Iterator[int]:
        """List the names that a pattern or several give to values, until the list ends."""
        is_name, last = True, start
        for number in self.tokens.direct(start, end):
            token = self.tokens.all[number]
            if self._ends(number, last, is_name=is_name):
                return
            last = max(number, self.tokens.partners.get(number, number))
            if token.text == ",":
                is_name = True
            elif is_name and token.text in ("[", "{"):
                yield from self._bound(number + 1, self.tokens.partners[number])
                is_name = False
            elif is_name and token.kind == "name" and self.tokens.text(number + 1) != ":":
                yield number
                is_name = False
            elif token.text not in (":", "...") and token.kind == "sign":
                is_name = False

    def _ends(self, number: int, last: int, *, is_name: bool) -> bool:
        """Whether a list of names ends: where a statement does, and where it might."""
        token = self.tokens.all[number]
        if token.text in (";", "of", "in") and token.kind != "text":
            return not is_name
        before = self.tokens.all[last]
        return token.is_on_new_line and not is_name and not before.asks and token.kind != "sign"
