"""What is fixed to the frame: legend, scale bar, the moment in words, degrees at the edges."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import numpy as np

from azkz_desktop.map.banner import banners, clear, is_short, parted
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.graticule import LABEL_ROLE, degrees, edges
from azkz_desktop.map.labels import AIR, Measure, Taken, label_boxes
from azkz_desktop.map.marks import (
    Furniture,
    Label,
    LegendEntry,
    PlacedEntry,
    Scene,
)
from azkz_desktop.map.scale_bar import BAR_LONGEST, scale_bar
from azkz_desktop.map.shapes import Box, Floats, sides_of
from azkz_desktop.translation import translate
from azkz_desktop.view.state import SCENARIOS, ViewState

SAMPLE: Final = 22.0
"""Pixels: the width of a legend's sample."""
ROW: Final = 19.0
PAD: Final = 12.0
BETWEEN: Final = 13.0
SMALL: Final = (600.0, 360.0)
"""Pixels: a map less wide or less high has a legend of a few rows only, the larger its letters
the sooner."""
FOLDED_ROWS: Final = 2
MORE: Final = "more"
"""The symbol of the entry that stands for those left out."""
SWITCH: Final = 250.0
"""Pixels that the switch at the upper right is wide, with air."""


@lru_cache(maxsize=16)
def legend_rows(
    entries: tuple[LegendEntry, ...], measure: Measure, width: float
) -> list[list[tuple[LegendEntry, float]]]:
    """The entries in rows no wider than *width*, each with the x of its sample."""
    rows: list[list[tuple[LegendEntry, float]]] = []
    x = width + 1
    for entry in entries:
        needed = SAMPLE + 6 + measure.measure(entry.text, "legend")
        if x + needed > width - PAD:
            rows.append([])
            x = PAD
        rows[-1].append((entry, x))
        x += needed + BETWEEN
    return rows


def legend_height(entries: tuple[LegendEntry, ...], measure: Measure, width: float) -> float:
    """How high the legend below the map is."""
    rows = legend_rows(entries, measure, width)
    return _row(measure) * len(rows) + 7 if rows else 0.0


def _row(measure: Measure) -> float:
    return float(round(ROW * measure.scale))


def placed_legend(
    entries: tuple[LegendEntry, ...], measure: Measure, width: float, top: float
) -> tuple[PlacedEntry, ...]:
    """Where the entries stand in a strip that begins at *top*."""
    return tuple(
        PlacedEntry(entry, x, top + 4 + _row(measure) * (i + 0.5))
        for i, row in enumerate(legend_rows(entries, measure, width))
        for entry, x in row
    )


@lru_cache(maxsize=16)
def folded(
    entries: tuple[LegendEntry, ...], measure: Measure, size: tuple[float, float]
) -> tuple[LegendEntry, ...]:
    """The entries for which a map of *size* has room; on a small one the last says how many more.

    Lines and routes come first in a legend, they are kept; what explains itself comes last.
    """
    width, height = size
    if width >= SMALL[0] * measure.scale and height >= SMALL[1] * measure.scale:
        return entries
    shown = entries
    for count in range(len(entries) - 1, -1, -1):
        if len(legend_rows(shown, measure, width)) <= FOLDED_ROWS:
            break
        more = translate("Map", "%n more", len(entries) - count)
        shown = (*entries[:count], LegendEntry(more, symbol=MORE))
    return shown


def merged(legends: Sequence[tuple[LegendEntry, ...]]) -> tuple[LegendEntry, ...]:
    """One legend for several maps: each entry once, what only a later one has behind its like.

    Of the same words with two samples (planned at one moment, built at another) the unbroken one
    is shown.
    """
    found = list(legends[0])
    for legend in legends[1:]:
        place = 0
        for entry in legend:
            texts = [one.text for one in found]
            if entry.text not in texts:
                found.insert(place, entry)
            else:
                place = texts.index(entry.text)
                found[place] = min(found[place], entry, key=_breaks)
            place += 1
    return tuple(found)


def _breaks(entry: LegendEntry) -> int:
    """How many of a sample's pens are broken."""
    return sum(bool(pen.dash) for pen in entry.pens[:1])


def settled(needed: Callable[[float], float], low: float, *, held: bool = False) -> float:
    """A legend's height, from *low* on, that is enough for what the map above it shows.

    `needed` gives the height for the entries of the map over a legend of some height. A lower
    legend lets more of the map be seen, which may need the higher legend again: so it never
    shrinks once it has grown, nor where *held*.
    """
    while (wanted := needed(low)) != low and not (held and wanted < low):
        held = held or wanted > low
        low = wanted
    return low


def reserved(plot: Box, scale: float = 1.0) -> list[Box]:
    """Where moment, switch, scale bar and the pointer's degrees stand: no place for labels.

    *scale* is how much larger all texts are than at the normal size.
    """
    moment = 200 if is_short(plot, scale) else 290
    return [
        Box(plot.left, plot.top, plot.left + moment * scale, plot.top + 66 * scale),
        Box(plot.right - SWITCH * scale, plot.top, plot.right, plot.top + 44 * scale),
        Box(plot.right - BAR_LONGEST - 30, plot.bottom - 38 * scale, plot.right, plot.bottom),
        Box(plot.left, plot.bottom - 30 * scale, plot.left + 170 * scale, plot.bottom),
    ]


