"""What `make same-site` finds: every kind of difference, and none where sites say the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from tools.same_site import main, told
from tools.site_differences import compare
from tools.site_names import read_site

PAGE = """<!doctype html>
<html lang="zh"><head><title>桥</title><link href="assets/page.0ee8c5df.min.css"></head><body>
  <p class="b a" id="x">过<b>桥</b> 去。</p>
  <ul>
    <li>一
    <li>二
  </ul>
  <script type="application/json">{"b": 1, "a": [true]}</script>
  <script>let a=1;</script>
  <pre>  一
二</pre>
</body></html>
"""
SITE = {
    "index.html": PAGE.encode(),
    "assets/page.0ee8c5df.min.css": b"a{b:c}",
    "api/bridge.json": rb'{"name": "bridge", "html": "<p id=\"a\" class=\"b\">x</p>", "n": [1, 2]}',
    "feed.xml": b'<feed xmlns="urn:x"><entry id="1" on="2">\n  <title>a</title></entry></feed>',
    "a.md": b"one\ntwo\n",
    "icon.png": b"\x89PNG",
    "worker.js": b'{"a/":"0123456789abcdef"}',
    "search/index.js": b'["da56f83e2"]',
    "search/da56f83e2/0.js": b"shard",
}
SAME = {
    "the case of a doctype": ("index.html", "<!doctype html>", "<!DOCTYPE html>"),
    "an end tag that may be left out": ("index.html", "<li>一\n", "<li>一</li>"),
    "the order of attributes": ("index.html", 'class="b a" id="x"', 'id=x class="b a"'),
    "the order of classes": ("index.html", '"b a"', '"a  b"'),
    "an entity": ("index.html", "去。", "&#x53bb;。"),
    "white space between blocks": ("index.html", "\n  <ul>", "<ul>"),
    "white space at the edge of a block": ("index.html", '"x">过', '"x">\n 过'),
    "how much white space there is": ("index.html", "</b> 去", "</b>\n   去"),
    "the order of data": ("index.html", '{"b": 1, "a": [true]}', '{"a":[true],"b":1}'),
    "the order of JSON": ("api/bridge.json", '"n": [1, 2]', '"n":[1,2]'),
    "HTML in JSON": ("api/bridge.json", r"id=\"a\" class=\"b\"", "class='b' id='a'"),
    "the order of attributes in XML": ("feed.xml", 'id="1" on="2"', "on='2' id='1'"),
    "white space in XML": ("feed.xml", "\n  <title>", "<title>"),
    "a sum of a file": ("worker.js", "0123456789abcdef", "fedcba9876543210"),
}
OTHER = {
    "html: text": ("index.html", "一\n", "三\n"),
    "html: id of <p>": ("index.html", 'id="x"', 'id="y"'),
    "html: class, title of <p>": ("index.html", 'class="b a"', 'class="b" title="c"'),
    "html: <b> became <i>": ("index.html", "<b>桥</b>", "<i>桥</i>"),
    "html: added <hr>": ("index.html", "<ul>", "<hr><ul>"),
    "html: left out <li>": ("index.html", "    <li>二\n", ""),
    "html: added text": ("index.html", "</ul>", "</ul>再"),
    "html: left out text": ("index.html", "let a=1;", ""),
    "html: <!DOCTYPE>": ("index.html", "<!doctype html>", ""),
    "json: .name": ("api/bridge.json", '"bridge"', '"river"'),
    "json: .n[]": ("api/bridge.json", "[1, 2]", "[2, 1]"),
    "json: added .n[]": ("api/bridge.json", "[1, 2]", "[1, 2, 3]"),
    "json: class of <p>": ("api/bridge.json", r"class=\"b\"", r"class=\"c\""),
    "xml: on of <{urn:x}entry>": ("feed.xml", 'on="2"', 'on="3"'),
    "md: content": ("a.md", "two", "three"),
    "bytes: content": ("icon.png", "PNG", "GIF"),
    "css: content": ("assets/page.0ee8c5df.min.css", "b:c", "b:d"),
    "json became broken json": ("api/bridge.json", "}", ""),
    "js: content": ("search/da56f83e2/0.js", "shard", "sherd"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_says_the_same_is_the_same(change: tuple[str, str, str]) -> None:
    found = compare(SITE, _changed(*change))

    assert (found.same, found.differing) == (True, {})


@pytest.mark.parametrize(("kind", "change"), OTHER.items(), ids=OTHER)
def test_each_kind_of_difference_is_found(kind: str, change: tuple[str, str, str]) -> None:
    found = compare(SITE, _changed(*change))

    assert {path: {each.kind for each in of} for path, of in found.differing.items()} == {
        change[0]: {kind}
    }
    assert not found.same


def test_files_on_one_side_only_are_found() -> None:
    here = {**SITE, "new.md": b""}
    del here["a.md"]
    found = compare(SITE, here)

    assert (found.only_there, found.only_here, found.same) == (["a.md"], ["new.md"], False)


def test_names_with_sums_belong_together_by_where_they_are_asked_for() -> None:
    """Two style sheets and two shards get other names; only what is in one of them differs."""
    there = {
        "a/index.html": b'<link href="../assets/page.11111111.min.css">',
        "b/index.html": b'<link href="../assets/page.22222222.min.css">',
        "assets/page.11111111.min.css": b"a{}",
        "assets/page.22222222.min.css": b"b{}",
        "search/index.js": b'"d33333333"',
        "search/d33333333/0.js": b"0",
    }
    names = {b"11111111": b"ffffffff", b"22222222": b"00000000", b"d33333333": b"d44444444"}
    here = dict(_renamed(there, names))
    assert compare(there, here).same

    here["assets/page.00000000.min.css"] = b"c{}"
    assert [*compare(there, here).differing] == ["assets/page.22222222.min.css"]


def test_what_is_meant_to_differ_is_named_and_counted() -> None:
    here = {**_changed("a.md", "two", "three"), "embed/new.html": b"<p>"}
    found = compare(SITE, here, {"*.md": "words", "embed/*": "whole", "x/*": "nothing"})
    allowed = {"*.md": "words", "embed/*": "whole", "x/*": "nothing"}

    assert found.same
    assert found.meant == {"*.md": ["a.md"], "embed/*": ["embed/new.html"], "x/*": []}
    assert "meant to differ, embed/*: 1 file: whole" in "\n".join(told(found, allowed))


def test_two_folders_are_compared_with_what_is_in_their_archives(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    _lay_out(there, {**SITE, "b.zip": _packed(SITE)})
    _lay_out(here, {**SITE, "b.zip": _packed(_changed("index.html", "一\n", "三\n"))})

    assert main(there, there, {}) == 0
    assert capsys.readouterr().out == "\nthe sites are the same\n"
    assert main(there, here, {}) == 1
    assert (
        capsys.readouterr().out
        == """
