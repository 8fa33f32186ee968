"""What is worked out once for all events of a file, so that it costs little for any of them."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns, Membership
from azkz_desktop.timeline.source import Rows


class Whole:
    """All events of a file: their order by weight, and which of them last.

    And those that name each choice of a facet. Each is worked out when it is first asked for.
    """

    def __init__(self, columns: EventColumns) -> None:
        self._columns = columns
        self._by_choice: dict[str, tuple[Rows, NDArray[np.int64]]] = {}

    @cached_property
    def _order(self) -> tuple[Rows, NDArray[np.int32]]:
        """The rows of all events, the lightest first, and the place of each row among these."""
        order = self._columns.weight.argsort(kind="stable").astype(np.int32)
        place = np.empty_like(order)
        place[order] = np.arange(len(order), dtype=np.int32)
        return order, place

    def by_weight(self, rows: Rows) -> Rows:
        """*rows*, the lightest first.

        Their places are sorted, which takes a tenth of the time of sorting rows by weights.
        """
        order, place = self._order
        return order.take(np.sort(place.take(rows)))

    @cached_property
    def _lasting(self) -> NDArray[np.bool_]:
        columns = self._columns
        starts_vary = columns.start_earliest != columns.end_earliest
        return np.asarray(starts_vary | (columns.start_latest != columns.end_latest))

    def lasting(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of *rows* last, rather than being instants, known to the day or not."""
        return self._lasting.take(rows)

    @cached_property
    def linked(self) -> NDArray[np.bool_]:
        """Which events hold others, or have several dates: more than a bar is drawn of these."""
        linked = self._columns.contested.copy()
        parents = self._columns.parent
        linked[parents[parents >= 0]] = True
        return linked

    def by_choice(self, facet: str) -> tuple[Rows, NDArray[np.int64]]:
        """The events that name each choice of *facet*, one choice after the other, and the bounds.

        Choice i, an index into the facet's ids, has the rows from bounds[i] to bounds[i + 1], in
        the order of time.
        """
        if facet not in self._by_choice:
            membership = self._columns.facets[facet]
            counts = np.bincount(membership.code, minlength=len(membership.ids))
            bounds = np.concatenate(([0], counts.cumsum()))
            self._by_choice[facet] = _by_code(membership, len(self._columns)), bounds
        return self._by_choice[facet]


def _by_code(membership: Membership, total: int) -> Rows:
    """The events of *membership*, of *total* in the file, by choice and then in order of time.

    Both are sorted as one number, which takes a fifth of the time of sorting one by the other.
    """
    event, code, ids = membership
    bits = total.bit_length()
    kind = np.uint32 if bits + len(ids).bit_length() <= 32 else np.uint64
    both: NDArray[Any] = code.astype(kind)
    both = (both << bits) | event.astype(kind)
    both.sort()
    return np.asarray(both & ((1 << bits) - 1)).astype(np.int32)
