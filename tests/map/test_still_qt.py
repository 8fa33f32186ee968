"""What is fixed to the frame: copied while the map moves, and the same as if it were painted."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.map import cache
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.cache import StillCache, part_of
from azkz_desktop.map.frame import FramePainter
from azkz_desktop.map.furniture import Framed, folded, still
from azkz_desktop.map.marks import Furniture
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.view.state import MapWindow, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.map.made import MadeSource, store

VIEW = ViewState(map=MapWindow(48.5, 42.0, 1400), moment="2010-01-01")
SIZE = (800, 500)


@pytest.fixture
def widget(qtbot: QtBot, basemap: Basemap) -> MapWidget:
    made = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(made)
    made.resize(*SIZE)
    with qtbot.waitExposed(made):
        made.show()
    made.pan(1, 0)
    made.settle()
    return made


def told(widget: MapWidget) -> Furniture:
    """The frame as it is laid out anew."""
    state, engine = widget.store.state, widget.layout_engine
    size = (widget.plot_width(), float(widget.height()))
    right = widget.settle().sheets[-1].scene
    scene = widget.scene()
    scene = replace(scene, legend=folded(scene.legend, widget.fonts, size))
    return engine.furniture(Framed(state, widget.camera(), size, scene, right))


def same(one: Furniture, other: Furniture) -> bool:
    """Whether all marks are alike, to a thousandth of a pixel."""
    degrees = [
        [label.lines, label.align, round(label.x, 3), round(label.y, 3)]
        for furniture in (one, other)
        for label in furniture.degrees
    ]
    half = len(degrees) // 2
    return degrees[:half] == degrees[half:] and replace(one, degrees=()) == replace(
        other, degrees=()
    )


def test_the_frame_that_is_kept_is_that_of_the_view(widget: MapWidget) -> None:
    """Wherever the map is moved, and whatever else is another one."""
    for change in (
        {},
        {"moment": "1999-05-01"},
        {"scenario": "median"},
        {"layers": ("rivers", "graticule")},
        {"compare": "2001-01-01"},
        {"divider": 0.3},
        {"language": "ru"},
    ):
        widget.store.change(replace(widget.store.state, **change), "Change")
        assert same(widget.furniture(), told(widget)), change
        for _ in range(3):
            widget.pan(-31, 17)
            assert same(widget.furniture(), told(widget)), change
    widget.zoom(1.7)
    assert same(widget.furniture(), told(widget))


def test_a_pan_paints_nothing_of_it_but_degrees(
    widget: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget.grab()
    painted: Counter[str] = Counter()
    for name in ("bar", "banner", "legend", "degrees"):
        plain = getattr(FramePainter, name)

        def counted(
            self: FramePainter, painter: QPainter, furniture: Furniture, name: str = name,
            plain: object = plain,
        ) -> None:  # fmt: skip
            painted[name] += 1
            plain(self, painter, furniture)  # type: ignore[operator]

        monkeypatch.setattr(FramePainter, name, counted)
    laid_out: list[object] = []

    def counted_still(*told: object) -> Furniture:
        laid_out.append(told)
        return still(*told)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "still", counted_still)
    for _ in range(20):
        widget.pan(2, 1)
        widget.grab()
    assert painted.pop("degrees") == 20
    assert set(painted) <= {"bar"}
    assert painted["bar"] <= 4  # its length changes with where the map is
    assert not laid_out
    widget.store.change(replace(widget.store.state, moment="1995-03-02"), "Moment")
    widget.settle()
    widget.grab()
    assert painted["banner"] == len(laid_out) == 1
    before = painted["bar"]
    widget.set_theme(DARK)
    widget.grab()
    assert (painted["banner"], painted["bar"]) == (2, before + 1)


def on_nothing() -> QImage:
    """A picture on which letters have no colours at their edges, as on a part's own."""
    image = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_copied_looks_as_if_it_were_painted(widget: MapWidget, theme: Theme) -> None:
    painting, furniture = MapPainter(theme, widget.fonts, 1.0), told(widget)
    plain = on_nothing()
    painter = QPainter(plain)
    painting.frame.furniture(painter, furniture)
    painter.end()
    kept, copies = StillCache(widget.fonts), [on_nothing(), on_nothing()]
    for image in copies:
        painter = QPainter(image)
        painting.frame.degrees(painter, furniture)
        kept.paint(painter, furniture, painting, 1.0)
        painter.end()
    first, again, expected = (
        np.frombuffer(bytes(image.constBits()), np.uint8).reshape(*reversed(SIZE), 4).astype(int)
        for image in (*copies, plain)
    )
    # The line above the legend reaches half a pixel out of its box; there it is cut off.
    expected[round(furniture.plot.bottom) - 1] = first[round(furniture.plot.bottom) - 1]
    assert np.abs(first - expected).max() <= 4
    assert np.array_equal(first, again)
    assert expected.any()


def test_a_part_begins_on_a_whole_pixel_of_the_device(widget: MapWidget) -> None:
    corner, picture = part_of(
        told(widget), Box(10.4, 20.7, 60.4, 40.7), lambda painter, furniture: None, 1.5
    )
    assert corner == QPointF(10, 20 + 2 / 3)
    assert (picture.width(), picture.height()) == (76, 30)
    assert picture.hasAlphaChannel()


class Painted(QObject):
    """How often widgets have been painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count: Counter[QWidget] = Counter()
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(widget, QWidget):
            self.count[widget] += 1
        return False


def test_what_stands_beside_two_moments_is_not_painted_with_every_pan(
    widget: MapWidget, qtbot: QtBot
) -> None:
    widget.store.change(replace(widget.store.state, compare="2001-01-01"), "Compare")
    widget.settle()
    assert widget.changes is not None
    panel = widget.changes.panel
    assert panel.isVisible()
    qtbot.wait(50)
    painted = Painted(widget, panel)
    for _ in range(3):
        widget.pan(1, 0)
        widget.settle()
        qtbot.wait(20)
    assert painted.count[widget] >= 3
    assert not painted.count[panel]
