"""Describe the public views: for Frictionless tools and for Datasette.

    python scripts/datapackage.py

Writes `data/datapackage.json` and `data/metadata.yaml` from the views, their words in
`public_views.yaml`, the documents and the version in `data/source/`. No row of the data is read,
so that both change only where the interface, the documents or the version do.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from azkz_desktop.dataset import vocabulary
from azkz_desktop.dataset.compile import create_schema
from azkz_desktop.dataset.yaml_text import read_yaml
from azkz_desktop.dates.edtf import PRECISIONS

DATA = Path(__file__).resolve().parents[1] / "data"
PACKAGE = DATA / "datapackage.json"
DATASETTE = DATA / "metadata.yaml"
DATABASE = "azkz"
"""How Datasette calls the database: its file's name without the ending."""
PROFILES = "https://datapackage.org/profiles/2.0"

Block = dict[str, Any]

_FIELD_TYPES: dict[str, Block] = {
    "text": {"type": "string"},
    "id": {"type": "string", "constraints": {"pattern": "[a-z0-9-]+"}},
    "edtf": {"type": "string"},
    "day": {"type": "date"},
    "year": {"type": "integer"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]},
    "list": {"type": "array"},
    "geometry": {"type": "string", "format": "binary"},
}
"""Our types of columns as fields of a Table Schema; `of` (words allowed) is text with an enum."""
_FORMS = {
    "list": "a JSON array",
    "geometry": "2D ISO WKB, longitude and latitude, WGS 84",
}
"""What is added to the description of a column, because its type does not tell it."""
_WORDS = {
    "rank": ("preferred", "normal", "deprecated"),
    "precision": PRECISIONS,
    "subject_type": vocabulary.SUBJECT_TYPES,
}


@cache
def words() -> Block:
    """What `public_views.yaml` says."""
    path = Path(__file__).with_name("public_views.yaml")
    content: Block = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def described() -> dict[str, Block]:
    """Every public view by name with the block of each of its columns, in the views' order."""
    common = words()["columns"]
    return {
        view: {
            column: words()["views"][view]["columns"].get(column) or common[column]
            for column in columns
        }
        for view, columns in vocabulary.VIEWS.items()
    }


def choices(path: str) -> list[str]:
    """The words that a column may hold, by where they are written down."""
    if path in _WORDS:
        return list(_WORDS[path])
    kind, *steps = path.split(".")
    node = source_schema()["$defs"][kind]
    for step in steps:
        node = node["properties"][step]
        node = node.get("items", node)
    return list(node["enum"])


@cache
def source_schema() -> Block:
    """What the source text may hold, as a JSON Schema."""
    path = Path(vocabulary.__file__).with_name("source_schema.json")
    schema: Block = json.loads(path.read_text(encoding="utf-8"))
    return schema


def description(column: Block) -> str:
    """What a column means, in one or two sentences."""
    form = _FORMS.get(column.get("type", ""))
    return f"{column['is'].rstrip('.')} ({form})." if form else str(column["is"])


def field(name: str, column: Block, key: str | None) -> Block:
    """A column as a field of a Table Schema."""
    kind = dict(_FIELD_TYPES[column.get("type", "text")])
    constraints: Block = dict(kind.pop("constraints", {}))
    if "of" in column:
        constraints["enum"] = choices(column["of"])
    if not column.get("optional", False):
        constraints["required"] = True
    if name == key:
        constraints["unique"] = True
    described = {"name": name, **kind, "description": description(column)}
    return described | ({"constraints": constraints} if constraints else {})


def foreign_keys(view: str, columns: dict[str, Block]) -> Iterator[Block]:
    """Which columns name a row of another view (or of the same: its name is then empty)."""
    for name, column in columns.items():
        if "to" in column:
            target, key = column["to"].split(".")
            resource = "" if target == view else target
            yield {"fields": [name], "reference": {"resource": resource, "fields": [key]}}


