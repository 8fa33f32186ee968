"""Which lanes there are and which events stand in each: by kind, actor, theme, place, source."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns, Membership, run_starts
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.source import Rows
from azkz_desktop.translation import translate
from azkz_desktop.view.tokens import GROUP_OF_KIND, KIND_GROUPS
from azkz_desktop.view.vocabulary import group_word

TRACKS = 3
"""Lines on which the bars of a lane run."""
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

    def tracks(self, rows: Rows) -> NDArray[np.int64]:
        """On which of `TRACKS` lines the bars of *rows* (of this lane) run, 0 the middle one.

        What lasts is dealt out in order of start, so that bars that overlap mostly lie apart,
        and stay where they are whatever is in sight. Instants lie in the middle.
        """
        return self._tracks.take(self.index.rows.searchsorted(rows))

    def holds(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of *rows* (any, also −1 for none) stand in this lane."""
        own = self.index.rows
        if not len(own):
            return np.zeros(len(rows), np.bool_)
        return np.asarray(own[np.minimum(own.searchsorted(rows), len(own) - 1)] == rows)

    @cached_property
    def _tracks(self) -> NDArray[np.int64]:
        """For each event of the lane the line of its bar."""
        columns, rows = self.index.columns, self.index.rows
        lasting = columns.start_earliest[rows] != columns.end_earliest[rows]
        lasting |= columns.start_latest[rows] != columns.end_latest[rows]
        return np.where(lasting, np.cumsum(lasting) % TRACKS, 0)


def styles_of_kinds(columns: EventColumns) -> NDArray[np.uint8]:
    """For each kind code of *columns* the number of its group in `KIND_GROUPS`."""
    groups = [GROUP_OF_KIND.get(kind, KIND_GROUPS[-1]) for kind in columns.kinds]
    return np.array([KIND_GROUPS.index(group) for group in groups], np.uint8)


def lanes_by(
    facet: str, columns: EventColumns, rows: Rows, names: Mapping[str, str]
) -> tuple[Lane, ...]:
    """The lanes of *facet* that have events among *rows*, in their standing order.

    Kinds stand in the order of `KIND_GROUPS`; the choices of other facets in the order of how
    many events of the whole file name them, so that a filter does not shuffle the lanes. An
    event stands in the lane of every choice that it names.
    """
    if facet == "kind":
        return _by_group(columns, rows)
    return _by_membership(columns, rows, columns.facets[facet], names)


def _by_group(columns: EventColumns, rows: Rows) -> tuple[Lane, ...]:
    groups = styles_of_kinds(columns)[columns.kind[rows]]
    lanes = []
    for style, group in enumerate(KIND_GROUPS):
        own = rows[groups == style]
        if len(own):
            index = LaneIndex(columns, own)
            lanes.append(Lane(group.id, group_word(group.id), style, index))
    return tuple(lanes)


def _by_membership(
    columns: EventColumns, rows: Rows, membership: Membership, names: Mapping[str, str]
) -> tuple[Lane, ...]:
    chosen = np.zeros(len(columns), np.bool_)
    chosen[rows] = True
    totals = np.bincount(membership.code, minlength=len(membership.ids))
    kept = chosen[membership.event]
    events, codes = membership.event[kept], membership.code[kept]
    # Numbers of 16 bits are sorted ten times as fast as wider ones.
    order = np.argsort(codes.astype(np.min_scalar_type(len(membership.ids))), kind="stable")
    begins = run_starts(codes[order])
    parts = dict(
        zip(codes[order][begins].tolist(), np.split(events[order], begins[1:]), strict=False)
    )
    standing = sorted(parts, key=lambda code: (-totals[code], membership.ids[code]))
    lanes = [
        _named(membership.ids[code], names, LaneIndex(columns, parts[code])) for code in standing
    ]
    chosen[events] = False
    left = np.flatnonzero(chosen).astype(np.int32)
    if len(left):
        title = translate("Lanes", "None named")
        lanes.append(Lane(NO_CHOICE, title, None, LaneIndex(columns, left)))
    return tuple(lanes)


def _named(choice: str, names: Mapping[str, str], index: LaneIndex) -> Lane:
    return Lane(choice, names.get(choice, choice), None, index)
