"""Writes the JSON Schemas into a project's content folder."""

import json
from pathlib import Path

from guideway.model.schema import Schema, schemas


def write_schemas(project: Path) -> Path:
    """Write every schema and give the folder they are in."""
    folder = project / "content" / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        (folder / name).write_text(as_json(schema), encoding="utf-8", newline="\n")
    return folder


def as_json(schema: Schema) -> str:
    """Lay a schema out as it is kept in the repository."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
