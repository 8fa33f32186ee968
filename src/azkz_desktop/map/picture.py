"""The map painted into a picture of a given size, for exports and without a widget."""

from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from PySide6.QtGui import QPainter

from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.cut import cut_scene
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import Framed, legend_height, merged, reserved, settled
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import LegendEntry
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.shown import View
from azkz_desktop.map.source import MapSource
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import Theme


class Answers(Protocol):
    """What answers a filter."""

    def answer(self, asked: Filter) -> Selection:
        """The rows that *asked* lets through."""
        ...


class MapLibrary(MapSource, Protocol):
    """A source that answers filters as well."""

    @property
    def index(self) -> Answers:
        """What answers a filter."""
        ...


@lru_cache(maxsize=1)
def bundled_basemap() -> Basemap:
    """The basemap that the application comes with, read once for all maps."""
    return Basemap(bundled_folder())


def paint_picture(
    painter: QPainter,
    size: tuple[float, float],
    layout: Layout,
    view: tuple[ViewState, Selection],
    painting: MapPainter,
) -> None:
    """Paint the map of *view* into *size* pixels, legend and all.

    The legend takes what it needs below; it says only what is shown, which the scene tells.
    """
    state, selection = view
    width, height = size
    shown = View(state, selection, width, height)

    def legend(low: float) -> tuple[LegendEntry, ...]:
        frame = shown.camera(low)
        return merged([layout.legend(one, selection, frame) for one in shown.states])

    def needed(low: float) -> float:
        return legend_height(legend(low), layout.measure, width)

    low = settled(needed, needed(0.0))
    camera = shown.camera(low)
    plot = Box(0, 0, width, camera.height)
    kept, sides = reserved(plot), shown.sides(camera)
    scenes = [
        layout.scene(one, selection, camera, kept, (plot, side) if state.compare else (plot,))
        for one, side in zip(shown.states, sides, strict=True)
    ]
    first = replace(scenes[0], legend=legend(low))
    for _ in painting.ground(painter, cut_scene(first, layout.measure)):
        pass
    for side, scene in zip(sides, scenes, strict=True):
        painting.on_ground(painter, cut_scene(scene, layout.measure, side))
    framed = Framed(state, camera, size, first, scenes[-1])
    painting.frame.furniture(painter, layout.furniture(framed))


def paint_map_picture(
    painter: QPainter,
    width: float,
    height: float,
    library: MapLibrary,
    state: ViewState,
    theme: Theme,
) -> None:
    """Paint the map of *state* from *library* into *width* × *height* pixels."""
    fonts = Fonts(spaced=False)
    layout = Layout(library, bundled_basemap(), fonts)
    selection = library.index.answer(state.filter)
    view = (state, selection)
    paint_picture(painter, (width, height), layout, view, MapPainter(theme, fonts))
