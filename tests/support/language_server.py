"""The server that editors run for YAML, spoken to as they do: JSON-RPC over input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from tools.npm import folder

PROGRAM = folder("editors") / "node_modules" / "yaml-language-server" / "bin"
_PATIENCE = 60
"""Seconds until a server that says nothing is taken for dead."""
_SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
"""As in `.vscode/settings.json`: our schemas alone, found by the first line of a file."""


class LanguageServer:
    """A server that runs, and the documents that are open in it."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._asked = 0
        self._answers: dict[int, Any] = {}
        self._told: dict[str, list[Any]] = {}
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def open(self, file: Path, text: str) -> str:
        """Open a file as if this stood in it; give its address."""
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def problems(self, uri: str) -> list[dict[str, Any]]:
        """Wait for what it says of a file."""
        while uri not in self._told:
            self._hear()
        return self._told.pop(uri)

    def at(self, method: str, uri: str, line: int, column: int) -> Any:
        """Ask something about a place, from 0."""
        place = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place})

    def ask(self, method: str, parameters: object) -> Any:
        """Ask, and wait for the answer."""
        self._asked += 1
        number = self._asked
        self._say({"id": number, "method": method, "params": parameters})
        while number not in self._answers:
            self._hear()
        return self._answers.pop(number)

    def tell(self, method: str, parameters: object) -> None:
        """Say something that is not answered."""
        self._say({"method": method, "params": parameters})

    def _say(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._process.stdin
        assert stream is not None
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _hear(self) -> None:
        """Take in a message: an answer, a question of the server, or what it has found."""
        message = self._heard.get(timeout=_PATIENCE)
        method, number = message.get("method"), message.get("id")
        if method is None:
            assert "error" not in message, message["error"]
            self._answers[cast("int", number)] = message.get("result")
        elif method == "textDocument/publishDiagnostics":
            found = message["params"]
            self._told[found["uri"]] = found["diagnostics"]
        elif number is not None:
            asked = message["params"].get("items", []) if method.endswith("configuration") else []
            said = [_SETTINGS if item.get("section") == "yaml" else None for item in asked]
            self._say({"id": number, "result": said or None})

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length"):
                length = int(header.split(b":")[1])
                while stream.readline().strip():
                    continue
                self._heard.put(json.loads(stream.read(length)))


@contextmanager
def language_server(root: Path) -> Iterator[LanguageServer]:
    """Start the server for a folder, and end it."""
    command = ("node", str(PROGRAM / "yaml-language-server"), "--stdio")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process)
        can = {
            "workspace": {"configuration": True, "didChangeConfiguration": {}},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        where = {"uri": root.as_uri(), "name": root.name}
        server.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": can,
                "workspaceFolders": [where],
            },
        )
        server.tell("initialized", {})
        server.tell("workspace/didChangeConfiguration", {"settings": {"yaml": _SETTINGS}})
        try:
            yield server
        finally:
            process.kill()
