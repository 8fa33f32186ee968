"""The texts of labels and how wide they are, kept for the rows that were drawn."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple, TypeVar

import numpy as np

from azkz_desktop.timeline.source import TimelineSource

Measure = Callable[[str, str], float]
"""A text and its role: how many pixels wide it is."""
Key = TypeVar("Key")
MOST = 20_000
"""Texts that are kept; beyond that all are asked for again."""


class Text(NamedTuple):
    """A text in the font of `role`, `width` whole pixels wide."""

    text: str
    role: str
    width: int


class Wording:
    """Short and full titles of rows, measured; asked of the source once.

    `shorts` has the short texts that were measured as a "label", by row; `asked` all that the
    source was asked for.
    """

    def __init__(self, source: TimelineSource, measure: Measure) -> None:
        self._source = source
        self.measure = measure
        self.asked: dict[int, str] = {}
        self.shorts: dict[int, Text] = {}
        self._bold: dict[int, Text] = {}
        self._titles: dict[tuple[int, str], Text] = {}

    def prepare(self, rows: Sequence[int]) -> None:
        """Ask at once for the short texts of all *rows* that are not known yet."""
        known = self.asked
        missing = [row for row in rows if row not in known]
        if missing:
            if len(known) + len(missing) > MOST:
                known.clear()
                missing = list(rows)
            texts = self._source.shorts(np.array(missing, np.int32))
            known.update(zip(missing, texts, strict=True))

    def short(self, row: int, role: str) -> Text:
        """The short text of an event."""
        kept = self.shorts if role == "label" else self._bold
        found = kept.get(row)
        if found is None:
            if row not in self.asked:
                self.prepare([row])
            found = _keep(kept, row, self._measured(self.asked[row], role))
        return found

    def title(self, row: int, role: str) -> Text:
        """The full title of an event."""
        found = self._titles.get((row, role))
        if found is None:
            text = self._source.titles(np.array([row], np.int32))[0]
            found = _keep(self._titles, (row, role), self._measured(text, role))
        return found

    def _measured(self, text: str, role: str) -> Text:
        return Text(text, role, ceil(self.measure(text, role)))


def _keep(kept: dict[Key, Text], key: Key, text: Text) -> Text:
    if len(kept) >= MOST:
        kept.clear()
    kept[key] = text
    return text


def elided(text: str, role: str, width: float, measure: Measure) -> str:
    """*text*, cut with an ellipsis where it is wider than *width* pixels."""
    if measure(text, role) <= width:
        return text
    while text and measure(text + "…", role) > width:
        text = text[:-1]
    return text.rstrip(" ,") + "…"


def wrapped(text: str, role: str, width: float, lines: int, measure: Measure) -> tuple[str, ...]:
    """*text* in at most *lines* lines of *width* pixels, broken at spaces, the last one cut."""
    words = text.split()
    done: list[str] = []
    while words and len(done) < lines - 1:
        count = 1
        while count < len(words) and measure(" ".join(words[: count + 1]), role) <= width:
            count += 1
        done.append(" ".join(words[:count]))
        words = words[count:]
    rest = [" ".join(words)] if words else []
    return tuple(elided(line, role, width, measure) for line in (*done, *rest))