html: text: 1 file (b.zip/ 1), such as b.zip/index.html
    <ul>
    <li>
  - 一
  + 三

1 file with differences
"""
    )
    assert read_site(there).keys() == SITE.keys() | {f"b.zip/{path}" for path in SITE}


def test_of_a_long_line_what_differs_is_shown() -> None:
    line = "x" * 1000
    found = compare({"a.md": f"{line}1{line}".encode()}, {"a.md": f"{line}2{line}".encode()})
    shown = [each for each in told(found, {}) if each.startswith(("  -", "  +"))]

    assert [len(each) < 200 for each in shown] == [True, True]
    assert ("x1x" in shown[0], "x2x" in shown[1]) == (True, True)


def _changed(path: str, old: str, new: str) -> dict[str, bytes]:
    before = SITE[path].decode("latin-1" if path.endswith("png") else "utf-8")
    assert old in before
    after = before.replace(old, new, 1)
    return {**SITE, path: after.encode("latin-1" if path.endswith("png") else "utf-8")}


def _renamed(
    site: Mapping[str, bytes], names: Mapping[bytes, bytes]
) -> Iterator[tuple[str, bytes]]:
    for path, content in site.items():
        name, text = path.encode(), content
        for old, new in names.items():
            name, text = name.replace(old, new), text.replace(old, new)
        yield name.decode(), text


def _packed(site: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in site.items():
            archive.writestr(path, content)
    return packed.getvalue()


def _lay_out(folder: Path, site: Mapping[str, bytes]) -> None:
    for path, content in site.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
