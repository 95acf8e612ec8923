"""Nobody is promised how it ends.

What an office, a company or a court decides is theirs. Who was told 一定能退 and gets nothing has
lost time, and trusts the next page less. Say what to do, what usually follows, and what to do when
it does not. What others promise may be quoted in “…” or 「…」, denied (不一定能, 没人能保证), or
stand as the claim of a correction.

Wrong:

    content/guides/bridge.yaml
    summary: 回答三个问题，一定能过桥。

Right:

    content/guides/bridge.yaml
    summary: 回答三个问题。守桥人说“一定能过”的，也要答对才行。
"""

import re
from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.field_texts import FieldText
from guideway.model.decisions import Decision
from guideway.model.guides import Guide
from guideway.model.places import Article
from guideway.model.texts import Part
from guideway.problems import Problem

_ENDS_WELL = "成功|通过|过审|退|办[成好妥]|批|到账|要回|拿回|追回|解决|关掉|生效"
_PROMISE = re.compile(
    rf"(?<![不没])(?:一定|肯定|必定|必然|保准)(?:能|会|可以)"
    rf"|(?<![不没能])(?:保证|确保|包你)(?:你|您)?(?:能|会|可以)?(?:{_ENDS_WELL})"
    r"|百分之?百|100 ?%(?=能|会|成功|通过)|包(?:过|退|成功|办成)(?![^，。；]{0,4}的)"
)
_MAY = re.compile("定[能会可]|必然|保[证准]|确保|百分|100|包[你过退成办]")
"""What every promise has in it; most texts have none of it."""
_QUOTED = re.compile("“[^“”]*”|「[^「」]*」|《[^《》]*》")
_DENIED = re.compile("不要信|别信|不是|没人|没有人|谁也|不等于|骗")


def check_text(_: Catalog, entry: Entry[Part], text: FieldText) -> Iterator[Problem]:
    """Find what is promised in a guide, a decision or an article."""
    if (
        not _MAY.search(text.value)
        or text.is_of_others
        or not isinstance(entry.value, (Guide, Decision, Article))
    ):
        return
    for sentence in re.split("[。！？；\n]", _QUOTED.sub("“”", "".join(text.words))):
        found = _PROMISE.search(sentence)
        if found and not _DENIED.search(sentence):
            place = entry.place_of(found[0], *text.trail)
            message = f"“{found[0]}” promises how it ends"
            hint = "say what to do and what usually follows; what others promise stands in “…”"
            yield Problem(place, message, code="promise", hint=hint)
            return
