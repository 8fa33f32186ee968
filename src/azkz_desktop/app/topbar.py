"""The bar above everything: name, search, undo and redo, export."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton

from azkz_desktop.app.pace import PACES, USUAL, pace_entry
from azkz_desktop.app.play_actions import pace_id
from azkz_desktop.app.rooms import BRAND, ROOMY, SEARCH
from azkz_desktop.painting.letters import LetterSize, grown

LEAST, PADDING = 150, 40
"""Pixels of the search in a narrow bar; and of what stands beside its words and its keys."""


SHARES = (
    (True, False, True, False),
    (False, False, True, False),
    (False, True, True, False),
    (False, True, False, False),
    (False, True, False, True),
)
"""What stands in the bar, the first that has room, or else the last: the name, signs for words, the
speed, and short names."""


class TopBar(QFrame):
    """Buttons for what is done most; each is one of the window's actions."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._letters = LetterSize()
        self._entries = actions
        self.setObjectName("topbar")
        self._playing, self._pace = False, USUAL
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        layout.setSpacing(8)
        self.brand = QLabel("AzKz Explorer")
        self.brand.setObjectName("brand")
        layout.addWidget(self.brand)
        self.search = self._button(actions["go.search"], self._search_words())
        self.search.setObjectName("search")
        self.keys = self._show_keys(self.search, actions["go.search"])
        layout.addWidget(self.search, 3)
        self.play = self._button(actions["go.play"], self.tr("▶ Play"))
        layout.addWidget(self.play)
        self.pace = self._pace_button(actions)
        layout.addWidget(self.pace)
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
        """Share the bar anew."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It gets along with any width: no window is wider for its sake."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Share the bar anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Where there is room, the search begins where the views begin."""
        roomy = width >= grown(ROOMY)
        self.brand.setMinimumWidth(grown(BRAND) if roomy else 0)
        self.keys.setVisible(roomy)
        self.search.setMaximumWidth(grown(SEARCH))
        self.search.setText(self._search_words() if roomy else self.tr("Search…"))
        for branded, brief, paced, short in SHARES:
            least = 0 if short else grown(LEAST)
            self.search.setMinimumWidth(self._search_width() if roomy else least)
            self.brand.setVisible(branded)
            self.pace.setVisible(paced)
            self._say(brief=brief)
            self._name(short=short)
            if self._row.minimumSize().width() <= width:
                break

    def _say(self, *, brief: bool) -> None:
        """Let the buttons that begin with a sign show nothing else where they are *brief*."""
        play = self.tr("■ Stop") if self._playing else self.tr("▶ Play")
        words = play, self.tr("↶ Undo"), self.tr("↷ Redo")
        for button, text in zip((self.play, self.undo, self.redo), words, strict=True):
            button.setText(text[:1] if brief else text)
            button.setAccessibleName(text[2:] if brief else "")
        entry = pace_entry(self._pace)
        self.pace.setText(entry if brief else self.tr("in %s") % entry)

    def _name(self, *, short: bool) -> None:
        """Let the buttons at the right end be named in full, or by a word each."""
        names = (
            (self.questions, self.tr("Five questions"), self.tr("Questions")),
            (self.saved, self.tr("Saved views…"), self.tr("Views…")),
            (self.export, self.tr("Export snapshot…"), self.tr("Export…")),
        )
        for button, full, word in names:
            button.setText(word if short else full)
            button.setAccessibleName(full.removesuffix("…") if short else "")

    def _search_width(self) -> int:
        """Pixels in which its words and its keys stand side by side."""
        words = self.search.fontMetrics().horizontalAdvance(self._search_words())
        return words + self.keys.sizeHint().width() + grown(PADDING)

    def _search_words(self) -> str:
        return self.tr("Search events, people, places…")

    def show_playing(self, playing: bool) -> None:
        """Say what a press would do now."""
        self._playing = playing
        self._fit(self.width())

    def show_pace(self, pace: int) -> None:
        """Say in how many seconds what is in sight is played."""
        self._pace = pace
        self.pace.setAccessibleName(self.tr("Speed of playing: %s") % pace_entry(pace))
        self._entries[pace_id(pace)].setChecked(True)
        self._fit(self.width())

    def _pace_button(self, actions: Mapping[str, QAction]) -> QPushButton:
        """A menu of the speeds; it says which one holds."""
        button, menu = QPushButton(self.tr("in %s") % pace_entry(USUAL)), QMenu(self)
        menu.addActions([actions[pace_id(pace)] for pace in PACES])
        menu.addSeparator()
        menu.addActions([actions["go.slower"], actions["go.faster"]])
        button.setMenu(menu)
        button.setObjectName("pace")
        button.setToolTip(self.tr("In how many seconds what is in sight is played"))
        return button

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
