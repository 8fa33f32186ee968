"""What the next frames will need, got ready while nobody touches anything.

A name costs ten times as much in the first frame that shows it as in every later one: it is read,
measured and drawn once. A zoom brings dozens a frame. So those that are likely to come, the names
of the heaviest events, are made ready at rest, and with them what documents say of contested
events: then the first zoom is as fluent as the second one.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import numpy as np
from PySide6.QtCore import QObject

from azkz_desktop.dataset.columns import NO_START, Days
from azkz_desktop.painting.later import Later
from azkz_desktop.timeline.atlas import Texts
from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.ticks import usual_texts

REST = 300
"""Milliseconds without a frame after which nobody is moving anything."""
SHORT, FULL = 1_800, 800
"""Names that are made ready, of normal size: they fill three quarters of the room for names."""
MEASURED = 8_000
"""Names of so many events are read and measured: a frame measures several times as many as it
shows."""
A_STEP = 12
"""Names, or contested events, that are made ready between two looks at the clock."""
CENTURY = 36_524
"""Days whose years are written ahead; one event far away would have them be others."""
SAMPLED = 2_000
CONTESTED = 2_000
"""Where more events are contested, none of them is asked for ahead."""


class Ahead(QObject):
    """Gets ready what *layout* and the painter of the last frame will need."""

    def __init__(self, layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self._for: tuple[TimelinePainter, list[Lane], int] | None = None
        self._steps: Iterator[object] = iter(())
        self._later = Later(self)

    def frame_shown(self, painter: TimelinePainter) -> None:
        """Begin once there is rest; what is under way goes on at the next rest."""
        lanes = [one.lane for one in self._layout.placed]
        wanted = painter, lanes, self._layout.wording.forgotten
        if wanted != self._for:
            self._for, self._steps = wanted, steps(self._layout, painter)
        elif not self._later.waiting:
            return
        if not Later.at_once:  # nothing of it is to be seen
            self._later.plan(self._steps, REST)

    def settle(self) -> None:
        """Get all of it ready now."""
        self._later.settle()


def steps(layout: Layout, painter: TimelinePainter) -> Iterator[None]:
    """Texts of the axis, and names, until they can be copied, the heaviest of each lane first.

    Then contested dates, and how wide the names are that are tried where one zooms far in.
    """
    wording, lanes = layout.wording, [one.lane.index for one in layout.placed]
    # Larger ones need more room, and what has none would make that of others free.
    share = 1 / max(layout.sizes.factor, 1.0) ** 2 / max(painter.ratio, 1.0)
    _draw_ticks(painter, lanes)
    yield
    names = _heaviest(lanes, round(SHORT * share))
    for rows in _in_steps(names):
        wording.foresee(rows)
        _draw(painter, [wording.shorts[row] for row in rows])
        yield
    for rows in _in_steps(names[: round(FULL * share)]):
        wording.foresee(rows)  # all texts may have been forgotten since
        _draw(painter, [wording.titles[row] for row in rows])
        yield
    contested = list(dict.fromkeys(row for lane in lanes for row in lane.contested().tolist()))
    for rows in _in_steps(contested if len(contested) <= CONTESTED else []):
        layout.disputes.foresee(rows)
        yield
    for rows in _in_steps(_heaviest(lanes, MEASURED)):
        wording.foresee_short(rows)
        yield


def _draw(painter: TimelinePainter, names: list[str]) -> None:
    if painter.screen:
        painter.screen.texts.prepare(Texts("label", painter.theme.ink, names, [], []))


def _draw_ticks(painter: TimelinePainter, lanes: Sequence[LaneIndex]) -> None:
    period = busiest([lane.starts for lane in lanes])
    if painter.screen and period:
        plain, strong = usual_texts(*period)
        painter.screen.texts.prepare(Texts("tick", painter.theme.secondary, plain, [], []))
        painter.screen.texts.prepare(Texts("tick-bold", painter.theme.ink, strong, [], []))


def busiest(starts: Sequence[Days]) -> tuple[float, float] | None:
    """The first and last day on which events begin in the `CENTURY` with most of them, if any.

    *starts* are days, ascending; of many about as many as `SAMPLED` are looked at.
    """
    every = sum(map(len, starts)) // SAMPLED + 1
    days = np.sort(np.concatenate([one[::every] for one in starts] or [np.empty(0, np.int32)]))
    days = days[days > NO_START]
    if not len(days):
        return None
    after = days.searchsorted(days + CENTURY, "right")
    at = int(np.argmax(after - np.arange(len(days))))
    return float(days[at]), float(days[after[at] - 1])


def _heaviest(lanes: Sequence[LaneIndex], most: int) -> list[int]:
    """The rows of the heaviest events of *lanes*, the heaviest of each before the second ones."""
    share = -(-most // max(len(lanes), 1))
    columns = [lane.lightest_first[: -share - 1 : -1].tolist() for lane in lanes]
    turns = zip_longest(*columns)
    return list(dict.fromkeys(row for turn in turns for row in turn if row is not None))


def _in_steps(rows: list[int]) -> Iterator[list[int]]:
    for first in range(0, len(rows), A_STEP):
        yield rows[first : first + A_STEP]
