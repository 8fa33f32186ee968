"""What is wrong with a block of the source text, in words that a historian can act on."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from azkz_desktop.dataset.yaml_text import Block


def problems_of(block: Any, validator: Draft202012Validator, file: str) -> list[str]:
    """A line a problem: file, line, which block, and what is wrong with it in words."""
    if not isinstance(block, Block):
        return [f"{file}:1: a block begins with a key, such as “id:”; this is {block!r}"]
    errors = sorted(validator.iter_errors(block), key=lambda error: list(map(str, error.path)))
    return [_line(block, error) for error in errors]


def _line(block: Block, error: ValidationError) -> str:
    where = _nearest_block(block, list(error.absolute_path))
    key = str(error.absolute_path[-1]) if error.absolute_path else ""
    keys = ("id", "body", "state", "source")
    name = next((block[key] for key in keys if block.get(key)), "a block without an id")
    return f"{where.where(key)}: {name}: {in_words(error)}"


def _nearest_block(block: Block, path: list[str | int]) -> Block:
    """The innermost mapping on the way to what is wrong: its lines are known."""
    nearest: Any = block
    here: Any = block
    for step in path:
        here = here[step]
        if isinstance(here, Block):
            nearest = here
    return nearest  # type: ignore[no-any-return]


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that is most like *word*, empty where none is."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean “{close[0]}”?)" if close else ""


def in_words(error: ValidationError) -> str:
    """One violation of the schema as a clause."""
    say = _WORDS.get(str(error.validator))
    return say(error) if say else error.message


def _key(error: ValidationError) -> str:
    """The key that is wrong, in quotes (for an item of a list, the list's key)."""
    return (
        f"“{next((step for step in reversed(error.absolute_path) if isinstance(step, str)), '')}”"
    )


def _unknown_key(error: ValidationError) -> str:
    schema: Any = error.schema
    known = schema.get("properties", {})
    given: Any = error.instance
    unknown = [key for key in given if key not in known]
    return "; ".join(f"the key “{key}” is not known here{nearest(key, known)}" for key in unknown)


def _missing(error: ValidationError) -> str:
    return error.message.split("'")[1].join(("“", "” is missing"))


def _no_choice(error: ValidationError) -> str:
    values: Any = error.validator_value
    choices = [str(choice) for choice in values]
    hint = nearest(str(error.instance), choices)
    return f"{_key(error)} is “{error.instance}”{hint}, but must be one of {', '.join(choices)}"


_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list in [brackets] or of lines that begin with “-”",
    "object": "a block of keys and values",
}


def _wrong_type(error: ValidationError) -> str:
    wanted = _TYPES.get(str(error.validator_value), str(error.validator_value))
    given = "empty" if error.instance is None else f"“{error.instance}”"
    return f"{_key(error)} is {given}, but must be {wanted}"


def _pattern(error: ValidationError) -> str:
    if error.validator_value == "^[a-z0-9-]+$":
        return f"{_key(error)} is “{error.instance}”: an id has only a–z, 0–9 and -"
    return f"“{error.instance}” is not of the form {error.validator_value}"


def _too_long(error: ValidationError) -> str:
    return (
        f"{_key(error)} has {len(error.instance)} characters, "  # type: ignore[arg-type]
        f"at most {error.validator_value} are allowed"
    )


def _out_of_range(error: ValidationError) -> str:
    return f"{_key(error)} is {error.instance}, beyond {error.validator_value}"


_WORDS: dict[str, Callable[[ValidationError], str]] = {
    "additionalProperties": _unknown_key,
    "required": _missing,
    "enum": _no_choice,
    "type": _wrong_type,
    "pattern": _pattern,
    "maxLength": _too_long,
    "minLength": lambda error: f"{_key(error)} is empty",
    "minItems": lambda error: f"{_key(error)} needs at least {error.validator_value}",
    "uniqueItems": lambda error: f"{_key(error)} names something twice",
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "exclusiveMinimum": _out_of_range,
    "anyOf": lambda error: f"{_key(error)} holds “{error.instance}”, which is not understood",
}
