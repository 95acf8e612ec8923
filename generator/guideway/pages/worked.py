"""What is worked out and compared, on the page of a decision: asked where no script does it."""

from collections.abc import Mapping

from guideway.computing.units import DAY, DAYS
from guideway.computing.writing import line_units
from guideway.decisions.deriving import LESS
from guideway.decisions.worked import Worked
from guideway.model.mentions import COMPUTED, replaced
from guideway.model.questions import Option, Question
from guideway.model.values import bands, said_of, written
from guideway.model.words import Words
from guideway.pages.figures import amount, ends, figure
from guideway.pages.wording import written_day


def script_name(worked: Worked) -> str:
    """Say what the script calls a line: `computed.<id>.<line>`."""
    return f"{COMPUTED}{worked.formula.id}.{worked.formula.name}"


def is_difference(worked: Worked) -> bool:
    """Say whether it is how far two answers lie apart."""
    return COMPUTED not in worked.of and LESS in worked.of


def asked_in_words(
    worked: Worked, words: Words, asked: Mapping[str, Question], working: str
) -> Worked:
    """Ask for what is worked out, as of somebody who works it out by hand, with its bands."""
    said, unit = words["bands"], _unit(worked, words)
    options: dict[str, Option] = {}
    found = list(bands(worked))
    for number, (name, band) in enumerate(found):
        least, most = (_spelt(worked, words, end) for end in (band.least, band.most))
        first, last = (amount(words, each, unit) for each in (least, most))
        form = "one"
        if least != most and number in {0, len(found) - 1}:
            form = "below" if number == 0 else "number"
        elif least != most:
            form, (first, last) = "span", ends(words, least, most, unit)
        label = said[form].format(least=first, most=last)
        options[name] = band.model_copy(update={"label": label})
    changed: dict[str, object] = {"ask": ask_of(worked, words, asked), "options": options}
    return worked.model_copy(update={**changed, "help": working or None})


def _spelt(worked: Worked, words: Words, end: int) -> str:
    if worked.lies == "calendar":
        return written_day(words, said_of(worked, end))
    return figure(words, written(end, worked.decimals))


def ask_of(worked: Worked, words: Words, asked: Mapping[str, Question]) -> str:
    """Say what is worked out, as a question."""
    said = words["bands"]
    if not is_difference(worked):
        return str(said["comes_out"].format(label=worked.ask))
    one, other = (asked[_owner(worked) + name] for name in worked.of.rpartition(".")[2].split(LESS))
    form = said["days_apart" if one.kind == "date" else "apart"]
    return str(form.format(one=_plain(one.ask), other=_plain(other.ask)))


def _owner(worked: Worked) -> str:
    owner, dot, _ = worked.of.rpartition(".")
    return owner + dot


def _unit(worked: Worked, words: Words) -> str:
    line = worked.formula
    unit = line_units(line.computed, line.facts)[line.name]
    if worked.lies == "calendar":
        return ""
    if unit == DAY:
        return str(words["bands"]["days_ahead"])
    if unit == DAYS:
        return str(words["units"]["day"])
    return worked.unit or ""


def _plain(ask: str) -> str:
    """Give a question without what it names itself."""
    return replaced(ask, lambda *_: "\u2026").rstrip("?\uff1f")
