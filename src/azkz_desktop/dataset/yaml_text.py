"""Read the source text: YAML whose blocks know their lines, and in which a date stays a text."""

from pathlib import Path
from typing import Any

import yaml

from azkz_desktop.dataset.errors import SourceError

NUMBERS = frozenset(
    (
        "line",
        "lines",
        "paragraph",
        "paragraphs",
        "value",
        "lon",
        "lat",
        "importance",
        "published_length_km",
        "year",
        "episode",
    )
)
"""Keys whose values are numbers; everything else is kept as it is written (2005, 2.340, no)."""
TRUTHS = frozenset(("inferred", "outside"))
"""Keys whose values are true or false."""


class Block(dict[str, Any]):
    """A mapping of the source text, its `file`, the `line` it begins in and those of its keys."""

    file: str
    line: int
    lines: dict[str, int]

    def where(self, key: str = "") -> str:
        """The place of the block, or of one of its keys, as "events/energy.yaml:12"."""
        return f"{self.file}:{self.lines.get(key, self.line)}"


def read_yaml(path: Path, name: str) -> Any:
    """The content of a YAML file whose mappings are `Block`s; *name* is used in messages.

    Raises SourceError with file and line where it is no YAML or a key is given twice.
    """
    loader = _Loader(path.read_text(encoding="utf-8"))
    loader.file = name
    try:
        return loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SourceError([f"{name}:{line}: this is no YAML: {error.problem}"]) from error
    finally:
        loader.dispose()


class _Loader(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]
    """Resolves nothing but empty values by itself: no dates, no booleans, no numbers."""

    file = ""
    yaml_implicit_resolvers = {  # noqa: RUF012 - how PyYAML is told
        first: [(tag, regexp) for tag, regexp in resolvers if tag.endswith((":null", ":merge"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        if first != "~"
    }


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Block:
    block = Block()
    block.file, block.line, block.lines = loader.file, node.start_mark.line + 1, {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        line = key_node.start_mark.line + 1
        if not isinstance(key, str) or key in block:
            raise SourceError(
                [f"{loader.file}:{line}: “{key}” is no key, or given twice in one block"]
            )
        value = loader.construct_object(value_node, deep=True)
        block[key] = _typed(key, value)
        block.lines[key] = line
    return block


def _typed(key: str, value: Any) -> Any:
    """The value of *key* as number or truth where it should be one and looks like it."""
    if isinstance(value, list):
        return [_typed(key, item) for item in value] if key in NUMBERS else value
    if not isinstance(value, str):
        return value
    value = " ".join(value.split())  # a text may be folded over lines
    if key in TRUTHS:
        return {"true": True, "false": False}.get(value.lower(), value)
    return _number(value) if key in NUMBERS else value


def _number(text: str) -> float | str:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
