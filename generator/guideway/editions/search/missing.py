"""What no page is about: the search says so before it shows what is near."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from guideway.editions.search import SearchPage, squeezed
from guideway.editions.search.strange import Strange, is_one_run
from guideway.editions.search.terms import fold
from guideway.model.synonyms import Synonyms
from guideway.pages.variants import simplified


def strange(
    known: Iterable[Synonyms], subjects: Iterable[SearchPage]
) -> tuple[Strange, tuple[str, ...]]:
    """Sort names, and other words of other subjects: those that are numbered, and the rest.

    The rest, with letters and Han together, can only be looked for in the whole of what is typed.
    """
    folding = simplified()
    own, words, rest = list[str](), list[str](), list[str]()
    kinds = defaultdict[str, list[str]](list)
    for each in known:
        of_kinds = [(kinds[fold(kind, folding)], names) for kind, names in each.kinds.items()]
        for chosen, some in ((own, each.names), (words, each.elsewhere), *of_kinds):
            plain = {word: fold(word, folding) for word in some}
            chosen += [one for one in plain.values() if is_one_run(one)]
            rest += [word for word, one in plain.items() if not is_one_run(one)]
    return Strange(own, kinds, words), tuple(unheard(rest, subjects))


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
