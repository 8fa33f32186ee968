"""What stands below the map: timeline, table, figures, disagreements, one at a time."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from azkz_desktop.view.store import Change, Store

Maker = Callable[[], QWidget]


class Panes(QWidget):
    """Tabs and the pane that the view names; a pane is made when it is first shown.

    *makers* are the titles and makers by the pane's name, *modules* what each imports.
    """

    def __init__(
        self,
        store: Store,
        makers: Mapping[str, tuple[str, Maker]],
        modules: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__()
        self._modules = dict(modules or {})
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
            self._begin(pane)
        self._stack.setCurrentWidget(self._made[pane])
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(list(self._makers).index(pane))
        self.tabs.blockSignals(False)

    def _begin(self, pane: str) -> None:
        """Make the pane; while its modules are imported, a word stands in its place."""
        modules = self._modules.get(pane, ())
        if all(_is_imported(name) for name in modules):
            self._put(pane, self._makers[pane][1]())
            return
        from azkz_desktop.painting.importing import Importer  # no pane of the first view needs
        from azkz_desktop.painting.later import Later

        self._put(pane, waiting := _Waiting(self.tr("Opening…")))
        importer = Importer(modules, waiting)
        importer.failed.connect(waiting.setText)
        later = Later(waiting)
        importer.loaded.connect(lambda: later.plan(self._loaded(pane)))
        importer.start(after=0)

    def _loaded(self, pane: str) -> Iterator[None]:
        """Make the pane, and show it on a turn of its own."""
        waiting = self._made[pane]
        self._put(pane, self._makers[pane][1]())
        yield
        if self._stack.currentWidget() is waiting:
            self._stack.setCurrentWidget(self._made[pane])
        self._stack.removeWidget(waiting)
        waiting.deleteLater()

    def _put(self, pane: str, widget: QWidget) -> None:
        self._made[pane] = widget
        self._stack.addWidget(widget)


def _is_imported(name: str) -> bool:
    """Whether a module has been imported, to its end."""
    module = sys.modules.get(name)
    return module is not None and not getattr(module.__spec__, "_initializing", False)


class _Waiting(QLabel):
    """A word in the place of a pane that is being opened."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setObjectName("secondary")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
