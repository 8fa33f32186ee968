"""What answers a filter: the rows that pass, and what each further choice would leave."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """The events that a filter lets through, of `total` in the file.

    `rows` are int32 rows of `EventColumns`, ascending (the order of time). `counts[facet]` has
    one int64 per choice of the facet, in the order of its `Membership.ids`: how many events
    that choice would leave; a facet's own choice is left aside (any) or added to (all actors).
    """

    rows: NDArray[np.int32]
    total: int
    counts: Mapping[str, NDArray[np.int64]]

    def __len__(self) -> int:
        return len(self.rows)
