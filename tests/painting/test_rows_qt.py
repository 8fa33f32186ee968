"""Lists of rows: what every model answers, and what every cell is painted on."""

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.rows import CellDelegate, Index, RowsModel
from azkz_desktop.view.tokens import DARK, LIGHT, Theme

State = QStyle.StateFlag


class Letters(RowsModel):
    """Three rows of two letters."""

    @property
    def rows(self) -> Sequence[str]:
        return ("ab", "cd", "ef")

    @property
    def columns(self) -> Sequence[str]:
        return ("first", "second")

    def heading(self, place: int) -> str:
        return self.columns[place].upper()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role == Qt.ItemDataRole.DisplayRole
        return self.rows[index.row()][index.column()] if shown else None


class Painted(CellDelegate):
    """The second row is chosen; words are a dot, the ground is a line at the top."""

    def is_chosen(self, index: Index) -> bool:
        return index.row() == 1

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.fillRect(0, 0, 20, 2, QColor("red"))

    def words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.fillRect(9, 9, 2, 2, QColor("blue"))


def test_rows_and_headings_are_counted_by_qts_rules(qtbot: QtBot) -> None:
    model = Letters()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (model.rowCount(), model.columnCount()) == (3, 2)
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
    assert model.rowCount(QPersistentModelIndex(inside)) == 0


@pytest.mark.parametrize(
    ("section", "side", "role", "told"),
    [
        (1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole, "SECOND"),
        (2, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole, None),
        (-1, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole, None),
        (1, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole, None),
        (1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole, None),
    ],
)
def test_headings_stand_at_the_top_alone(
    section: int, side: Qt.Orientation, role: Qt.ItemDataRole, told: str | None
) -> None:
    assert Letters().headerData(section, side, role) == told


def painted(qtbot: QtBot, row: int, state: State, theme: Theme = LIGHT) -> QImage:
    """One cell of 20 × 20 pixels."""
    model, view = Letters(), QWidget()
    qtbot.addWidget(view)
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    option = QStyleOptionViewItem()
    option.rect, option.state = image.rect(), state
    painter = QPainter(image)
    Painted(theme, view).paint(painter, option, model.index(row, 0))
    painter.end()
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("row", "state", "tinted"),
    [(0, State.State_None, False), (0, State.State_Selected, True), (1, State.State_None, True)],
)
def test_what_is_chosen_or_selected_stands_on_a_tint(
    qtbot: QtBot, row: int, state: State, tinted: bool, theme: Theme
) -> None:
    image = painted(qtbot, row, state, theme)
    assert image.pixelColor(5, 15) == QColor(theme.chosen if tinted else theme.panel)
    assert image.pixelColor(5, 1) == QColor("red")
    assert image.pixelColor(10, 10) == QColor("blue")


def test_the_keyboards_ring_lies_above_all(qtbot: QtBot) -> None:
    image = painted(qtbot, 0, State.State_HasFocus)
    corners = [image.pixelColor(x, y) for x in (0, 19) for y in (0, 19)]
    assert corners == [QColor(LIGHT.accent)] * 4
    assert painted(qtbot, 0, State.State_None).pixelColor(0, 19) != QColor(LIGHT.accent)
