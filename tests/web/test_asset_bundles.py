"""One style sheet and one script in a row, named by what is in them; nothing spare is left."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guideway.web.asset_bundles import PART, led, named, packs
from guideway.web.css_pruning import asked
from guideway.web.html import Html
from guideway.web.site import is_page
from guideway.web.unused_assets import ASSETS, names_asked, spare_assets

HEAD = '<link rel="stylesheet" href="{0}assets/frame.css">\n{1}\n</head>\n'
GUIDE = '<link rel="stylesheet" href="{0}assets/guide.css">'
FOOT = '<script src="{0}assets/frame.js"></script>\n<script src="{0}assets/guide.js"></script>\n'
SITE = {
    "index.html": HEAD.format("", GUIDE.format("")) + '<p class="one">' + FOOT.format(""),
    "a/b/index.html": HEAD.format("../../", GUIDE.format("../../")) + "<em>",
    "c/index.html": HEAD.format("../", "") + "<ul>",
    "404.html": HEAD.format("/below/", GUIDE.format("/below/")) + "<i>",
    "assets/frame.css": ".one { top: 0 } ul { top: 0 } ol { top: 0 } b { top: 0 }",
    "assets/guide.css": "em { top: 1px } i { top: 2px }",
    "assets/frame.js": 'make("b");',
    "assets/guide.js": "two()",
    "assets/embed-guide.css": "",
    "assets/embed-guide.js": "",
    "embed/b/index.html": '<link rel="stylesheet" href="../../assets/embed-guide.css">',
}
FILES = {path: text.encode() for path, text in SITE.items()}
LOADED = re.compile(r'(?:href|src)="([^"]+)"')


def packed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Pack a site of these files."""
    sheets = [path for path in files if PART.fullmatch(path) and path.endswith(".css")]
    wanted = asked(tuple(files[path].decode() for path in sheets))
    pages = {path: led(path, Html(files[path]), files, wanted) for path in filter(is_page, files)}
    made = packs(((page.rows, page.names) for page in pages.values()), files)
    paths = {row: path for row, (path, _) in made.items()}
    written = {
        path: named(page.html, ((row, paths[row]) for row in page.rows))
        for path, page in pages.items()
    }
    return {**files, **written, **dict(made.values())}


def test_pages_that_load_the_same_share_what_they_load() -> None:
    site = packed(FILES)
    (home, script), (leaf,), (error,) = (
        LOADED.findall(site[path].decode()) for path in ("index.html", "a/b/index.html", "404.html")
    )

    assert re.fullmatch(r"assets/page\.[0-9a-f]{8}\.min\.css", home)
    assert leaf == f"../../{home}"
    assert error == f"/below/{home}"
    assert re.findall(r"try\{(.*)\n\}catch\(e\)\{.*?\(\"(\w+)\",e\)\}", site[script].decode()) == [
        ('make("b");', "frame"),
        ("two()", "guide"),
    ]
    assert (site["index.html"].count(b"<script"), site["index.html"].count(b"</head>")) == (1, 1)


def test_a_style_sheet_has_the_rules_of_the_pages_that_load_it_in_their_order() -> None:
    site = packed(FILES)
    (together, _), (alone,) = (
        LOADED.findall(site[path].decode()) for path in ("index.html", "c/index.html")
    )

    assert site[together] == b".one{top:0}b{top:0}em{top:1px}i{top:2px}"
    assert site[alone.removeprefix("../")] == b"ul{top:0}b{top:0}"


def test_another_content_gets_another_name() -> None:
    names = {
        LOADED.findall(packed({**FILES, "assets/guide.js": text})["index.html"].decode())[1]
        for text in (b"two()", b"three()", b"two()")
    }

    assert len(names) == 2


def test_what_is_not_ours_is_left_where_it_is() -> None:
    theirs = GUIDE.format("").replace("guide", "../extra/theirs")
    page = HEAD.format("", theirs)
    files = {**FILES, "index.html": page.encode(), "extra/theirs.css": b"p { top: 0 }"}
    site = packed(files)

    assert LOADED.findall(site["index.html"].decode()) == LOADED.findall(page)
    assert site["embed/b/index.html"] == FILES["embed/b/index.html"]


def test_parts_of_another_folder_are_not_taken_for_ours() -> None:
    page = HEAD.format("", "")
    site = packed({**FILES, "a/index.html": page.encode()})

    assert LOADED.findall(site["a/index.html"].decode()) == LOADED.findall(page)


def test_only_what_is_asked_for_is_left() -> None:
    site = {
        **packed(FILES),
        "assets/late.js": b"",
        "assets/embed-late.js": b"",
        "assets/images/icon.png": b"",
        "assets/images/old.png": b"",
        "assets/old.css": b"url(images/old.png)",
        "site.webmanifest": b'{"src": "assets/images/icon.png"}',
        "embed.js": b'load("assets/embed-late.js")',
        "media/photo.png": b"",
    }
    others = (names_asked(path, site[path]) for path in site if not path.startswith(ASSETS))

    assert spare_assets(site, {name for names in others for name in names}) == {
        *(f"assets/{name}" for name in ("frame.css", "frame.js", "guide.css", "guide.js")),
        *(f"assets/{name}" for name in ("embed-guide.js", "late.js", "old.css", "images/old.png")),
    }
