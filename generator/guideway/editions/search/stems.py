"""Forms of words in the index: the way to a stem while a form is half typed, and its script."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from guideway.editions.search.shards import FOLDER
from guideway.editions.search.terms import words
from guideway.model.stemming import PLAIN, Stemming

_BY = """\
/*! {algorithm}: Snowball, (c) Martin Porter, Richard Boulton, Olly Betts and others, \
BSD-3-Clause, https://snowballstem.org/license.html */
"""
_SCRIPT = """\
(() => {{
var BaseStemmer;
{script}
const stemmer = new {name}();
gw((word) => stemmer.stemWord(word));
}})();
"""


def shortcuts(folded: Iterable[str], stemming: Stemming) -> Iterator[tuple[str, str]]:
    """List the forms that somebody types on the way to whom nothing begins so, without passages.

    A stem is found by its own beginning: `librar` finds `librari`. Of `cancellation` (`cancel`),
    `cancellat` would find nothing, were there not the whole form to lead from it to the stem.
    """
    forms = {form for text in folded for form in words(text)}
    for form in sorted(forms - {stemming(form) for form in forms}):
        if not stemming(form).startswith(form[:-1]):
            yield form, ""


def stemmer_file(stemming: Stemming) -> tuple[str, str]:
    """Write the script that brings what is typed to its stems: its name in the index, and it."""
    by = "" if stemming.algorithm == PLAIN else _BY.format(algorithm=stemming.algorithm)
    written = by + _SCRIPT.format(script=stemming.script, name=stemming.name)
    return "w/" + sha256(written.encode()).hexdigest()[:8], written


def stemmer_path(name: str) -> str:
    """Say where a script of that name lies."""
    return f"{FOLDER}/{name}.js"
