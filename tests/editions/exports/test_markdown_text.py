"""The Markdown that is written of HTML, held against another writer."""

from __future__ import annotations

from html import escape

from hypothesis import example, given
from hypothesis import strategies as st
from markdownify import MarkdownConverter

from guideway.editions.exports.markdown_text import as_markdown

SECOND = MarkdownConverter(
    heading_style="atx", bullets="-", newline_style="backslash", escape_misc=True
)

SIGNS = (
    "一二",
    "a_b",
    "*x*",
    "1. ",
    "10) ",
    "- ",
    "--",
    "# ",
    "+ 1",
    " ",
    "\n",
    "`",
    "<",
    "&",
    "\xa0",
)
WORDS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=4).map(lambda s: escape("".join(s)))
ALONE = st.one_of(
    WORDS,
    st.just("<br>"),
    WORDS.map(lambda words: f'<img src="x.png" alt="{words}">'),
    WORDS.map(lambda words: f'<a href="https://x.example">{words}</a>'),
    st.just('<a href="https://x.example/a_b">https://x.example/a_b</a>'),
)


def _in(*tags: str, inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inside, max_size=3).map("".join)
    return st.builds(lambda tag, part: f"<{tag}>{part}</{tag}>", st.sampled_from(tags), parts)


LINE = st.recursive(ALONE, lambda inner: _in("em", "strong", "code", inside=inner), max_leaves=4)
ITEM = st.one_of(st.just("\n"), st.just(" "))
BLOCK = st.recursive(
    st.one_of(LINE, ITEM, _in("p", "h2", "h3", inside=LINE)),
    lambda inner: st.one_of(
        _in("blockquote", inside=inner),
        _in("ul", "ol", inside=st.one_of(ITEM, _in("li", inside=inner))),
    ),
    max_leaves=8,
)


@given(st.lists(BLOCK, min_size=1, max_size=4).map("".join))
@example("<ul><li>一<ol>\n<li><p>1. 二</p></li> <li></li></ol></li></ul>\n三")
@example("<p>一</p>\xa0<p>二</p>")
def test_every_element_is_written_as_another_writer_does(html: str) -> None:
    assert as_markdown(html) == str(SECOND.convert(html)).strip()
