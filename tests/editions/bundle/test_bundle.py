"""What is made for offline use, file by file: links, sources of files, bytes."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guideway.editions.bundle import Archive, Folder, member_of, page_in
from guideway.web.html import Html, put_after, put_inside, renamed
from guideway.web.links import ADDRESS, Marks, mark
from guideway.web.remote import loaded_from_elsewhere
from tests.support.sampling import sample
from tests.support.sites import ROOT, Reader, copy_project, guideway, place_of, read_html
from tests.support.world import DAY, HERE

ROOT_ADDRESS = "https://folder.example/"


@pytest.fixture(scope="module")
def packed(our_site: Path) -> Mapping[str, bytes]:
    """What is in the bundle: path below its folder → bytes."""
    (path,) = (our_site / "downloads").glob("*.zip")
    with zipfile.ZipFile(path) as file:
        return {name.partition("/")[2]: file.read(name) for name in file.namelist()}


class Parser(HTMLParser):
    """Python's own parser: a second opinion on what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note; of two attributes with one name the first holds, and empty is empty."""
        self.found.append((tag, {name: value or "" for name, value in reversed(attrs)}))

    def handle_endtag(self, tag: str) -> None:
        """Take note."""
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        """Take note of words; where they are parted does not matter."""
        if self.found and isinstance(self.found[-1], list):
            self.found[-1][0] += data
        else:
            self.found.append([data])

    def handle_comment(self, data: str) -> None:
        """Take note."""
        self.found.append({data})


def _read(html: str) -> list[object]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return parser.found


VALUES = st.text(alphabet="ab <>&\"'/=\u4e2d#;\xa0", max_size=8)
WRITTEN = VALUES.map(lambda value: value.replace("&", "&amp;").replace('"', "&quot;"))
ATTRIBUTES = st.lists(
    st.tuples(st.sampled_from(["id", "href", "data-when", "hidden"]), WRITTEN), max_size=3
).map(lambda pairs: "".join(f' {name}="{value}"' for name, value in pairs))
TEXTS = st.text(alphabet='ab >&;="\u4e2d\n', max_size=8)
HTML = st.recursive(
    st.one_of(
        TEXTS,
        TEXTS.map(lambda text: f"<!-- <b {text.replace('>', '')} -->"),
        st.builds(
            lambda given, text: f"<script{given}>if (a < b) '<b hidden=\"\">{text}'</script>",
            ATTRIBUTES,
            TEXTS,
        ),
        ATTRIBUTES.map(lambda given: f"<img{given}>"),
    ),
    lambda inner: st.builds(
        lambda tag, given, parts: f"<{tag}{given}>{''.join(parts)}</{tag}>",
        st.sampled_from(["em", "div", "SPAN", "section"]),
        ATTRIBUTES,
        st.lists(inner, max_size=3),
    ),
)


@given(HTML, st.booleans())
def test_what_is_written_of_a_tree_says_what_was_read(html: str, is_small: bool) -> None:
    written = Html(html, is_piece=True).text(is_small=is_small)

    assert _read(written) == _read(html)


def test_attributes_are_written_in_few_signs() -> None:
    html = Html(
        """<p hidden title="a" data-when='{"is":["b"]}' lang="a b">x="" </p>""", is_piece=True
    )
    start = """<p hidden title="a" data-when='{"is":["b"]}' lang="a b">"""

    assert html.text() == f'{start}x="" </p>'
    assert html.text(is_small=True) == f'{start.replace(chr(34) + "a" + chr(34), "a")}x="" </p>'


@given(HTML)
def test_what_is_left_out_is_gone_with_everything_in_it(html: str) -> None:
    left = Html(f"<main>{html}</main>", is_piece=True)
    left.drop("div")

    there = Html(f"<main>{html}</main>", is_piece=True).find("main *:not(:is(div, div *))")

    assert left.find("div") == []
    assert [each.tag for each in left.find("main *")] == [each.tag for each in there]


def test_an_element_gets_another_name_and_what_stands_in_and_after_it() -> None:
    html = Html("<p>1 <a id=x href=y>2<b>3</b></a> 4", is_piece=True)
    (link,) = html.find("a")
    put_after(link, "<i>5</i>, <i>6</i>")
    put_inside(link, "7")
    renamed(link, "span", {"id": "z"})

    assert html.text() == '<p>1 <span id="z">2<b>3</b>7</span><i>5</i>, <i>6</i> 4</p>'


