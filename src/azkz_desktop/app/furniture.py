"""Makes every view and puts it in its place, step by step: the timeline first, then the map.

Each step imports what it needs when it is taken: nobody waits for the filters to see the timeline.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from azkz_desktop.app.rooms import OverTime, Rooms
from azkz_desktop.app.stages import Step
from azkz_desktop.app.window import MainWindow

if TYPE_CHECKING:
    from azkz_desktop.panels.questions import QuestionsPanel

PANE_MODULES = {
    "table": ("azkz_desktop.panels.table",),
    "figures": ("azkz_desktop.export.picture_bytes", "azkz_desktop.figures.panel"),
    "disagreements": ("azkz_desktop.panels.disagreements",),
    "years": ("azkz_desktop.panels.years",),
}
"""What is imported for each pane, beside the window's work."""
READ_AHEAD = (
    *(module for modules in PANE_MODULES.values() for module in modules),
    "azkz_desktop.figures.plot",
    "azkz_desktop.query.search",
    "azkz_desktop.panels.palette",
    "azkz_desktop.panels.questions",
    "azkz_desktop.panels.documents",
    "azkz_desktop.panels.saved",
    "azkz_desktop.panels.snapshot_dialog",
    "azkz_desktop.export.snapshot",
    "azkz_desktop.app.shortcuts",
    "citeproc",
)
"""What is imported once the window is there and idle: nobody waits for it then."""
STRIP = 26
"""Pixels of the overview below the timeline, for the usual size of letters."""


def furnish(window: MainWindow) -> None:
    """Make all views of the window's library and store at once."""
    for step in steps(window):
        step.do()
    window.whole = True


def steps(window: MainWindow) -> list[Step]:
    """What makes the views one after the other; the first one shows the events over time."""
    return [
        Step("first_view", partial(_lay_out, window)),
        Step("overview", partial(_overview, window)),
        Step("ground", _ground),
        Step("map_drawn", partial(_draw_map, window)),
        Step("map", partial(_map, window)),
        Step("commands", partial(_commands, window)),
        Step("filters", partial(_filters, window)),
        Step("detail", partial(_detail, window)),
    ]


def _lay_out(window: MainWindow) -> QWidget:
    """All places, the timeline in its own, and what decides how high the others are."""
    from azkz_desktop.panels.panes import Panes
    from azkz_desktop.timeline.series import default_bands
    from azkz_desktop.timeline.widget import TimelineWidget

    library, store, theme = window.library, window.store, window.theme
    bands = default_bands(library.dataset)
    window.timeline = TimelineWidget(store, library, theme, bands, eras=lambda: library.eras)
    window.timeline.figures_asked.connect(lambda: window.command("choose_bands"))
    strip = round(STRIP * window.timeline.layout_engine.sizes.factor)
    window.over_time = OverTime(window.timeline, strip)
    window.panes = Panes(store, _panes(window), PANE_MODULES)
    window.rooms = Rooms(window.width(), window.panes, window.shares)
    if not store.state.filter.is_empty:
        _chips(window)
    if window.hints_wanted:
        window.rooms.put_above(_hints(window))
    window.menu_bar = window.menuBar()
    window.menu_bar.addAction(" ").setEnabled(False)  # as high as it will be
    window.fill_status_bar(" ", " ")
    window.setCentralWidget(window.rooms)
    return window.timeline if store.state.pane == "timeline" else window.panes


def _overview(window: MainWindow) -> QWidget:
    """The strip below the timeline, in the place that was kept for it."""
    from azkz_desktop.timeline.overview import OverviewStrip

    engine, fonts = window.timeline.layout_engine, window.timeline.fonts
    window.overview = OverviewStrip(window.store, engine, fonts, window.theme)
    window.over_time.put(window.overview)
    return window.overview


def _ground() -> None:
    """What takes longest of the map is imported on a turn of its own."""
    import azkz_desktop.map.widget  # noqa: F401


def _draw_map(window: MainWindow) -> Iterator[None]:
    """The map and its first picture, which takes longer than any other: in pieces.

    A window that is not shown has no size yet to draw it for: it is drawn when it is painted.
    """
    from azkz_desktop.map.widget import MapWidget

    window.map = MapWidget(window.store, window.library, window.theme)
    return window.map.first(window.rooms.room("map")) if window.isVisible() else iter(())


