"""The view written down as JSON, and read back: saved views, the session, snapshots."""

import json
from collections.abc import Mapping
from dataclasses import asdict, field, fields, is_dataclass
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.check import check_state
from azkz_desktop.view.errors import NewerViewError, ViewError
from azkz_desktop.view.state import ViewState

FORMAT = "azkz-view"
VERSION = 1
LARGEST = 4_000_000
"""Characters that a written view may have at most; what is longer is none of ours."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written down: the view, and texts about it (data version, name, title …)."""

    state: ViewState
    about: Mapping[str, str] = field(default_factory=dict)


def to_json(
    state: ViewState, about: Mapping[str, str] | None = None, *, indent: int | None = None
) -> str:
    """*state* as JSON in ASCII (so that no tool on its way drops a character)."""
    written: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    if about:
        written["about"] = dict(sorted(about.items()))
    return json.dumps(written | asdict(state), indent=indent, ensure_ascii=True, allow_nan=False)


def read_written(text: str) -> Written:
    """The view that *text* holds and what is written about it; raises ViewError, one sentence."""
    found = _parse(text)
    _check_format(found)
    about = found.pop("about", {})
    if not isinstance(about, dict) or not all(isinstance(value, str) for value in about.values()):
        raise ViewError(_wrong("about"))
    return Written(check_state(_build(ViewState, found, "")), about)


def _parse(text: str) -> dict[str, Any]:
    if len(text) > LARGEST:
        raise ViewError(translate("View", "This is no view of the AzKz Explorer: it is too long."))
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ViewError(translate("View", "The view cannot be read: it is not JSON.")) from error
    if not isinstance(found, dict):
        raise ViewError(translate("View", "This is no view of the AzKz Explorer."))
    return found


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _check_format(found: dict[str, Any]) -> None:
    if found.pop("format", None) != FORMAT:
        raise ViewError(translate("View", "This is no view of the AzKz Explorer."))
    version = found.pop("version", None)
    if type(version) is not int or version < 1:
        raise ViewError(_wrong("version"))
    if version > VERSION:
        said = translate(
            "View", "This view was saved by a newer version of the program (format %d); update it."
        )
        raise NewerViewError(said % version)


def _wrong(where: str) -> str:
    return translate("View", "The view cannot be read: “%s” is not what it should be.") % where


def _build(cls: type[T], found: object, where: str) -> T:
    """The dataclass *cls* from a JSON object; what is left out takes its default."""
    if not isinstance(found, dict):
        raise ViewError(_wrong(where))
    hints = get_type_hints(cls)
    unknown = sorted(set(found) - set(hints))
    if unknown:
        said = translate("View", "The view cannot be read: it has “%s”, which is unknown.")
        raise ViewError(said % (where + unknown[0]))
    values = {name: _value(hints[name], value, where + name) for name, value in found.items()}
    try:
        return cls(**values)
    except TypeError as error:
        missing = next(f.name for f in fields(cls) if f.name not in values)  # type: ignore[arg-type]
        raise ViewError(_wrong(where + missing)) from error


def _value(hint: Any, value: object, where: str) -> object:
    """*value* as the type *hint* says: the few types of which a view is made."""
    if get_origin(hint) is UnionType:
        inner = next(arg for arg in get_args(hint) if arg is not type(None))
        return None if value is None else _value(inner, value, where)
    if get_origin(hint) is tuple:
        if not isinstance(value, list):
            raise ViewError(_wrong(where))
        inner = get_args(hint)[0]
        return tuple(_value(inner, item, f"{where}[{i}]") for i, item in enumerate(value))
    if is_dataclass(hint):
        return _build(hint, value, f"{where}.")  # type: ignore[arg-type]
    return _plain(hint, value, where)


def _plain(hint: Any, value: object, where: str) -> object:
    if hint is float and type(value) is int and abs(value) < 2**53:
        return float(value)
    if type(value) is not hint or (isinstance(value, str) and not _is_text(value)):
        raise ViewError(_wrong(where))
    return value


def _is_text(value: str) -> bool:
    """Whether it is text that can be written anywhere: half a surrogate pair cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