@pytest.mark.slow
def test_our_pages_are_written_as_they_are_read(our_site: Path) -> None:
    pages = {path: path.read_text() for path in sorted(our_site.rglob("*.html"))}
    whole = {path: text for path, text in pages.items() if text.startswith("<!DOCTYPE html>")}
    rooms = {path: [path.relative_to(our_site).parts[0]] for path in whole}
    drawn = sample("pages that are written again", whole, 0.1, rooms.__getitem__)
    differ = [path for path in drawn if _words(Html(whole[path]).text()) != _words(whole[path])]

    assert len(whole) > 240
    assert differ == []


def _words(html: str) -> list[object]:
    """Read a page; white space around its head and its body is nobody's."""
    return [each for each in _read(html) if not isinstance(each, list) or each[0].strip()]


REMOTE = {
    "a script": '<script src="https://cdn.example/x.js"></script>',
    "a style sheet": '<link rel="stylesheet" href="//cdn.example/x.css">',
    "an icon": '<link rel="shortcut icon" href="https://cdn.example/x.png">',
    "something loaded early": '<link href="https://cdn.example" rel=preconnect>',
    "a picture": "<p>\n<img alt=x src = 'HTTPS://cdn.example/x.png'>",
    "one of several pictures": '<img srcset="x.png 1x, https://cdn.example/x.png 2x">',
    "a frame": '<iframe src="https://cdn.example/"></iframe>',
    "a film": '<video poster="https://cdn.example/x.png"><source src="x.webm"></video>',
    "a style": "<style>\np { background: url( 'https://cdn.example/x.png' ) }</style>",
    "a style sheet in a style": '<style>@import "https://cdn.example/x.css";</style>',
    "a style on an element": '<p style="background:url(//cdn.example/x.png)">x</p>',
    "a picture for later": '<template><p><img src="https://cdn.example/x.png"></template>',
    "a picture in a drawing": '<svg><image href="https://cdn.example/x.png"/></svg>',
}
AT_HOME = (
    '<link rel="canonical" href="https://site.example/">',
    '<a href="https://www.12315.cn/">x</a>',
    '<!-- <script src="https://cdn.example/x.js"></script> -->',
    "<script>const a = \"<img src='https://cdn.example/x.png'>\";</script>",
    "<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\">",
    "<style>/* url(https://cdn.example/) */ p { background: url(x.png) }</style>",
)


@pytest.mark.parametrize("html", REMOTE.values(), ids=REMOTE)
def test_what_is_loaded_from_elsewhere_is_found(html: str) -> None:
    (found,) = loaded_from_elsewhere("index.html", html, "")

    assert "cdn.example" in found.address
    assert found.line == (2 if "\n" in html else 1)


def test_links_comments_and_texts_load_nothing() -> None:
    found = [each for html in AT_HOME for each in loaded_from_elsewhere("index.html", html, "")]

    assert found == []


def test_what_others_paste_may_come_from_here_and_from_nowhere_else() -> None:
    home = "https://site.example/"
    pasted = '<img src="https://site.example/x.png"><img src="https://cdn.example/x.png">'
    paths = ("embed/x/generic.html", "guides/x/index.html")
    found = [each for path in paths for each in loaded_from_elsewhere(path, pasted, home)]

    assert [(each.path[:6], each.address) for each in found] == [
        ("embed/", "https://cdn.example/x.png"),
        ("guides", "https://cdn.example/x.png"),
        ("guides", "https://site.example/x.png"),
    ]


def test_an_archive_is_the_same_whenever_it_is_made() -> None:
    first, again = (_archive({"b": b"2", "a": b"1"}) for _ in range(2))

    assert first == again
    with zipfile.ZipFile(BytesIO(first)) as file:
        assert [(each.filename, each.date_time[:3]) for each in file.infolist()] == [
            (path, (DAY.year, DAY.month, DAY.day)) for path in ("x/b", "x/a")
        ]


