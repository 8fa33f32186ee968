"""The main window: an empty shell at first, furnished with all views once data are open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow

from azkz_desktop.panels.style import style_sheet
from azkz_desktop.translation import grouped, translate
from azkz_desktop.view.tokens import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

    from azkz_desktop.app.actions import Action, Facts
    from azkz_desktop.app.beside import Beside
    from azkz_desktop.app.commands import Commands
    from azkz_desktop.app.job import JobBar
    from azkz_desktop.app.rooms import OverTime, Rooms
    from azkz_desktop.app.shares import Shares
    from azkz_desktop.app.topbar import TopBar
    from azkz_desktop.map.widget import MapWidget
    from azkz_desktop.panels.chips import ChipBar
    from azkz_desktop.panels.detail import DetailPanel
    from azkz_desktop.panels.filters import FilterPanel
    from azkz_desktop.panels.panes import Panes
    from azkz_desktop.timeline.overview import OverviewStrip
    from azkz_desktop.timeline.widget import TimelineWidget
    from azkz_desktop.view.library import Library
    from azkz_desktop.view.store import Change, Store


class MainWindow(QMainWindow):
    """Filters at the left, map above timeline in the middle, detail at the right."""

    library: "Library"
    store: "Store"
    commands: "Commands"
    table: "tuple[Action, ...]"
    entries: "dict[str, QAction]"
    rooms: "Rooms"
    over_time: "OverTime"
    menu_bar: "QMenuBar"
    topbar: "TopBar"
    chips: "ChipBar"
    filters: "FilterPanel"
    map: "MapWidget"
    timeline: "TimelineWidget"
    overview: "OverviewStrip"
    panes: "Panes"
    detail: "DetailPanel"
    beside: "Beside"

    def __init__(self, theme: Theme, colours: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.colours = colours or theme.name
        self.when_closed: Callable[[], None] | None = None
        self.hints_wanted = False
        self.whole = False  # until the last step of the start has been painted
        self.shares: Shares | None = None
        self._job_bar: JobBar | None = None
        self.shown, self.about_data = QLabel(" "), QLabel()
        self.setWindowTitle("AzKz Explorer")
        self.setStyleSheet(style_sheet(theme))
        opening = QLabel(self.tr("Opening the data…"))
        opening.setObjectName("secondary")
        # Said in the style: `Qt` with its enumerations takes a fifth of the bare window to import.
        opening.setStyleSheet("qproperty-alignment: AlignCenter")
        self.setCentralWidget(opening)

    def furnish(self, library: "Library", store: "Store") -> None:
        """Put every view of *library* into the window, drawn from *store*."""
        from azkz_desktop.app import furniture  # heavy: only when the shell is on the screen

        self.library, self.store = library, store
        furniture.furnish(self)

    def follow_store(self) -> None:
        """From now on menus and status bar say what the view is; everything is there."""
        self.store.subscribe(self._on_change)
        self.detail.page_shown.connect(self._mark_citations)
        self._mark()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Usable on a small laptop's screen."""
        return QSize(960, 600)

    def run_action(self, action: "Action") -> None:
        """Do what *action* says: change the view, or call the window's command."""
        if action.view is not None:
            self.store.change(action.view(self.store.state, self.facts()), action.title)
        else:
            self.command(action.window, action.given)

    def command(self, name: str, given: str = "") -> None:
        """Do what the window's command of that name does; nothing while the window is opening."""
        if hasattr(self, "commands"):
            getattr(self.commands, name)(*([given] if given else []))

    def follow_text_size(self) -> None:
        """Show everything in the present size of text: each view hears of it as of a font."""
        from azkz_desktop.app.text_actions import mark_size  # not before the menus are there

        self.setStyleSheet(style_sheet(self.theme))
        mark_size(self.entries)

    def facts(self) -> "Facts":
        """What the actions may know besides the view."""
        from azkz_desktop.app.actions import Facts

        first, last = self.library.days
        return Facts(first, last, self.timeline.layout_engine.span(self.store.state))

    def _on_change(self, _change: "Change") -> None:
        self._mark()

    def _mark(self) -> None:
        """Menus and status bar say what the view is and what undo would take back."""
        from azkz_desktop.app.actions import COPIES
        from azkz_desktop.app.menus import mark_state

        history, selection = self.store.history, self.store.selection
        self._name("edit.undo", self.tr("Undo"), history.undo_name)
        self._name("edit.redo", self.tr("Redo"), history.redo_name)
        focused = self.store.state.focus is not None
        for name in ("timeline.focus", "map.moment", *COPIES):
            self.entries[name].setEnabled(focused)
        self._mark_citations()
        self.entries["edit.clear"].setEnabled(not self.store.state.filter.is_empty)
        mark_state(self.entries, self.store.state)
        words = translate("Window", "{shown} of %n event(s)", selection.total)
        self.shown.setText(
            f"{words.format(shown=grouped(len(selection)))}  ·  {self.about_sources}"
        )

    def _mark_citations(self) -> None:
        from azkz_desktop.app.actions import CITATIONS

        page = self.detail.page
        for name in CITATIONS:
            self.entries[name].setEnabled(page is not None and page.citable)

    def _name(self, entry: str, verb: str, step: str | None) -> None:
        action = self.entries[entry]
        action.setEnabled(step is not None)
        action.setText(f"{verb}: {step}" if step else verb)

    def fill_status_bar(self, about_data: str, about_sources: str) -> None:
        """Say below what is shown, from whom, and as of when the data are."""
        self.about_sources = about_sources
        self.about_data.setText(about_data)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.shown)
        bar.addPermanentWidget(self.about_data)

    def job_bar(self) -> "JobBar":
        """Where long work is shown, at the foot."""
        from azkz_desktop.app.job import JobBar  # nothing takes long at the start

        if self._job_bar is None:
            self._job_bar = JobBar()
            self.statusBar().addPermanentWidget(self._job_bar)
        return self._job_bar

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Let the session be written before the window goes, and what is being written end."""
        if self.when_closed is not None:
            self.when_closed()
        if self._job_bar is not None:
            self._job_bar.leave()
        super().closeEvent(event)
