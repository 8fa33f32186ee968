"""What the layout hands to the painter: where, what shape, which colour, what text.

A `Scene` is fixed to the ground: its marks are pixels of its own camera, so that a picture of
it can be moved about. A `Furniture` is fixed to the frame: legend, scale bar, what the moment
is. Colours are names of the theme's tokens, or `#rrggbb` of a kind of event.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.shapes import Box, Floats, Shapes
from azkz_desktop.map.source import Rows

SOLID: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn: dashes and gaps in pixels, `alpha` from 0 to 1.

    `pale` mixes the colour with the land's, from 0 to 1: it looks like less `alpha`, but an
    opaque line is painted several times as fast.
    """

    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = SOLID
    alpha: float = 1.0
    pale: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A layer of the basemap, in metres: filled with `fill`, drawn with `pen`, or both.

    `edged`: a line is drawn along its edge, its own or another layer's, that hides how rough
    the filling's edge is.
    """

    shapes: Shapes
    fill: str | None = None
    pen: Pen | None = None
    edged: bool = False


class Ref(NamedTuple):
    """What a mark stands for, as a `Focus` names it: type and id."""

    type: str
    id: str


UNCHOSEN = ("junction", "scenario")
"""Types of what can be pointed at, but not chosen: they are no things of the data."""


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A line of the map's subject: (n, 2) pixels, drawn with each pen in turn.

    `begun`: for each of its lines how many pixels of it lie out of sight before, for dashes.
    `rows` are the events that it stands for.
    """

    lines: tuple[Floats, ...]
    pens: tuple[Pen, ...]
    ref: Ref | None = None
    chosen: bool = False
    begun: tuple[float, ...] = ()
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """An area: rings in pixels, filled, outlined, and hatched with the lines of `hatch`.

    Where it is cut off, `outline` holds what is drawn of its edge; else its rings are.
    """

    rings: tuple[Floats, ...]
    fill: str | None
    alpha: float
    pen: Pen | None
    hatch: tuple[Floats, ...] = ()
    ref: Ref | None = None
    outline: tuple[Floats, ...] | None = None


class Symbol(NamedTuple):
    """A small shape: `shape` of the events', or dot, ring, capital, field, gas-field, port, cross.

    `rows` are the events that it stands for. `strong` marks events near the moment.
    """

    shape: str
    x: float
    y: float
    radius: float
    colour: str
    ref: Ref | None = None
    rows: tuple[int, ...] = ()
    strong: bool = True
    contested: bool = False


class Bubble(NamedTuple):
    """Events gathered at one or several places: their number, and how many of which group.

    `groups` holds (index into KIND_GROUPS, count), the largest first.
    """

    x: float
    y: float
    radius: float
    rows: tuple[int, ...]
    groups: tuple[tuple[int, int], ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """Text about the point (x, y), the middle of its first line, turned by `angle` degrees.

    `align` is −1 where the text begins at x, 0 where x is its middle, 1 where it ends there.
    """

    lines: tuple[str, ...]
    role: str
    colour: str
    x: float
    y: float
    align: int
    angle: float = 0.0
    ref: Ref | None = None


class LegendEntry(NamedTuple):
    """A sample and its words: `pens` for a line, `symbol` for a point, `hatch` for a surface."""

    text: str
    pens: tuple[Pen, ...] = ()
    symbol: str = ""
    colour: str = ""
    hatch: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class GraticuleLine:
    """A meridian or a parallel, its degree, its vertices (n, 2) in pixels."""

    meridian: bool
    degree: float
    pixels: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is fixed to the ground, in pixels of `camera`: three parts, one on another.

    The *ground* (`ground`, `graticule`), what *stands* on it (`patches`, `strokes`), and what lies
    *above*: `over`, the lines that come with the filter or the choice, and all the rest. A part
    that is the same again is made of the same objects: its picture holds.
    """

    camera: Camera
    ground: tuple[Ground, ...]
    graticule: tuple[GraticuleLine, ...]
    patches: tuple[Patch, ...]
    strokes: tuple[Stroke, ...]
    symbols: tuple[Symbol, ...]
    bubbles: tuple[Bubble, ...]
    labels: tuple[Label, ...]
    legend: tuple[LegendEntry, ...]
    over: tuple[Stroke, ...] = ()


class Banner(NamedTuple):
    """Words in a box: a lead, the moment (bold), a note below them (or none)."""

    lead: str
    moment: str
    note: str
    box: Box


class ScaleBar(NamedTuple):
    """A length on the ground that is true at the map's middle."""

    x: float
    y: float
    pixels: float
    text: str


class PlacedEntry(NamedTuple):
    """A legend entry and where its sample begins."""

    entry: LegendEntry
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """All that is fixed to the frame, in pixels of the widget or picture.

    `line` is the x of the line between two moments that are compared, each with its banner.
    """

    width: float
    height: float
    plot: Box
    banner: tuple[str, str]
    note: str
    bar: ScaleBar | None
    legend: tuple[PlacedEntry, ...]
    legend_box: Box
    degrees: tuple[Label, ...] = field(default=())
    banners: tuple[Banner, ...] = field(default=())
    line: float | None = None


def row_array(rows: tuple[int, ...]) -> Rows:
    """Rows as the source takes them."""
    made: NDArray[np.int32] = np.array(rows, dtype=np.int32)
    return made
