"""Search and commands (Ctrl+K): what is typed finds things and the application's own actions."""

from collections.abc import Callable, Sequence

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

from azkz_desktop.panels.palette_lines import Entry, LineDelegate
from azkz_desktop.view.tokens import Theme

__all__ = ["Entry", "Palette"]

Finder = Callable[[str], Sequence[Entry]]

STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class Palette(QDialog):
    """A field and the best hits below it, while one types."""

    def __init__(self, find: Finder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self.setWindowTitle(self.tr("Search"))
        self.resize(720, 480)
        self._make_field()
        self._make_hits(theme)
        help_line = QLabel(
            self.tr("Any spelling or script  ·  ↑ ↓ to move, Enter to show, Esc to leave")
        )
        help_line.setObjectName("small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        for widget in (self.field, self.nothing, self.hits, help_line):
            layout.addWidget(widget)
        layout.setStretchFactor(self.hits, 1)
        self._entries: Sequence[Entry] = ()
        self._refresh("")

    def _make_field(self) -> None:
        self.field = QLineEdit()
        self.field.setObjectName("palette")
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(
            self.tr("Events, people, places, routes, documents, commands")
        )
        self.field.setAccessibleName(self.tr("Search"))
        self.field.textChanged.connect(self._refresh)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)

    def _make_hits(self, theme: Theme) -> None:
        self.hits = QListWidget()
        self.hits.setAccessibleName(self.tr("Hits"))
        self.hits.setUniformItemSizes(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines = LineDelegate(theme, self.hits)
        self.hits.setItemDelegate(self._lines)
        self.hits.itemClicked.connect(self._run)
        self.nothing = QLabel()
        self.nothing.setObjectName("secondary")
        self.nothing.setContentsMargins(10, 6, 10, 6)
        self.nothing.setWordWrap(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The arrows move through the hits while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None and self.hits.count():
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        count, now = self.hits.count(), self.hits.currentRow()
        around = (now + step) % count
        self.hits.setCurrentRow(around if abs(step) == 1 else min(max(now + step, 0), count - 1))

    def _refresh(self, text: str) -> None:
        self._entries = self._find(text.strip())
        self._lines.typed = text
        self.hits.clear()
        for entry in self._entries:
            item = QListWidgetItem(f"{entry.text}, {entry.note}" if entry.note else entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            item.setToolTip(entry.text)
            self.hits.addItem(item)
        if self._entries:
            self.hits.setCurrentRow(0)
        missing = bool(text.strip()) and not self._entries
        self.nothing.setText(
            self.tr("Nothing is called so, and no command either.") if missing else ""
        )
        self.nothing.setVisible(missing)
        self.hits.setVisible(not missing)

    def _run(self) -> None:
        row = self.hits.currentRow()
        if 0 <= row < len(self._entries):
            self.accept()
            self._entries[row].run()
