"""`guideway fix`: what has one right answer is mended."""

from pathlib import Path

import click

from guideway.cli.options import PROBLEMS, project_folder, say
from guideway.project.clock import today
from guideway.project.content_files import read_shelf
from guideway.project.schemas import write_ids
from guideway.project.write_content import write_content
from guideway.reports.examination import examine
from guideway.reports.mending import difference, mended
from guideway.reports.problem_list import shown


@click.command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--write", is_flag=True, help="Write the files; else the change is only shown.")
@click.option("--check", "checked", is_flag=True, help="End with 1 if something would change.")
@click.pass_obj
def fix(project: Path, files: tuple[str, ...], *, write: bool, checked: bool) -> None:
    """Mend punctuation, spaces, quotes, dates, ids and the order of keys; show what changes.

    Only what has one right answer is touched. FILEs are paths such as content/guides/a.yaml;
    without any, all content is mended.
    """
    folder = project_folder(project)
    shelf = read_shelf(folder)
    for file in set(files) - shelf.files.keys():
        raise click.UsageError(
            f"there is no file “{shown(file)}”; write it as “guideway check” does"
        )
    changed = mended(shelf, today(folder), today(folder))
    chosen = {path: changed[path] for path in sorted(changed) if not files or path in files}
    for path, content in chosen.items():
        click.echo(difference(path, shelf.files[path], content), nl=False)
    if write:
        write_content(folder, chosen)
        write_ids(folder, examine(read_shelf(folder), today(folder), today(folder))[0])
    if not chosen:
        say("nothing to mend")
    elif not write:
        say(f"{len(chosen)} files would change; “guideway fix --write” writes them")
    if checked and chosen:
        raise click.exceptions.Exit(PROBLEMS)
