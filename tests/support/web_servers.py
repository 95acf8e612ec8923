"""nginx and Caddy, started for real with the files in deploy/, over a copy of our site."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple

from tools.servers import find_server, how_to_get

from tests.support.sites import ROOT

DEPLOY = ROOT / "deploy"
NOBODY = 65534
"""The user and the group that owns nothing, on Linux."""


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    headers: HTTPMessage
    body: bytes


class Server(NamedTuple):
    """A server that runs."""

    port: int

    @property
    def address(self) -> str:
        """Give the address of the site; for a browser it is a safe place."""
        return f"http://localhost:{self.port}/"

    @property
    def asked(self) -> str:
        """Give the address at which `ask` asks."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it is written; names of headers are written with low lines."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer


def users() -> list[str]:
    """Name who can start a server here: root can do it as an ordinary user as well."""
    return ["root", "nobody"] if os.geteuid() == 0 else ["myself"]


@contextmanager
def open_to_all(site: Path) -> Iterator[Path]:
    """Make a folder that every user can read and write, with the site in it.

    Its path has a space and Chinese characters. The files are the same ones, not copies.
    """
    with tempfile.TemporaryDirectory(prefix="网站 ") as name:
        room = Path(name)
        shutil.copytree(site, room / "site", copy_function=os.link)
        room.chmod(0o777)
        yield room


@contextmanager
def started(name: str, user: str, room: Path) -> Iterator[Server]:
    """Start `nginx` or `caddy` as a user over `site` in a room; it ends with the test."""
    program = find_server(name)
    assert program, how_to_get([name])
    port = _free_port()
    command, environment = {"nginx": _nginx, "caddy": _caddy}[name](program, room, port)
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if user == "nobody" else {}
    with (room / f"{name}.log").open("wb") as log:
        running = subprocess.Popen(  # type: ignore[call-overload]  # who is a user or nothing
            command, cwd=room, env={**os.environ, **environment}, stdout=log, stderr=log, **who
        )
    try:
        _wait_for(port, running, room / f"{name}.log")
        yield Server(port)
    finally:
        running.terminate()
        running.wait(timeout=60)


def _nginx(program: str, room: Path, port: int) -> tuple[list[str], dict[str, str]]:
    written = (DEPLOY / "nginx.conf").read_text()
    assert written.count("listen 8080;") == 1
    (room / "nginx.conf").write_text(written.replace("listen 8080;", f"listen {port};"))
    stay = ["-g", "daemon off;"]
    return [program, "-e", "stderr", *stay, "-p", str(room), "-c", "nginx.conf"], {}


def _caddy(program: str, room: Path, port: int) -> tuple[list[str], dict[str, str]]:
    settings = room / "Caddyfile"
    shutil.copyfile(DEPLOY / "Caddyfile", settings)
    command = [program, "run", "--adapter", "caddyfile", "--config", str(settings)]
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(room / "caddy"))
    return command, {"GUIDEWAY_ADDRESS": f":{port}", "GUIDEWAY_SITE": str(room / "site"), **places}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server answers; if it has ended, say what it said."""
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=60).close()
        except OSError:
            with suppress(subprocess.TimeoutExpired):
                running.wait(timeout=0.05)
        else:
            return
    raise AssertionError(log.read_text())
