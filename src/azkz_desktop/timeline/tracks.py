"""On which of a few parallel lines the bars of a lane run, so that they do not hide one another.

Three lie about the line of the marks. Where a lane has rows to spare, what would still lie on
another bar has lines of its own below these, each with its mark on it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.marks import Flags
from azkz_desktop.timeline.source import Rows

TRACKS = 3
"""Lines on which the bars of a lane run."""
MOST_LINES = 12
"""Lines at the most, with those below."""
FEW = 2_000
"""Only the bars of a lane of so few have lines below: of more, few windows show few enough."""
MOST = 10_000
"""More bars are dealt out by turns: one by one that takes some 3 ms for so many."""
TURN = 1e-6
"""Days: what was taken one turn later counts as free so much later, all else being the same."""
ORDER = np.array([1, 2, 0, *range(TRACKS, MOST_LINES)], np.uint8)
"""The first bar lies above the marks of what is known to the day, the next below, then on them."""
Tracks = NDArray[np.uint8]


def tracks_of(
    columns: EventColumns, rows: Rows, lines: int = TRACKS, staying: Flags | None = None
) -> Tracks:
    """The track of each of *rows*, which all last, by where their bars are drawn.

    With more *lines* than three the others lie below; *staying* bars run on the first three.
    """
    if len(rows) > MOST:
        return ORDER.take(np.arange(len(rows)) % TRACKS)
    span = extents(columns, rows)
    order = span.first.argsort(kind="stable")
    dealt, lasts = np.empty(len(rows), np.uint8), span.last[order].tolist()
    if lines > TRACKS and staying is not None:
        dealt[order] = ORDER.take(dealt_below(lasts, lines, staying[order].tolist()))
    else:
        dealt[order] = ORDER.take(dealt_out(lasts))
    return dealt


def parallel(columns: EventColumns, rows: Rows) -> int:
    """How many of the bars of *rows* run at the same time, at the most."""
    span = extents(columns, rows)
    firsts = np.sort(span.first)
    ended = np.sort(span.last).searchsorted(firsts, "right")
    return int((np.arange(1, len(rows) + 1) - ended).max(initial=0))


def dealt_below(lasts: Sequence[float], lines: int, staying: Sequence[bool]) -> list[int]:
    """As `dealt_out`, over so many *lines*; *staying* ones are dealt out over the first three."""
    ended, turns, tracks = [-np.inf] * lines, [0.0] * lines, []
    for number, (last, stays) in enumerate(zip(lasts, staying, strict=True)):
        count = TRACKS if stays else lines
        untils = [min(end, last + turn) for end, turn in zip(ended[:count], turns, strict=False)]
        track = untils.index(min(untils))
        tracks.append(track)
        ended[track], turns[track] = max(ended[track], last), (number + 1) * TURN
    return tracks


def dealt_out(lasts: Sequence[float]) -> list[int]:
    """A track for each bar, in order of start, that ends at *lasts*: the one free for longest.

    At any time at which no more than three run, no two of these share a track: one takes the
    place of another, which still runs, only as long as something runs on all three. Where all
    three outlast it, the track takes its turn that was taken longest ago.
    """
    # (Six numbers rather than two lists: a third of the time.)
    first = second = third = -np.inf
    turn0 = turn1 = turn2 = 0.0
    now, tracks = 0.0, []
    for last in lasts:
        now += TURN
        until0 = first if first < last else last + turn0
        until1 = second if second < last else last + turn1
        until2 = third if third < last else last + turn2
        if until0 <= until1 and until0 <= until2:
            tracks.append(0)
            turn0, first = now, last if last > first else first
        elif until1 <= until2:
            tracks.append(1)
            turn1, second = now, last if last > second else second
        else:
            tracks.append(2)
            turn2, third = now, last if last > third else third
    return tracks
