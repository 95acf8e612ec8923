"""What no page is about: the search says so before it shows what is near."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from guideway.editions.search import SearchPage, squeezed
from guideway.editions.search.strange import Strange, is_one_run
from guideway.editions.search.terms import fold
from guideway.pages.variants import simplified


def strange(
    names: Sequence[str], words: Sequence[str], subjects: Iterable[SearchPage]
) -> tuple[Strange, tuple[str, ...]]:
    """Sort names, and other words of other subjects: those that are numbered, and the rest.

    The rest, with letters and Han together, can only be looked for in the whole of what is typed.
    """
    folding = simplified()
    plain = {word: fold(word, folding) for word in (*names, *words)}
    own, others = (
        [plain[one] for one in some if is_one_run(plain[one])] for some in (names, words)
    )
    rest = unheard((one for one in plain if not is_one_run(plain[one])), subjects)
    return Strange(own, others), tuple(rest)


def unheard(names: Iterable[str], subjects: Iterable[SearchPage]) -> Iterator[str]:
    """Give the names that no page, and nothing on one, is called by or asked about."""
    said = "\n".join({squeezed(text) for subject in subjects for text in _called(subject)})
    begun = set(map("".join, pairwise(said)))
    for name in names:
        plain = squeezed(name)
        if (len(plain) > 1 and plain[:2] not in begun) or plain not in said:
            yield name


def _called(subject: SearchPage) -> Iterator[str]:
    yield from (subject.title, subject.summary)
    for field, texts in subject.texts.items():
        if field != "body":
            yield from texts
    yield from (text for place in subject.places for text in (place.heading, *place.asked))
