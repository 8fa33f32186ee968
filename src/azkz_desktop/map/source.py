"""What the map asks of the data, as protocols: the library satisfies them by its shape."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.dataset.records import (
    Actor,
    Area,
    Boundary,
    Capital,
    Name,
    Place,
    Position,
    Route,
    Source,
    State,
)

Rows = NDArray[np.int32]


class MapDataset(Protocol):
    """Things that have a place; all are read once, when the map is made."""

    def routes(self) -> Mapping[str, Route]:
        """Pipelines, railways, ferries and corridors by id."""
        ...

    def areas(self) -> Mapping[str, Area]:
        """Fields, ports, regions by id."""
        ...

    def boundaries(self) -> Mapping[str, Boundary]:
        """Lines between sectors by id."""
        ...

    def places(self) -> Mapping[str, Place]:
        """Points by id."""
        ...

    def actors(self) -> Mapping[str, Actor]:
        """Who takes part, by id."""
        ...

    def names(self) -> Sequence[Name]:
        """Every spelling of everything."""
        ...

    def states(self, subject_id: str) -> Sequence[State]:
        """The life of a route, area or boundary."""
        ...

    def positions(self) -> Sequence[Position]:
        """Stances that parties held, once for each claim."""
        ...

    def capitals(self) -> Sequence[Capital]:
        """Which place was whose capital, and when."""
        ...

    def sources(self) -> Mapping[str, Source]:
        """The documents by id."""
        ...


class MapSource(Protocol):
    """Events as columns, words only for the rows that are pointed at."""

    @property
    def dataset(self) -> MapDataset:
        """What does not change with the filter."""
        ...

    @property
    def columns(self) -> EventColumns:
        """All events as numpy columns."""
        ...

    def titles(self, rows: Rows) -> Sequence[str]:
        """The full titles."""
        ...

    def ids(self, rows: Rows) -> Sequence[str]:
        """The events' ids, as a `Focus` holds them."""
        ...

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None where the file has no such event."""
        ...

    def date_words(self, rows: Rows) -> Sequence[str]:
        """The dates in words ("3 November 2008", "about 1995")."""
        ...

    def names(self, facet: str) -> Mapping[str, str]:
        """How the choices of a facet (actor, source …) are called, by id."""
        ...
