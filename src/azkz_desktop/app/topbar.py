"""The bar above everything: name, search, undo and redo, export."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton


class TopBar(QFrame):
    """Buttons for what is done most; each is one of the window's actions."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(8)
        brand = QLabel("AzKz Explorer")
        brand.setObjectName("brand")
        layout.addWidget(brand)
        self.search = self._button(actions["go.search"], self.tr("Search events, people, places…"))
        self.search.setObjectName("search")
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(330)
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

    def show_playing(self, playing: bool) -> None:
        """Say what a press would do now."""
        self.play.setText(self.tr("■ Stop") if playing else self.tr("▶ Play"))

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
