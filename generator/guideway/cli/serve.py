"""`guideway serve`: the site of somebody who writes, made anew whenever a file changes."""

import threading
import webbrowser
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from guideway.cli.options import AS_OF, ENGINE, TRUST, project_folder
from guideway.model.engine_names import EngineName
from guideway.problems import Problem
from guideway.project.gallery import gallery
from guideway.project.order import Order
from guideway.project.preview import News, Preview
from guideway.project.serving import OURS, PreviewServer
from guideway.project.templates import template_folders
from guideway.project.watching import Watch
from guideway.project.workshop import OWN
from guideway.reports.problem_list import as_text

HOST, PORT = "127.0.0.1", 8000
_NOWHERE = {"level": "error", "where": "", "href": "", "hint": ""}
_FILES = ("preview.js", "preview.css", "waiting.html")


@click.command()
@click.option("--host", default=HOST, show_default=True, help="Where to listen: who else can look.")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes any."
)
@click.option("--open", "is_opened", is_flag=True, help="Open a browser as well.")
@click.option(
    "--editor",
    default="vscode://file/{path}:{line}:{column}",
    show_default=True,
    metavar="ADDRESS",
    help="What opens a file at a problem.",
)
@AS_OF
@TRUST
@ENGINE
@click.pass_obj
def serve(project: Path, /, **options: Any) -> None:
    """Preview the site, drafts included; pages load again when a file changes."""
    folder = project_folder(project)
    watch = Watch(folder, OWN, template_folders(folder)[:1])
    preview = Preview(folder, _order(**options), watch.has_heard)
    server = PreviewServer(options["host"], options["port"], preview.site, _extra(folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://{options['host']}:{server.server_port}/"
    click.echo(f"Open {address} or {address}gallery/  (Ctrl-C ends it)")
    if options["is_opened"]:
        webbrowser.open(address)
    _tell(preview, server, folder, options["editor"])
    for _ in watch.changes():
        _tell(preview, server, folder, options["editor"])


def _order(day: date | None, engine: EngineName | None, *, trusted: bool, **_: object) -> Order:
    return Order(day=day, trusted=trusted, engine=engine, jobs=1, drafts=True)


def _extra(project: Path) -> Mapping[str, Any]:
    """Give what is at addresses besides the site, read each time: somebody may be changing it."""
    folder = template_folders(project)[0]
    ours = {f"{OURS}{name}": (folder / "preview" / name).read_bytes for name in _FILES}
    return {**ours, "/gallery/": lambda: gallery(folder).page().encode()}


def _tell(preview: Preview, server: PreviewServer, project: Path, editor: str) -> None:
    """Make what has changed, and say it in the terminal and in the pages that are open."""
    for number, news in enumerate(preview.update()):
        if news.is_last:
            click.echo(_in_words(news), err=not news.is_good)
        elif number == 0:
            click.echo("what was edited is there; the rest follows")
        problems = [_row(each, project, editor) for each in news.problems]
        if news.trouble:
            problems.append({**_NOWHERE, "message": news.trouble})
        server.listeners.tell({"pages": news.pages, "problems": problems, "is_last": news.is_last})


def _in_words(news: News) -> str:
    if news.trouble:
        return f"not built: {news.trouble}"
    said = f"{as_text(news.problems)}\n" if news.problems else ""
    if not news.is_good:
        return f"{said}not built; the last good site stays"
    many = len(news.pages)
    return f"{said}built, {many} page{'' if many == 1 else 's'} changed"


def _row(problem: Problem, project: Path, editor: str) -> Mapping[str, str]:
    place = problem.place
    where = f"{place.path}:{place.line}" if place.line else place.path
    line, column = str(max(place.line, 1)), str(max(place.column, 1))
    path = quote((project / place.path).as_posix())
    href = editor.replace("{path}", path).replace("{line}", line).replace("{column}", column)
    said = {"level": problem.level, "message": problem.message, "hint": problem.hint}
    return {**said, "where": where, "href": href}
