"""A chart and what is said of it, in much room and in little."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.figures.head import Head
from azkz_desktop.figures.page import LEAST, ChartPage
from azkz_desktop.figures.panel import FiguresPanel
from azkz_desktop.painting.letters import Letters
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp


@pytest.fixture
def panel(qtbot: QtBot, put_up: PutUp, store: Store, library: Library) -> FiguresPanel:
    made = put_up(FiguresPanel(store, library, LIGHT), 900, 700)
    qtbot.waitUntil(lambda: made.plot is not None)
    return made


def resized(qtbot: QtBot, panel: FiguresPanel, width: int, height: int) -> None:
    panel.resize(width, height)
    qtbot.wait(30)


def top_of(widget: QWidget, page: ChartPage) -> int:
    """Where a widget begins in what is seen of the page."""
    return widget.mapTo(page.viewport(), QPoint(0, 0)).y()


def test_with_room_the_chart_has_three_quarters_and_the_numbers_the_rest(
    panel: FiguresPanel,
) -> None:
    upper, lower = panel.split.sizes()
    assert upper / (upper + lower) == pytest.approx(0.75, abs=0.01)
    plot = cast(QWidget, panel.plot)
    assert top_of(panel.page.legend, panel.page) < top_of(plot, panel.page)


def test_in_a_low_window_the_chart_is_what_is_seen(panel: FiguresPanel, qtbot: QtBot) -> None:
    resized(qtbot, panel, 600, 220)
    plot, page = cast(QWidget, panel.plot), panel.page
    assert plot.height() >= LEAST
    assert top_of(plot, page) + LEAST <= page.viewport().height()
    assert top_of(page.legend, page) > top_of(plot, page)
    assert panel.split.sizes()[1] <= 1
    resized(qtbot, panel, 900, 700)
    assert top_of(page.legend, page) < top_of(plot, page)


@pytest.mark.parametrize("width", [460, 620, 900])
def test_nothing_above_the_chart_is_cut_off(panel: FiguresPanel, qtbot: QtBot, width: int) -> None:
    resized(qtbot, panel, width, 500)
    page, head = panel.page, panel.page.head
    assert panel.minimumSizeHint().width() <= width
    assert not page.horizontalScrollBar().isVisible()
    for widget in (head.unit, head.linked, head.save_picture, head.save_data):
        assert widget.width() >= widget.minimumSizeHint().width()
        corner = widget.mapTo(page.viewport(), widget.rect().bottomRight())
        assert page.viewport().rect().contains(corner)


def test_a_person_moves_the_handles(panel: FiguresPanel, qtbot: QtBot) -> None:
    grip = panel.split.handle(1)
    at = grip.rect().center()
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseMove(grip, at - QPoint(0, 200))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=at - QPoint(0, 200))
    upper, lower = panel.split.sizes()
    assert upper / (upper + lower) < 0.6
    resized(qtbot, panel, 900, 900)
    above, below = panel.split.sizes()
    assert above / (above + below) == pytest.approx(upper / (upper + lower), abs=0.01)


def test_two_lines_where_one_is_too_narrow(qtbot: QtBot, put_up: PutUp) -> None:
    head = put_up(Head(), 700, 60)
    head.unit.setText("million USD")
    qtbot.waitUntil(lambda: head.save_data.y() < head.linked.geometry().bottom())
    head.resize(head.minimumSizeHint().width(), 60)
    qtbot.waitUntil(lambda: head.save_picture.y() > head.linked.geometry().bottom())
    head.resize(700, 60)
    qtbot.waitUntil(lambda: head.save_data.y() < head.linked.geometry().bottom())


def test_with_larger_letters_each_part_of_the_head_may_have_a_line(
    qtbot: QtBot, put_up: PutUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Letters, "factor", 1.5)
    head = put_up(Head(), 900, 60)
    head.unit.setText("million USD")
    assert head.minimumSizeHint().width() == head.save_data.sizeHint().width()
    around = QWidget()
    head.setParent(around)
    put_up(around, 400, 200)
    head.show()
    for width, words in ((200, "Same years"), (380, "Same years as the timeline")):
        head.resize(width, 160)
        qtbot.wait(20)
        assert head.linked.text() == words
        inside = (head.linked, head.save_picture, head.save_data)
        assert all(one.geometry().right() < width for one in inside)
    assert head.linked.toolTip() == "Same years as the timeline"
