"""Makes every view and sets them side by side in the main window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from azkz_desktop.app import running
from azkz_desktop.app.actions import CITATIONS, COPIES, actions
from azkz_desktop.app.beside import Beside
from azkz_desktop.app.commands import Commands
from azkz_desktop.app.menus import make_menus
from azkz_desktop.app.topbar import TopBar
from azkz_desktop.app.window import MainWindow
from azkz_desktop.app.words import data_words, source_words
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.panels.chips import ChipBar
from azkz_desktop.panels.detail import DetailPanel
from azkz_desktop.panels.filters import FilterPanel
from azkz_desktop.panels.panes import Panes
from azkz_desktop.panels.presets import presets
from azkz_desktop.panels.things import page_of
from azkz_desktop.query.sparks import Sparks
from azkz_desktop.timeline.overview import OverviewStrip
from azkz_desktop.timeline.series import default_bands
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.words import chips

if TYPE_CHECKING:
    from azkz_desktop.panels.questions import QuestionsPanel

LEFT, RIGHT = 272, 330
MAP, TIMELINE = 10, 10
"""How the middle is shared when there is more room."""


def furnish(window: MainWindow) -> None:
    """Make all views of the window's library and store, and lay them out."""
    window.commands = Commands(window)
    window.table = actions()
    window.entries = make_menus(window, window.table, window.run_action)
    _make_views(window)
    window.setCentralWidget(_whole(window))
    window.fill_status_bar(data_words(window.library), source_words(window.library))


def _make_views(window: MainWindow) -> None:
    library, store, theme = window.library, window.store, window.theme
    names = {facet: library.names(facet) for facet in ("actor", "place", "source")}
    window.topbar = TopBar(window.entries)
    window.commands.player.changed.connect(
        lambda: window.topbar.show_playing(window.commands.player.playing)
    )
    window.chips = ChipBar(store, partial(chips, name_of=library.name_of), library.index.answer)
    span = library.opening_span()
    sparks = Sparks(library.columns, span.start, span.end, library.index.answer)
    window.filters = FilterPanel(
        store, library.columns, names, theme, partial(presets, library), sparks
    )
    window.map = MapWidget(store, library, theme)
    bands = default_bands(library.dataset)
    window.timeline = TimelineWidget(store, library, theme, bands, eras=lambda: library.eras)
    engine, fonts = window.timeline.layout_engine, window.timeline.fonts
    window.overview = OverviewStrip(store, engine, fonts, theme)
    window.panes = Panes(store, _panes(window))
    window.detail = DetailPanel(store, partial(page_of, library))
    window.beside = Beside(store, window.detail, lambda: _questions(window))
    window.detail.offer_copies(
        [window.entries[one] for one in CITATIONS],
        [window.entries[one] for one in COPIES if one not in CITATIONS],
    )
    window.detail.show_on_map.clicked.connect(window.commands.show_on_map)


def _questions(window: MainWindow) -> "QuestionsPanel":
    from azkz_desktop.panels.questions import QuestionsPanel

    return QuestionsPanel(window.store, window.library, window.theme)


def _panes(window: MainWindow) -> dict[str, tuple[str, Callable[[], QWidget]]]:
    """Title and maker of each pane; what is not shown at first is imported when it is."""

    def table() -> QWidget:
        from azkz_desktop.panels.table import TablePanel

        return TablePanel(window.store, window.library, window.theme)

    def figures() -> QWidget:
        from azkz_desktop.export.picture_bytes import encloser
        from azkz_desktop.figures.panel import FiguresPanel

        enclose = encloser(window.library, window.store)
        return FiguresPanel(window.store, window.library, window.theme, enclose)

    def disagreements() -> QWidget:
        from azkz_desktop.panels.disagreements import DisagreementsPanel

        return DisagreementsPanel(window.store, window.library, window.theme)

    return {
        "timeline": (window.tr("Timeline"), lambda: _over_time(window)),
        "table": (window.tr("Table"), table),
        "figures": (window.tr("Figures"), figures),
        "disagreements": (window.tr("Who disagrees"), disagreements),
    }


def _hints(window: MainWindow) -> QWidget:
    from azkz_desktop.panels.hints import HintsBar

    ask = window.commands.questions
    return HintsBar(window.store, window.library, window.theme, running.put_hints_away, ask)


def _over_time(window: MainWindow) -> QWidget:
    """The timeline and, on the same axis, the overview of the whole period."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.timeline, 1)
    column.addWidget(window.overview)
    return pane


def _whole(window: MainWindow) -> QWidget:
    whole = QWidget()
    whole.setObjectName("window")
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(window.topbar)
    layout.addWidget(_across(window), 1)
    return whole


def _across(window: MainWindow) -> QSplitter:
    across = QSplitter(Qt.Orientation.Horizontal)
    across.addWidget(_framed(window.filters, "left"))
    across.addWidget(_middle(window))
    across.addWidget(_framed(window.beside, "right"))
    across.setStretchFactor(1, 1)
    across.setHandleWidth(1)
    across.setSizes([LEFT, window.width() - LEFT - RIGHT, RIGHT])
    return across


def _middle(window: MainWindow) -> QWidget:
    views = QSplitter(Qt.Orientation.Vertical)
    views.addWidget(window.map)
    views.addWidget(window.panes)
    views.setStretchFactor(0, MAP)
    views.setStretchFactor(1, TIMELINE)
    views.setChildrenCollapsible(False)
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if window.hints_wanted:
        column.addWidget(_hints(window))
    column.addWidget(window.chips)
    column.addWidget(views, 1)
    return middle


def _framed(widget: QWidget, name: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(name)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget)
    return frame
