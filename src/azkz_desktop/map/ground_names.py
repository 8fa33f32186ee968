"""What the land and the water are called: wishes for labels of countries, seas, disputed areas."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import Final

import numpy as np

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.shapes import Box, Floats
from azkz_desktop.map.tongue import Tongue

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
    ("iran", (53.5, 34.6), (55.0, 33.0), (57.5, 34.4), (51.6, 32.3), (58.0, 31.8)),
    ("iran", (49.0, 36.35), (52.5, 36.15), (47.4, 37.1)),
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
    (50.2, 41.7), (48.7, 43.9), (52.0, 38.1),
)  # fmt: skip
"""Where else its name may stand, if need be: these first."""
SUBJECT_ROWS: Final = (
    (36.9, 51.4, 52.5), (37.35, 50.5, 53.6), (37.8, 49.3, 53.5), (38.25, 49.2, 53.6),
    (38.7, 49.2, 52.8), (39.15, 49.6, 52.8), (39.6, 49.7, 52.8), (40.05, 50.6, 52.4),
    (40.5, 50.8, 52.4), (40.95, 49.7, 52.6), (41.4, 49.4, 52.3), (41.85, 49.0, 52.1),
    (42.3, 48.5, 52.2), (42.75, 48.1, 51.6), (43.2, 47.9, 50.9), (43.65, 47.9, 50.8),
    (44.1, 48.1, 50.4), (44.55, 47.2, 49.9), (45.0, 47.6, 49.7), (45.45, 48.3, 51.1),
    (45.9, 49.1, 52.6), (46.35, 50.2, 52.7),
)  # fmt: skip
"""Then anywhere on it: a parallel, and between which meridians it is 22 km off every coast."""
SUBJECT_APART: Final = 900.0
"""Pixels between two places where it is named."""
LETTER: Final = 7.0
"""Pixels of a letter of a sea's name, spaces counted in."""
LINE: Final = 15.0
"""Pixels of a line of it."""
OFF_COAST: Final = 22_000.0
"""Metres from the ends of those rows to the coast."""
SUBJECT_EVERY: Final = 26.0
"""Pixels between two places of those rows that are tried, at the least."""
WATER_SCALE: Final = (9e9, 2600.0, 1900.0, 900.0)
DISPUTED: Final = (
    ("crimea", 34.3, 45.3), ("abkhazia", 41.05, 43.05), ("ossetia", 43.95, 42.4),
)  # fmt: skip


_COUNTRY_XY = [(name, project_points(points)) for name, *points in COUNTRY_ANCHORS]
_WATER_XY = project_points([(lon, lat) for _, lon, lat, _ in WATERS])
_SUBJECT_XY = project_points(SUBJECT_SPOTS)
_ROWS_XY = project_points(
    [(lon, lat) for lat, west, east in SUBJECT_ROWS for lon in np.arange(west, east + 0.1, 0.5)]
)
_ENDS_XY = project_points([(lon, lat) for lat, west, east in SUBJECT_ROWS for lon in (west, east)])
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
        if water == SUBJECT:
            spots += sea_spots(camera)
        if camera.scale > WATER_SCALE[zoom] or not spots:
            continue
        words, more = tongue.water(water, language, day), tuple(spots[1:])
        rank = 6.5 if water == SUBJECT else 12.0 + zoom
        wish = Wish(words, "sea", "sea_text", *spots[0], 0.0, rank, spots=more, group=water)
        if water == SUBJECT:
            wishes += _subject_wishes(camera, replace(wish, apart=SUBJECT_APART), spots)
        else:
            wishes.append(replace(wish, apart=SAME_COUNTRY_APART))
    return wishes


def _subject_wishes(camera: Camera, wish: Wish, spots: Sequence[tuple[float, float]]) -> list[Wish]:
    """Where it stands on water whole, in one line or in two; else where its middle is on water."""
    narrow = tuple(word for line in wish.lines for word in line.split(maxsplit=1))
    wishes, anywhere = [], []
    for step, lines in enumerate((wish.lines, narrow)):
        whole = list(compress(spots, wholly_on_sea(camera, spots, lines)))
        if whole:
            (x, y), *more = whole
            rank = wish.rank + 0.1 * step
            wishes.append(replace(wish, lines=lines, x=x, y=y, rank=rank, spots=tuple(more)))
        anywhere.append(replace(wish, lines=lines, rank=wish.rank + 0.2 + 0.1 * step))
    return wishes + anywhere


def wholly_on_sea(
    camera: Camera, spots: Sequence[tuple[float, float]], lines: Sequence[str]
) -> list[bool]:
    """Of each of *spots* (pixels) whether *lines* about it are on the sea, as far as it is told.

    The sea is as wide as the rows of `SUBJECT_ROWS` that are nearest to the lines' upper edge,
    middle and lower edge.
    """
    ends = camera.to_pixels(_ENDS_XY).reshape(-1, 2, 2)
    beyond = OFF_COAST / camera.scale
    left, right, rows = ends[:, 0, 0] - beyond, ends[:, 1, 0] + beyond, ends[:, :, 1].mean(axis=1)
    half = max(map(len, lines)) * LETTER / 2
    xy = np.array(spots, np.float64).reshape(-1, 2)
    fits = np.ones(len(xy), np.bool_)
    for aside in (-0.5, 0.0, 0.5):
        y = xy[:, 1] + aside * LINE * len(lines)
        away = np.abs(y[:, None] - rows)
        row = away.argmin(axis=1)
        fits &= away.min(axis=1) <= beyond
        fits &= (xy[:, 0] - half >= left[row]) & (xy[:, 0] + half <= right[row])
    return list(map(bool, fits))


def sea_points() -> Floats:
    """Points (n, 2) all over the sea that the map is about, 22 km off its coasts, in metres."""
    return _ROWS_XY


def sea_spots(camera: Camera) -> list[tuple[float, float]]:
    """Where on the sea that the map is about words may stand, in sight and not too dense."""
    room = Box(0, 0, camera.width, camera.height).grown(-WATER_EDGE)
    return _thinned(camera.to_pixels(_ROWS_XY).tolist(), room)


def _thinned(points: list[list[float]], room: Box) -> list[tuple[float, float]]:
    """The *points* in *room*, but for those too near to one before: fixed to the ground."""
    taken: set[tuple[int, int]] = set()
    found = []
    origin_x, origin_y = points[0]
    for x, y in points:
        across = round((x - origin_x) / SUBJECT_EVERY)
        square = across, round((y - origin_y) / SUBJECT_EVERY)
        if square not in taken and room.holds(x, y):
            taken.add(square)
            found.append((x, y))
    return found


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