def _map(window: MainWindow) -> QWidget:
    window.rooms.put("map", window.map)
    return window.map


def _commands(window: MainWindow) -> QWidget:
    """Menus, the bar with its buttons, the chips, and the line at the foot."""
    from azkz_desktop.app.actions import actions
    from azkz_desktop.app.commands import Commands
    from azkz_desktop.app.menus import make_menus
    from azkz_desktop.app.topbar import TopBar
    from azkz_desktop.app.words import data_words, source_words

    window.commands = Commands(window)
    window.table = actions()
    window.menu_bar.clear()
    window.entries = make_menus(window, window.table, window.run_action)
    window.entries[f"colours.{window.colours}"].setChecked(True)
    window.topbar = TopBar(window.entries)
    player = window.commands.player
    window.topbar.show_pace(player.pace)
    player.changed.connect(lambda: window.topbar.show_playing(player.playing))
    player.changed.connect(lambda: window.topbar.show_pace(player.pace))
    window.rooms.put("topbar", window.topbar)
    if window.store.state.filter.is_empty or not hasattr(window, "chips"):
        _chips(window)
    window.fill_status_bar(data_words(window.library), source_words(window.library))
    return window.topbar


def _chips(window: MainWindow) -> None:
    from azkz_desktop.panels.chips import ChipBar
    from azkz_desktop.view.words import chips

    library = window.library
    window.chips = ChipBar(
        window.store, partial(chips, name_of=library.name_of), library.index.answer
    )
    window.rooms.put("chips", window.chips)


def _filters(window: MainWindow) -> QWidget:
    from azkz_desktop.panels.filters import FilterPanel
    from azkz_desktop.panels.presets import presets
    from azkz_desktop.query.sparks import Sparks

    library = window.library
    names = {facet: library.names(facet) for facet in ("actor", "place", "source")}
    span = library.opening_span()
    sparks = Sparks(library.columns, span.start, span.end, library.index.answer)
    window.filters = FilterPanel(
        window.store, library.columns, names, window.theme, partial(presets, library), sparks
    )
    window.rooms.put("filters", window.filters)
    return window.filters


def _detail(window: MainWindow) -> QWidget:
    from azkz_desktop.app.actions import CITATIONS, COPIES
    from azkz_desktop.app.beside import Beside
    from azkz_desktop.panels.detail import DetailPanel
    from azkz_desktop.panels.things import page_of

    window.detail = DetailPanel(window.store, partial(page_of, window.library))
    window.beside = Beside(window.store, window.detail, lambda: _questions(window))
    window.detail.offer_copies(
        [window.entries[one] for one in CITATIONS],
        [window.entries[one] for one in COPIES if one not in CITATIONS],
    )
    window.detail.show_on_map.clicked.connect(window.commands.show_on_map)
    window.rooms.put("detail", window.beside)
    window.rooms.in_reading_order()
    window.follow_store()
    return window.detail


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
        in_sight = window.timeline.layout_engine.span
        return FiguresPanel(window.store, window.library, window.theme, enclose, in_sight)

    def disagreements() -> QWidget:
        from azkz_desktop.panels.disagreements import DisagreementsPanel

        return DisagreementsPanel(window.store, window.library, window.theme)

    def years() -> QWidget:
        from azkz_desktop.panels.years import YearsPanel

        return YearsPanel(window.store, window.library, window.theme)

    return {
        "timeline": (window.tr("Timeline"), lambda: window.over_time),
        "table": (window.tr("Table"), table),
        "figures": (window.tr("Figures"), figures),
        "disagreements": (window.tr("Who disagrees"), disagreements),
        "years": (window.tr("The Caspian by years"), years),
    }


def _hints(window: MainWindow) -> QWidget:
    from azkz_desktop.app import running
    from azkz_desktop.panels.hints import HintsBar

    ask = partial(window.command, "questions")
    return HintsBar(window.store, window.library, window.theme, running.put_hints_away, ask)
