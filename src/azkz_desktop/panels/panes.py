"""What stands below the map: timeline, table, figures, disagreements, one at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from azkz_desktop.view.store import Change, Store

Maker = Callable[[], QWidget]


class Panes(QWidget):
    """Tabs and the pane that the view names; a pane is made when it is first shown."""

    def __init__(self, store: Store, makers: Mapping[str, tuple[str, Maker]]) -> None:
        super().__init__()
        self._store = store
        self._makers = dict(makers)
        self._made: dict[str, QWidget] = {}
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(self.tr("What stands below the map"))
        for title, _ in self._makers.values():
            self.tabs.addTab(title)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self._show(store.state.pane)
        self.tabs.currentChanged.connect(self._choose)
        store.subscribe(self._on_change)

    def _choose(self, place: int) -> None:
        pane = list(self._makers)[place]
        self._store.change(replace(self._store.state, pane=pane), self.tabs.tabText(place))

    def _on_change(self, change: Change) -> None:
        if change.old.pane != change.new.pane:
            self._show(change.new.pane)

    def _show(self, pane: str) -> None:
        if pane not in self._makers:
            return
        if pane not in self._made:
            self._made[pane] = self._makers[pane][1]()
            self._stack.addWidget(self._made[pane])
        self._stack.setCurrentWidget(self._made[pane])
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(list(self._makers).index(pane))
        self.tabs.blockSignals(False)
