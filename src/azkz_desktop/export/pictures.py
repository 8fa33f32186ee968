"""The timeline and the map painted into a part of a page, by the painters of the screen."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from azkz_desktop.map.picture import paint_map_picture
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.series import default_bands
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import Theme


def paint_timeline(
    painter: QPainter, room: QRectF, library: Library, state: ViewState, theme: Theme
) -> None:
    """Paint the timeline of *state* into *room*."""
    fonts = Fonts()
    bands = default_bands(library.dataset)
    layout = Layout(library, fonts.measure, fonts.sizes(), bands, lambda: library.eras)
    selection = library.index.answer(state.filter)
    marks = layout.marks(state, selection, Canvas(room.width(), room.height()))
    painter.save()
    painter.translate(room.topLeft())
    TimelinePainter(theme, fonts).paint(painter, marks)
    painter.restore()


def paint_map(
    painter: QPainter, room: QRectF, library: Library, state: ViewState, theme: Theme
) -> None:
    """Paint the map of *state* into *room*, with its own legend of what is shown."""
    painter.save()
    painter.translate(room.topLeft())
    paint_map_picture(painter, room.width(), room.height(), library, state, theme)
    painter.restore()
