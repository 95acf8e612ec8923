"""Files made in the page, on a bare page: what is in them by other programs, and their names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page

from tests.support.sites import ROOT

pytestmark = pytest.mark.slow

ASSETS = ROOT / "templates" / "theme" / "assets"
TEXTS = ["甲方：“守桥人”\n乙方：<b> & 'c'", "", "第二段 𠮷 é"]
GIVEN = """async ({title, texts}) => [
  ...new Uint8Array(await guideway.docx(title, texts).arrayBuffer()),
]"""


@pytest.fixture(scope="module")
def bare(browser: Browser) -> Iterator[Page]:
    """A page with nothing but the scripts that count and make files."""
    page = browser.new_page()
    page.set_content("<!doctype html><html lang=zh-CN><title>x</title>")
    page.evaluate("globalThis.guideway = {language: 'zh-CN'}")
    for name in ("counting", "files"):
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text())
    yield page
    page.close()


def test_a_letter_for_word_is_an_archive_as_others_make_them(bare: Page) -> None:
    """Each part at its place with its sum, under a date there is, and nothing packed."""
    made = bytes(bare.evaluate(GIVEN, {"title": "退款申请", "texts": TEXTS}))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = archive.infolist()
        read = {part.filename: archive.read(part) for part in parts}
        assert archive.testzip() is None

    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert {(part.compress_type, part.extract_version) for part in parts} == {(0, 20)}
    assert [part.CRC for part in parts] == [zlib.crc32(content) for content in read.values()]
    assert [(part.file_size, part.compress_size) for part in parts] == [
        (len(content), len(content)) for content in read.values()
    ]
    assert [each.text for each in Document(io.BytesIO(made)).paragraphs] == ["退款申请", *TEXTS]


@pytest.mark.parametrize("sign", [*'\\/:*?"<>|'])
def test_a_file_is_saved_under_a_name_that_every_system_can_have(bare: Page, sign: str) -> None:
    with bare.expect_download() as waiting:
        bare.evaluate("(name) => guideway.save(name, 'text/plain', 'x')", f"退款{sign}申请.txt")

    assert Path(waiting.value.path()).read_bytes() == b"x"
    assert bare.evaluate(LINKED, f"退款{sign}申请.txt") == "退款 申请.txt"


LINKED = """(name) => {
  let linked = null;
  const hear = (event) => { linked = event.target.download; event.preventDefault(); };
  addEventListener("click", hear);
  guideway.save(name, "text/plain", "x");
  removeEventListener("click", hear);
  return linked;
}"""
"""What the page itself calls a file: some browsers mend names too, not all."""


def test_a_short_name_is_the_sum_that_others_work_out(bare: Page) -> None:
    texts = ["", "a", "退款 𠮷", "x" * 1000]

    assert bare.evaluate("(texts) => texts.map(guideway.sum)", texts) == [
        f"{zlib.crc32(text.encode()):08x}" for text in texts
    ]


def test_the_words_of_a_part_are_what_a_reader_reads(bare: Page) -> None:
    bare.evaluate(
        """() => document.body.innerHTML = `<div id=a>走 <b>到</b>
          <sup class="gw-cites">1</sup><span hidden>不</span><button>按</button><input value=填>
          对岸<i class=x>去</i></div>`"""
    )
    said = "(more) => guideway.wordsOf(document.querySelector('#a'), more)"

    assert bare.evaluate(said) == "走 到 对岸去"
    assert bare.evaluate(said, ".x") == "走 到 对岸"
