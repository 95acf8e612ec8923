"""A letter that offers to pay says that it is no admission, and warns before it is copied.

Who writes that rent is owed, or that a loan will be repaid, gives the other side a paper: it can be
shown to a court, and limitation starts anew (民法典 195). Often the offer is still the right thing;
then a passage for everybody says that it admits no amount, and `caution` says at the button that
copies the letter what sending it does. The policy has the words (`in_letters: admits, reserves`).

Wrong:

    content/policy.yaml
    in_letters: {admits: [欠的], reserves: [不表示承认]}

    content/guides/bridge.yaml
    deadlines: []
    blanks: {}
    letters:
      - {id: a, title: 商量, to: 守桥人, use: 欠了, send: 扔, body: 欠的我分期付。, signed: 骑士}

Right:

    content/policy.yaml
    in_letters: {admits: [欠的], reserves: [不表示承认]}

    content/guides/bridge.yaml
    deadlines: []
    blanks: {}
    letters:
      - id: a
        title: 商量
        to: 守桥人
        use: 欠了
        send: 扔
        body: [欠的我分期付。, 本信不表示承认你方主张的数额。]
        caution: 写下来的话可能被拿去作证据。
        signed: 骑士
"""

from collections.abc import Iterator, Sequence

from guideway.catalog import Catalog
from guideway.model.letters import Letter
from guideway.problems import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find letters that admit a debt and leave it at that."""
    policies = [policy.value.in_letters for policy in catalog.policies]
    admits = [words for policy in policies for words in policy.admits]
    reserves = [words for policy in policies for words in policy.reserves]
    for entry in catalog.guides:
        for number, letter in enumerate(entry.value.letters):
            place, words = _admission(letter, admits)
            lacks = _lacks(letter, place, reserves) if words else ""
            if lacks:
                yield Problem(
                    entry.place_of(words, "letters", number, "body", place, "text"),
                    f"“{words}” admits a debt, and the letter {lacks}",
                    code="open-admission",
                    hint="say for everybody that nothing is admitted, and add `caution`",
                )


def _admission(letter: Letter, admits: Sequence[str]) -> tuple[int, str]:
    for place, passage in enumerate(letter.body):
        for words in admits:
            if words in passage.text:
                return place, words
    return 0, ""


def _lacks(letter: Letter, place: int, reserves: Sequence[str]) -> str:
    """A reservation reaches whoever sends the admission: in the same passage, or in one for all."""
    reaching = [p for p in letter.body if p.when is None or p.when == letter.body[place].when]
    if not any(words in passage.text for passage in reaching for words in reserves):
        return "does not say that it is no admission"
    return "" if letter.caution else "has no `caution`"
