"""Old Chromiums, through the messages of their DevTools: Playwright does not know browsers of 2020.

The messages go through two pipes and end with a zero byte.
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import re
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools.old_browsers import HOW, find_old

from tests.support.browsers import ENTER, FIRST, KEY, KEYS, PATIENCE, Window
from tests.support.browsing import FLAGS

_FOUND = f"const found = ({FIRST})(arguments[0]); if (!found) return null;"
_MIDDLE = f"""{_FOUND} const box = found.getBoundingClientRect();
return [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2];"""
_SIZE = "1280,900"
_GONE = re.compile("context|navigated")
_HIGH = 50
"""Above the numbers that the browser listens to, 3 and 4."""


class OldChromium(Window):
    """A window of an old Chromium."""

    def __init__(self, name: str, hear: int, say: int) -> None:
        self.name = name
        self._hear, self._say = os.fdopen(hear, "rb", 0), os.fdopen(say, "wb", 0)
        self._number, self._rest = 0, b""
        self._contexts: dict[str, tuple[int, int]] = {}
        """Frame → where its scripts run: a number of ours, and that of its process."""
        self._born = 0
        self._session: str | None = None
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        found = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        for domain in ("Page", "Runtime"):
            self._ask(f"{domain}.enable")
        self._main = self._frame = self._ask("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def close(self) -> None:
        """Let go of the browser."""
        self._hear.close()
        self._say.close()

    def open(self, address: str) -> None:
        """Go to an address."""
        was = self._context()
        found = self._ask("Page.navigate", url=address)
        assert not found.get("errorText"), f"{address}: {found}"
        if "loaderId" in found:
            self._load(was)

    def _load(self, was: tuple[int, int]) -> None:
        """Wait for the document after the one whose scripts ran there."""
        while self._context() == was:
            self._read()
        self.wait("return document.readyState === 'complete'")

    def address(self) -> str:
        """Give the address in the bar."""
        return str(self.evaluate("return location.href"))

    def click(self, selector: str) -> None:
        """Click the first element of those; in a frame by script."""
        found = self.wait(_MIDDLE, selector)
        if self._frame != self._main:
            self.evaluate(f"({FIRST})(arguments[0]).click()", selector)
            return
        at = {"x": found[0], "y": found[1], "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self._ask("Input.dispatchMouseEvent", type=kind, **at)

    def type(self, selector: str, words: str) -> None:
        """Put words into an element, all at once; keys that are no letters as keys."""
        self.wait(f"{_FOUND} found.focus(); return true", selector)
        for part in filter(None, KEY.split(words)):
            if part in KEYS:
                name, code = KEYS[part]
                key = {"key": name, "code": name, "windowsVirtualKeyCode": code}
                text = "\r" if part == ENTER else ""
                self._ask("Input.dispatchKeyEvent", type="keyDown", **key, text=text)
                self._ask("Input.dispatchKeyEvent", type="keyUp", **key)
            else:
                self._ask("Input.insertText", text=part)

    def evaluate(self, script: str, *given: Any) -> Any:
        """Run the body of a function in the page."""
        answer = self._call(script, given, is_value=True)
        return answer.get("value")

    def reload(self) -> None:
        """Load the page again."""
        was = self._context()
        self._ask("Page.reload")
        self._load(was)

    def back(self) -> None:
        """Go back in the history."""
        self.evaluate("history.back()")

    def forward(self) -> None:
        """Go forward in the history."""
        self.evaluate("history.forward()")

    def screenshot(self) -> bytes:
        """Take a picture of what is seen, as PNG."""
        return base64.b64decode(self._ask("Page.captureScreenshot")["data"])

    @contextmanager
    def frame(self, script: str) -> Iterator[None]:
        """Be in the frame that a script gives until the end of the block."""
        element = self._call(script, (), is_value=False)["objectId"]
        self._frame = self._ask("DOM.describeNode", objectId=element)["node"]["frameId"]
        try:
            yield
        finally:
            self._frame = self._main

    def _call(self, script: str, given: tuple[Any, ...], *, is_value: bool) -> dict[str, Any]:
        """Call the body of a function in the frame one is in; again if the document has gone."""
        body = f"(function () {{ {script} }}).apply(null, {json.dumps(given)})"
        asked = {"expression": body, "returnByValue": is_value, "userGesture": True}
        while True:
            context = self._context()
            answer = self._send("Runtime.evaluate", contextId=context[1], **asked)
            if "error" not in answer:
                break
            assert _GONE.search(answer["error"]["message"]), answer
            if self._contexts.get(self._frame) == context:
                del self._contexts[self._frame]
        assert "exceptionDetails" not in answer["result"], f"{self.name}: {answer} for: {script}"
        return dict(answer["result"]["result"])

    def _context(self) -> tuple[int, int]:
        while self._frame not in self._contexts:
            self._read()
        return self._contexts[self._frame]

    def _ask(self, method: str, **given: Any) -> Any:
        answer = self._send(method, **given)
        assert "error" not in answer, f"{self.name}: {method}: {answer['error']}"
        return answer["result"]

    def _send(self, method: str, **given: Any) -> dict[str, Any]:
        """Send a message; gives its answer."""
        self._number += 1
        number = self._number
        whose = {"sessionId": self._session} if self._session else {}
        message = {"id": number, "method": method, "params": given, **whose}
        self._say.write(json.dumps(message).encode() + b"\0")
        while (answer := self._read()).get("id") != number:
            pass
        return answer

    def _read(self) -> dict[str, Any]:
        """Read a message, and take note of where scripts run from now on."""
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._hear], [], [], PATIENCE)
            more = self._hear.read(1 << 16) if ready else b""
            assert more, f"{self.name} has gone, or says nothing"
            self._rest += more
        text, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if message.get("method") == "Runtime.executionContextCreated":
            made = message["params"]["context"]
            if made["auxData"]["isDefault"]:
                self._born += 1
                self._contexts[made["auxData"]["frameId"]] = (self._born, made["id"])
        return message


@contextmanager
def old_chromium(name: str, room: Path) -> Iterator[OldChromium]:
    """Start one with a profile of its own in a folder."""
    program = find_old(name)
    assert program, HOW
    (said, say), (hear, heard) = os.pipe(), os.pipe()
    theirs = [fcntl.fcntl(end, fcntl.F_DUPFD, _HIGH) for end in (said, heard)]
    flags = (f"--user-data-dir={room}", f"--window-size={_SIZE}", "--lang=zh-CN", "--no-zygote")
    command = [str(program), "--headless", "--remote-debugging-pipe", *FLAGS, *flags]
    shell = ["bash", "-c", f'exec "$@" 3<&{theirs[0]} 4>&{theirs[1]}', "bash", *command]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(shell, pass_fds=theirs, stdout=quiet, stderr=quiet) as running:
        for end in (said, heard, *theirs):
            os.close(end)
        window = OldChromium(name, hear, say)
        yield window
        window.close()
        running.terminate()
