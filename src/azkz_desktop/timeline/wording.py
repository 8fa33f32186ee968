"""The texts of labels and how wide they are, kept for the rows that were drawn."""

from collections.abc import Callable
from math import ceil
from typing import NamedTuple

import numpy as np

from azkz_desktop.timeline.source import TimelineSource

Measure = Callable[[str, str], float]
"""A text and its role: how many pixels wide it is."""
MOST = 20_000
"""Texts that are kept; beyond that all are asked for again."""


class Text(NamedTuple):
    """A text in the font of `role`, `width` whole pixels wide."""

    text: str
    role: str
    width: int


class Wording:
    """Short and full titles of rows, measured; asked of the source once."""

    def __init__(self, source: TimelineSource, measure: Measure) -> None:
        self._source = source
        self._measure = measure
        self._shorts: dict[tuple[int, str], Text] = {}
        self._titles: dict[tuple[int, str], Text] = {}

    def short(self, row: int, role: str) -> Text:
        """The short text of an event."""
        found = self._shorts.get((row, role))
        if found is None:
            text = self._source.shorts(np.array([row], np.int32))[0]
            found = self._keep(self._shorts, row, role, text)
        return found

    def title(self, row: int, role: str) -> Text:
        """The full title of an event."""
        found = self._titles.get((row, role))
        if found is None:
            text = self._source.titles(np.array([row], np.int32))[0]
            found = self._keep(self._titles, row, role, text)
        return found

    def _keep(self, kept: dict[tuple[int, str], Text], row: int, role: str, text: str) -> Text:
        if len(kept) >= MOST:
            kept.clear()
        kept[row, role] = measured = Text(text, role, ceil(self._measure(text, role)))
        return measured


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