def resource(view: str, columns: dict[str, Block]) -> Block:
    """A view as a resource: a table of the database."""
    block = words()["views"][view]
    schema: Block = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [field(name, column, block.get("key")) for name, column in columns.items()],
    }
    if "key" in block:
        schema["primaryKey"] = [block["key"]]
    keys = list(foreign_keys(view, columns))
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": view.replace("_", "-"),
        "type": "table",
        "title": block["title"],
        "description": block["is"],
        "path": f"{DATABASE}.db",
        "format": "sqlite",
        "mediatype": "application/vnd.sqlite3",
        "dialect": {"$schema": f"{PROFILES}/tabledialect.json", "table": view},
        "schema": schema | ({"foreignKeys": _by_resource(keys)} if keys else {}),
    }


def _by_resource(keys: list[Block]) -> list[Block]:
    """Foreign keys with the names that resources have (no underscores in them)."""
    for key in keys:
        key["reference"]["resource"] = key["reference"]["resource"].replace("_", "-")
    return keys


def data_package() -> Block:
    """The descriptor of the whole file, by Data Package 2.0."""
    package = words()["package"]
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": package["name"],
        "title": package["title"],
        "description": package["description"],
        "version": _metadata()["data_version"],
        "keywords": package["keywords"],
        "licenses": [package["licence"]],
        "contributors": [{"title": package["contributor"], "roles": ["author"]}],
        "sources": [_source(block) for block in _sources()],
        "resources": [resource(view, columns) for view, columns in described().items()],
    }


def _source(block: Block) -> Block:
    """A document as the descriptor names it."""
    authors = ", ".join(block["authors"])
    year = f" ({block['year']})" if "year" in block else ""
    told = f"{authors}{year}: {block['title']}. {block.get('container', '')}".strip()
    return {"title": told} | ({"path": block["url"]} if "url" in block else {})


def _sources() -> list[Block]:
    found: list[Block] = read_yaml(DATA / "source" / "sources.yaml", "sources.yaml")
    return sorted(found, key=lambda block: (block.get("outside", False), block.get("year", 9999)))


def _metadata() -> Block:
    found: Block = read_yaml(DATA / "source" / "metadata.yaml", "metadata.yaml")
    return found


def datasette_metadata() -> Block:
    """Titles, meanings, sorting and facets of the views; the tables beneath are hidden."""
    package = words()["package"]
    about: Block = {
        "title": package["title"],
        "description": package["description"],
        "license": package["licence"]["title"],
        "license_url": package["licence"]["path"],
        "source": "Five documents, cited claim by claim",
        "source_url": f"/{DATABASE}/sources",
    }
    tables: Block = {view: _served(view, columns) for view, columns in described().items()}
    tables |= {table: {"hidden": True} for table in _tables_beneath()}
    return about | {"databases": {DATABASE: {"tables": tables}}}


def _served(view: str, columns: dict[str, Block]) -> Block:
    block = words()["views"][view]
    served = {
        "title": block["title"],
        "description": block["is"],
        "sort": block["sort"],
        "columns": {name: description(column) for name, column in columns.items()},
    }
    return served | ({"facets": block["facets"]} if "facets" in block else {})


def _tables_beneath() -> list[str]:
    """Tables and views that are not public: their shape may change."""
    query = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name"
    with closing(sqlite3.connect(":memory:")) as connection:
        create_schema(connection)
        names = [name for (name,) in connection.execute(query)]
    return [name for name in names if name not in vocabulary.VIEWS]


def package_text() -> str:
    """`data/datapackage.json` as it should stand."""
    return json.dumps(data_package(), ensure_ascii=False, indent=1) + "\n"


def datasette_text() -> str:
    """`data/metadata.yaml` as it should stand."""
    head = "# Made by scripts/datapackage.py from scripts/public_views.yaml: edit that.\n"
    return head + yaml.safe_dump(
        datasette_metadata(), allow_unicode=True, sort_keys=False, width=100
    )


def main() -> None:
    """Write both."""
    PACKAGE.write_text(package_text(), encoding="utf-8")
    DATASETTE.write_text(datasette_text(), encoding="utf-8")


if __name__ == "__main__":
    main()
