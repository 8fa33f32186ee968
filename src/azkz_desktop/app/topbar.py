"""The bar above everything: name, search, undo and redo, export."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from azkz_desktop.app.rooms import BRAND, ROOMY, SEARCH


class TopBar(QFrame):
    """Buttons for what is done most; each is one of the window's actions."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(8)
        self.brand = QLabel("AzKz Explorer")
        self.brand.setObjectName("brand")
        layout.addWidget(self.brand)
        self.search = self._button(actions["go.search"], self.tr("Search events, people, places…"))
        self.search.setObjectName("search")
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(SEARCH)
        self.keys = self._show_keys(self.search, actions["go.search"])
        layout.addWidget(self.search, 3)
        self.play = self._button(actions["go.play"], self.tr("▶ Play"))
        layout.addWidget(self.play)
        self.undo = self._button(actions["edit.undo"], self.tr("↶ Undo"))
        self.redo = self._button(actions["edit.redo"], self.tr("↷ Redo"))
        layout.addWidget(self.undo)
        layout.addWidget(self.redo)
        layout.addStretch(2)
        self.questions = self._button(actions["help.questions"], self.tr("Five questions"))
        layout.addWidget(self.questions)
        self.saved = self._button(actions["go.saved"], self.tr("Saved views…"))
        layout.addWidget(self.saved)
        self.export = self._button(actions["file.snapshot"], self.tr("Export snapshot…"))
        self.export.setObjectName("primary")
        layout.addWidget(self.export)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is room, the search begins where the views begin."""
        roomy = event.size().width() >= ROOMY
        self.brand.setMinimumWidth(BRAND if roomy else 0)
        self.keys.setVisible(roomy)
        super().resizeEvent(event)

    def show_playing(self, playing: bool) -> None:
        """Say what a press would do now."""
        self.play.setText(self.tr("■ Stop") if playing else self.tr("▶ Play"))

    @staticmethod
    def _show_keys(button: QPushButton, action: QAction) -> QLabel:
        """The keys of *action* at the right end inside *button*."""
        keys = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        keys.setObjectName("key")
        keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, 7, 0)
        inside.addStretch(1)
        inside.addWidget(keys, 0, Qt.AlignmentFlag.AlignVCenter)
        return keys

    @staticmethod
    def _button(action: QAction, text: str) -> QPushButton:
        button = QPushButton(text)
        shortcut = action.shortcut().toString()
        button.setToolTip(f"{action.text().replace('&', '')} ({shortcut})")
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.changed.connect(_follower(button, action))
        return button


def _follower(button: QPushButton, action: QAction) -> Callable[[], None]:
    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(f"{action.text().replace('&', '')} ({action.shortcut().toString()})")

    return follow
