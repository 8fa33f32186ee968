"""What the land and the water are called: wishes for labels of countries, seas, towns."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

import numpy as np

from azkz_desktop.dataset.fold import fold
from azkz_desktop.lean import dataclass
from azkz_desktop.map.basemap import Basemap, Town
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.marks import Ref, Symbol
from azkz_desktop.map.projection import project_points
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

COUNTRY_ANCHORS: Final = (
    ("kazakhstan", (67.0, 48.4), (70.5, 46.9)),
    ("kazakhstan", (57.0, 48.6), (56.6, 46.9), (58.0, 46.2), (59.5, 46.6), (54.2, 48.9),
     (57.8, 47.5), (58.8, 46.9), (57.2, 45.9), (54.6, 44.4), (53.4, 44.9)),
    ("azerbaijan", (47.6, 40.95), (48.35, 40.6), (47.4, 40.15), (47.6, 40.3), (47.2, 40.45),
     (47.3, 39.95), (47.0, 41.2), (48.3, 39.7)),
    ("russia", (44.6, 45.2), (43.6, 44.6), (45.6, 47.0)),
    ("russia", (45.5, 50.2), (48.5, 52.6)), ("russia", (57.5, 55.5), (40.0, 54.0)),
    ("turkmenistan", (59.2, 39.4), (57.3, 40.2)), ("turkmenistan", (55.6, 39.9), (55.0, 38.4)),
    ("uzbekistan", (62.9, 41.9), (64.5, 40.9)), ("uzbekistan", (58.0, 43.4), (57.4, 44.2)),
    ("iran", (53.5, 34.6), (55.0, 33.0)), ("iran", (49.0, 36.35), (52.5, 36.15), (47.4, 37.1)),
    ("georgia", (43.6, 42.15), (42.6, 42.55), (44.6, 42.25)),
    ("armenia", (44.9, 40.5), (44.4, 40.65)),
    ("turkiye", (39.0, 39.25), (38.0, 38.6), (40.6, 39.3)), ("turkiye", (32.6, 39.0), (31.5, 38.4)),
    ("ukraine", (33.0, 48.6)), ("china", (86.0, 41.0)), ("iraq", (43.6, 33.6)),
    ("syria", (38.4, 35.2)), ("afghanistan", (66.0, 34.2)), ("kyrgyzstan", (74.6, 41.6)),
    ("tajikistan", (70.8, 38.6)), ("pakistan", (71.0, 31.0)), ("romania", (25.6, 45.9)),
    ("bulgaria", (25.2, 42.65)), ("belarus", (28.2, 53.4)), ("mongolia", (95.0, 47.0)),
)  # fmt: skip
"""Where countries are named: points of which the first that is free serves.

A large country is named at several places, as far apart as `SAME_COUNTRY_APART` says.
"""
SAME_COUNTRY_APART: Final = 400.0
"""Pixels between two places that name the same country."""
COUNTRY_EDGE: Final = 30.0
"""Pixels from the picture's edge within which no country is named."""
WATER_EDGE: Final = 12.0
"""Pixels from the picture's edge within which the middle of no water's name stands."""
WATERS: Final = (
    ("caspian", 50.6, 44.35, 0), ("caspian", 51.0, 37.75, 0), ("black", 35.0, 43.3, 0),
    ("azov", 36.6, 46.1, 2), ("aral", 58.7, 45.2, 2), ("garabogaz", 53.45, 41.35, 2),
    ("mediterranean", 31.5, 34.6, 1), ("gulf", 49.6, 28.6, 1), ("balkhash", 74.9, 46.25, 2),
    ("urmia", 45.4, 37.75, 3), ("van", 42.95, 38.65, 3), ("sevan", 45.35, 40.35, 3),
)  # fmt: skip
"""Seas and lakes: a point, and from which zoom on they are named (0: always)."""
SUBJECT: Final = "caspian"
"""The sea that the map is about: it is named before routes are."""
SUBJECT_SPOTS: Final = (
    (51.2, 45.7), (49.4, 43.3), (50.0, 45.1), (51.9, 39.0), (50.4, 38.4), (51.3, 41.9),
    (50.2, 41.7), (48.7, 43.9), (52.0, 38.1), (51.4, 39.6), (49.4, 44.6), (51.0, 46.2),
    (50.7, 41.3), (51.5, 40.5), (51.5, 37.3),
)  # fmt: skip
"""Where else its name may stand, if need be."""
WATER_SCALE: Final = (9e9, 2600.0, 1900.0, 900.0)
DISPUTED: Final = (
    ("crimea", 34.3, 45.3), ("abkhazia", 41.05, 43.05), ("ossetia", 43.95, 42.4),
)  # fmt: skip
AROUND: Final = 220.0
"""Pixels around the picture in which towns take room from each other as if in sight."""
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
        found = []
        for one in self.settlements:
            wanted = one.place is not None and (one.place in always or one.place == chosen)
            if one.rank > least and not (wanted and one.rank <= least + 5):
                continue
            x, y = camera.pixel(one.x, one.y)
            if room.holds(x, y):
                room_about = around.get(one.place or "", 0.0)
                picked = one.place is not None and one.place == chosen
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


