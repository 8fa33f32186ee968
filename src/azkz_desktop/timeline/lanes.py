"""Which lanes there are and which events stand in each: by kind, actor, theme, place, source."""

from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.tracks import FEW, MOST_LINES, TRACKS, Tracks, parallel, tracks_of
from azkz_desktop.timeline.whole import Whole
from azkz_desktop.translation import translate
from azkz_desktop.view.tokens import GROUP_OF_KIND, KIND_GROUPS
from azkz_desktop.view.vocabulary import group_word

NO_CHOICE = ""
"""Id of the lane of events that name none of a facet (no place, no theme)."""


@dataclass(frozen=True, eq=False)
class Lane:
    """A lane and its events. `style` is the kind group of all of them, None where they vary."""

    id: str
    title: str
    style: int | None
    index: LaneIndex

    def __len__(self) -> int:
        return len(self.index)

    def tracks(self, rows: Rows, lines: int = TRACKS) -> NDArray[np.int64]:
        """On which of *lines* lines the bars of *rows* (of this lane) run, 0 the middle one.

        What lasts is dealt out so that bars that overlap lie apart, as far as there are lines,
        and stay where they are whatever is in sight. Instants lie in the middle.
        """
        if lines not in self._tracks:
            self._tracks[lines] = self._dealt_out(lines)
        return self._tracks[lines].take(self.index.rows.searchsorted(rows)).astype(np.int64)

    def _dealt_out(self, lines: int) -> Tracks:
        """The track of each event of the lane."""
        lasting, whole = self._lasting, self.index.whole
        rows, tracks = self.index.rows[lasting], np.zeros(len(lasting), np.uint8)
        staying = whole.linked.take(rows) if lines > TRACKS else None
        tracks[lasting] = tracks_of(self.index.columns, rows, lines, staying)
        return tracks

    @cached_property
    def lines_wanted(self) -> int:
        """On how many lines none of its bars would lie on another, as far as that is looked at."""
        rows = self.index.rows[self._lasting]
        if not TRACKS < len(rows) <= FEW:
            return TRACKS
        columns, linked = self.index.columns, self.index.whole.linked.take(rows)
        below = TRACKS + parallel(columns, rows[~linked])  # linked ones have none there
        return min(max(min(parallel(columns, rows), below), TRACKS), MOST_LINES)

    @cached_property
    def _lasting(self) -> NDArray[np.bool_]:
        return self.index.whole.lasting(self.index.rows)

    @cached_property
    def _tracks(self) -> dict[int, Tracks]:
        """The tracks of all events by how many lines there are."""
        return {}

    def holds(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of *rows* (any, also −1 for none) stand in this lane."""
        own = self.index.rows
        if not len(own):
            return np.zeros(len(rows), np.bool_)
        return np.asarray(own[np.minimum(own.searchsorted(rows), len(own) - 1)] == rows)


def styles_of_kinds(columns: EventColumns) -> NDArray[np.uint8]:
    """For each kind code of *columns* the number of its group in `KIND_GROUPS`."""
    groups = [GROUP_OF_KIND.get(kind, KIND_GROUPS[-1]) for kind in columns.kinds]
    return np.array([KIND_GROUPS.index(group) for group in groups], np.uint8)


def lanes_by(
    facet: str,
    columns: EventColumns,
    rows: Rows,
    names: Mapping[str, str],
    whole: Whole | None = None,
) -> tuple[Lane, ...]:
    """The lanes of *facet* that have events among *rows*, in their standing order.

    Kinds stand in the order of `KIND_GROUPS`; the choices of other facets in the order of how
    many events of the whole file name them, so that a filter does not shuffle the lanes. An
    event stands in the lane of every choice that it names. *whole* is that of *columns*.
    """
    whole = whole or Whole(columns)
    if facet == "kind":
        return _by_group(columns, rows, whole)
    return _by_choice(facet, columns, rows, names, whole)


def _by_group(columns: EventColumns, rows: Rows, whole: Whole) -> tuple[Lane, ...]:
    groups = styles_of_kinds(columns)[columns.kind[rows]]
    # Numbers of 8 bits are sorted ten times as fast as wider ones.
    order = groups.argsort(kind="stable")
    bounds = groups.take(order).searchsorted(np.arange(len(KIND_GROUPS) + 1, dtype=np.uint8))
    lanes = []
    for style, (group, own) in enumerate(
        zip(KIND_GROUPS, _parts(rows.take(order), bounds), strict=True)
    ):
        if len(own):
            index = LaneIndex(columns, own, whole)
            lanes.append(Lane(group.id, group_word(group.id), style, index))
    return tuple(lanes)


def _parts(rows: Rows, bounds: NDArray[np.int64]) -> list[Rows]:
    """What of *rows* lies between each two of the *bounds*."""
    return [rows[low:high] for low, high in pairwise(bounds.tolist())]


def _by_choice(
    facet: str, columns: EventColumns, rows: Rows, names: Mapping[str, str], whole: Whole
) -> tuple[Lane, ...]:
    ids = columns.facets[facet].ids
    events, bounds = whole.by_choice(facet)
    totals = np.diff(bounds).tolist()
    left = np.zeros(len(columns), np.bool_)
    left[rows] = True
    if len(rows) < len(columns):
        kept = left.take(events).nonzero()[0]
        events, bounds = events.take(kept), kept.searchsorted(bounds)
    parts = _parts(events, bounds)
    standing = sorted(range(len(ids)), key=lambda code: (-totals[code], ids[code]))
    lanes = [
        Lane(ids[code], names.get(ids[code], ids[code]), None, LaneIndex(columns, own, whole))
        for code in standing
        if len(own := parts[code])
    ]
    left[events] = False
    nameless = left.nonzero()[0].astype(np.int32)
    if len(nameless):
        title = translate("Lanes", "None named")
        lanes.append(Lane(NO_CHOICE, title, None, LaneIndex(columns, nameless, whole)))
    return tuple(lanes)