@given(st.dictionaries(st.text("ab/指", min_size=1), st.binary(), max_size=4))
def test_an_archive_of_packed_members_is_what_zipfile_writes_of_the_files(
    files: dict[str, bytes],
) -> None:
    """`zipfile` is the judge: byte by byte what it makes of the same files by itself."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for path, content in files.items():
            entry = zipfile.ZipInfo(f"x/{path}", (DAY.year, DAY.month, DAY.day, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            file.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)

    assert _archive(files) == written.getvalue()


def _archive(files: Mapping[str, bytes]) -> bytes:
    archive = Archive("x", DAY)
    for path, content in files.items():
        archive.add(path, member_of(content))
    return archive.content()


@pytest.mark.dear
@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "mark", "more", "said"),
    [
        (
            "main.html",
            "{{- super.*",
            "<script src='https://cdn.example/x.js'></script>",
            "x.js\nand ",
        ),
        ("assets/guideway.css", "^", "@import '//cdn.example/x.css';\n", "guideway.css:1: //cdn."),
    ],
)
def test_a_site_that_loads_from_elsewhere_is_refused(
    tmp_path: Path, file: str, mark: str, more: str, said: str
) -> None:
    project = copy_project(HERE, tmp_path)
    shutil.copytree(ROOT / "templates", project / "templates")
    path = project / "templates" / "theme" / file
    path.write_text(re.sub(mark, lambda found: found[0] + more, path.read_text(), count=1))
    done = guideway("-C", project, "build")

    assert done.returncode == 2
    assert done.stderr.startswith("guideway: pages would load files from other sites:\n")
    assert said in done.stderr
    assert "\n  = hint: put the files into the project" in done.stderr
    assert not (project / "site").exists()


@pytest.mark.dear
@pytest.mark.slow
def test_the_command_says_where_the_bundle_is(tmp_path: Path) -> None:
    project = copy_project(HERE, tmp_path)
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://bridge.example/help/\n")
    done = guideway("-C", project, "bundle", "--as-of", str(DAY))
    site = project / "site"
    single = read_html((site / "downloads/guide-bridge.html").read_text())

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{site}/downloads/bridge-{DAY}.zip\n"
    assert "https://bridge.example/help/providers/keeper/" in single.links
    assert json.loads((site / "site.webmanifest").read_text())["name"] == "桥"


LED = {  # a link of guides/one/ → where it leads in the folder, and what stands behind it
    "../other/": ("../other/index.html", ""),
    "../other/#step-a": ("../other/index.html#step-a", ""),
    "../other/?a=b#c": ("../other/index.html?a=b#c", ""),
    "../../": ("../../index.html", ""),
    "#here": ("#here", ""),
    "http://plain.example/a": ("http://plain.example/a", "[http://plain.example/a]"),
    "https://else.example/": ("https://else.example/", "[https://else.example/]"),
    "mailto:a@b.example": ("mailto:a@b.example", ""),
    "tel:110": ("tel:110", ""),
    "../../media/a.svg": ("../../media/a.svg", ""),
    "../../downloads/x.zip": (None, ""),
}


@pytest.mark.parametrize("address", ["", "https://ours.example/help/"])
@pytest.mark.parametrize("href", list(LED))
def test_a_link_leads_here_in_the_folder(href: str, address: str) -> None:
    """What is not in the folder leads to the website, if it has an address."""
    led, said = LED[href]
    if led is None and address:
        led = said = f"{address}downloads/x.zip"
        said = f"[{said}]"
    here = "guides/one/index.html"
    others = ("index.html", "guides/other/index.html", "media/a.svg")
    folder = Folder(frozenset([here, *others]), address, "", Marks("[bare]", f"[{ADDRESS}]"))
    page = f'<html><body><main><a href="{href}">w</a></main></body></html>'
    made = page_in(folder, here, page.encode()).decode()
    main = re.search("<main>(.*)</main>", made)

    assert main
    assert main[1] == (f'<a href="{led}">w</a>{said}' if led else "<span>w</span>")


TOLD = [  # words of a link, its address, whether the words say the address
    ("https://a.example/b", "https://a.example/b", True),
    ("见 https://a.example/b 。", "https://a.example/b", True),
    ("a.example", "https://a.example/", True),
    ("a.example", "https://a.example", True),
    ("a.example", "https://a.example/b", False),
    ("a.example", "https://a.example/?b=c", False),
    ("b.example", "https://a.example/", False),
    ("http://a.example/b", "https://a.example/b", False),
]


@pytest.mark.parametrize(("words", "href", "is_told"), TOLD)
def test_a_link_whose_words_are_its_address_is_marked_without_it(
    words: str, href: str, *, is_told: bool
) -> None:
    html = Html(f'<p><a href="{href}">{words}</a></p>', is_piece=True)
    mark(html.find("a")[0], href, Marks("[bare]", f"[{ADDRESS}]"))

    assert html.text().endswith("</a>[bare]</p>" if is_told else f"</a>[{href}]</p>")


@pytest.mark.slow
def test_every_link_in_the_folder_leads_to_a_file_and_a_place(packed: Mapping[str, bytes]) -> None:
    pages = {path: read_html(packed[path].decode()) for path in packed if path.endswith(".html")}
    broken = [
        f"{here} → {link}"
        for here, page in pages.items()
        for link in page.links + page.resources
        if not _exists(urljoin(ROOT_ADDRESS + here, link), pages, packed)
    ]

    assert broken == []


@pytest.mark.slow
def test_a_link_out_of_the_folder_says_so_with_its_address(packed: Mapping[str, bytes]) -> None:
    silent = []
    for path, content in packed.items():
        html = content.decode() if path.endswith(".html") else ""
        for href, words in re.findall(r'<a [^>]*?href="(https?://[^"]+)"[^>]*>(.*?)</a>', html):
            after = html.partition(f"{words}</a>")[2][: len(href) + 80]
            told = href in after or urlsplit(href).netloc in words
            silent += [] if told and "要联网" in after else [f"{path}: {href}"]

    assert silent == []


@pytest.mark.slow
def test_nothing_useless_is_in_the_folder(packed: Mapping[str, bytes]) -> None:
    useless = r"downloads/.*|worker\.js|sitemap.*|opensearch\.xml|404\.html|.*\.map|.*/lunr/.*"
    useless += r"|llms\.txt|feed\.xml|robots\.txt|.*/index\.md"

    assert [path for path in packed if re.fullmatch(useless, path)] == []
    assert {"index.html", "search/index.js", "先解压再打开.txt"} <= packed.keys()
    assert b"data-website" not in b"".join(packed.values())
    assert b"application/ld+json" not in b"".join(packed.values())
    assert b'property="og:' not in packed["index.html"]


@pytest.mark.slow
def test_the_website_is_not_changed_by_it(our_site: Path, packed: Mapping[str, bytes]) -> None:
    html = (our_site / "guides/rental-return/index.html").read_text()

    assert "gw-away" not in html
    assert "gw-bundle" not in html
    assert 'href="../../topics/rental/"' in html
    assert (
        'href="../../topics/rental/index.html"'
        in packed["guides/rental-return/index.html"].decode()
    )


@pytest.mark.slow
def test_the_page_of_downloads_tells_true_sizes_and_the_true_sum(our_site: Path) -> None:
    html = (our_site / "downloads/index.html").read_text()
    told = dict(re.findall(r'data-size="([^"]+)">([\d.]+) [KM]B<', html))
    files = {name: our_site / name for name in told if name != "website"}
    (bundle,) = (path for name, path in files.items() if name.endswith(".zip"))

    assert len(files) > 36
    for name, path in files.items():
        unit = 1024 if path.stat().st_size < 1024**2 else 1024**2
        assert abs(float(told[name]) - path.stat().st_size / unit) <= 1
    assert sha256(bundle.read_bytes()).hexdigest() in html


@pytest.mark.slow
def test_the_whole_library_gives_every_id_once_and_its_links_lead_somewhere(our_site: Path) -> None:
    page = read_html((our_site / "downloads/library.html").read_text())
    inside = {link[1:] for link in page.links if link.startswith("#")}

    assert {id_: n for id_, n in Counter(page.ids).items() if n > 1} == {}
    assert inside - set(page.ids) == set()
    assert [link for link in page.links if not link.startswith(("#", "tel:", "https://"))] == []
    assert {"guide-alipay-refund--steps", "decision-what-happened"} <= set(page.ids)


def _exists(address: str, pages: Mapping[str, Reader], files: Mapping[str, bytes]) -> bool:
    if not address.startswith(ROOT_ADDRESS):
        return True
    parts = urlsplit(unquote(address.removeprefix(ROOT_ADDRESS)))
    if parts.path not in pages:
        return parts.path in files
    place = place_of(parts.fragment)
    return not place or place in pages[parts.path].ids
