"""Chromium, Firefox and WebKit behind one small interface: what a reader does in a window.

Firefox is driven through Marionette, which is in it; WebKitGTK through its own `WebKitWebDriver`.
Both know the commands of the W3C's WebDriver. Chromium is driven as in all other tests.
"""

from __future__ import annotations

import base64
import json
import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Frame, Locator, Page
from tools.browser import HOW_OTHERS, find_firefox, find_webkit

NAMES = ("chromium", "firefox", "webkit")
ENTER = "\ue007"
KEYS = {ENTER: ("Enter", 13), "\ue00c": ("Escape", 27), "\ue015": ("ArrowDown", 40)}
"""Of the W3C's WebDriver → what browsers call them; the others are beside these."""
KEY = re.compile(f"([{''.join(KEYS)}])")
PATIENCE = 90
"""In seconds; machines that run tests may be busy with others."""
_REFERENCE = "element-6066-11e4-a52e-4f735466cecf"
"""How WebDriver marks an element in what it sends: a name from its standard."""
_SETTINGS = {
    "marionette.port": 0,
    "app.update.auto": False,
    "browser.startup.homepage": "about:blank",
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "zh-CN",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
_COMMANDS = {
    "open": ("POST", "/url", "WebDriver:Navigate"),
    "address": ("GET", "/url", "WebDriver:GetCurrentURL"),
    "back": ("POST", "/back", "WebDriver:Back"),
    "forward": ("POST", "/forward", "WebDriver:Forward"),
    "reload": ("POST", "/refresh", "WebDriver:Refresh"),
    "click": ("POST", "/element/{id}/click", "WebDriver:ElementClick"),
    "type": ("POST", "/element/{id}/value", "WebDriver:ElementSendKeys"),
    "evaluate": ("POST", "/execute/sync", "WebDriver:ExecuteScript"),
    "enter": ("POST", "/frame", "WebDriver:SwitchToFrame"),
    "screenshot": ("GET", "/screenshot", "WebDriver:TakeScreenshot"),
}
"""What we ask → as WebDriver says it over HTTP, and as Marionette calls it."""


_SEEN = "one.checkVisibility ? one.checkVisibility() : one.getClientRects().length > 0"
FIRST = f"""(selector) => {{
  const found = [...document.querySelectorAll(selector)].find((one) => {_SEEN});
  if (found) found.scrollIntoView({{ block: "center", behavior: "auto" }});
  return found;
}}"""
"""Finds the first element to be seen, and brings it to the middle of the window."""
_FIRST_AND_WHERE = f"""
const found = document.readyState === "complete" && ({FIRST})(...arguments);
if (!found) return null;
const {{ x, y, width, height }} = found.getBoundingClientRect();
return [found, [x, y, width, height].join()];"""


class Window(ABC):
    """A window of a browser, and what a reader does in it."""

    name: str

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address."""

    @abstractmethod
    def address(self) -> str:
        """Give the address in the bar."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click the first element of those."""

    @abstractmethod
    def type(self, selector: str, words: str) -> None:
        """Type into an element; keys that are no letters are those of WebDriver, such as ENTER."""

    @abstractmethod
    def evaluate(self, script: str, *given: Any) -> Any:
        """Run the body of a function in the page; `arguments` has what is given."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def back(self) -> None:
        """Go back in the history."""

    @abstractmethod
    def forward(self) -> None:
        """Go forward in the history."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """Take a picture of what is seen, as PNG."""

    @abstractmethod
    def frame(self, script: str) -> AbstractContextManager[None]:
        """Be in the frame that a script gives, the only one, until the end of the block."""

    def leave(self) -> None:
        """Forget what a site has stored, and go: to whoever comes next, all is new."""
        with suppress(AssertionError):  # an empty page, or one of a file, may store nothing
            self.evaluate("localStorage.clear(); sessionStorage.clear();")
        self.open("about:blank")

    def text(self, selector: str) -> str:
        """Give the words of the first element of those."""
        return str(self.evaluate("return document.querySelector(arguments[0]).innerText", selector))

    def wait(self, script: str, *given: Any) -> Any:
        """Wait until a script gives something that is true; the page may change meanwhile."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(LeftError):
                if found := self.evaluate(script, *given):
                    return found
            time.sleep(0.1)
        raise AssertionError(f"{self.name}: waited in vain at {self.address()} for: {script}")

    def reload_at_rest(self) -> None:
        """Load the page again once it is there and its address stays as it is.

        A browser hears a moment later what a page has put into its address; nobody is that quick.
        """
        self.wait("return document.readyState === 'complete'")
        before = ""
        while before != (before := self.address()):
            time.sleep(0.2)
        self.reload()

    def wait_for(self, selector: str) -> None:
        """Wait until there is such an element to see."""
        self.wait(
            f"return [...document.querySelectorAll(arguments[0])].some((one) => {_SEEN})",
            selector,
        )


class GoneError(AssertionError):
    """What was to be clicked is no longer on the page."""


class LeftError(AssertionError):
    """The page was left for another one while a script was asked something."""


_LEAVING = re.compile("unload|context was destroyed|context has been discarded")
"""What they say then: WebKit “… before the unload event”, Firefox “Document was unloaded” or
“Browsing context has been discarded”, Chromium “Execution context was destroyed”."""


class Chromium(Window):
    """A window of Chromium, through Playwright."""

    name = "chromium"

    def __init__(self, page: Page) -> None:
        self._page = page
        self._at: Page | Frame = page

    def open(self, address: str) -> None:
        self._page.goto(address)

    def address(self) -> str:
        return self._page.url

    def click(self, selector: str) -> None:
        self._first(selector).click()

    def type(self, selector: str, words: str) -> None:
        field = self._first(selector)
        for part in filter(None, KEY.split(words)):
            if part in KEYS:
                field.press(KEYS[part][0])
            else:
                field.press_sequentially(part)

    def _first(self, selector: str) -> Locator:
        return self._at.locator(selector).locator("visible=true").first

    def evaluate(self, script: str, *given: Any) -> Any:
        body = f"(given) => (function () {{ {script} }}).apply(null, given)"
        try:
            return self._at.evaluate(body, list(given))
        except Error as error:
            kind = LeftError if _LEAVING.search(error.message) else AssertionError
            raise kind(error.message) from error

    def reload(self) -> None:
        self._page.reload()

    def back(self) -> None:
        self._page.go_back()

    def forward(self) -> None:
        self._page.go_forward()

    def screenshot(self) -> bytes:
        return self._page.screenshot()

    @contextmanager
    def frame(self, script: str) -> Iterator[None]:
        body = f"() => (function () {{ {script} }})()"
        element = self._page.evaluate_handle(body).as_element()
        found = element and element.content_frame()
        assert found, script
        self._at = found
        yield
        self._at = self._page


def _error(command: str, said: dict[str, str]) -> AssertionError:
    kind = GoneError if said["error"] == "stale element reference" else AssertionError
    kind = LeftError if _LEAVING.search(said["message"]) else kind
    return kind(f"{command}: {said['error']}: {said['message']}")


class Driven(Window):
    """A window of a browser that knows the commands of WebDriver."""

    _is_inside = False

    @abstractmethod
    def _ask(self, command: str, **given: Any) -> Any:
        """Send one of the commands; gives its answer."""

    def open(self, address: str) -> None:
        self._ask("open", url=address)

    def address(self) -> str:
        return str(self._ask("address"))

    def click(self, selector: str) -> None:
        """Click; in a frame by script, for there drivers click beside what they should.

        WebKit's always does, Marionette when the page around it moves the frame meanwhile.
        """
        if self._is_inside:
            self.evaluate(f"({FIRST})(...arguments).click()", selector)
            return
        try:
            self._ask("click", id=self._first(selector))
        except GoneError:  # the page drew it anew, as search does with what it found
            self._ask("click", id=self._first(selector))

    def type(self, selector: str, words: str) -> None:
        self._ask("type", id=self._first(selector), text=words)

    def evaluate(self, script: str, *given: Any) -> Any:
        return self._ask("evaluate", script=script, args=list(given))

    def reload(self) -> None:
        self._ask("reload")

    def back(self) -> None:
        self._ask("back")

    def forward(self) -> None:
        self._ask("forward")

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("screenshot"))

    @contextmanager
    def frame(self, script: str) -> Iterator[None]:
        self._enter(self.evaluate(script))
        try:
            yield
        finally:
            self._enter(None)

    def _enter(self, element: Any) -> None:
        self._is_inside = element is not None
        self._ask("enter", id=element)

    def _first(self, selector: str) -> str:
        """Wait for one to be seen in the middle of the window, and to stand still there.

        Between finding and clicking, the driver does not notice what moves.
        """
        before = None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found, where = self.wait(_FIRST_AND_WHERE, selector)
            if where == before:
                return str(found[_REFERENCE])
            before = where
            time.sleep(0.1)
        raise AssertionError(f"{self.name}: it never stood still: {selector}")


