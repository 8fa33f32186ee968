"""What towns and places are called: dots, and wishes for labels."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import ceil, floor
from typing import Final

import numpy as np

from azkz_desktop.dataset.fold import fold
from azkz_desktop.lean import dataclass
from azkz_desktop.map.basemap import Basemap, Town
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.marks import Ref, Symbol
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.things import Point, Things
from azkz_desktop.map.tongue import ENGLISH, Tongue, town_name

SAME_TOWN: Final = 30_000.0
"""Metres: a town of the basemap so near to a place of the data, and called so, is that place."""
ANOTHER_TOWN: Final = 8_000.0
"""Metres from a place of the data from which on a town of another name is shown as well."""
CAPITALS: Final = (
    "baku", "astana", "tbilisi", "yerevan", "ankara", "moscow", "tehran", "ashgabat", "tashkent",
    "bishkek", "beijing", "kyiv", "minsk", "dushanbe", "kabul", "baghdad",
)  # fmt: skip

AROUND: Final = 220.0
"""Pixels around the picture in which towns take room from each other as if in sight."""
ONE_DOT: Final = 7.0
"""Pixels: of two towns nearer to each other only the more important one is shown."""
ASIDE: Final = ((0.0, -12.0), (0.0, 12.0), (14.0, 0.0), (-14.0, 0.0))
"""Pixels by which a busy town's name may stand off, where all is taken about it."""
OTHERWISE: Final = 1e6
"""Pixels between two labels of which only one is wanted."""
BUSY: Final = 12.0
"""Pixels about a place from which on its events make its name strong."""
RANK_AT: Final = ((6000.0, 1), (4200.0, 2), (2900.0, 3), (1900.0, 4), (1200.0, 6), (700.0, 7),
                  (0.0, 10))  # fmt: skip
"""Metres a pixel, and the least important towns that are shown at that scale or larger."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town or place that may be named: rank 0 first; `place` is its id in the data, if any.

    `town` is the number among the basemap's towns of what only those have.
    """

    name: str
    x: float
    y: float
    rank: float
    capital: bool
    place: str | None
    town: int = -1


