"""Where the list of changes has its place: beside the map or, below a narrow one, in a strip.

The strip says how many changes there are; a click, or Space and Enter, opens the list over the
map's right side, and Escape closes it again.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from azkz_desktop.map.changes_panel import ChangesPanel
from azkz_desktop.map.things import Things
from azkz_desktop.painting.letters import grown, grown_sheet
from azkz_desktop.translation import translate
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

WIDEST = 300
"""Pixels of the list where it lies over the map."""

_SHEET = """
QPushButton {{ background: {panel}; color: {accent}; border: none; padding: 0 12px;
    border-radius: 0; border-top: 1px solid {hairline}; font-size: 12px; text-align: left; }}
QPushButton:hover, QPushButton:checked {{ background: {chosen}; }}
QPushButton:focus {{ border: 2px solid {accent}; }}
"""


class ChangesDock:
    """Lays the list, and the strip that opens it, onto *map_*."""

    def __init__(self, store: Store, things: Things, theme: Theme, map_: QWidget) -> None:
        self.panel = ChangesPanel(store, things, theme, map_)
        self.strip = QPushButton(map_)
        self.strip.setCheckable(True)
        self.strip.toggled.connect(self._show)
        self.panel.hide()
        self.strip.hide()
        self.panel.left_by_key.connect(self.close)
        self.set_theme(theme)
        self.strip.destroyed.connect(store.subscribe(self._changed))
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Show it in the colours of *theme* from now on."""
        self.panel.set_theme(theme)
        names = ("panel", "accent", "hairline", "chosen")
        sheet = _SHEET.format(**{one: getattr(theme, one) for one in names})
        self.strip.setStyleSheet(grown_sheet(sheet))

    def place(self, size: QSize, *, wanted: bool, beside: int, strip: int) -> None:
        """Take *beside* pixels at the right of *size* or, where that is none, *strip* below."""
        width, height = size.width(), size.height()
        over = self.panel.lies_over = not beside
        if not wanted:
            self.strip.setChecked(False)  # who compares again begins with the map
        self.strip.setVisible(wanted and over)
        self.strip.setGeometry(0, height - strip, width, strip)
        if beside:
            self.panel.setGeometry(width - beside, 0, beside, height)
        else:
            wide = min(grown(WIDEST), width)
            self.panel.setGeometry(width - wide, 0, wide, height - strip)
        self.panel.setVisible(wanted and (not over or self.strip.isChecked()))
        self._tell()

    def close(self) -> None:
        """Close the list where it lies over the map; the strip has the keyboard then."""
        if self.panel.lies_over and self.strip.isChecked():
            self.strip.setChecked(False)
            self.strip.setFocus()

    def _show(self, down: bool) -> None:
        if self.panel.lies_over:
            self.panel.setVisible(down)
            self.panel.raise_()
        if down:
            self.panel.list.setFocus()
        self._tell()

    def _changed(self, change: Change) -> None:
        if change.new.compare:
            self._tell()

    def _tell(self) -> None:
        """Say how many changes there are, and what the strip does."""
        sign = "▾" if self.strip.isChecked() else "▸"
        count = translate("ChangesPanel", "%n change(s) between the two moments", self.panel.count)
        self.strip.setText(f"{sign}  {count}")
        self.strip.setAccessibleName(count)
