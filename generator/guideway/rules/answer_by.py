"""The day by which a letter wants an answer is the letter's own.

`{answer-by}` is counted from the day that letter is sent, so the letter says how long the other
side gets: `answer_by: 7 days`. One blank for all letters of a guide would put the day of the first
into the second, weeks after it has passed.

Wrong:

    content/guides/bridge.yaml
    letters:
      - id: request
        title: 请求过桥
        to: 守桥人
        use: 桥门关着时
        send: 扔过去
        body: 我于{asked}被问，最迟{deadline.answer}回答。请在{answer-by}之前开门。
        signed: '{name}'

Right:

    content/guides/bridge.yaml
    letters:
      - id: request
        title: 请求过桥
        to: 守桥人
        use: 桥门关着时
        send: 扔过去
        answer_by: 7 days
        body: 我于{asked}被问，最迟{deadline.answer}回答。请在{answer-by}之前开门。
        signed: '{name}'
"""

from collections.abc import Iterator

from guideway.catalog import Catalog, Entry
from guideway.catalog.load.mend import STAND_IN
from guideway.model.guides import Guide
from guideway.model.placeholders import ANSWER_BY, placeholders
from guideway.problems import Problem
from guideway.source import Trail


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find letters that ask for a day they do not have, or have one they do not ask for."""
    for entry in catalog.guides:
        if ANSWER_BY in entry.value.blanks:
            place = entry.key_place("blanks", ANSWER_BY)
            hint = "delete it, and give each letter that uses it `answer_by: 7 days`"
            message = "“answer-by” is no blank: each letter has its own"
            yield Problem(place, message, code="answer-by", hint=hint)
        for number, letter in enumerate(entry.value.letters):
            used = list(_used(entry, number))
            is_read = all(passage.text != STAND_IN for passage in letter.body)
            if letter.answer_by and not used and is_read:
                place = entry.key_place("letters", number, "answer_by")
                hint = "write {answer-by} in the letter, or take this away"
                message = "the letter never names the day by which it wants an answer"
                yield Problem(place, message, code="answer-by", hint=hint)
            if used and not letter.answer_by:
                trail, written = used[0]
                place = entry.place_of(written, *trail)
                hint = "give the letter `answer_by: 7 days`, or as long as fits"
                message = f"the letter does not say how long there is until {written}"
                yield Problem(place, message, code="answer-by", hint=hint)


def _used(entry: Entry[Guide], number: int) -> Iterator[tuple[Trail, str]]:
    letter = entry.value.letters[number]
    texts: list[tuple[Trail, str]] = [(("to",), letter.to)]
    texts += [(("body", place), passage.text) for place, passage in enumerate(letter.body)]
    for trail, text in (*texts, (("signed",), letter.signed)):
        found = (written for name, written in placeholders(text) if name == ANSWER_BY)
        yield from ((("letters", number, *trail), written) for written in found)
