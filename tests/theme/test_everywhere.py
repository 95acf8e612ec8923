"""A smoke of each kind of page in every browser: this year's three, and two that are old."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from http.server import SimpleHTTPRequestHandler
from itertools import product
from pathlib import Path
from typing import Any, ClassVar

import pytest
from tools.old_browsers import NAMES as OLD

from guideway.editions.website.file_kinds import headers_of
from tests.support.browsers import ENTER, NAMES, Window
from tests.support.browsing import serving
from tests.support.data import read_data
from tests.support.sampling import sample
from tests.support.windows import opened_window

pytestmark = pytest.mark.slow

CASES = read_data(Path(__file__).parent / "everywhere.yaml")
DRAWN = sample(
    "cases in browsers",
    [
        (name, each)
        for name, each in product((*NAMES, *OLD), CASES)
        if name not in each.get("but", ())
    ],
    0.25,
    lambda pair: (pair[0], pair[1]["case"]),
)
"""Every browser with some of the cases, every case in some browser."""
FRAME = "document.querySelector('guideway-guide').shadowRoot.querySelector('iframe')"
HOST = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>别人的一页</title>
<link rel="icon" href="data:,"><body><h1>别人的一页</h1><script src="host.js"></script>
<guideway-guide src="{site}embed/{id}/"><a href="{site}">指南</a></guideway-guide>
<script src="{site}embed.js"></script></body></html>"""
LISTEN = """window.heard = [];
for (const type of ["start", "answer", "outcome"])
  addEventListener(`guideway:${type}`, () => heard.push(type));"""


class Promised(SimpleHTTPRequestHandler):
    """Serves a site with the headers of the table, by the host that is asked for."""

    knows_itself: ClassVar[bool] = True

    def end_headers(self) -> None:
        """Add them."""
        path = self.path.partition("?")[0].lstrip("/")
        here = f"http://{self.headers['Host']}/" if self.knows_itself else None
        for name, value in headers_of(re.sub(r"(^|/)$", r"\1index.html", path), here).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


class Unnamed(Promised):
    """The same for a site that does not know its address."""

    knows_itself = False


class Strict(SimpleHTTPRequestHandler):
    """A host that allows what comes from one site, and its own script."""

    site: ClassVar[str]

    def end_headers(self) -> None:
        """Add its policy."""
        policy = "default-src 'none'; script-src 'self' {0}; frame-src {0}; base-uri 'none'"
        self.send_header("Content-Security-Policy", policy.format(self.site.rstrip("/")))
        super().end_headers()

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is inherited
        """Say nothing."""


@pytest.fixture
def everywhere(request: pytest.FixtureRequest) -> Iterator[Window]:
    """A window of each browser, with nothing kept from before."""
    with opened_window(request) as found:
        yield found


@pytest.fixture
def places(our_site: Path, folder: Path, tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """Where pages are: our site, its bundle, and two hosts; on ports where nobody has been."""
    found = {"bundle": f"{folder.as_uri()}/"}
    with ExitStack() as stack:
        for place, kind, host in (("site", Promised, "host"), ("unnamed", Unnamed, "stranger")):
            found[place] = stack.enter_context(serving(our_site, kind))
            found[host] = stack.enter_context(_host(tmp_path / host, found[place]))
        yield found


def _host(room: Path, site: str) -> Any:
    """Serve pages of somebody else that embed pages of a site."""
    room.mkdir()
    (room / "host.js").write_text(LISTEN)
    for name in ("decision.which-machine", "decision.refund-route", "huabei-close"):
        (room / f"{name}.html").write_text(HOST.format(site=site, id=name))
    return serving(room, type("Host", (Strict,), {"site": site}))


@pytest.mark.parametrize(
    ("everywhere", "case"),
    DRAWN,
    indirect=["everywhere"],
    ids=[f"{browser}: {case['case']}" for browser, case in DRAWN],
)
def test_it_works_in_every_browser(
    everywhere: Window, places: Mapping[str, str], case: dict[str, Any]
) -> None:
    for step in case["steps"]:
        take(everywhere, places, step)


def take(window: Window, places: Mapping[str, str], step: dict[str, Any]) -> None:
    """Take one step of a case."""
    (what, said), *_ = step.items()
    if what == "open":
        window.open(places[step.get("at", "site")] + said)
    elif what == "in frame":
        with window.frame(f"return {FRAME}"):
            for inner in said:
                take(window, places, inner)
    else:
        _STEPS[what](window, said)


def decide(window: Window, stage: str) -> None:
    """Choose the first option until there is an outcome."""
    window.wait_for(f"{stage} form, {stage} [data-outcome]")
    while window.evaluate(f"return document.querySelectorAll('{stage} form').length"):
        window.click(f"{stage} label")
        window.click(f"{stage} button[type=submit]")
    window.wait_for(f"{stage} [data-outcome]")


def _read(window: Window, said: list[str]) -> None:
    assert said[1] in window.text(said[0])


_KEYS = {"ENTER": ENTER, "ESCAPE": "\ue00c", "DOWN": "\ue015"}
_STEPS: Mapping[str, Callable[[Window, Any], object]] = {
    "click": lambda window, said: window.click(said),
    "type": lambda window, said: window.type(said[0], _KEYS.get(said[1], said[1])),
    "see": lambda window, said: window.wait_for(said),
    "read": _read,
    "run": lambda window, said: window.wait(said.replace("FRAME", FRAME)),
    "decide": decide,
}
