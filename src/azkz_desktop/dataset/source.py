"""Read `data/source/`: YAML, checked against the schema, with every problem told by its line."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from azkz_desktop.dataset.errors import SourceError
from azkz_desktop.dataset.geometry import Shape, read_shapes
from azkz_desktop.dataset.messages import problems_of
from azkz_desktop.dataset.outline import Outline, outline_of
from azkz_desktop.dataset.yaml_text import Block, read_yaml
from azkz_desktop.lean import dataclass

TYPES = (
    "sources",
    "actors",
    "places",
    "events",
    "routes",
    "areas",
    "boundaries",
    "series",
    "positions",
    "memberships",
    "capitals",
)
"""What the source text holds; each type is one file (`actors.yaml`) or a folder of files."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """Everything that `data/source/` says, checked block by block but not yet against each other.

    `blocks` has a list a type, in the order of the files; `fingerprint` is a SHA-256 over all
    files and their names.
    """

    blocks: dict[str, list[Block]]
    outlines: dict[str, Outline]
    metadata: Block
    shapes: dict[str, Shape]
    fingerprint: str


def read_source(root: Path) -> SourceText:
    """The source text in the folder *root*; SourceError lists everything that is wrong with it."""
    if not root.is_dir():
        raise SourceError([f"{root}:0: there is no such folder"])
    problems: list[str] = []
    blocks = {kind: _blocks(root, kind, problems) for kind in TYPES}
    outlines = [_mapping(path, root, "outlines", problems) for path in _files(root, "outlines")]
    metadata = _mapping(root / "metadata.yaml", root, "metadata", problems)
    shapes = read_shapes(root / "geometry", problems)
    if problems:
        raise SourceError(problems)
    by_source = {block["source"]: outline_of(block) for block in outlines}
    return SourceText(blocks, by_source, metadata, shapes, fingerprint(root))


def fingerprint(root: Path) -> str:
    """The SHA-256 of all files below *root*, their names and contents, in the order of names."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*"), key=lambda path: path.relative_to(root).as_posix()):
        if path.suffix in (".yaml", ".geojson"):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _files(root: Path, kind: str) -> list[Path]:
    one = root / f"{kind}.yaml"
    return ([one] if one.is_file() else []) + sorted((root / kind).glob("*.yaml"))


def _blocks(root: Path, kind: str, problems: list[str]) -> list[Block]:
    """All blocks of a type; what is wrong with them is added to *problems*."""
    blocks: list[Block] = []
    for path in _files(root, kind):
        content = _content(path, root, problems)
        if content is None:
            continue
        name = path.relative_to(root).as_posix()
        if not isinstance(content, list):
            problems.append(f"{name}:1: the file must be a list of blocks that begin with “- ”")
            continue
        for block in content:
            found = problems_of(block, _validator(kind), name)
            problems += found
            if not found:
                blocks.append(block)
    return blocks


def _mapping(path: Path, root: Path, kind: str, problems: list[str]) -> Block:
    """A file that is one block."""
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        problems.append(f"{name}:0: the file is missing")
        return Block()
    content = _content(path, root, problems)
    if content is not None:
        problems += problems_of(content, _validator(kind), name)
    return content if isinstance(content, Block) else Block()


def _content(path: Path, root: Path, problems: list[str]) -> Any:
    try:
        return read_yaml(path, path.relative_to(root).as_posix())
    except SourceError as error:
        problems += error.problems
    except UnicodeDecodeError:
        problems.append(f"{path.relative_to(root).as_posix()}:1: the file is not UTF-8")
    return None


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator({**_schema(), "$ref": f"#/$defs/{kind}"})


@cache
def _schema() -> dict[str, Any]:
    text = Path(__file__).with_name("source_schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
