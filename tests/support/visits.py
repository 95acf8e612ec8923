"""Pages as people find them: which, what is done on them, and in which look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Locator, Page, Request, Response, ViewportSize, expect

from tests.support.asking import answer_everything, unfold_all
from tests.support.browsing import complete
from tests.support.checkers import Finding
from tests.support.today import today

REPORTING = """addEventListener("securitypolicyviolation", (event) =>
  console.error("policy", event.violatedDirective, event.blockedURI, event.sourceFile))"""
DRAWN_ANEW = """() => new Promise(
  (done) => requestAnimationFrame(() => requestAnimationFrame(done)))"""
LARGER = """(times) => {
  const root = document.documentElement;
  root.style.fontSize = "";
  if (times > 1) root.style.fontSize = `${times * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


@dataclass(frozen=True)
class Look:
    """How a page is shown: width in pixels, colours, text so many times larger."""

    width: int = 390
    colours: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    text: int = 1


LOOKS: Mapping[str, Look] = {
    "light": Look(),
    "dark": Look(colours="dark"),
    "forced colours": Look(forced="active"),
    "wide": Look(width=1280),
    "320 px": Look(width=320),
    "text twice as large": Look(width=1280, text=2),
}


@dataclass(frozen=True)
class Visit:
    """A page, and the names of what is done on it, one after the other."""

    page: str
    acts: tuple[str, ...] = ()

    def __str__(self) -> str:
        return ", ".join((self.page or "home", *self.acts))


class Watched:
    """A page, and everything that went wrong in it: words in the console, requests, reports."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.wrong: list[str] = []
        self._home = home
        page.add_init_script(REPORTING)
        page.on("console", lambda message: self.wrong.append(message.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", self._asked)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def findings(self, visit: Visit) -> list[Finding]:
        """Give what went wrong."""
        return [Finding("browser", str(visit), said) for said in self.wrong]

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self._home, "data:", "blob:")):
            self.wrong.append(f"asked elsewhere: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # we went on before an icon had come
            self.wrong.append(f"failed: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.wrong.append(f"{response.status}: {response.url}")


@contextmanager
def visiting(browser: Browser, home: str, visit: Visit) -> Iterator[Watched]:
    """Open a page below an address, and do there what the visit says."""
    viewport: ViewportSize = {"width": LOOKS["light"].width, "height": 844}
    context = browser.new_context(viewport=viewport, locale="zh-CN", reduced_motion="reduce")
    context.set_offline(offline=home.startswith("file:"))
    watched = Watched(context.new_page(), home)
    watched.page.goto(home + visit.page, wait_until="load")
    complete(watched.page)
    for act in visit.acts:
        ACTS[act](watched.page)
    watched.page.evaluate("scrollTo(0, 0)")  # the head hides what is below it, for axe to complain
    yield watched
    context.close()


def possible(page: Page) -> list[tuple[str, ...]]:
    """Say what can be done on a page, besides opening it."""
    return [acts for sign, acts in DOINGS.items() if page.locator(sign).count()]


def show(page: Page, look: Look) -> None:
    """Give a page that is open another look, and wait until its scripts have heard of it."""
    page.set_viewport_size({"width": look.width, "height": 844})
    page.emulate_media(color_scheme=look.colours, forced_colors=look.forced)
    page.evaluate(LARGER, look.text)
    page.evaluate(DRAWN_ANEW)


def too_wide(page: Page, where: str) -> list[Finding]:
    """Say whether a page has to be scrolled to the side."""
    return [] if page.evaluate(FITS) else [Finding("width", where, "is wider than its window")]


def _open_menu(page: Page) -> None:
    page.locator(".gw-all summary").click()
    expect(page.locator(".gw-all a").first).to_be_visible()


def _search(page: Page) -> None:
    page.locator("#search-box").fill("花呗")
    expect(page.locator("[role=listbox] [role=option]").first).to_be_visible()


def _answer(page: Page) -> None:
    """Choose the last answer to every question that is asked."""
    asked = page.locator(".gw-stage fieldset")
    for number in range(asked.count()):
        if asked.nth(number).is_visible():
            last = asked.nth(number).locator("input").last
            _give(last)
            last.press("Enter")
    answer_everything(page, -1)


def _fill(page: Page) -> None:
    """Fill in every letter, date and figure that can be seen."""
    for field in page.locator("main input:visible, main textarea:visible").all():
        kind = field.get_attribute("type") or "text"
        if kind == "date":
            field.fill(today().isoformat())
        elif kind in ("text", "number") and field.is_editable():
            field.fill("12")


def _misdate(page: Page) -> None:
    """Type a day that cannot be into every date that can be seen."""
    for field in page.locator("main input[type=date]:visible").all():
        field.fill("2031-05-05")
    expect(page.locator("main [aria-invalid=true]:visible").first).to_be_visible()


def _give(field: Locator) -> None:
    """Choose an option, or type something that may be the answer."""
    kind = field.get_attribute("type")
    if kind in ("checkbox", "radio"):
        field.check()
    else:
        field.fill(today().isoformat() if kind == "date" else "12")


def _go_on(page: Page) -> None:
    _give(page.locator(".gw-stage input").first)
    page.locator(".gw-stage button[type=submit]").click()


def _go_to_the_end(page: Page) -> None:
    while not page.locator(".gw-stage [data-outcome]").count():
        _go_on(page)


ACTS: Mapping[str, Callable[[Page], None]] = {
    "menu open": _open_menu,
    "search open": _search,
    "everything unfolded": unfold_all,
    "questions answered": _answer,
    "all filled in": _fill,
    "days that cannot be": _misdate,
    "one answer given": _go_on,
    "answered to the end": _go_to_the_end,
}

DOINGS: Mapping[str, tuple[str, ...]] = {
    ".gw-all": ("menu open",),
    "#search-box": ("search open",),
    "main :is(details, fieldset, input, .gw-question)": (
        "everything unfolded",
        "questions answered",
        "all filled in",
    ),
    ".gw-fill [type=date]": ("everything unfolded", "days that cannot be"),
    ".gw-stage__form": ("one answer given",),
    ".gw-stage__form fieldset": ("answered to the end",),
}
"""What is on a page on which something can be done."""
