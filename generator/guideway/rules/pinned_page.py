"""What an author says about related pages can be kept.

A page shows at most five others, three under “if this fails” and two under “beware”. It never shows
itself, a page it blocks, or the same page twice. Warning pages, and no others, stand under
“beware”.

Wrong:

    content/guides/bridge.yaml
    related:
      pin:
        - {page: guide.bridge, kind: next, why: 再过一次桥。}

Right:

    content/guides/bridge.yaml
    related:
      pin:
        - {page: decision.gorge, kind: explains, why: 不知道该不该过桥时先看它。}
"""

from collections import Counter
from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.model.related import Pin
from guideway.problems import Problem
from guideway.related.choosing import ROOM
from guideway.related.relations import Suggested, suggested


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every pin and every block that cannot be kept."""
    for entry in suggested(catalog):
        taken: Counter[str] = Counter()
        seen: set[str] = set()
        for number, pin in enumerate(entry.value.related.pin):
            list_name = pin.kind if pin.kind in ROOM else "main"
            taken[list_name] += 1
            said, hint = _against(entry, pin, seen)
            if not said and taken[list_name] > ROOM[list_name] and catalog.get(pin.page):
                said = f"there is room for {ROOM[list_name]} pages under “{list_name}”"
                hint = "pin fewer: pins come before all that is computed"
            if said:
                yield _problem(entry, said, hint, "pin", number, "page")
            seen.add(pin.page)
        for number, name in enumerate(entry.value.related.block):
            if name == entry.name:
                said, hint = f"“{name}” is this page itself", "no page shows itself; delete it"
                yield _problem(entry, said, hint, "block", number)


def _against(entry: Suggested, pin: Pin, seen: set[str]) -> tuple[str, str]:
    """Say why a page cannot be pinned, and what to do; nothing if it can."""
    if pin.page == entry.name:
        return f"“{pin.page}” is this page itself", "pin another page"
    if pin.page in seen:
        return f"“{pin.page}” is pinned twice", "keep one of the two"
    if pin.page in entry.value.related.block:
        return f"“{pin.page}” is pinned and blocked", "keep one of the two"
    is_trap = pin.page.startswith("warning.")
    if is_trap and pin.kind != "beware":
        return f"“{pin.page}” warns of a trap", "pin it as “beware”"
    if pin.kind == "beware" and not is_trap:
        return f"“{pin.page}” is no warning page", "choose another kind"
    return "", ""


def _problem(entry: Suggested, said: str, hint: str, *trail: str | int) -> Problem:
    return Problem(entry.place("related", *trail), said, code="pinned-page", hint=hint)
