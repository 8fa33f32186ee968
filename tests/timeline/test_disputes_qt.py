"""How disputes look and what they answer: amber bars, links, points, the pointer over them."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.source import ClaimDate
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import Bounds, columns_of, everything, lasting
from tests.timeline.test_disputes import TellingSource

FIRST = 730_000


class Drawn(NamedTuple):
    """A picture of 900 by 200 pixels and the marks in it."""

    image: QImage
    marks: Marks

    def colours(self, x: float, y: float, reach: int = 3) -> list[str]:
        """The colours of a column of pixels about a point."""
        rows = range(int(y) - reach, int(y) + reach + 1)
        return [QColor(self.image.pixel(int(x), row)).name() for row in rows]


def drawn(
    events: Sequence[Bounds],
    span: tuple[float, float],
    claims: dict[int, tuple[ClaimDate, ...]],
    kind: int = 0,
    theme: Theme = LIGHT,
    screen: bool = True,
    focus: Focus | None = None,
) -> Drawn:
    """*events*, all contested and of one *kind*, from day to day of *span*, with other *claims*."""
    contested = [row in claims for row in range(len(events))]
    columns = columns_of(events, [kind] * len(events), contested=contested)
    fonts = Fonts()
    engine = Layout(TellingSource(claims, columns), fonts.measure, fonts.sizes())
    view = ViewState(span=Span(*span), focus=focus, bands=())
    marks = engine.marks(view, everything(columns), Canvas(900, 200))
    image = QImage(900, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    caches = Screen(theme, fonts, 1) if screen else None
    TimelinePainter(theme, fonts, caches).paint(painter, marks)
    painter.end()
    return Drawn(image, marks)


@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_contested_bar_has_amber_edges_where_its_mark_is_out_of_sight(
    qtbot: QtBot, theme: Theme, screen: bool
) -> None:
    del qtbot
    events, span = [lasting(FIRST, FIRST + 900)], (FIRST + 300, FIRST + 600)
    picture = drawn(events, span, {0: ()}, theme=theme, screen=screen)
    assert not len(picture.marks.spots)
    (y,) = picture.marks.spans.y
    amber = theme.disagreement.lower()
    column = picture.colours(600, y)
    assert column.count(amber) == 2
    edges = [place for place, colour in enumerate(column) if colour == amber]
    assert edges[1] - edges[0] == 4  # three pixels of bar between them
    plain = drawn(events, span, {}, theme=theme, screen=screen)
    assert amber not in plain.colours(600, y)
