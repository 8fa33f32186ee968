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
