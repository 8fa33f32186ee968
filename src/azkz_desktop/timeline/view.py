"""The timeline and, below it, the overview strip, as one widget."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from azkz_desktop.timeline.bands import Band
from azkz_desktop.timeline.overview import OverviewStrip
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT, Theme


class TimelineView(QWidget):
    """What the window shows: lanes above, overview below, both drawn from one store."""

    def __init__(
        self,
        store: Store,
        source: TimelineSource,
        theme: Theme = LIGHT,
        bands: Mapping[str, Band] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.timeline = TimelineWidget(store, source, theme, bands)
        engine, fonts = self.timeline.layout_engine, self.timeline.fonts
        self.overview = OverviewStrip(store, engine, fonts, theme)
        self.setFocusProxy(self.timeline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.overview)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of *theme* from now on."""
        self.timeline.set_theme(theme)
        self.overview.set_theme(theme)
