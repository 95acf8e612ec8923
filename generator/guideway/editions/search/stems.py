"""Forms of words in the index: the way to a stem while a form is half typed, and its script."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from json import dumps

from guideway.editions.search.shards import FOLDER
from guideway.editions.search.terms import words
from guideway.model.stemming import INSTEAD, PLAIN, Stemming, unmarked

_BY = """\
/*! {algorithm}: Snowball, (c) Martin Porter, Richard Boulton, Olly Betts and others, \
BSD-3-Clause, https://snowballstem.org/license.html */
"""
_SCRIPT = """\
(() => {{
const other = {other};
const unmarked = (word) => word.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").normalize("NFC")
  .replace(/[{letters}]/g, (letter) => other[letter]);
var BaseStemmer;
{script}
const stemmer = new {name}();
gw(Object.assign((word) => unmarked(stemmer.stemWord(word)), {{ unmarked }}));
}})();
"""


def shortcuts(folded: Iterable[str], stemming: Stemming) -> Iterator[tuple[str, str]]:
    """List the forms that somebody types on the way to whom nothing begins so, without passages.

    A stem is found by its own beginning: `librar` finds `librari`. Of `cancellation` (`cancel`),
    `cancellat` would find nothing, were there not the whole form to lead from it to the stem. Forms
    have no marks, as their stems have none.
    """
    forms = {unmarked(form) for text in folded for form in words(text)}
    for form in sorted(forms - {stemming(form) for form in forms}):
        if not stemming(form).startswith(form[:-1]):
            yield form, ""


def unmarked_stems(folded: Iterable[str], stemming: Stemming) -> Mapping[str, tuple[str, ...]]:
    """Give the words whose marks tell their ending, and the stem of what is typed without them.

    The stem of `payée` is `pai`, that of `payee`, which has another ending, `paye`.
    """
    marked = {word for text in folded for word in words(text) if not word.isascii()}
    plain = {word: stemming(unmarked(word)) for word in marked}
    return {word: (stem,) for word, stem in plain.items() if stem != stemming(word)}


def stemmer_file(stemming: Stemming) -> tuple[str, str]:
    """Write the script that brings what is typed to its stems: its name in the index, and it."""
    by = "" if stemming.algorithm == PLAIN else _BY.format(algorithm=stemming.algorithm)
    written = by + _SCRIPT.format(
        script=stemming.script,
        name=stemming.name,
        other=dumps(INSTEAD, ensure_ascii=False),
        letters="".join(INSTEAD),
    )
    return "w/" + sha256(written.encode()).hexdigest()[:8], written


def stemmer_path(name: str) -> str:
    """Say where a script of that name lies."""
    return f"{FOLDER}/{name}.js"
