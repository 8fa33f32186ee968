"""The map painted into a picture of a given size, for exports and without a widget."""

from functools import lru_cache
from typing import Protocol

from PySide6.QtGui import QPainter

from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.camera import camera_of
from azkz_desktop.map.cut import cut_scene
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import legend_height, reserved, settled
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box
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
    whole = camera_of(state.map, width, height)

    def needed(low: float) -> float:
        told = layout.legend(state, selection, whole.resized(width, height - low))
        return legend_height(told, layout.measure, width)

    low = settled(needed, needed(0.0))
    camera = whole.resized(width, height - low)
    kept = reserved(Box(0, 0, width, height - low))
    scene = cut_scene(layout.scene(state, selection, camera, kept), layout.measure)
    painting.scene(painter, scene)
    painting.frame.furniture(painter, layout.furniture(state, camera, size, scene))


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
