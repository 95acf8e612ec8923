"""Named things that no page is about: the search says so before it shows what is near."""

from collections.abc import Iterable, Iterator

from guideway.editions.search import SearchPage, squeezed


def unheard(names: Iterable[str], subjects: Iterable[SearchPage]) -> Iterator[str]:
    """Give the names that no page, and nothing on one, is called by or asked about."""
    said = "\n".join({squeezed(text) for subject in subjects for text in _called(subject)})
    yield from (name for name in names if squeezed(name) not in said)


def _called(subject: SearchPage) -> Iterator[str]:
    yield from (subject.title, subject.summary)
    for field, texts in subject.texts.items():
        if field != "body":
            yield from texts
    yield from (text for place in subject.places for text in (place.heading, *place.asked))
