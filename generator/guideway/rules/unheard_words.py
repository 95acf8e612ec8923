"""All words of the policy are listened to, and every kind it excludes has some.

A group of words that no class names in `together` or `unless`, and `despite` does not, is never
looked for. A kind of request that is declined, or only warned about, has phrases (`promotes`) or
words that promote `together`: without any, nothing of it would be found.

Wrong:

    content/policy.yaml
    groups:
      trolls: {means: 巨魔, words: [巨魔]}
    classes:
      bridges: {label: 过桥, decision: cover, reason: 桥是给人过的。}
      trolls: {label: 推荐巨魔, decision: warn, reason: 巨魔吃人。, promotes: [巨魔秒过桥]}

Right:

    content/policy.yaml
    groups:
      trolls: {means: 巨魔, words: [巨魔]}
      calls: {means: 招揽, words: [哪里找]}
    classes:
      bridges: {label: 过桥, decision: cover, reason: 桥是给人过的。}
      trolls: {label: 推荐巨魔, decision: warn, reason: 巨魔吃人。, together: [[trolls, calls]]}
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.model.policy import Policy
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find groups that nothing names, and kinds that nothing is listened to for."""
    for entry in catalog.policies:
        yield from _groups(entry)
        for name, kind in entry.value.classes.items():
            if kind.decision != "cover" and not (kind.promotes or kind.together):
                place = entry.key_place("classes", name)
                message = f"nothing is listened to for “{kind.label}”"
                hint = "write `promotes`, or words that promote `together`"
                yield Problem(place, message, code="unheard-words", hint=hint)


def _groups(entry: Entry[Policy]) -> Iterator[Problem]:
    """A name that is misspelt where it is used is told there, and not here as well."""
    policy = entry.value
    used = set(policy.warns.despite)
    for kind in policy.classes.values():
        used.update(kind.unless, *kind.together)
    if used <= policy.groups.keys():
        for name in policy.groups.keys() - used:
            place = entry.key_place("groups", name)
            message = f"no class names the group “{name}”"
            hint = "name it in `together` or `unless`, or delete it"
            yield Problem(place, message, code="unheard-words", hint=hint)
