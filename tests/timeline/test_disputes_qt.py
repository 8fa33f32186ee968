"""How disputes look and what they answer: amber bars, links, points, the pointer over them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.columns import NO_END
from azkz_desktop.timeline.barpainter import parts_of
from azkz_desktop.timeline.disputes import Dispute
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks, Rect
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.source import ClaimDate
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import KINDS, Bounds, columns_of, everything, instant, lasting
from tests.timeline.test_disputes import TellingSource, at

FIRST = 730_000
ENERGY = KINDS.index("energy")


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


def energy(screen: bool, theme: Theme = LIGHT, last: float = FIRST + 60) -> Drawn:
    """A dispute of two days on a bar of the lane whose colour is nearest to amber."""
    events = [lasting(FIRST - 900, FIRST + 900), lasting(FIRST - 800, FIRST + 800),
              lasting(FIRST - 700, FIRST + 700), instant(FIRST)]  # fmt: skip
    return drawn(events, (FIRST - 20, last), {3: at(FIRST, FIRST + 40)}, ENERGY, theme, screen)


@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_link_has_a_casing_that_parts_it_from_the_bars_below(
    qtbot: QtBot, theme: Theme, screen: bool
) -> None:
    del qtbot
    picture = energy(screen, theme)
    (dispute,) = picture.marks.disputes
    assert dispute.link
    left, right = dispute.link
    column = picture.colours((left + right) / 2, dispute.y, 2)
    assert QColor(theme.disagreement).name() in column
    assert theme.panel.lower() in column
    (date,) = dispute.dates
    assert picture.colours(date.x, dispute.y, 0) == [theme.panel.lower()]


def test_a_date_lies_above_the_marks_of_other_events(qtbot: QtBot) -> None:
    del qtbot
    events, claims = [instant(FIRST), instant(FIRST + 40)], {0: at(FIRST, FIRST + 40)}
    for screen in (True, False):
        picture = drawn(events, (FIRST - 100, FIRST + 300), claims, screen=screen)
        (dispute,) = picture.marks.disputes
        (date,) = dispute.dates
        assert date.x in picture.marks.spots.x
        assert picture.colours(date.x, dispute.y, 0) == [LIGHT.panel.lower()]


@pytest.mark.parametrize("screen", [True, False])
def test_a_link_runs_off_the_edge_with_an_arrow_and_no_circle(qtbot: QtBot, screen: bool) -> None:
    del qtbot
    picture = energy(screen, last=FIRST + 20)
    (dispute,) = picture.marks.disputes
    amber, right = LIGHT.disagreement.lower(), picture.marks.plot.right
    # An arrow that ends at the edge, filled as no circle is, and nothing beyond that.
    for x in range(int(right) - 6, int(right) - 2):
        assert amber in picture.colours(x, dispute.y, 0)
    for x in range(int(right), int(right) + 5):
        assert amber not in picture.colours(x, dispute.y, 6)
    broad = picture.colours(right - 5, dispute.y, 6).count(amber)
    assert broad > picture.colours(right - 30, dispute.y, 6).count(amber)


def test_a_link_out_of_sight_has_no_arrow_either() -> None:
    plot = Rect(100, 20, 800, 200)
    for left, right, line, ways in (
        (902.0, 916.0, [], []),
        (84.0, 98.0, [], []),
        (84.0, 916.0, [(100, 49, 800, 2)], [-1, 1]),
        (200.0, 300.0, [(200, 49, 100, 2)], []),
    ):
        parts = parts_of([Dispute(0, left, 50.5, (), (left, right))], plot, 5.0)
        assert parts.links == line
        assert [way for _, _, way in parts.points] == ways


@pytest.mark.parametrize("screen", [True, False])
def test_a_chosen_event_that_is_contested_has_both_rings(qtbot: QtBot, screen: bool) -> None:
    del qtbot
    chosen = drawn([instant(FIRST)], (FIRST - 50, FIRST + 50), {0: ()}, screen=screen,
                   focus=Focus("event", "event-0"))  # fmt: skip
    (x,), (y,) = chosen.marks.spots.x, chosen.marks.spots.y
    row = [QColor(chosen.image.pixel(int(x) + by, int(y))) for by in range(-12, 0)]
    amber, ink = QColor(LIGHT.disagreement), QColor(LIGHT.ink)
    assert min(_away(amber, colour) for colour in row) < 60
    assert min(_away(ink, colour) for colour in row) < 90


def _away(one: QColor, other: QColor) -> int:
    """How far two colours lie apart, red, green and blue together."""
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )


@pytest.mark.parametrize("screen", [True, False])
def test_a_bar_whose_end_nobody_tells_ends_in_dots(qtbot: QtBot, screen: bool) -> None:
    del qtbot
    events: list[Bounds] = [(FIRST, FIRST + 364, FIRST, NO_END), (FIRST, FIRST, NO_END, NO_END)]
    picture = drawn(events, (FIRST - 100, FIRST + 2000), {}, screen=screen)
    spans = picture.marks.spans
    (bar,) = (spans.row == 0).nonzero()[0]
    y, first, last = spans.y[bar], int(spans.x1[bar]), int(spans.fade_right[bar])
    blank = LIGHT.panel.lower()
    filled = [picture.colours(x, y, 0)[0] != blank for x in range(first, last + 12)]
    changes = sum(one != other for one, other in pairwise(filled))
    assert changes >= 7  # four dots
    assert not any(filled[last - first + 1 :])
