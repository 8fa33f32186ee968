"""The switch on the map: lines on the seabed or the surface, or what the five states held."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QWidget,
)

from azkz_desktop.map.styles import scope_title
from azkz_desktop.painting.kept import Kept
from azkz_desktop.painting.letters import grown_sheet
from azkz_desktop.view.state import SCOPES
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

MARGIN = 12
"""Pixels from the map's upper right corner."""
BANNER, BELOW = 300, 78
"""Pixels: how wide the words of the moment may be, and where there is room below them, at the
normal size of text."""

_SHEET = """
ScopeSwitch, QFrame {{ background: {panel}; border: 1px solid {hairline}; border-radius: 6px; }}
QPushButton {{
    background: transparent; color: {ink}; border: 1px solid transparent; border-radius: 5px;
    padding: 2px 9px; font-size: 12px; min-height: 18px; }}
QPushButton:hover {{ background: {chosen}; }}
QPushButton:checked {{ background: {accent}; color: {panel}; }}
QPushButton:focus {{ border: 1px solid {ink}; }}
"""


class Segment(QPushButton):
    """A button that the switch paints: all of them and their frame are one kept picture."""

    def __init__(self, text: str, kept: Kept) -> None:
        super().__init__(text)
        self._kept = kept

    def event(self, event: QEvent) -> bool:
        """Whatever happens to it but being painted may change its looks."""
        if event.type() == QEvent.Type.Paint:
            return True
        self._kept.clear()
        return super().event(event)

    def draw(self, painter: QPainter) -> None:
        """What its style paints."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.save()
        painter.setClipRect(self.geometry())
        painter.translate(self.pos())
        painter.setFont(self.font())
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.restore()


class ScopeSwitch(QWidget):
    """Three segments of which one is down; arrow keys go from one to the next."""

    def __init__(self, store: Store, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = Kept(self)
        self._store = store
        self.setAccessibleName(self.tr("What of the sea's division is shown"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)  # the edge, and air
        row.setSpacing(0)
        group = QButtonGroup(self)
        self.segments = {scope: self._segment(scope) for scope in SCOPES}
        for button in self.segments.values():
            group.addButton(button)
            row.addWidget(button)
        self.set_theme(theme)
        self._mark(store.state.scope)
        self.destroyed.connect(store.subscribe(self._on_change))

    def _segment(self, scope: str) -> Segment:
        button = Segment(scope_title(scope), self._kept)
        button.setCheckable(True)
        button.setToolTip(self._told(scope))
        button.toggled.connect(lambda down: self.choose(scope) if down else None)
        return button

    def _told(self, scope: str) -> str:
        return {
            "seabed": self.tr("Which lines are told of for the seabed and what lies under it"),
            "surface": self.tr("Which lines are told of for the water, navigation and fishing"),
            "positions": self.tr("What each of the five states held at the moment"),
        }[scope]

    def set_theme(self, theme: Theme) -> None:
        """Show it in the colours of *theme* from now on."""
        names = ("panel", "hairline", "ink", "chosen", "accent")
        sheet = _SHEET.format(**{name: getattr(theme, name) for name in names})
        if self.styleSheet():
            # Before it is first shown Qt would keep to the first sheet, which it has read by now.
            self.ensurePolished()
        self.setStyleSheet(grown_sheet(sheet))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look anew where the colours are others."""
        super().changeEvent(event)
        self._kept.clear()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The frame and the segments: painted once for each of their looks, copied with a pan."""
        del event
        self._kept.paint([one.isChecked() for one in self.segments.values()], self._draw)

    def _draw(self, painter: QPainter) -> None:
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        for segment in self.segments.values():
            segment.draw(painter)

    def choose(self, scope: str) -> None:
        """Show *scope* from now on."""
        store = self._store
        if store.state.scope != scope:
            store.change(replace(store.state, scope=scope), scope_title(scope))

    def place(self, width: float, banner: float = BANNER, below: int = BELOW) -> None:
        """Go to the upper right of a map *width* pixels wide.

        Where the words of the moment, *banner* pixels wide, leave no room beside them, *below*
        them.
        """
        self.adjustSize()
        low = width < banner + self.width() + MARGIN
        self.move(int(width) - self.width() - MARGIN, below if low else MARGIN)

    def _on_change(self, change: Change) -> None:
        if change.old.scope != change.new.scope:
            self._mark(change.new.scope)

    def _mark(self, scope: str) -> None:
        self.segments[scope].setChecked(True)
