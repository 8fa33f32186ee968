"""Figures under the headings of their topics, to choose from and to search in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.figures.catalogue import finder
from azkz_desktop.painting.letters import LetterSize, letter_pixels

ID = Qt.ItemDataRole.UserRole
HEADING = 11
"""Pixels of the letters of a heading."""


class Line(NamedTuple):
    """One figure: `spoken` (folded) is what it is found by.

    `ticked` is None where there is nothing to tick; what is not `usable` is only read.
    """

    id: str
    text: str
    spoken: str
    tip: str = ""
    ticked: bool | None = None
    usable: bool = True


Group = tuple[str, Sequence[Line]]
"""A heading, and what stands below it."""


class TopicList(QWidget):
    """A field, and below it the lines that have its words; Return takes the first of them."""

    taken = Signal(str)

    def __init__(self, find: str) -> None:
        super().__init__()
        self._groups: Sequence[Group] = ()
        self._letters = LetterSize()
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(find)
        self.field.setAccessibleName(find)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Figures"))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setStyleSheet("QListWidget::item { padding: 3px 4px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.field)
        self.column.addWidget(self.list, 1)
        self.field.textChanged.connect(self.fill)
        self.field.returnPressed.connect(self._take_first)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Headings in the present size of letters."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            for row in range(self.list.count()):
                if not (item := self.list.item(row)).data(ID):
                    item.setFont(self._heading_font())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """List *groups*."""
        self._groups = groups
        self.fill()

    def fill(self) -> None:
        """List what has the words of the field; a group without any has no heading."""
        is_found = finder(self.field.text())
        with QSignalBlocker(self.list):
            self.list.clear()
            for title, lines in self._groups:
                found = [one for one in lines if is_found(one.spoken)]
                if found:
                    self._add_heading(title)
                for line in found:
                    self._add(line)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title.upper())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._heading_font())
        self.list.addItem(item)

    def _heading_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(letter_pixels(HEADING))
        font.setBold(True)
        return font

    def _add(self, line: Line) -> None:
        item = QListWidgetItem(line.text)
        item.setData(ID, line.id)
        item.setToolTip(line.tip)
        usable = Qt.ItemFlag.ItemIsEnabled if line.usable else Qt.ItemFlag.NoItemFlags
        item.setFlags(usable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        if line.ticked is not None:
            ticked = Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
        self.list.addItem(item)

    def items(self) -> Iterator[QListWidgetItem]:
        """The lines that are listed, without the headings."""
        every = (self.list.item(row) for row in range(self.list.count()))
        return (item for item in every if item.data(ID))

    def _take_first(self) -> None:
        first = next(self.items(), None)
        if first is not None and first.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.taken.emit(first.data(ID))
