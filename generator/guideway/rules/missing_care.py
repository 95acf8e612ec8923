"""A page that people read in distress has a calm word, and names one that there is.

Debts, threats and fraud are read about at night by people who cannot go on. Such a page names a
box of `content/care.yaml` under `care`; which pages those are, the words under `about` say, in
its title and its other names.

Wrong:

    content/care.yaml
    boxes:
      fall: {text: '害怕的时候，打[](channel.keeper.hotline)', about: [过不过桥]}

Right:

    content/care.yaml
    boxes:
      fall: {text: '害怕的时候，打[](channel.keeper.hotline)', about: [坠桥]}
"""

from collections.abc import Iterator
from typing import Any

from guideway.catalog import Catalog, Entry
from guideway.problems import Problem, near


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find pages without a box that must have one, and names of boxes that there are not."""
    boxes = {name: box for care in catalog.cares for name, box in care.value.boxes.items()}
    about = {word: name for name, box in boxes.items() for word in box.about}
    pages: list[Entry[Any]] = [*catalog.guides, *catalog.decisions, *catalog.warnings]
    for page in pages:
        if page.value.care is None:
            yield from _missing(page, about)
        elif page.value.care not in boxes and catalog.may_exist("care.site"):
            message = f"there is no box “{page.value.care}” in content/care.yaml"
            hint = near(page.value.care, boxes)
            yield Problem(page.place("care"), message, code="missing-care", hint=hint)


def _missing(page: Entry[Any], about: dict[str, str]) -> Iterator[Problem]:
    names = " ".join((page.value.title, *page.value.aliases))
    said = next((word for word in about if word in names), None)
    if said:
        message = f"people in distress read this (“{said}”), and it has no calm word"
        hint = f"care: {about[said]}"
        yield Problem(page.place("title"), message, code="missing-care", hint=hint)
