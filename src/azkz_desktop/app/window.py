"""The main window: the views side by side, all drawn from one store."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from azkz_desktop.app.actions import Action, Facts, actions
from azkz_desktop.app.commands import Commands
from azkz_desktop.app.menus import make_menus, mark_state
from azkz_desktop.app.topbar import TopBar
from azkz_desktop.app.words import data_words, source_words
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.panels.chips import ChipBar
from azkz_desktop.panels.detail import DetailPanel
from azkz_desktop.panels.filters import FilterPanel
from azkz_desktop.panels.style import style_sheet
from azkz_desktop.panels.things import page_of
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme
from azkz_desktop.view.words import chips

LEFT, RIGHT = 226, 330


class MainWindow(QMainWindow):
    """Filters at the left, map above timeline in the middle, detail at the right."""

    def __init__(self, library: Library, store: Store, theme: Theme) -> None:
        super().__init__()
        self.library, self.store, self.theme = library, store, theme
        self.setWindowTitle(self.tr("AzKz Explorer"))
        self.setStyleSheet(style_sheet(theme))
        self.commands = Commands(self)
        self.table = actions()
        self.entries: dict[str, QAction] = make_menus(self, self.table, self.run_action)
        self._make_views()
        self._lay_out()
        self._status()
        self.resize(1440, 900)
        self.when_closed: Callable[[], None] | None = None
        store.subscribe(self._on_change)
        self._mark()

    def _make_views(self) -> None:
        library, store, theme = self.library, self.store, self.theme
        names = {facet: library.names(facet) for facet in ("actor", "place", "source")}
        self.topbar = TopBar(self.entries)
        self.chips = ChipBar(store, partial(chips, name_of=library.name_of))
        self.filters = FilterPanel(store, library.columns, names, theme)
        self.map = MapWidget(store, library, theme)
        self.timeline = TimelineWidget(store, library, theme)
        self.detail = DetailPanel(store, partial(page_of, library))
        self.detail.copy_citation.clicked.connect(self.commands.copy_citation)
        self.detail.show_on_map.clicked.connect(self.commands.show_on_map)

    def _lay_out(self) -> None:
        self.views = QSplitter(Qt.Orientation.Vertical)
        self.views.addWidget(self.map)
        self.views.addWidget(self.timeline)
        self.views.setStretchFactor(0, 11)
        self.views.setStretchFactor(1, 10)
        self.views.setChildrenCollapsible(False)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addWidget(self.views, 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(_framed(self.filters, "left"))
        across.addWidget(middle)
        across.addWidget(_framed(self.detail, "right"))
        across.setStretchFactor(1, 1)
        across.setHandleWidth(1)
        across.setSizes([LEFT, 1440 - LEFT - RIGHT, RIGHT])
        whole = QWidget()
        whole.setObjectName("window")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.topbar)
        layout.addWidget(across, 1)
        self.setCentralWidget(whole)

    def _status(self) -> None:
        self.shown = QLabel()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.shown)
        self.statusBar().addPermanentWidget(QLabel(data_words(self.library)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Usable on a small laptop's screen."""
        return QSize(960, 600)

    def run_action(self, action: Action) -> None:
        """Do what *action* says: change the view, or call the window's command."""
        if action.view is not None:
            self.store.change(action.view(self.store.state, self.facts()), action.title)
        else:
            getattr(self.commands, action.window)()

    def facts(self) -> Facts:
        """What the actions may know besides the view."""
        first, last = self.library.days
        return Facts(first, last, self.library.days_of(self.store.state.focus))

    def _on_change(self, change: Change) -> None:
        self._mark()

    def _mark(self) -> None:
        history, selection = self.store.history, self.store.selection
        self._name("edit.undo", self.tr("Undo"), history.undo_name)
        self._name("edit.redo", self.tr("Redo"), history.redo_name)
        focused = self.store.state.focus is not None
        for name in ("timeline.focus", "map.moment", "edit.citation"):
            self.entries[name].setEnabled(focused)
        self.entries["edit.clear"].setEnabled(not self.store.state.filter.is_empty)
        mark_state(self.entries, self.store.state)
        words = translate("Window", "{shown} of %n event(s)", selection.total)
        told = words.format(shown=len(selection))
        self.shown.setText(f"{told}  ·  {source_words(self.library)}")

    def _name(self, entry: str, verb: str, step: str | None) -> None:
        action = self.entries[entry]
        action.setEnabled(step is not None)
        action.setText(f"{verb}: {step}" if step else verb)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the session be written before the window goes."""
        if self.when_closed is not None:
            self.when_closed()
        super().closeEvent(event)


def _framed(widget: QWidget, name: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(name)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget)
    return frame
