"""The first picture: made in steps before the map is shown, and the same as at once."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.making import Maker
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.view.state import MapWindow, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT
from tests.map.made import MadeSource, store

VIEW = ViewState(map=MapWindow(48.5, 42.0, 1400), moment="2010-01-01")
SIZE = QSize(800, 500)


def made(qtbot: QtBot, basemap: Basemap) -> MapWidget:
    widget = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(widget)
    return widget


def seen(qtbot: QtBot, widget: MapWidget) -> QImage:
    widget.resize(SIZE)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.clearFocus()
    return widget.grab().toImage()


def test_it_is_the_picture_that_would_be_made_at_once(
    qtbot: QtBot, basemap: Basemap, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = seen(qtbot, made(qtbot, basemap))
    widget = made(qtbot, basemap)
    assert sum(1 for _ in widget.first(SIZE)) > 4
    monkeypatch.setattr(Maker, "make", lambda *_, **__: pytest.fail("made anew"))
    assert seen(qtbot, widget) == expected


def test_in_another_size_it_is_made_anew(qtbot: QtBot, basemap: Basemap) -> None:
    widget = made(qtbot, basemap)
    for _ in widget.first(QSize(500, 300)):
        pass
    assert seen(qtbot, widget) == seen(qtbot, made(qtbot, basemap))


def test_it_may_be_given_up(qtbot: QtBot, basemap: Basemap) -> None:
    widget = made(qtbot, basemap)
    steps = widget.first(SIZE)
    next(steps)
    del steps
    assert seen(qtbot, widget) == seen(qtbot, made(qtbot, basemap))


def test_a_new_theme_ends_it(qtbot: QtBot, basemap: Basemap) -> None:
    """What was begun in the old colours comes to nothing, and nobody goes on with it."""
    widget = made(qtbot, basemap)
    steps = widget.first(SIZE)
    next(steps)
    widget.set_theme(DARK)
    assert list(steps) == []
    expected = made(qtbot, basemap)
    expected.set_theme(DARK)
    assert seen(qtbot, widget) == seen(qtbot, expected)


def test_who_asks_what_is_where_meanwhile_gets_the_finished_picture(
    qtbot: QtBot, basemap: Basemap, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = seen(qtbot, made(qtbot, basemap))
    widget = made(qtbot, basemap)
    steps = widget.first(SIZE)
    next(steps)
    monkeypatch.setattr(Maker, "make", lambda *_, **__: pytest.fail("made anew"))
    assert widget.scene().strokes
    assert list(steps) == []
    assert seen(qtbot, widget) == expected
