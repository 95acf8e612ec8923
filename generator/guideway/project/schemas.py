"""Writes the JSON Schemas into a project's content folder."""

import json
from itertools import chain
from pathlib import Path

from guideway.catalog import Catalog
from guideway.model.editing import IDS, listing
from guideway.model.records import RECORD_KINDS
from guideway.model.schema import Schema, schemas
from guideway.project.templates import read_meanings, template_folders


def write_schemas(project: Path, catalog: Catalog) -> Path:
    """Write every schema and the list of what can be named; give the folder they are in."""
    folder = project / "content" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    meanings = read_meanings(*template_folders(project))
    for name, schema in schemas(meanings).items():
        (folder / name).write_text(as_json(schema), encoding="utf-8", newline="\n")
    write_ids(project, catalog)
    return folder


def write_ids(project: Path, catalog: Catalog) -> None:
    """List what can be named, for editors; nothing where there are no schemas."""
    folder = project / "content" / "schema"
    if folder.is_dir():
        text = as_json(listing(_names(catalog)))
        (folder / IDS).write_text(text, encoding="utf-8", newline="\n")


def _names(catalog: Catalog) -> dict[str, list[str]]:
    """Kind → ids; records and pages by their whole names."""
    records = {kind: [*catalog.names(kind)] for kind in RECORD_KINDS}
    pages = [*chain.from_iterable(map(catalog.names, ("guide", "decision", "warning")))]
    ids = {
        kind: [name.partition(".")[2] for name in catalog.names(kind)]
        for kind in ("topic", "action", "audience", "owner", "provider")
    }
    return {**ids, **records, "record": [*chain.from_iterable(records.values())], "page": pages}


def as_json(schema: Schema) -> str:
    """Lay a schema out as it is kept in the repository."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