class Framed(NamedTuple):
    """What has a frame around it: of the view *state*, *camera* sees *scene* in a map of *size*.

    The legend fills what *camera* does not take. *right* is the scene of the second of two
    moments, whose words its date is to leave free.
    """

    state: ViewState
    camera: Camera
    size: tuple[float, float]
    scene: Scene
    right: Scene | None = None


def furniture(framed: Framed, measure: Measure) -> Furniture:
    """Everything around the map."""
    state, camera, size, scene, right = framed
    kept = still(state, camera.height, size, scene.legend, measure)
    return moving(kept, camera, Around(scene, measure, right))


def still(
    state: ViewState,
    low: float,
    size: tuple[float, float],
    entries: tuple[LegendEntry, ...],
    measure: Measure,
) -> Furniture:
    """What of the frame stays while the map is moved; the plot ends *low* pixels down."""
    width, height = size
    plot = Box(0, 0, width, low)
    note = "  ·  ".join(notes(state))
    told = banners(state, note, measure, plot)
    return Furniture(
        width,
        height,
        plot,
        (told[0].lead, told[0].moment),
        note,
        None,
        placed_legend(entries, measure, width, low),
        Box(0, low, width, height),
        (),
        told,
        parted(state, plot) if state.compare else None,
    )


class Around:
    """What its frame asks of *scene* with every pan: made ready once, in the scene's pixels."""

    def __init__(self, scene: Scene, measure: Measure, right: Scene | None = None) -> None:
        self.scene = scene
        self.right = right or scene
        self.measure = measure
        self.edges = edges(scene.graticule)
        self.taken = Taken()
        for one in (*scene.labels, *(right.labels if right else ())):
            self.taken.add(_box(replace(one, angle=0.0), measure))

    @cached_property
    def words(self) -> Floats:
        """(n, 4) sides of what labels at the right fill, or the first letters of turned ones."""
        return sides_of([_box(one, self.measure) for one in self.right.labels])

    @cached_property
    def events(self) -> Floats:
        """(n, 4) sides of what bubbles and single events of the right side fill."""
        scene = self.right
        marks = [(one.x, one.y, one.radius) for one in scene.bubbles]
        marks += [(one.x, one.y, one.radius) for one in scene.symbols if one.rows]
        return sides_of([Box(x - r, y - r, x + r, y + r) for x, y, r in marks])


def moving(still: Furniture, camera: Camera, around: Around) -> Furniture:
    """*still* with what is another one wherever *camera* is: the scale bar and the degrees."""
    dx, dy = offset_of(around.scene.camera, camera)
    edge = degrees(around.edges, (dx, dy), still.plot)
    height = around.measure.height(LABEL_ROLE)
    scale = around.measure.scale
    kept = reserved(still.plot, scale)
    seen = (one for one in edge if not any(box.holds(one.x, one.y) for box in kept))
    free = [one for one in seen if _is_free(one, (dx, dy), height, around)]
    made = replace(still, bar=scale_bar(camera, still.plot), degrees=tuple(free))
    if still.line is None:
        return made
    away = np.array((dx, dy, dx, dy))
    events, words = around.events + away, around.words + away
    second = clear(still.banners, still.line, still.plot, events, words, scale)
    return replace(made, banners=(still.banners[0], second))


def _is_free(degree: Label, offset: tuple[float, float], height: float, around: Around) -> bool:
    """Whether a degree lies on no word of the scene, which lies *offset* pixels away."""
    width = around.measure.measure(degree.lines[0], LABEL_ROLE)
    left, top = degree.x - width * (degree.align + 1) / 2 - offset[0], degree.y - offset[1]
    top -= height / 2
    return around.taken.has_room(
        left - AIR, top - AIR / 2, left + width + AIR, top + height + AIR / 2
    )


def notes(state: ViewState) -> list[str]:
    """What is said below the moment: what is divided, unless it is the seabed, and how."""
    found = []
    if "lines" in state.layers and state.scope == "surface":
        found.append(translate("Map", "Surface and fishing"))
    if "lines" in state.layers and state.scope == "positions":
        found.append(translate("Map", "What the five states held"))
    if state.scenario in SCENARIOS or "sectors" in state.layers:
        found.append(translate("Map", "Illustration, not a boundary"))
    return found


def _box(label: Label, measure: Measure) -> Box:
    width = max(measure.measure(line, label.role) for line in label.lines)
    return label_boxes(label, width, measure.height(label.role))[0]


def offset_of(scene: Camera, camera: Camera) -> tuple[float, float]:
    """Where the upper left corner of what *scene* sees lies in the picture of *camera*."""
    x, y = camera.pixel(scene.x, scene.y)
    return x - scene.width / 2, y - scene.height / 2
