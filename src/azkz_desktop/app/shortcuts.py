"""The help that `?` opens: every action with its keys, from the same table as the menus."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.app.actions import Action, menu_title
from azkz_desktop.painting.letters import grown
from azkz_desktop.translation import translate

COLUMNS = 2
LEAST = {1: 520, 2: 960}
"""Pixels for so many columns in which no title and no key is cut, at the normal size of text."""
Line = tuple[str, tuple[str, ...]]
Section = tuple[str, tuple[Line, ...]]


class ShortcutsDialog(QDialog):
    """A table of the keys by menu, and of what the mouse and the arrow keys do in the views."""

    def __init__(self, table: tuple[Action, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(20, 18, 20, 10)
        across.setSpacing(36)
        room = self.screen().availableSize() if parent is None else parent.window().size()
        columns = COLUMNS if grown(LEAST[COLUMNS]) <= room.width() else 1
        for sections in balanced((*_of_menus(table), *_of_views()), columns):
            across.addLayout(_column(sections))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.setContentsMargins(20, 0, 20, 14)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        layout.addWidget(close)
        wanted, least = body.sizeHint(), grown(LEAST[columns])
        self.setMinimumWidth(least)
        high = min(wanted.height() + 70, grown(680), max(room.height(), 680))
        self.resize(max(wanted.width() + 24, least), high)


def _of_menus(table: tuple[Action, ...]) -> tuple[Section, ...]:
    keyed = (action for action in table if action.keys)
    return tuple(
        (
            menu_title(menu).replace("&", ""),
            tuple((action.title, tuple(map(_native, action.keys))) for action in rows),
        )
        for menu, rows in groupby(keyed, lambda one: one.menu)
    )


def _of_views() -> tuple[Section, ...]:
    """What no menu lists: the mouse, and single keys where a view has the keyboard."""
    wheel, drag = translate("Shortcuts", "Wheel"), translate("Shortcuts", "Drag")
    click, enter = translate("Shortcuts", "Click"), translate("Shortcuts", "Enter")
    timeline = (
        (translate("Shortcuts", "Zoom around the pointer"), (wheel, "+", "−")),
        (translate("Shortcuts", "Earlier, later"), (drag, _native("PgUp"), _native("PgDown"))),
        (translate("Shortcuts", "Scroll the lanes"), (_with_shift(wheel), "↑", "↓")),
        (translate("Shortcuts", "Choose an event"), (click, "←", "→")),
        (translate("Shortcuts", "Open or close the event"), (enter,)),
        (
            translate("Shortcuts", "Into the open one, out again"),
            (_native("Shift+Right"), _native("Shift+Left")),
        ),
        (
            translate("Shortcuts", "A page of what is open"),
            (_native("Shift+PgUp"), _native("Shift+PgDown")),
        ),
        (translate("Shortcuts", "Zoom to the chosen one"), (_with_shift(enter),)),
        (
            translate("Shortcuts", "To the eras, back again"),
            (_native("Shift+Up"), _native("Shift+Down")),
        ),
        (translate("Shortcuts", "Another era, zoom to it"), ("←", "→", "↑", "↓", enter)),
        (translate("Shortcuts", "Move a lane, put back"), (drag, translate("Shortcuts", "Esc"))),
        (
            translate("Shortcuts", "Move the moment"),
            (translate("Shortcuts", "Drag its line"), ",", "."),
        ),
        (translate("Shortcuts", "Whole period, selection"), ("0", "9")),
        (translate("Shortcuts", "How dates are drawn"), ("L",)),
    )
    chart = (
        (translate("Shortcuts", "Zoom around the pointer"), (wheel, "+", "−")),
        (translate("Shortcuts", "Move"), (drag, "←", "→", "↑", "↓")),
        (translate("Shortcuts", "Choose what is there"), (click,)),
    )
    return (
        (translate("Shortcuts", "On the timeline"), timeline),
        (translate("Shortcuts", "On the map"), chart),
    )


def _with_shift(what: str) -> str:
    return _native("Shift+X").replace("X", what)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def balanced(sections: tuple[Section, ...], columns: int = COLUMNS) -> list[list[Section]]:
    """The sections in their order, cut into columns of about the same height."""
    heights = [len(lines) + 2 for _, lines in sections]
    goal = sum(heights) / columns
    found: list[list[Section]] = [[] for _ in range(columns)]
    done = 0.0
    for section, height in zip(sections, heights, strict=True):
        found[min(int((done + height / 2) / goal), columns - 1)].append(section)
        done += height
    return found


def _column(sections: list[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(5)
    line = 0
    for title, lines in sections:
        heading = QLabel(title.upper())
        heading.setObjectName("heading")
        heading.setContentsMargins(0, 12 if line else 0, 0, 2)
        grid.addWidget(heading, line, 0, 1, 2)
        for line, (words, keys) in enumerate(lines, line + 1):  # noqa: B020 - goes on counting
            grid.addWidget(QLabel(words), line, 0)
            grid.addLayout(_keys(keys), line, 1)
        line += 1
    grid.setRowStretch(line, 1)
    grid.setColumnStretch(0, 1)
    return grid


def _keys(keys: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(5)
    for one in keys:
        label = QLabel(one)
        label.setObjectName("key")
        row.addWidget(label)
    row.addStretch(1)
    return row
