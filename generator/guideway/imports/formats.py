"""A file → the lines of the article in it: plain text, Markdown, a saved page, Word."""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from guideway.imports.code_lines import fenced
from guideway.imports.decoding import decoded
from guideway.imports.html_lines import lines_of, title_of
from guideway.imports.lines import Line, simplified
from guideway.imports.notes import put_by
from guideway.imports.numbering import Numberings, beside_their_numbers, numbered
from guideway.web.html import Html

LARGEST = 20_000_000
"""Bytes of a file, and of what is packed in one."""
KINDS = (".txt", ".md", ".html", ".htm", ".docx")
"""What can be read, by how its name ends."""

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufdd0\ufdd1\ufeff]"
)
_CODE_STYLES = ("HTML Preformatted", "HTML 预设格式", "Code", "Source Code", "macro", "代码")
"""What Word calls paragraphs in which code stands."""
_INLINE_STYLES = (
    *("HTML Code", "HTML Keyboard", "HTML Sample", "HTML Typewriter", "HTML 代码", "HTML 键盘"),
    *("Verbatim Char", "Code Char", "Source Code Char", "Inline Code", "代码 字符"),
)
"""What it calls runs of words that are code."""
_WORD_STYLES = "\n".join(
    ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]
    + [f"r[style-name='{name}'] => code" for name in _INLINE_STYLES]
    + [f"p[style-name='{name}'] => pre.code:separator('\\n')" for name in _CODE_STYLES]
)
_MARKDOWN = MarkdownIt("commonmark", {"breaks": True}).enable("table").use(footnote_plugin)
_FRONT = re.compile(r"\A---\n(?:.*\n){0,60}?---\n")
"""What is said of an article above it."""
_NAMED = re.compile(r"(?m)^title:\s*[\"']?([^\"'\n]+)")
_LETTER = re.compile(r"\w")
_MOST = 5_000
"""So many lines are read; who wrote more has written a book."""


@dataclass(frozen=True)
class RawArticle:
    """An article as it was found."""

    name: str
    """Of its file."""
    encoding: str
    title: str
    """What its file calls it; empty if it does not."""
    lines: tuple[Line, ...]


def read_article(name: str, content: bytes, said: Numberings) -> RawArticle:
    """Read a file by the end of its name; a ValueError says why it is no article.

    `said` is how its lines may be numbered.
    """
    if len(content) > LARGEST:
        raise ValueError(f"it is larger than {LARGEST // 1_000_000} MB")
    kind = next((kind for kind in KINDS if name.lower().endswith(kind)), "")
    if not kind:
        raise ValueError(f"it is none of {', '.join(KINDS)}")
    if kind == ".docx":
        title, encoding, lines = "", "Word", _of_html(_word(content))
    else:
        text, encoding = decoded(content)
        title, lines = _of_text(kind, _CONTROL.sub("", text))
    found = simplified([line for line in lines[:_MOST] if _LETTER.search(line.text)])
    lines = beside_their_numbers([piece for line in found for piece in numbered(line, said)])
    return RawArticle(name, encoding, title, tuple(lines))


def _of_text(kind: str, text: str) -> tuple[str, list[Line]]:
    if kind == ".txt":
        return "", fenced(_BREAK.split(text))
    if kind == ".md":
        front = _FRONT.match(text)
        named = _NAMED.search(front[0]) if front else None
        html = _MARKDOWN.render(text[front.end() :] if front else text)
        return named[1] if named else "", _of_html(html)
    return title_of(Html(text)), _of_html(text)


def _of_html(html: str) -> list[Line]:
    page = Html(html)
    put_by(page)
    return lines_of(page)


def _word(content: bytes) -> str:
    """Read a Word file as HTML, without its pictures."""
    import mammoth  # noqa: PLC0415 - few articles are Word files, and it takes long to load

    if _unpacked(content) > LARGEST:
        raise ValueError(f"more than {LARGEST // 1_000_000} MB are packed in it")
    no_picture = mammoth.images.img_element(lambda _: {"src": ""})
    try:
        found = mammoth.convert_to_html(
            BytesIO(content), style_map=_WORD_STYLES, convert_image=no_picture
        )
    except Exception as error:  # whatever a broken file makes of the library
        raise ValueError("it is a broken Word file") from error
    return _CONTROL.sub("", str(found.value))


def _unpacked(content: bytes) -> int:
    """How many bytes are packed in a file."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return sum(file.file_size for file in archive.infolist())
    except (BadZipFile, OSError) as error:
        raise ValueError("it is no Word file") from error
