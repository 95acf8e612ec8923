"""Articles of every kind become drafts: nothing is invented, and every sentence is somewhere."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import docx.enum.style
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guideway.imports.formats import RawArticle, read_article
from guideway.imports.importing import Imported, framed, imported
from guideway.imports.sentences import sentences
from guideway.imports.tally import as_json, as_text
from guideway.project.templates import read_phrases
from guideway.reports.examination import catalog_of, examine
from guideway.reports.mending import mended, mended_file
from guideway.source import Document, read
from tests.support.sites import ROOT, command, copy_project
from tests.support.world import DAY, World, read_world

HERE = Path(__file__).parent
PHRASES = read_phrases(ROOT / "templates")


def _read(name: str, content: bytes) -> RawArticle:
    return read_article(name, content, PHRASES.numberings)


ANSWERS = {
    "provider": "keeper",
    "topic": "crossing",
    "action": "cross",
    "audience": "knight",
    "owner": "bridge",
}
ENCODINGS = {
    **dict.fromkeys(
        ("card-machine", "notice", "bank-card", "lead-site", "nested-tables"), "gb18030"
    ),
    **dict.fromkeys(("library-card", "mrt-card", "card-faq"), "big5"),
    "saved-page": "gbk",
}
"""What an article is saved in; without one, UTF-8."""
WRONG = 'value: "95999"\n  mistaken: [{value: "95188", about: [守桥人]}]'


def _world() -> World:
    """The tiny site, where a wrong number of its keeper is known."""
    world = read_world()
    path = "content/records/bridge.yaml"
    text = world.files[path].decode().replace('value: "95999"', WRONG, 1)
    return world.having(path, text.encode())


WORLD = _world()
CATALOG, _ = catalog_of(WORLD.shelf(), DAY, DAY)


def _word(paragraphs: list[tuple[str, str | list[list[str]]]]) -> bytes:
    """Write a Word file of paragraphs, and of tables: lists of cells in place of words."""
    document = docx.Document()
    for style, words in paragraphs:
        if isinstance(words, str):
            document.add_paragraph(words, style=style)
            continue
        table = document.add_table(len(words), len(words[0]))
        for cells, row in zip(table.rows, words, strict=True):
            for cell, said in zip(cells.cells, row, strict=True):
                cell.text = said
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _articles() -> Iterator[tuple[str, bytes]]:
    for path in sorted((HERE / "articles").iterdir()):
        text = path.read_text(encoding="utf-8")
        if path.name.endswith(".word.yaml"):
            yield path.name.replace(".word.yaml", ".docx"), _word(yaml.safe_load(text))
        else:
            yield path.name, text.encode(ENCODINGS.get(path.stem, "utf-8"))


FILES = dict(_articles())


def _import(name: str) -> tuple[RawArticle, Imported]:
    article = _read(name, FILES[name])
    return article, imported(article, CATALOG, PHRASES, framed(ANSWERS, DAY))


@pytest.mark.parametrize("name", FILES)
def test_an_article_becomes_this_draft(name: str, request: pytest.FixtureRequest) -> None:
    _, found = _import(name)
    path = "content/guides/draft.yaml"
    text = mended_file(WORLD.shelf(), path, found.text.encode(), DAY).decode()
    said = f"{text}\n---\n{as_text(found.tally)}\n"
    expected = HERE / "expected" / f"{name}.yaml"
    if request.config.getoption("--update"):
        expected.write_text(said, encoding="utf-8")

    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_every_sentence_is_in_one_place(name: str) -> None:
    article, found = _import(name)
    of_lines = [each.text for line in article.lines for each in sentences(line)]
    tally = found.tally
    placed = [each.text for each in tally.kept] + [each.text for each, _ in tally.marked]
    placed += [each.sentence.text for each in tally.dropped]

    assert _letters(placed) == _letters(of_lines)


def _letters(said: Iterable[str]) -> Counter[str]:
    """What is said, letter by letter: a label is cut off its sentence."""
    return Counter(letter for text in said for letter in re.findall(r"\w", text))


@pytest.mark.parametrize("name", FILES)
def test_what_is_kept_is_in_the_draft(name: str) -> None:
    """All but names of parts, which have become keys."""
    _, found = _import(name)
    text = _bare(found.text)
    said = [*found.tally.kept, *(sentence for sentence, _ in found.tally.marked)]

    missing = [each.text for each in said if _bare(each.text) not in text]
    assert [each for each in missing if not PHRASES.section(each)] == []


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_invented(name: str) -> None:
    """Every value is words of the article, in one piece or in several that follow each other."""
    article, found = _import(name)
    words = _bare("".join(line.text for line in article.lines) + article.title)
    document = read("draft.yaml", found.text.encode())
    assert isinstance(document, Document)
    said = [text for key, text in _values(document.data) if key not in FRAMED]

    invented = [text for text in said if not _is_from(_bare(text), words)]
    assert [text for text in invented if text != PHRASES.remarks["todo"]] == []


FRAMED = {*ANSWERS, "reviewed_on", "review_by", "draft", "id", "severity", "acts", "when.situation"}
"""What is no words of an article."""


def _bare(text: str) -> str:
    said = re.sub(r"(?m)```\w*$", "", text)
    return re.sub(r"\W|95999|channel\.keeper\.hotline@call", "", said).lower()


def _is_from(text: str, words: str) -> bool:
    """Whether a text is made of pieces of the article, at most one for each paragraph and label."""
    if text in words:
        return True
    while text:
        piece = next((text[:n] for n in range(len(text), 1, -1) if text[:n] in words), "")
        if len(piece) < min(len(text), 2):
            return False
        text = text[len(piece) :]
    return True


def _values(data: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _values(value, f"when.{name}" if key == "when" else name)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value, key)
    elif isinstance(data, str):
        yield key, data


@pytest.mark.parametrize("name", FILES)
def test_each_value_stands_below_the_line_it_comes_from(name: str) -> None:
    _, found = _import(name)
    said = [*found.tally.kept, *(sentence for sentence, _ in found.tally.marked)]
    document = read("draft.yaml", found.text.encode())
    assert isinstance(document, Document)
    values = {_bare(text) for _, text in _values(document.data)}
    remarks = {line.strip().removeprefix("# ") for line in found.text.split("\n")}
    without = {f"{s.line}：{s.shown}" for s in said if _bare(s.text) in values} - remarks

    assert len(remarks) > len(values) / 2
    assert without == set()


@pytest.mark.parametrize("name", FILES)
def test_a_draft_is_checked_and_what_is_left_is_told(name: str) -> None:
    _, found = _import(name)
    path = "content/guides/draft.yaml"
    text = mended_file(WORLD.shelf(), path, found.text.encode(), DAY)
    shelf = WORLD.having(path, text).shelf()
    catalog, problems = examine(shelf, DAY)

    assert catalog.get("guide.draft") is not None
    assert {problem.level for problem in problems} == {"warning"}
    assert {problem.place.path for problem in problems} == {path}
    assert mended(shelf, DAY, DAY) == {}


CODE = "git log -- a.js\n\n  if x:\n# 先看 `这里`：3 天内"


@pytest.mark.parametrize("kind", [".md", ".txt", ".html"])
def test_code_is_kept_sign_for_sign(kind: str) -> None:
    code = f'<pre><code class="language-sh">{CODE}</code></pre>' if kind == ".html" else ""
    code = code or f"```sh\n{CODE}\n```"

    draft = _draft(f"a{kind}", f"怎样看\n\n第一步：先看：\n\n{code}\n\n第二步：再看。\n")

    assert draft["steps"][0]["detail"].endswith(f"```sh\n{CODE}\n```")


def _draft(name: str, text: str) -> dict[str, Any]:
    found = imported(_read(name, text.encode()), CATALOG, PHRASES, framed(ANSWERS, DAY))
    document = read("a.yaml", found.text.encode())
    assert isinstance(document, Document)
    assert isinstance(document.data, dict)
    return document.data


@pytest.mark.parametrize(
    ("name", "line", "becomes"),
    [
        ("a.html", "运行 <code>a; b: c</code>，再看。", "运行 `a; b: c`，再看。"),
        ("a.html", "按 <b><kbd>Ctrl</kbd></b>，拨 <code>95999</code>", "按 `Ctrl`，拨 `95999`"),
        ("a.html", "写 <code>a*b</code> 和 *c*", r"写 `a*b` 和 \*c\*"),
        ("a.html", "写 <code>a`b</code>", r"写 a\`b"),
        ("a.html", "写 &#xfdd0;甲 <code> </code>", "写 甲"),
        ("a.md", "查看 `git log` 的說明。", "查看 `git log` 的說明。"),
        ("a.txt", "查看 `git log`。", "查看 `git log`。"),
        ("a.txt", "這個檔案叫做 `設定.txt`，請點開來看", "这个档案叫做 `設定.txt`，请点开来看"),
    ],
)
def test_code_in_a_line_is_kept(name: str, line: str, becomes: str) -> None:
    lines = ["怎么看", f"第一步：{line}", "第二步：再看。"]
    text = "\n".join(f"<p>{each}</p>" for each in lines) if "html" in name else "\n\n".join(lines)

    assert _draft(name, text)["steps"][0]["do"] == becomes


NOTED = """<h1>怎么退</h1><ol><li>填表<sup><a id="r1" href="#n1">[1]</a></sup>。<li>等。</ol>
<p>注：退到原来的卡<a id="r2" href="#n2">*</a>，另见<a href="#top">页首</a>。</p>
<table><tr><td>现金<sup id="r3"><a href="#n3">2</a></sup><td>当天<tr><td>卡<td>明天</table>
<ol><li id="n1">表在<code>前台</code>。<a href="#r1">↑</a>
<li id="n2">用 <b>5</b> 张。<a href="#r2">↑</a>
<li id="n3"><a href="#r3">↑</a> 要签字</ol>"""


def test_a_note_stands_behind_what_it_is_about() -> None:
    lines = [line.text for line in _read("a.html", NOTED.encode()).lines]

    assert lines == [
        *("怎么退", "填表。", "表在\ufdd0前台\ufdd1。", "等。"),
        *("注：退到原来的卡，另见页首。", "用 5 张。", "现金 要签字：当天\n卡：明天"),
    ]


@pytest.mark.parametrize("note", ["先打电话问。", "先打\n    电话问。"])
def test_a_note_of_markdown_is_kept(note: str) -> None:
    draft = _draft("a.md", f"# 怎么退\n\n1. 去门店[^a]。\n2. 等 `[^a]`。\n\n[^a]: {note}\n")

    assert [step["do"] for step in draft["steps"]] == ["去门店。", "等 `[^a]`。"]
    assert draft["steps"][0]["detail"].startswith("先打")


def test_lines_that_nothing_ends_do_not_run_into_each_other() -> None:
    text = "# 怎么退\n\n## 准备\n\n- 证件\n  - 原件\n  - 或者护照\n\n## 步骤\n\n1. 去。\n2. 等。\n"

    assert _draft("a.md", text)["needs"] == [{"what": "证件：原件；或者护照"}]


def test_a_title_has_the_words_of_code_alone() -> None:
    draft = _draft("a.md", "# 怎么用 `git`\n\n1. `git log`：看历史。\n2. 再看。\n")

    assert draft["title"] == "怎么用 git"
    assert draft["steps"][0] == {"id": "step-1", "do": "`git log`", "detail": "看历史。"}


def test_code_in_a_line_of_word_is_kept() -> None:
    document = docx.Document()
    document.styles.add_style("HTML Code", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    document.add_paragraph("怎么看", style="Title")
    document.add_paragraph("第一步：运行 ").add_run("git log", style="HTML Code")
    document.add_paragraph("第二步：再看。")
    saved = BytesIO()
    document.save(saved)

    found = imported(_read("a.docx", saved.getvalue()), CATALOG, PHRASES, framed(ANSWERS, DAY))

    assert "do: 运行 `git log`" in found.text


HEAD = "<tr><th>渠道</th><th>时间</th></tr>"
ROWS = "<tr><td>零钱</td><td>当天，不用等</td></tr><tr><td>银行卡</td><td></td></tr>"
FEW = [["零钱", "当天，不用等"], ["银行卡", "待补充"]]


@pytest.mark.parametrize(
    ("table", "becomes"),
    [
        (HEAD + ROWS, {"head": ["渠道", "时间"], "rows": FEW}),
        (ROWS, {"head": FEW[0], "rows": FEW[1:]}),
        (f"<tr><td><table>{HEAD}{ROWS}</table></td></tr>", {"head": ["渠道", "时间"], "rows": FEW}),
        (HEAD + "<tr><td colspan=2>都一样</td></tr>", None),
        (f"<tr>{'<td>甲</td>' * 5}</tr>" * 2, None),
    ],
)
def test_a_small_table_stays_one(table: str, becomes: object) -> None:
    page = f"<h1>怎么退</h1><h2>步骤</h2><ol><li>申请。<li>等：</ol><table>{table}</table>"

    steps = _draft("a.html", page)["steps"]

    assert [step["table"] for step in steps if "table" in step] == ([becomes] if becomes else [])


def test_rows_that_are_counted_are_steps() -> None:
    rows = "<tr><th>序号<th>做什么<tr><td>1<td>打开 App<tr><td>2<td>点退款"

    steps = _draft("a.html", f"<h1>怎么退</h1><h2>步骤</h2><table>{rows}</table>")["steps"]

    assert [step["do"] for step in steps] == ["打开 App", "点退款"]


@pytest.mark.parametrize(
    "pair",
    [
        "问：丢了怎么办？\n答：补一张。",
        "Q1：丢了怎么办？\nA1：补一张。",
        "1、问：丢了怎么办？\n答：补一张。",
        "【问】丢了怎么办？\n【答】补一张。",
    ],
)
def test_a_question_and_its_answer_are_a_trouble(pair: str) -> None:
    draft = _draft("a.txt", f"怎么补卡\n第一步：填表。\n第二步：交表。\n{pair}\n")

    assert draft["troubles"] == [{"when": "丢了怎么办？", "then": "补一张。"}]
    assert len(draft["steps"]) == 2


def test_each_encoding_is_told() -> None:
    said = {name: _read(name, content).encoding for name, content in FILES.items()}

    assert {*said.values()} == {"UTF-8", "GB18030", "Big5", "Word"}
    assert said["card-machine.txt"] == said["saved-page.html"] == "GB18030"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_an_article_says_the_same_in_each_encoding(encoding: str) -> None:
    text = FILES["umbrella-deposit.txt"].decode()

    found = _read("a.txt", text.encode(encoding))

    assert found.lines == _read("a.txt", text.encode()).lines


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"%PDF", "it is none of .txt, .md, .html, .htm, .docx"),
        ("a.docx", b"no archive", "it is no Word file"),
        ("a.txt", bytes(range(256)) * 9, "it is no text that can be read"),
        ("a.txt", b" " * 20_000_001, "it is larger than 20 MB"),
    ],
)
def test_what_is_no_article_says_why(name: str, content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=re.escape(why)):
        _read(name, content)


def test_a_broken_word_file_says_so() -> None:
    saved = BytesIO()
    with ZipFile(saved, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>")

    with pytest.raises(ValueError, match="broken Word file"):
        _read("a.docx", saved.getvalue())


def test_what_a_word_file_unpacks_to_is_bounded() -> None:
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 20_000_001)

    with pytest.raises(ValueError, match="more than 20 MB are packed in it"):
        _read("a.docx", saved.getvalue())


SIGNS = (
    "第一步：|1、|（一）|①|情况二：|注意事项|步骤|目录|如下：|。|- |<b>|费用：|3 天内退 20 元"
    "|拨 95999|加微❤|[x](y)|**|`|'|: |# |你|\n|\n|\n"
    "|\n```\n|<pre><code>|</code></pre>|<code>|</code>|\ufdd0|<table><tr><th>甲<th>乙<tr><td>1<td>丙</table>|问：|答："
)
PIECES = st.sampled_from(SIGNS.split("|"))


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from([".txt", ".md", ".html"]))
def test_whatever_is_written_becomes_a_draft_that_can_be_read(text: str, kind: str) -> None:
    article = _read(f"a{kind}", text.encode())
    found = imported(article, CATALOG, PHRASES, framed(ANSWERS, DAY))

    document = read("a.yaml", found.text.encode())
    assert isinstance(document, Document)
    assert document.problems == ()
    assert sum(found.tally.counts.values()) >= len(found.tally.kept)
    assert json.loads(as_json(found.tally))["file"] == f"a{kind}"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<div>" * 5000 + "x"),
        ("a.html", "<ul><li>一</li>" * 3000),
        ("a.html", "<table><tr><td>一" * 2000),
        ("a.md", "> " * 2000 + "x"),
        ("a.txt", "1、第一步：" * 3000),
    ],
)
def test_what_is_nested_without_end_is_read(name: str, content: str) -> None:
    found = imported(_read(name, content.encode()), CATALOG, PHRASES, framed(ANSWERS, DAY))

    assert isinstance(read("a.yaml", found.text.encode()), Document)


def test_the_command_writes_a_draft_and_says_what_became_of_the_article(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path / "site")
    file = tmp_path / "a.txt"
    file.write_bytes(FILES["locker-code.txt"])

    done = command("-C", project, "import", file, "locker")
    again = command("-C", project, "import", file, "locker")
    said = command("-C", project, "import", file, "locker-two", "--format", "json")

    assert done.returncode == 0
    assert "a.txt (UTF-8): 32 sentences\n  kept" in done.stdout
    assert "content/guides/locker.yaml\n\nLeft to do:" in done.stdout
    assert "[unfinished]" in done.stdout
    assert (again.returncode, "there is a guide “locker” already" in again.stderr) == (2, True)
    assert json.loads(said.stdout)["kept"] > 20
    assert command("-C", project, "check").returncode == 0


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    project = copy_project(ROOT / "example", tmp_path / "site")
    file = tmp_path / "a.docx"
    file.write_bytes(b"no archive")

    done = command("-C", project, "import", file, "a")

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: a.docx cannot be read: it is no Word file\n  = hint")
