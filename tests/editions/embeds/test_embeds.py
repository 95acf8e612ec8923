"""What others need to show our pages: weights, addresses, oEmbed, HTML to paste, data."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64decode
from collections.abc import Mapping
from html import escape, unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

import nh3
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from PIL import Image

from guideway.catalog import Catalog, Entry
from guideway.model.embedded import EMBEDDED
from guideway.model.inline import words
from guideway.reports.examination import examine
from guideway.rules.heavy_embed import BUDGET, weight_of
from guideway.web.host_html import HostHtml, parts_of
from guideway.web.host_profiles import Profile, profiles
from guideway.web.html import Html
from guideway.web.standalone import OPENED
from tests.content.test_claims import Wrong, corrections, said_alone
from tests.support.composing import compose
from tests.support.data import read_data
from tests.support.ours import TEMPLATES, WORDS, Texts, our_catalog, our_findings, our_texts
from tests.support.publications import File, flat
from tests.support.sampling import sample
from tests.support.sites import read_html
from tests.support.wording import words_of
from tests.support.world import DAY, read_world

pytestmark = pytest.mark.slow

STRICT: Mapping[str, Mapping[str, Any]] = read_data(Path(__file__).parent / "hosts.yaml")
"""What editors in China keep, by their names."""
NAME = "退得明白"
SITE = "https://help.example/guides-of-ours/"
HOSTS = profiles(TEMPLATES)
KB = 1024

ELSEWHERE = {"gives", "ask", "file", "short", "unit"}
"""What other pages say of a page, what home asks before a call, where a picture is, whom tags
name, and what is said of what is typed where it can be typed."""
IN_FORMS = ("answer_by", "help")
"""What stands beside a day of a letter, where it is filled in."""

NEAR = 1.06
"""What `check` says of a weight is true to some eight per cent."""


@pytest.fixture(scope="module")
def texts() -> Texts:
    """Our own site, composed, published at an address."""
    return our_texts(SITE, NAME)


@pytest.fixture(scope="module")
def nowhere() -> Texts:
    """The same while the site has no address."""
    return our_texts()


def test_every_guide_decision_and_warning_can_be_embedded(texts: Texts) -> None:
    wholes = {p for p in texts if re.fullmatch(r"(guides|decisions|warnings)/[a-z-]+\.md", p)}
    wholes = {path for path in wholes if not path.endswith("/index.md")}
    situations = {f"{e.id}.{name}" for e in our_catalog().guides for name in e.value.situations}
    embeds = {path.split("/")[1] for path in _embeds(texts)}

    assert len(wholes) == len(embeds - situations) >= 35
    assert embeds > situations
    assert len(situations) > 100


def test_of_an_embedded_page_that_is_heavy_its_author_is_told(texts: Texts) -> None:
    weights = _weights(texts)
    called = {entry.document.path: _called(entry) for entry in _embedded(our_catalog())}
    wholes = {*called.values()}
    heavy = {name: weights[name] for name in wholes if weights[name] > BUDGET}
    _, problems = our_findings()
    told = {called[each.place.path] for each in problems if each.code == "heavy-embed"}
    situations = weights.keys() - wholes
    guide_of = {name: name.partition(".")[0] for name in situations}

    assert {name for name, weight in heavy.items() if weight > BUDGET * NEAR} <= told
    assert [n for n in situations if weights[n] >= weights[guide_of[n]]] == []


def test_its_author_is_told_how_heavy_an_embedded_page_is(texts: Texts) -> None:
    told = {_called(entry): weight_of(entry) for entry in _embedded(our_catalog())}
    weights = {name: weight for name, weight in _weights(texts).items() if name in told}

    assert told.keys() == weights.keys()
    assert {n: (told[n], w) for n, w in weights.items() if abs(told[n] / w - 1) > 0.08} == {}


@pytest.mark.parametrize("site", ["ours", "tiny"])
def test_an_embedded_page_holds_every_text_of_its_sections(texts: Texts, site: str) -> None:
    catalog = our_catalog() if site == "ours" else examine(read_world().shelf(), DAY)[0]
    texts = texts if site == "ours" else compose(catalog, TEMPLATES, WORDS).texts
    said = {
        (entry.name, text.trail): pieces
        for entry in _embedded(catalog)
        for text in entry.texts
        if text.trail[0] in EMBEDDED[entry.kind]
        and "asked" not in text.trail  # for the search
        and text.trail[-1] not in ELSEWHERE
        and text.trail[-2:] != IN_FORMS
        and (pieces := [words_of(escape(p)) for t in _BLANK.split(text.value) for p in words(t)])
    }
    shown = {e.name: words_of(texts[f"embed/{_called(e)}/index.html"]) for e in _embedded(catalog)}

    assert len(said) > (2000 if site == "ours" else 20)
    assert [at for at, pieces in said.items() if not all(p in shown[at[0]] for p in pieces)] == []


def test_a_step_says_the_same_on_the_page_and_embedded(texts: Texts) -> None:
    for entry in our_catalog().guides:
        page = _steps(texts[f"guides/{entry.id}.md"], "[data-part=cites]")
        embed = _steps(texts[f"embed/{entry.id}/index.html"], ".gw-none")

        assert len(embed) == len(entry.value.steps)
        assert embed == page


def test_an_embedded_guide_is_whole_with_its_folds_and_letters(texts: Texts) -> None:
    for entry in our_catalog().guides:
        embed = Html(texts[f"embed/{entry.id}/index.html"])

        assert len(embed.find("details[name=step]")) == len(entry.value.steps)
        assert len(embed.find(".gw-mail")) == len(entry.value.letters)
        assert not embed.find("[data-blanks]")
        assert not embed.find(".gw-situations")
        assert [
            fold.text() for fold in embed.find(".gw-fold > div") if not fold.text().strip()
        ] == []


def test_the_script_for_hosts_weighs_no_more_than_1_5_kb(texts: Texts) -> None:
    assert _gzipped(texts["embed.js"]) <= 1.5 * KB


def test_links_of_an_embedded_page_open_a_page_of_their_own(texts: Texts) -> None:
    links = [link for path in _embeds(texts) for link in _links(texts[path])]
    inside = [link for link in links if link["href"].startswith(("#", "tel:"))]
    away = [link for link in links if not link["href"].startswith(("#", "tel:"))]

    assert len(away) > 1000
    assert [link for link in away if link.get("target") != "_blank"] == []
    assert [link for link in away if "noopener" not in link.get("rel", "").split()] == []
    assert [link for link in inside if "target" in link] == []


def test_an_embedded_page_says_which_page_it_is_a_form_of(texts: Texts, nowhere: Texts) -> None:
    html = texts["embed/jd-pay-later/index.html"]

    assert f'<link rel="canonical" href="{SITE}guides/jd-pay-later/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert (
        '<link rel="canonical" href="../../guides/jd-pay-later/">'
        in nowhere["embed/jd-pay-later/index.html"]
    )


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize("addressed", [True, False])
def test_a_host_changes_nothing_of_what_is_pasted(
    texts: Texts, nowhere: Texts, host: str, addressed: bool
) -> None:
    found = texts if addressed else nowhere
    pages = [path for path in found if path.endswith(f"/{host}.html")]
    changed = [path for path in pages if found[path] != _sanitised(found[path], HOSTS[host])]

    assert len(pages) >= 35
    assert changed == []


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_no_text_is_lost_in_what_is_pasted(texts: Texts, host: str) -> None:
    lost = [
        page["id"]
        for page in sample(f"pasted into {host}", _pages(texts), 0.3)
        if _unhedged(words_of(_own(_pasted(texts, page, host)))) != (shown := _shown(texts, page))
        or len(shown) < 500
    ]

    assert lost == []


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_what_is_pasted_has_whole_addresses_or_none(
    texts: Texts, nowhere: Texts, host: str
) -> None:
    def hrefs(of: Texts) -> list[str]:
        pages = (text for path, text in of.items() if path.endswith(f"/{host}.html"))
        return [link["href"] for text in pages for link in _links(text)]

    has_links = "a" in HOSTS[host].tags
    assert {link.partition(":")[0] for link in hrefs(texts)} == (
        {"https", "tel"} if has_links else set()
    )
    assert has_links == (
        f"{SITE}guides/alipay-refund/" in {link.partition("#")[0] for link in hrefs(texts)}
    )
    assert [link for link in hrefs(nowhere) if link.startswith((SITE, ".", "#"))] == []


@pytest.mark.parametrize("name", sorted(STRICT))
def test_an_editor_in_china_loses_no_word_and_no_truth(texts: Texts, name: str) -> None:
    """Whatever it takes out, claim and truth stay together, and the address of the whole page."""
    found = _pages(texts)
    pages = {
        page["id"]: _pasted(texts, page, "china") for page in sample(f"kept by {name}", found, 0.4)
    }
    kept = {key: _kept(html, STRICT[name]) for key, html in pages.items()}
    left = [key for key, html in pages.items() if "<img" in html and "<img" not in kept[key]]
    alone = [(key, wrong.name) for key, html in kept.items() for wrong in _alone(html)]

    assert len(found) >= 35
    assert [key for key in pages if _read(kept[key]) != _read(pages[key])] == []
    assert left == ([] if STRICT[name]["pictures"] else list(pages))
    assert [
        key for key in pages if re.search("<(a|script|iframe|style|link)[ >]", pages[key])
    ] == []
    assert [key for key in pages if not re.search(rf"<br>{SITE}[a-z/-]+</p>\n$", kept[key])] == []
    assert alone == []


def test_the_picture_is_that_of_the_whole_page(texts: Texts, nowhere: Texts) -> None:
    for page in _pages(texts):
        html = _pasted(texts, page, "china")
        (picture,) = re.findall(r'<img src="data:image/png;base64,([^"]+)"', html)
        with Image.open(BytesIO(b64decode(picture))) as image:
            (read,) = zxingcpp.read_barcodes(image.convert("L"))

        assert read.text == page["address"]
    assert not [p["id"] for p in _pages(nowhere) if "<img" in _pasted(nowhere, p, "china")]
    assert "二维码</p>" not in nowhere["embed-this/jd-pay-later.md"]
    assert "做不出二维码" in nowhere["embed-this/jd-pay-later.md"]
    assert "做不出二维码" not in texts["embed-this/jd-pay-later.md"]


def test_numbers_and_points_of_lists_are_letters_where_a_host_breaks_lists(texts: Texts) -> None:
    page = next(page for page in _pages(texts) if page["id"] == "alipay-refund")
    html = _pasted(texts, page, "china")

    assert re.findall(r">(\d+)\. ", html)[0] == "1"
    assert len(re.findall(r"<h3[^>]*>\d+\. ", html)) == len(page["steps"])
    assert "· " in html


def test_questions_inside_questions_are_deeper_headings(texts: Texts) -> None:
    text = texts["embed/decision.which-machine/generic.html"]
    tags = [tag for tag in read_html(text).tags if re.fullmatch("h[1-6]", tag)]

    assert tags[:3] == ["h2", "h3", "h4"]


def _inside(tag: str, parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(parts, max_size=3).map(lambda inner: f"<{tag}>{''.join(inner)}</{tag}>")


SNIPPETS = st.sampled_from(["x", " ", "&amp;", "&lt;b&gt;", "\u3002", "&nbsp;", "<br>"])
INLINE = SNIPPETS | st.sampled_from(["strong", "q", "time"]).flatmap(
    lambda tag: _inside(tag, SNIPPETS)
)
BLOCKS = st.recursive(
    st.sampled_from(["p", "h2", "h3", "summary"]).flatmap(lambda tag: _inside(tag, INLINE)),
    lambda blocks: (
        st.sampled_from(["div", "section", "details"]).flatmap(lambda tag: _inside(tag, blocks))
        | _inside("ul", _inside("li", INLINE | blocks))
    ),
)


@given(st.lists(BLOCKS, max_size=4).map("".join))
def test_text_of_any_markup_survives(html: str) -> None:
    """Also of markup that we do not write today."""
    for profile in HOSTS.values():
        written = HostHtml(profile, lambda href: href).rewritten(
            parts_of(Html(html, is_piece=True))
        )

        assert words_of(re.sub(r"(?:\d+\.|\u00b7) ", "", written)) == words_of(html)
        assert written == _sanitised(written, profile)


def test_oembed_says_all_that_must_be_said(texts: Texts, nowhere: Texts) -> None:
    oembed = Draft202012Validator(OEMBED)
    for said in (*_oembeds(texts), *_oembeds(nowhere)):
        oembed.validate(said)
    frames = [said["html"] for said in _oembeds(texts)]

    assert len(frames) >= 35
    assert all(f'<iframe src="{SITE}embed/' in frame for frame in frames)
    assert all(said["html"].startswith('<a href="../') for said in _oembeds(nowhere))
    assert all("thumbnail_url" in said for said in _oembeds(texts))


def test_a_frame_says_where_its_oembed_is_asked_for_with_an_address_that_is_quoted_whole(
    texts: Texts,
) -> None:
    html = texts["embed/jd-pay-later/index.html"]
    (said,) = Html(html).find("link[type='application/json+oembed']")
    asked = quote(f"{SITE}guides/jd-pay-later/", safe="")

    assert said.attributes["href"] == f"{SITE}oembed/jd-pay-later.json?url={asked}"


def test_what_is_published_for_programs_is_as_its_schema_says(texts: Texts, nowhere: Texts) -> None:
    for found in (texts, nowhere):
        of_page, of_list = (_validator(found[f"api/schema/{n}.json"]) for n in ("page", "list"))
        lists = {
            kind: json.loads(found[f"api/{kind}s.json"])
            for kind in ("guide", "decision", "warning")
        }
        for each in lists.values():
            of_list.validate(each)
        listed = [(kind, page) for kind, each in lists.items() for page in each["pages"]]
        for _, told in sample("pages for programs", listed, 0.3, lambda pair: pair[:1]):
            page = json.loads(found[told["data"].removeprefix(SITE)])
            of_page.validate(page)
            assert (page["id"], page["title"]) == (told["id"], told["title"])


def _validator(schema: str) -> Draft202012Validator:
    """Read a schema, which is itself checked once."""
    read = json.loads(schema)
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


def test_a_program_learns_when_a_step_applies(texts: Texts) -> None:
    page = json.loads(texts["api/guides/jd-pay-later.json"])
    step = next(step for step in page["steps"] if step["id"] == "cancel-later")

    assert step["when"] == {"is": ["product", ["later", "unknown"]]}
    assert step["address"] == f"{SITE}guides/jd-pay-later/#step-cancel-later"
    assert page["embed"] == f"{SITE}embed/jd-pay-later/"
    assert {"id": "later", "label": "PLUS 先享后付"}.items() <= page["questions"][0]["options"][
        0
    ].items()


def test_the_sandbox_is_the_same_everywhere(texts: Texts) -> None:
    tokens = "allow-scripts allow-popups allow-popups-to-escape-sandbox"

    assert tokens in texts["embed.js"]
    assert tokens in texts["oembed/jd-pay-later.json"]
    assert tokens in texts["embed-this/jd-pay-later.md"]


OEMBED = {
    "type": "object",
    "required": ["type", "version", "html", "width", "height"],
    "properties": {
        "type": {"const": "rich"},
        "version": {"const": "1.0"},
        "html": {"type": "string", "minLength": 30},
        "width": {"type": "integer", "minimum": 1},
        "height": {"type": "integer", "minimum": 1},
        "title": {"type": "string", "minLength": 1},
        "cache_age": {"type": "integer"},
        "provider_name": {"const": NAME},
        "provider_url": {"const": SITE},
        "thumbnail_url": {"const": f"{SITE}embed/icon.png"},
        "thumbnail_width": {"const": 512},
        "thumbnail_height": {"const": 512},
    },
    "additionalProperties": False,
    "dependentRequired": {
        "thumbnail_url": ["thumbnail_width", "thumbnail_height", "provider_url", "provider_name"],
    },
}
"""oEmbed 1.0, 2.3.4: the parameters of all responses, and those of the type rich."""


def _alone(html: str) -> list[Wrong]:
    text = flat(unescape(html))
    said = [wrong for wrong in corrections() if wrong.claim in text]
    return [wrong for piece in File("x.html", html).pieces() for wrong in said_alone(piece, said)]


def _own(html: str) -> str:
    """Leave out what is written for hosts that break lists and links: marks, and the last lines."""
    html = re.sub(r'<p[^>]*><img src="data:.*', "", html, flags=re.DOTALL)
    return re.sub(r"(<(?:p|h\d|strong|em)[^>]*>)(?:\d+\.|\u00b7) ", r"\1", html)


def _read(html: str) -> str:
    """The words but for those of the picture, which a host may drop."""
    return words_of(re.sub('<img src="data:[^>]*>', "", html))


def _kept(html: str, host: Mapping[str, Any]) -> str:
    """Give what a host in China leaves of HTML."""
    tags = {*host["tags"]} - ({"img"} if not host["pictures"] else set())
    looks = {tag: {"style"} for tag in tags} if host["properties"] else {}
    return nh3.clean(
        html,
        tags=tags,
        attributes={**looks, **({"img": {"src", "alt"}} if "img" in tags else {})},
        filter_style_properties={*host["properties"]},
        url_schemes={"data"},
        link_rel=None,
    )


def _sanitised(html: str, profile: Profile) -> str:
    return nh3.clean(
        html,
        tags=set(profile.tags),
        attributes={tag: set(names) for tag, names in profile.tags.items() if names},
        filter_style_properties=set(profile.properties),
        url_schemes=set(profile.schemes),
        link_rel=None,
    )


_BLANK = re.compile(r"\{[a-z0-9.-]+\}")
"""What a letter leaves to its writer; its page has the label of it there."""


def _steps(text: str, left_out: str) -> list[str]:
    """The words of each step, but for what fits a selector and hedges, which a page has once."""
    html = Html(text.rpartition("\n---\n")[2], is_piece=True)
    html.drop(left_out)
    html.drop(".gw-hedge")
    return ["".join(step.text().split()) for step in html.find(".gw-step")]


def _pasted(texts: Texts, page: Mapping[str, Any], host: str) -> str:
    """The HTML to paste, from where the data of a page say it is."""
    return texts[page["paste"][host].removeprefix(SITE)]


def _shown(texts: Texts, page: Mapping[str, Any]) -> str:
    """The words of the embedded page but for its title, what is next, and how much is closed."""
    html = Html(texts[f"{page['embed'].removeprefix(SITE)}index.html"])
    html.drop(f":is(h1, {OPENED})")
    return _unhedged(words_of(html.find("main")[0].html or ""))


def _unhedged(said: str) -> str:
    """Leave out what is said once where all is in sight, and again in what is closed."""
    for hedge in WORDS["hedges"].values():
        said = said.replace(f"（{hedge}）", "")
    return said


def _embedded(catalog: Catalog) -> list[Entry[Any]]:
    return [*catalog.guides, *catalog.decisions, *catalog.warnings]


def _called(entry: Entry[Any]) -> str:
    return entry.id if entry.kind == "guide" else entry.name


def _embeds(texts: Texts) -> list[str]:
    return [path for path in texts if re.fullmatch(r"embed/[^/]+/index\.html", path)]


def _weights(texts: Texts) -> dict[str, int]:
    return {path.split("/")[1]: _weight(texts, path) for path in _embeds(texts)}


def _weight(texts: Texts, path: str) -> int:
    html = texts[path]
    files = read_html(html).resources
    loaded = [urljoin(path, file) for file in files if "assets/" in file]
    assert len(loaded) == 2
    return _gzipped(html) + sum(_gzipped(texts[file]) for file in loaded)


def _gzipped(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


def _links(html: str) -> list[dict[str, str]]:
    tags = re.findall(r"<a ([^>]*)>", html)
    return [dict(re.findall(r'([a-z-]+)="([^"]*)"', tag)) for tag in tags]


def _pages(texts: Texts) -> list[Mapping[str, Any]]:
    paths = (p for p in texts if re.fullmatch(r"api/(guides|decisions|warnings)/.*", p))
    return [json.loads(texts[path]) for path in paths]


def _oembeds(texts: Texts) -> list[Mapping[str, Any]]:
    return [json.loads(text) for path, text in texts.items() if path.startswith("oembed/")]
