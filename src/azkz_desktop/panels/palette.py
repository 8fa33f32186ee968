"""Search and commands (Ctrl+K): what is typed finds things and the application's own actions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it is called, what it is, and what Enter does."""

    text: str
    note: str
    run: Callable[[], None]


Finder = Callable[[str], Sequence[Entry]]


class Palette(QDialog):
    """A field and the best hits below it, while one types."""

    def __init__(self, find: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.setWindowTitle(self.tr("Search"))
        self.resize(620, 420)
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            self.tr("Events, people, places, routes, documents, commands")
        )
        self.field.setAccessibleName(self.tr("Search"))
        self.field.textChanged.connect(self._refresh)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Hits"))
        self.hits.itemActivated.connect(self._run)
        self.hits.itemClicked.connect(self._run)
        self.nothing = QLabel()
        self.nothing.setObjectName("secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        for widget in (self.field, self.nothing, self.hits):
            layout.addWidget(widget)
        self._entries: Sequence[Entry] = ()
        self._refresh("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The arrows move through the hits while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.hits.count():
                self.hits.setCurrentRow((self.hits.currentRow() + step) % self.hits.count())
                return True
        return super().eventFilter(watched, event)

    def _refresh(self, text: str) -> None:
        self._entries = self._find(text.strip())
        self.hits.clear()
        for entry in self._entries:
            self.hits.addItem(QListWidgetItem(f"{entry.text}    {entry.note}"))
        if self._entries:
            self.hits.setCurrentRow(0)
        missing = bool(text.strip()) and not self._entries
        self.nothing.setText(
            self.tr("Nothing is called so, and no command either.") if missing else ""
        )
        self.nothing.setVisible(missing)

    def _run(self) -> None:
        row = self.hits.currentRow()
        if 0 <= row < len(self._entries):
            self.accept()
            self._entries[row].run()