class Names:
    """Towns of the basemap and places of the data as one list, without doubles."""

    def __init__(self, things: Things, basemap: Basemap) -> None:
        self._things = things
        self._basemap = basemap
        self._towns: Sequence[Town] = basemap.towns

    @property
    def tongue(self) -> Tongue:
        """What things are called in other languages and at other times."""
        return self._things.tongue

    @cached_property
    def settlements(self) -> list[Settlement]:
        """All that may be named, the most important first."""
        places = list(self._things.places.values())
        ranks = [9.0 for _ in places]
        others = []
        nearest = zip(self._towns, self._nearest(places), strict=True)
        for number, (town, (i, away)) in enumerate(nearest):
            if away < SAME_TOWN and self._is_called(places[i], town.name):
                ranks[i] = min(ranks[i], town.rank - 0.5)
            elif away > ANOTHER_TOWN:
                own = (town.x, town.y, town.rank, town.capital)
                others.append(Settlement(town.name, *own, None, number))
        known = [self._place(place, rank) for place, rank in zip(places, ranks, strict=True)]
        return sorted([*known, *others], key=lambda one: (one.rank, one.name))

    def _nearest(self, places: Sequence[Point]) -> list[tuple[int, float]]:
        """For each town the nearest place and how far it is, metres."""
        if not places:
            return [(0, np.inf) for _ in self._towns]
        ours = np.array([complex(place.x, place.y) for place in places])
        theirs = np.array([complex(town.x, town.y) for town in self._towns])
        away = np.abs(theirs[:, None] - ours)
        nearest = away.argmin(axis=1)
        return list(zip(nearest.tolist(), away.min(axis=1).tolist(), strict=True))

    def _is_called(self, place: Point, name: str) -> bool:
        """Whether a place has this name in some spelling, or one that begins alike."""
        begins = fold(name)[:3]
        # Folded when they are asked for: few of all the spellings are those of a town.
        spellings = (place.record.name, *self._spellings.get(place.record.id, ()))
        return any(fold(one)[:3] == begins for one in spellings)

    @cached_property
    def _spellings(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self._things.source.dataset.names():
            if name.subject_type == "place":
                found.setdefault(name.subject_id, []).append(name.name)
        return found

    def _place(self, place: Point, rank: float) -> Settlement:
        busy = self._events_at.get(place.record.id, 0)
        rank = min(rank, 6.0 - min(busy, 40) / 10 if busy else rank)
        capital = place.record.id in CAPITALS
        name = place.record.name
        return Settlement(name, place.x, place.y, rank, capital, place.record.id)

    @cached_property
    def _events_at(self) -> dict[str, int]:
        places, ids = self._things.event_place, self._things.place_ids
        counts = np.bincount(places[places >= 0], minlength=len(ids)).tolist()
        return {place: count for place, count in zip(ids, counts, strict=True) if count}

    def towns(
        self,
        camera: Camera,
        day: int,
        always: frozenset[str],
        chosen: str | None,
        around: Mapping[str, float],
        language: str = ENGLISH,
    ) -> list[tuple[Symbol, Wish]]:
        """Dots and wishes for labels of what is important enough at the camera's scale.

        Places in *always* (where shown routes end, where events are) rank higher; *around*
        says how many pixels about a place its events fill.
        """
        least = next(rank for scale, rank in RANK_AT if camera.scale >= scale)
        room = Box(0, 0, camera.width, camera.height).grown(AROUND)
        found: list[tuple[Symbol, Wish]] = []
        dots: set[tuple[int, int]] = set()
        for one in self.settlements:
            wanted = one.place is not None and (one.place in always or one.place == chosen)
            if one.rank > least and not (wanted and one.rank <= least + 5):
                continue
            x, y = camera.pixel(one.x, one.y)
            if room.holds(x, y):
                room_about = around.get(one.place or "", 0.0)
                picked = one.place is not None and one.place == chosen
                if not (picked or room_about) and not _around_dot(x, y).isdisjoint(dots):
                    continue
                dots.add((round(x / ONE_DOT), round(y / ONE_DOT)))
                symbol = self._symbol(one, x, y, wanted)
                name = self._name(one, language, day)
                wish = self._wish(symbol, one, name, (wanted, picked), room_about)
                found.append((symbol, wish))
        return found

    def _name(self, one: Settlement, language: str, day: int) -> str:
        if one.place is None:
            if language == ENGLISH:
                return one.name
            return town_name(self._basemap.town_names[one.town], language)
        return self.tongue.name("place", one.place, one.name, language, day)

    def _symbol(self, one: Settlement, x: float, y: float, wanted: bool) -> Symbol:
        ref = Ref("place", one.place) if one.place is not None else None
        radius = 3.4 if one.capital or (wanted and one.rank < 2) else 2.6
        return Symbol("capital" if one.capital else "town", x, y, radius, "ink", ref)

    def _wish(
        self, symbol: Symbol, one: Settlement, name: str, why: tuple[bool, bool], about: float
    ) -> Wish:
        """The wish for a town's name; *why*: whether something shown is there, whether chosen."""
        wanted, chosen = why
        strong = one.capital or chosen or about > BUSY
        rank = 20 + one.rank * 4 - (14 if wanted else 0) - (6 if one.capital else 0)
        if about:
            rank = min(rank, 13.0) - about / 2
        role = "city-bold" if strong else "city"
        gap = max(7.0, about + 3.0)
        return Wish(
            (name,), role, "ink", symbol.x, symbol.y, gap, rank, ref=symbol.ref, must=chosen
        )


def standing_off(wish: Wish) -> Wish:
    """The wish for a town's name a little farther away: comes true where the first does not."""
    (x, y), *more = [(wish.x + dx, wish.y + dy) for dx, dy in ASIDE]
    rank = wish.rank + 0.01
    return replace(wish, x=x, y=y, rank=rank, spots=tuple(more), apart=OTHERWISE)


def _around_dot(x: float, y: float) -> set[tuple[int, int]]:
    """The squares, `ONE_DOT` wide, in which another dot would be too near to one at (x, y)."""
    across, down = x / ONE_DOT, y / ONE_DOT
    return {(i, j) for i in (floor(across), ceil(across)) for j in (floor(down), ceil(down))}
