"""Words in a row that two texts share."""

import re
from collections.abc import Iterable, Iterator

ROW = 6
"""So many words in a row are a document's own, not ours."""


def words(text: str) -> list[str]:
    """The words of a text, without case, marks and line ends; a hyphen at a line's end joins."""
    text = re.sub(r"(\w)-\n(\w)", r"\1\2", text)
    text = text.replace("’", "'").replace("‘", "'")
    return re.findall(r"\w+(?:'\w+)?", text.casefold())


def rows(text: str) -> Iterator[tuple[str, ...]]:
    """Every six words in a row."""
    found = words(text)
    return (tuple(found[start : start + ROW]) for start in range(len(found) - ROW + 1))


def rows_of(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Every six words in a row of any of the texts."""
    return {row for text in texts for row in rows(text)}


def shared(text: str, theirs: set[tuple[str, ...]], titles: Iterable[str] = ()) -> list[str]:
    """Six words in a row of *text* that are *theirs* and not those of an official title."""
    allowed = rows_of(titles)
    return [" ".join(row) for row in rows(text) if row in theirs and row not in allowed]
