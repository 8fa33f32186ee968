"""Who governed then, and what was counted: eras and figures on the time axis, by hand."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app.window import MainWindow
from azkz_desktop.timeline.eras import EraMark
from azkz_desktop.view.state import Focus
from tests.journeys.hands import (
    CTRL,
    Key,
    back_at,
    blink,
    choose_in_menu,
    click,
    detail_words,
    in_dialog,
    press,
    type_text,
)

CENSUS = "census-azerbaijanis-in-kazakhstan"


def era_of(window: MainWindow, name: str) -> EraMark:
    """The ribbon that is called *name*, as it stands now."""
    rows = window.timeline.marks().eras
    return next(mark for row in rows for mark in row.marks if mark.name == name)


def over(mark: EraMark) -> QPoint:
    """A point on the text of a ribbon."""
    return QPoint(round(mark.text_x) + 10, round(mark.rect.y) + 6)


def test_who_was_president_then(window: MainWindow, qtbot: QtBot) -> None:
    store, timeline = window.store, window.timeline
    choose_in_menu(window, qtbot, "Timeline", "Eras: Presidents of Azerbaijan")
    choose_in_menu(window, qtbot, "Timeline", "Eras: Presidents of Kazakhstan")
    assert store.state.eras == ("presidents-azerbaijan", "presidents-kazakhstan")
    names = [mark.name for row in timeline.marks().eras for mark in row.marks]
    assert names == [
        "Heydar Aliyev", "Ilham Aliyev", "Nursultan Nazarbayev", "Kassym-Jomart Tokayev",
    ]  # fmt: skip

    # Pointed at, an era says when and who tells it; clicked, it is chosen.
    told = timeline.tooltip_at(QPointF(over(era_of(window, "Heydar Aliyev"))))
    assert "1993–2003" in told
    assert "Huseynov 2017" in told
    click(qtbot, timeline, over(era_of(window, "Heydar Aliyev")))
    blink(window)
    assert store.state.focus == Focus("actor", "heydar-aliyev")
    assert "president, 1993–2003" in detail_words(window)

    # Every step can be taken back.
    press(Key.Key_Z, CTRL, times=3)
    assert not store.state.eras


def test_a_census_under_the_lanes(window: MainWindow, qtbot: QtBot) -> None:
    store, timeline = window.store, window.timeline
    before = store.state.bands

    def tick(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        type_text("azerbaijanis official counts")
        press(Key.Key_Return)
        shown = dialog.findChild(QListWidget)
        assert isinstance(shown, QListWidget)
        assert shown.item(1).checkState() == Qt.CheckState.Checked
        press(Key.Key_Escape)

    in_dialog("BandsDialog", tick)
    choose_in_menu(window, qtbot, "Timeline", "Figures under the lanes")
    back_at(window, qtbot)
    assert store.state.bands == (*before, CENSUS)

    # The count of 2012 is a point; it tells its document, and a year without one says so.
    band = timeline.marks().bands[-1]
    last = max(band.bars, key=lambda bar: bar.x0)
    assert (last.form, last.text) == ("point", "93,490")
    at = QPointF(last.rect.x + 3, band.rect.bottom - 6)
    assert "Huseynov 2017" in timeline.tooltip_at(at)
    assert "no figure" in timeline.tooltip_at(at + QPointF(60, 0))
    press(Key.Key_Z, CTRL)
    assert store.state.bands == before
