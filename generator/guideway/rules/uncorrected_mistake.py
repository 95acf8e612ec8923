"""A wrong value in circulation has a correction that quotes it.

Somebody who searches for the wrong hotline must land on the truth; so each value under
`mistaken` is in the `claim` of some correction.

Wrong:

    content/records/bridge.yaml
    channel.keeper.hotline:
      label: 守桥人热线
      medium: phone
      value: "95999"
      purpose: 问路
      source: {title: 桥头的牌子}
      verified_on: 2026-11-22
      certainty: secondary
      review_by: 2027-05-22
      owner: bridge
      mistaken: [{value: "95188", about: [过桥]}]
    content/guides/bridge.yaml
    corrections: []

Right:

    content/records/bridge.yaml
    channel.keeper.hotline:
      label: 守桥人热线
      medium: phone
      value: "95999"
      purpose: 问路
      source: {title: 桥头的牌子}
      verified_on: 2026-11-22
      certainty: secondary
      review_by: 2027-05-22
      owner: bridge
      mistaken: [{value: "95188", about: [过桥]}]
    content/guides/bridge.yaml
    corrections:
      - id: swallow
        claim: 打 95188 就能过桥
        flaw: wrong
        harm: unsafe
        why: 接电话的人会问你的目的
        truth: 守桥人没有这个号码
"""

from collections.abc import Iterator

from guideway.catalog import Catalog
from guideway.catalog.mistakes import says
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find every wrong value that no correction quotes; one may be in a guide nobody could read."""
    if any(name.startswith("guide.") for name in catalog.unread):
        return
    guides = [c for entry in catalog.guides for c in entry.value.corrections]
    warnings = [c for entry in catalog.warnings for c in entry.value.corrections]
    claims = [correction.claim for correction in (*guides, *warnings)]
    for record in catalog.mistaken:
        for number, mistaken in enumerate(record.value.mistaken):
            if not any(says(claim, mistaken.value, catalog.language) for claim in claims):
                yield Problem(
                    record.place("mistaken", number, "value"),
                    f"no correction quotes “{mistaken.value}”",
                    code="uncorrected-mistake",
                    hint="add a correction with these words in its claim to a guide",
                    level="warning",
                )
