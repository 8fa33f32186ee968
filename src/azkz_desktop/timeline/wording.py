"""The texts of labels and how wide they are, kept for the rows that were drawn."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import NamedTuple

import numpy as np

from azkz_desktop.timeline.source import TimelineSource

Measure = Callable[[str, str], float]
"""A text and its role: how many pixels wide it is."""
AHEAD = 24
"""Where a text is not known yet, those of so many events are asked for at once."""
MOST = 40_000
"""Texts that are kept from one frame to the next; beyond that all are asked for again."""


class Text(NamedTuple):
    """A text in the font of `role`, `width` whole pixels wide."""

    text: str
    role: str
    width: int


class Wording:
    """Short and full titles of rows, asked of the source once, and how wide they are.

    `shorts` and `titles` are texts by row; `widths` gives the whole pixels of a short one as a
    "label", and asks for those of `soon` with it. (Texts and numbers by row: a frame looks up
    hundreds.) `forgotten` counts how often all were forgotten.
    """

    def __init__(self, source: TimelineSource, measure: Measure) -> None:
        self._source = source
        self.measure = measure
        self.shorts: dict[int, str] = {}
        self.titles: dict[int, str] = {}
        self._dated: dict[int, str] = {}
        self.widths: dict[int, int] = _Widths(self)
        self.soon: Sequence[int] = ()
        self._title_widths: dict[int, int] = {}
        self.forgotten = 0

    def tidy(self) -> None:
        """Forget all texts where they have become many; not while a frame is made of them."""
        for texts, widths in ((self.shorts, self.widths), (self.titles, self._title_widths)):
            if len(texts) > MOST:  # together: who knows how wide a text is has it, too
                texts.clear()
                widths.clear()
                self.forgotten += 1
        if len(self._dated) > MOST:
            self._dated.clear()

    def prepare(self, rows: Sequence[int]) -> None:
        """Ask at once for the short titles of all *rows* that are not known yet."""
        missing = [row for row in rows if row not in self.shorts]
        if missing:
            texts = self._source.shorts(np.array(missing, np.int32))
            self.shorts.update(zip(missing, texts, strict=True))

    def dated(self, row: int) -> str:
        """The short title with the date in words; those of `soon` are asked for with it."""
        if row not in self._dated:
            first = self.soon.index(row) if row in self.soon else len(self.soon)
            some = [*dict.fromkeys([row, *self.soon[first : first + AHEAD]])]
            self.prepare(some)
            words = self._source.date_words(np.array(some, np.int32))
            texts = (f"{self.shorts[one]} · {said}" for one, said in zip(some, words, strict=True))
            self._dated.update(zip(some, texts, strict=True))
        return self._dated[row]

    def prepare_titles(self, rows: Sequence[int]) -> None:
        """Ask at once for the full titles of all *rows* that are not known yet."""
        missing = [row for row in rows if row not in self.titles]
        if missing:
            texts = self._source.titles(np.array(missing, np.int32))
            self.titles.update(zip(missing, texts, strict=True))

    def foresee(self, rows: Sequence[int]) -> None:
        """Ask for both titles of all *rows* and measure them, before any frame needs them."""
        self.foresee_short(rows)
        self.prepare_titles(rows)
        for row in rows:
            self.title_width(row)

    def foresee_short(self, rows: Sequence[int]) -> None:
        """Ask for the short titles of all *rows* and measure them, before any frame needs them."""
        self.prepare(rows)
        for row in rows:
            self.widths[row]

    def title_width(self, row: int) -> int:
        """How wide the full title is as a label, whole pixels; it must be known."""
        width = self._title_widths.get(row)
        if width is None:
            self._title_widths[row] = width = ceil(self.measure(self.titles[row], "label"))
        return width

    def title(self, row: int, role: str) -> Text:
        """The full title of an event."""
        self.prepare_titles([row])
        text = self.titles[row]
        return Text(text, role, ceil(self.measure(text, role)))


class _Widths(dict[int, int]):
    """How wide short titles are; what is not known yet is asked for and measured."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording

    def __missing__(self, row: int) -> int:
        wording = self._wording
        if row not in wording.shorts:
            first = wording.soon.index(row) if row in wording.soon else len(wording.soon)
            wording.prepare(wording.soon[first : first + AHEAD] or [row])
        self[row] = width = ceil(wording.measure(wording.shorts[row], "label"))
        return width


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
