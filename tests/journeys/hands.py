"""What a person's hands and eyes do at the window: press, type, click, drag, read."""

from collections.abc import Callable
from html import unescape

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from azkz_desktop.app.window import MainWindow
from azkz_desktop.dates.days import ordinal
from azkz_desktop.map.marks import Stroke
from azkz_desktop.painting.later import Later
from azkz_desktop.panels.labels import LinkLabel

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
PATIENCE = 3000
"""Milliseconds for which a person waits for a dialog or a list."""


# The keyboard: keys go to what has the focus, as the window system gives them.


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
    """Press a key so many times."""
    for _ in range(times):
        QTest.keyClick(_listening(), key, modifiers)


def type_text(text: str) -> None:
    """Type *text* where the cursor is."""
    QTest.keyClicks(_listening(), text)


def _listening() -> QWidget:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        return dialog.focusWidget() or dialog
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing has the keyboard"
    return widget


def focus_name() -> str:
    """What a screen reader calls that which has the keyboard."""
    widget = QApplication.focusWidget()
    if widget is None:
        return ""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return widget.accessibleName() or text


def tab_to(name: str, *, back: bool = False) -> None:
    """Press Tab until what is called *name* has the keyboard."""
    passed = []
    for _ in range(150):
        if name in focus_name():
            return
        passed.append(focus_name())
        press(Key.Key_Backtab if back else Key.Key_Tab, SHIFT if back else PLAIN)
    raise AssertionError(f"Tab never comes to {name!r}: {passed}")


# The mouse.


def click(qtbot: QtBot, widget: QWidget, at: QPoint | None = None) -> None:
    """Click in the middle of *widget*, or at a point of it."""
    assert widget.isVisible(), "nobody clicks what is not to be seen"
    qtbot.mouseClick(widget, LEFT, pos=at if at is not None else widget.rect().center())


def click_row(qtbot: QtBot, view: QAbstractItemView, row: int, column: int = 0) -> None:
    """Click a row of a list or a table, scrolled into sight."""
    index = view.model().index(row, column)
    view.scrollTo(index)
    click(qtbot, view.viewport(), view.visualRect(index).center())


def wheel(widget: QWidget, at: QPoint, turns: int) -> None:
    """Turn the wheel *turns* notches over *at*, as the window system would say it."""
    for _ in range(abs(turns)):
        event = QWheelEvent(
            QPointF(at),
            QPointF(widget.mapToGlobal(at)),
            QPoint(0, 0),
            QPoint(0, 120 if turns > 0 else -120),
            Qt.MouseButton.NoButton,
            PLAIN,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)


def drag(qtbot: QtBot, widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Press at *start*, move, release at *end*."""
    qtbot.mousePress(widget, LEFT, pos=start)
    qtbot.mouseMove(widget, (start + end) / 2)
    qtbot.mouseMove(widget, end)
    qtbot.mouseRelease(widget, LEFT, pos=end)


def drag_moment_to(window: MainWindow, qtbot: QtBot, day: str) -> None:
    """Take the moment's line by its handle and drop it on *day*."""
    timeline = window.timeline
    mark = timeline.marks().moment
    assert mark is not None
    y = round(timeline.marks().axis.bottom - 3)
    end = round(timeline.scale().x(ordinal(day) + 0.5))
    drag(qtbot, timeline, QPoint(round(mark.x), y), QPoint(end, y))


def choose_in_menu(window: MainWindow, qtbot: QtBot, menu: str, words: str) -> None:
    """Open a menu of the menu bar and click the entry that begins with *words*."""
    bar = window.menuBar()
    head = next(one for one in bar.actions() if one.text().replace("&", "") == menu)
    opened = head.menu()
    assert isinstance(opened, QMenu)
    click(qtbot, bar, bar.actionGeometry(head).center())
    qtbot.waitUntil(opened.isVisible, timeout=PATIENCE)
    entry = next(one for one in opened.actions() if one.text().startswith(words))
    assert entry.isEnabled(), f"{words!r} is greyed"
    click(qtbot, opened, opened.actionGeometry(entry).center())


def show_pane(window: MainWindow, qtbot: QtBot, title: str) -> None:
    """Click the tab of that title below the map."""
    tabs = window.panes.tabs
    place = next(n for n in range(tabs.count()) if tabs.tabText(n) == title)
    click(qtbot, tabs, tabs.tabRect(place).center())


def follow(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Click the link of the detail panel that has *words*."""
    blink(window)
    page = window.detail.widget()
    assert page is not None
    link = next(one for one in page.findChildren(LinkLabel) if words in unescape(one.text()))
    window.detail.ensureWidgetVisible(link)
    click(qtbot, link)


# Dialogs: they hold the journey until they are answered.


def in_dialog(kind: str, answer: Callable[[QDialog], None]) -> None:
    """Answer the next dialog of a class of that name, as soon as it is open.

    Several may be asked for; they are answered in the order in which they open. What goes wrong
    in one, or leaves it open, closes it, so that the journey fails and does not hang.
    """
    waited = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or type(dialog).__name__ != kind:
            return
        if QApplication.activeWindow() is not dialog or QApplication.focusWidget() is None:
            dialog.activateWindow()
            return
        waited.stop()
        waited.deleteLater()
        QTimer.singleShot(PATIENCE, dialog, dialog.reject)
        try:
            answer(dialog)
        except BaseException:
            dialog.reject()
            raise

    waited.timeout.connect(look)
    waited.start(10)


def back_at(window: MainWindow, qtbot: QtBot) -> None:
    """The window is the active one again: a window manager sees to that, where there is one."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)


def name_file(path: object) -> Callable[[QDialog], None]:
    """An answer to a file dialog: type the path, press its first button."""

    def answer(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, str(path))
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        QTest.mouseClick(box.buttons()[0], LEFT)

    return answer


# The eyes.


def blink(window: MainWindow) -> None:
    """The time that eyes take: what follows a change has followed."""
    QTest.qWait(20)
    while any(one.waiting for one in window.findChildren(Later)):
        QTest.qWait(5)


def detail_words(window: MainWindow) -> str:
    """All that stands in the detail panel."""
    blink(window)
    page = window.detail.widget()
    assert page is not None
    seen = (label.text() for label in page.findChildren(QLabel) if not label.isHidden())
    return unescape("\n".join(seen))


def chip_words(window: MainWindow) -> str:
    """What the chips above the views say."""
    return " ".join(chip.text() for chip in window.chips.findChildren(QAbstractButton))


def spot_of(window: MainWindow, event_id: str) -> QPoint:
    """Where the mark of an event stands on the timeline, in its pixels."""
    spots = window.timeline.marks().spots
    row = window.library.row_of(event_id)
    place = int(np.flatnonzero(spots.row == row)[0])
    return QPoint(round(float(spots.x[place])), round(float(spots.y[place])))


def stroke_of(window: MainWindow, thing: str) -> Stroke | None:
    """The line by which the map draws a route or a sector line now, None where it has none."""
    strokes = window.map.scene().strokes
    return next((one for one in strokes if one.ref is not None and one.ref.id == thing), None)


def map_words(window: MainWindow) -> str:
    """What is written on the map, legend and banner too."""
    furniture, scene = window.map.furniture(), window.map.scene()
    labels = (" ".join(label.lines) for label in scene.labels)
    legend = (placed.entry.text for placed in furniture.legend)
    return "\n".join((*furniture.banner, furniture.note, *legend, *labels))


def cells(view: QAbstractItemView) -> list[list[str]]:
    """The words of a table, row by row."""
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
