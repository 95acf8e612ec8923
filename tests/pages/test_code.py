"""Lines of code are the same signs in every form of a page, whatever stands in them."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guideway.build import Tree
from guideway.editions.exports.markdown_text import as_markdown
from guideway.model.fences import Block, around, block_of, split, words_first
from guideway.reports.examination import examine
from guideway.web.host_html import HostHtml, parts_of
from guideway.web.host_profiles import profiles
from guideway.web.html import Html
from tests.support.composing import compose
from tests.support.exports import SITE, TEMPLATES, WORDS, made
from tests.support.world import DAY, World

CODE = """\
if true; then
\techo '<b>你好, 世界</b>' | tr  a-z   A-Z

\u0020

  # 不是标题 `x` **y** {{ z }} {% if %}
- 1. &amp; [](law.bridge.3) > | ~~~
    <!-- --> </code></pre> ``` \\
fi"""
"""With an empty line, one of a space, two spaces, and what means something elsewhere."""
GUIDE = "content/guides/bridge.yaml"
BEFORE, BEHIND = "打开终端，照抄下面的话", "然后过桥"


@pytest.fixture(scope="module")
def tree(world: World) -> Tree:
    """The tiny site, with code in a step, in a smaller one, and in the help of a question."""
    text = f"{BEFORE}。\n\n```sh\n{CODE}\n```\n{BEHIND}。"
    step = {"id": "pay", "do": "回答守桥人的问题", "detail": text}
    smaller = [{"do": "数到三", "detail": text}]
    asked = {"mount": {"ask": "你骑马吗", "help": text, "options": {"yes": "骑马", "no": "步行"}}}
    steps = [step | {"substeps": smaller, "when": {"mount": "yes"}}, {"id": "cross", "do": "过桥"}]
    none: dict[str, object] = {"deadlines": [], "letters": [], "blanks": {}, "corrections": []}
    written = {"steps": steps, "questions": asked, **none}
    lines = (f"{key}: {json.dumps(value)}\n" for key, value in written.items())
    changed = world.amended(GUIDE, "".join(lines))
    catalog, problems = examine(changed.shelf(), DAY)
    assert [problem for problem in problems if problem.level == "error"] == []
    return compose(catalog, TEMPLATES, WORDS)


def _codes(html: str) -> list[str]:
    return [each.text() for each in Html(html).find("pre > code")]


def test_code_is_the_same_on_pages_and_embedded(tree: Tree) -> None:
    page = next(page for page in tree.pages if page.path == "guides/bridge.md")

    assert _codes(page.text) == [CODE] * 3
    assert _codes(tree.texts["embed/bridge/index.html"]) == [CODE] * 3
    assert "code" in page.scripts
    assert all("code" not in each.scripts for each in tree.pages if each.kind == "sheet")


def test_what_is_closed_of_a_step_begins_behind_the_code(tree: Tree) -> None:
    page = next(page for page in tree.pages if page.path == "guides/bridge.md")
    (step,) = Html(page.text).find("#step-pay .gw-step__body")
    seen = [child for child in step.iter() if child.tag != "details"]

    assert [child.tag for child in seen[:2]] == ["p", "pre"]
    assert BEHIND in step.css(".gw-fold")[0].text()


def test_code_is_the_same_for_programs(tree: Tree) -> None:
    data = json.loads(tree.texts["api/guides/bridge.json"])
    files: Mapping[str, str] = made(tree, SITE)
    told = MarkdownIt("commonmark").parse(files["guides/bridge/index.md"])

    assert data["steps"][0]["detail"] == f"{BEFORE}。\n\n{CODE}\n\n{BEHIND}。"
    assert [each.content for each in told if each.type == "fence"] == [f"{CODE}\n"] * 3


@pytest.mark.parametrize("name", sorted(profiles(TEMPLATES)))
def test_code_keeps_its_lines_where_it_is_pasted(name: str) -> None:
    lines = "<p>一</p><ul><li><pre><code>a  b\n\n\tc &lt;</code></pre>二</li></ul>"
    made_ = HostHtml(profiles(TEMPLATES)[name], lambda href: href)
    html = made_.rewritten(parts_of(Html(lines, is_piece=True)))
    said = "a&nbsp;&nbsp;b<br><br>&nbsp;&nbsp;c &lt;"

    assert said in html or _codes(html) == ["a  b\n\n\tc <"]


def test_markdown_of_code_is_a_fence_that_nothing_in_it_ends() -> None:
    assert as_markdown("<p>一</p><pre><code>a\n```\nb</code></pre><p>二</p>") == (
        "一\n\n````\na\n```\nb\n````\n\n二"
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一\n\n二", ["一", "二"]),
        ("一\n```\na\n\nb\n```\n二", ["一", "```\na\n\nb\n```", "二"]),
        ("```sh\na\n```", ["```sh\na\n```"]),
        ("  ```\n  a\n    b\n  ```", ["  ```\n  a\n    b\n  ```"]),
        ("````\n```\n````", ["````\n```\n````"]),
        ("一 ``` 二", ["一 ``` 二"]),
        ("```", ["```"]),
        ("```\na", ["```\na"]),
    ],
)
def test_a_text_is_taken_apart_at_its_fences(text: str, parts: list[str]) -> None:
    assert split(text) == parts


LINES = st.sampled_from(["```", "````", "`````", "```sh", "``` ", "a", "  b", "``", "`c`", " ```"])


@given(st.lists(LINES, min_size=1, max_size=7))
def test_code_is_what_another_reader_of_commonmark_takes_for_it(lines: list[str]) -> None:
    """No empty lines: what stands between paragraphs is no code of ours."""
    ours = [block for part in split("\n".join(lines)) if (block := block_of(part))]
    read = MarkdownIt("commonmark").parse("\n".join(lines))
    theirs = [
        (each.content.strip("\n"), each.info.strip()) for each in read if each.type == "fence"
    ]

    assert [(block.text, block.language) for block in ours if block.text] == [
        (text, language) for text, language in theirs if text
    ]


def test_a_fence_says_what_is_in_it() -> None:
    assert block_of("```sh\na\n```") == Block("a", "sh")
    assert block_of("  ```\n  a\n    b\n c\n  ```") == Block("a\n  b\nc")
    assert block_of("```\na") == Block("a", is_closed=False)
    assert block_of("```") is None
    assert block_of("一") is None
    assert around("一\n```\n# a\n```\n二") == "一\n\n二"
    assert words_first("一\n\n二") == "一"
    assert words_first("```\na\n```\n一") == ""
