"""Lines that share a corridor, drawn side by side instead of on top of each other.

Routes share a corridor where they run between the same two waypoints. Each gets a slot there,
in an order that is the same everywhere, and its vertices are moved sideways in pixels.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from azkz_desktop.map.shapes import Floats

Edge = tuple[tuple[int, int], tuple[int, int]]
Slots = dict[Edge, tuple[str, ...]]

GRAIN = 50.0
"""Metres: waypoints nearer than this are the same."""
LONGEST_MITRE = 1.6
UNSEEN = 0.12
"""Pixels by which a vertex may be off the line without it, and is left out: each costs time."""


def edges(line: Floats) -> list[tuple[Edge, int]]:
    """The edges of a line by their two ends, and 1 or −1: which way the line runs along each."""
    ends = [(int(x), int(y)) for x, y in np.round(line / GRAIN).tolist()]
    return [((a, b), 1) if a <= b else ((b, a), -1) for a, b in pairwise(ends)]


def slots(courses: Mapping[str, Sequence[Floats]]) -> Slots:
    """For each edge the routes that run along it, in the order of *courses*."""
    found: Slots = {}
    for name, lines in courses.items():
        for line in lines:
            for edge, _ in edges(line):
                taken = found.get(edge, ())
                if name not in taken:
                    found[edge] = (*taken, name)
    return found


def offsets(name: str, line: Floats, found: Slots, gap: float) -> Floats:
    """How far to the left each edge of the line of *name* is moved, in pixels: (n − 1,).

    A line that has no slot (a corridor) stays in the middle of those that have.
    """
    aside = []
    for edge, way in edges(line):
        sharing = found.get(edge, ())
        slot = sharing.index(name) if name in sharing else (len(sharing) - 1) / 2
        aside.append(way * gap * (slot - (len(sharing) - 1) / 2))
    return np.array(aside, dtype=np.float64)


def crowd(name: str, line: Floats, found: Slots) -> Floats:
    """For each edge the share of the line at its end, and how many routes run along it."""
    steps = np.diff(line, axis=0)
    passed = np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))
    beside = [len(found.get(edge, (name,))) for edge, _ in edges(line)]
    return np.column_stack((passed / max(float(passed[-1]), 1e-9), beside))


def moved_aside(pixels: Floats, aside: Floats) -> Floats:
    """The line (n, 2) with each vertex moved along the mean of its edges' normals."""
    if not aside.any():
        return pixels
    steps = np.diff(pixels, axis=0)
    lengths = np.maximum(np.hypot(steps[:, 0], steps[:, 1]), 1e-9)
    normals = np.column_stack((steps[:, 1], -steps[:, 0])) / lengths[:, None]
    before, after = np.vstack((normals[:1], normals)), np.vstack((normals, normals[-1:]))
    mean = before + after
    # A mitre: the sharper the bend, the farther the corner, up to a limit.
    length2 = np.maximum((mean * mean).sum(axis=1), 4 / LONGEST_MITRE**2)
    far = (np.concatenate((aside[:1], aside)) + np.concatenate((aside, aside[-1:]))) / 2
    moved: Floats = pixels + mean * (2 * far / length2)[:, None]
    return moved


def smoothed(pixels: Floats, rounds: int = 2) -> Floats:
    """Corners cut after Chaikin; the ends stay where they are."""
    for _ in range(rounds):
        if len(pixels) < 3:
            return pixels
        a, b = pixels[:-1], pixels[1:]
        cut = np.empty((2 * len(a), 2))
        cut[0::2], cut[1::2] = 0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b
        cut[0], cut[-1] = pixels[0], pixels[-1]
        pixels = cut
    return pixels


def thinned(pixels: Floats, rounds: int = 2) -> Floats:
    """The line without vertices that nobody would miss.

    In each round of every other vertex is asked whether it lies within `UNSEEN` pixels of the
    straight way past it.
    """
    for _ in range(rounds):
        before, here, after = pixels[:-2:2], pixels[1:-1:2], pixels[2::2]
        way, off = after - before, here - before
        length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
        missed = np.abs(way[:, 0] * off[:, 1] - way[:, 1] * off[:, 0]) > UNSEEN * length
        # Nor is one that lies before or beyond its neighbours, where a line turns back.
        missed |= (off * (after - here)).sum(axis=1) < 0
        keep = np.ones(len(pixels), dtype=np.bool_)
        keep[1 : 2 * len(here) : 2] = missed
        pixels = pixels[keep]
    return pixels