class Firefox(Driven):
    """A window of Firefox, through Marionette: messages with their length before them."""

    name = "firefox"

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=2 * PATIENCE)
        self._file = self._socket.makefile("rb")
        self._hear()
        self._number = 0
        self._say("WebDriver:NewSession", {})
        self._say("WebDriver:SetTimeouts", {"pageLoad": 1000 * PATIENCE})

    def close(self) -> None:
        """Let go of the browser."""
        self._file.close()
        self._socket.close()

    def _ask(self, command: str, **given: Any) -> Any:
        answer = self._say(_COMMANDS[command][2], given)
        return answer["value"] if answer and "value" in answer else answer

    def _enter(self, element: Any) -> None:
        """Its frames are counted: Marionette does not find one that stands in a shadow tree."""
        self._is_inside = element is not None
        self._ask("enter", id=element and 0)

    def _say(self, name: str, given: dict[str, Any]) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, name, given]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, answer = self._hear()
        if error:
            raise _error(name, error)
        return answer

    def _hear(self) -> Any:
        length = b""
        while (sign := self._file.read(1)) != b":":
            assert sign, "Firefox has gone"
            length += sign
        return json.loads(self._file.read(int(length)))


class WebKit(Driven):
    """A window of WebKitGTK, through its driver."""

    name = "webkit"

    def __init__(self, port: int, program: Path) -> None:
        self._base = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(program), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        found = self._send("POST", "", {"capabilities": wanted})
        self._base += f"/{found['sessionId']}"
        self._send("POST", "/timeouts", {"pageLoad": 1000 * PATIENCE})

    def close(self) -> None:
        """End the browser."""
        self._send("DELETE", "", None)

    def _ask(self, command: str, **given: Any) -> Any:
        method, path, _ = _COMMANDS[command]
        inside = "{id}" in path
        path = path.format(**given) if inside else path
        sent = {name: value for name, value in given.items() if not (inside and name == "id")}
        return self._send(method, path, sent if method == "POST" else None)

    def _send(self, method: str, path: str, given: dict[str, Any] | None) -> Any:
        data = None if given is None else json.dumps(given).encode()
        request = urllib.request.Request(self._base + path, data, method=method)  # noqa: S310 - ours
        try:
            with urllib.request.urlopen(request, timeout=2 * PATIENCE) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise _error(f"{method} {path}", json.load(error)["value"]) from error


