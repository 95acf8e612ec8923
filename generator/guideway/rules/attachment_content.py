"""A file to take along is what its name says, and small enough for a phone.

Whoever opens it trusts us, so it is a document and nothing else: a .docx or .xlsx without macros, a
.pdf, a .csv or .txt in UTF-8. It has at most 1,000,000 bytes, for it goes into every edition, also
into pages that are one file.

Wrong:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, attachments: [{file: form.pdf, title: 申请表}]}

    content/media/form.pdf (whole)
    <html>pay here</html>

Right:

    content/guides/bridge.yaml
    steps:
      - {id: pay, do: 回答守桥人的问题, attachments: [{file: form.txt, title: 申请表}]}

    content/media/form.txt (whole)
    名字：
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from guideway.catalog import Catalog
from guideway.catalog.pictures import offered
from guideway.problems import Place, Problem

_BYTES = 1_000_000
_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
"""Ending → what is in the archive that such a file is."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Find the first thing that is wrong with every file that is offered."""
    for file in sorted(offered(catalog)):
        found = _wrong(file.rpartition(".")[2], catalog.media[file])
        if found:
            place = Place(f"content/media/{file}")
            hint = "save it anew, as the document it is, and smaller"
            yield Problem(place, f"this file {found}", code="attachment-content", hint=hint)


def _wrong(ending: str, content: bytes) -> str:
    if len(content) > _BYTES:
        return f"has more than {_BYTES:,} bytes"
    if ending == "pdf":
        return "" if content.startswith(b"%PDF-") else _OTHER
    return _in_archive(ending, content) if ending in _PARTS else _in_text(content)


_OTHER = "is not of the kind its name says"


def _in_archive(ending: str, content: bytes) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except BadZipFile:
        return _OTHER
    if any(name.endswith("vbaProject.bin") for name in names):
        return "has macros in it, which are programs"
    return "" if _PARTS[ending] in names else _OTHER


def _in_text(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return "is not in UTF-8"
    return _OTHER if "\0" in text else ""