_COUNTRY_XY = [(name, project_points(points)) for name, *points in COUNTRY_ANCHORS]
_WATER_XY = project_points([(lon, lat) for _, lon, lat, _ in WATERS])
_SUBJECT_XY = project_points(SUBJECT_SPOTS)
_DISPUTED_XY = project_points([(lon, lat) for _, lon, lat in DISPUTED])


def ground_wishes(camera: Camera, tongue: Tongue, language: str, day: int) -> list[Wish]:
    """Wishes for the names of countries, waters and disputed areas."""
    wishes = _country_wishes(camera, tongue, language, day)
    wishes += _water_wishes(camera, tongue, language, day)
    if camera.scale <= 2600:
        for (area, _, _), (x, y) in zip(DISPUTED, _DISPUTED_XY, strict=True):
            px, py = camera.pixel(x, y)
            text = tongue.disputed(area, language)
            wishes.append(Wish(text, "note-italic", "secondary", px, py, 0.0, 17.0))
    return wishes


def _water_wishes(camera: Camera, tongue: Tongue, language: str, day: int) -> list[Wish]:
    """The waters of which some point is in sight, one line each; the subject in two at need."""
    room = Box(0, 0, camera.width, camera.height).grown(-WATER_EDGE)
    wishes = []
    for (water, _, _, zoom), xy in zip(WATERS, _WATER_XY, strict=True):
        all_spots = np.vstack((xy, _SUBJECT_XY)) if water == SUBJECT else xy[None]
        spots = [(x, y) for x, y in camera.to_pixels(all_spots).tolist() if room.holds(x, y)]
        if camera.scale > WATER_SCALE[zoom] or not spots:
            continue
        words, more = tongue.water(water, language, day), tuple(spots[1:])
        rank = 6.5 if water == SUBJECT else 12.0 + zoom
        wish = Wish(words, "sea", "sea_text", *spots[0], 0.0, rank, spots=more, group=water)
        wishes.append(replace(wish, apart=SAME_COUNTRY_APART))
        if water == SUBJECT:
            narrow = tuple(word for line in words for word in line.split(maxsplit=1))
            wishes.append(replace(wishes[-1], lines=narrow, rank=rank + 0.1))
    return wishes


def _country_wishes(camera: Camera, tongue: Tongue, language: str, day: int) -> list[Wish]:
    """The countries of which some point is in sight: they are named there."""
    room = Box(0, 0, camera.width, camera.height).grown(-COUNTRY_EDGE)
    wishes = []
    for country, xy in _COUNTRY_XY:
        points = [(x, y) for x, y in camera.to_pixels(xy).tolist() if room.holds(x, y)]
        if points:
            rank = 7.0 if country in ("azerbaijan", "kazakhstan") else 14.0
            name = tongue.country(country, language, day)
            wish = Wish((name,), "country", "country", *points[0], 0.0, rank)
            more = tuple(points[1:])
            wishes.append(replace(wish, spots=more, apart=SAME_COUNTRY_APART))
    return wishes