@contextmanager
def running(*command: str | Path, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """Have a program run until the end of the block."""
    environment = {**os.environ, **settings}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as program:
        yield program
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()


@contextmanager
def firefox(room: Path) -> Iterator[Firefox]:
    """Start Firefox with a profile of its own in a folder."""
    program = find_firefox()
    assert program, HOW_OTHERS
    lines = (f"user_pref({json.dumps(n)}, {json.dumps(v)});\n" for n, v in _SETTINGS.items())
    (room / "user.js").write_text("".join(lines))
    with running(program, "--headless", "--marionette", "--no-remote", "--profile", room):
        port = _waited((room / "MarionetteActivePort").read_text)
        window = Firefox(int(port))
        yield window
        window.close()


@contextmanager
def webkit(room: Path) -> Iterator[WebKit]:
    """Start WebKitGTK on a screen that nobody sees."""
    found = find_webkit()
    assert found, HOW_OTHERS
    driver, browser, screen = found
    with ExitStack() as stack:
        display = stack.enter_context(_display(screen))
        port = _free_port()
        settings = {"DISPLAY": display, "HOME": str(room), "LANG": "C.UTF-8", "GDK_BACKEND": "x11"}
        stack.enter_context(running(driver, f"--port={port}", **settings))
        _waited(lambda: _answers(port))
        window = WebKit(port, Path(browser))
        stack.callback(window.close)
        yield window


@contextmanager
def _display(program: str) -> Iterator[str]:
    """Start a screen that nobody sees; gives its name."""
    seen, written = os.pipe()
    command = [program, "-displayfd", str(written), "-screen", "0", "1280x900x24"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[written], stdout=quiet, stderr=quiet) as screen:
        os.close(written)
        with os.fdopen(seen) as said:
            yield f":{said.readline().strip()}"
        screen.terminate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _answers(port: int) -> str:
    socket.create_connection(("127.0.0.1", port)).close()
    return "it answers"


def _waited(look: Callable[[], str]) -> str:
    """Look until there is something to see."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError("a browser did not start")
