"""The text by which one thing can be named elsewhere and found again: `azkz:event/ID`. No Qt."""

import re

from azkz_desktop.view.state import Focus

_LINK = re.compile(r"\s*azkz:(?P<type>[a-z]+)/(?P<id>[A-Za-z0-9][A-Za-z0-9._-]*)\s*")


def link_to(focus: Focus) -> str:
    """The link that names *focus*: its type and its id."""
    return f"azkz:{focus.type}/{focus.id}"


def linked(text: str) -> Focus | None:
    """What a link names, whether or not the open file has it; None where *text* is no link."""
    found = _LINK.fullmatch(text)
    return Focus(found["type"], found["id"]) if found else None
