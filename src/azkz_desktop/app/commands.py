"""What the window does besides changing the view: export, open, copy, help.

Dialogs are imported when they are opened: the first paint does not wait for them.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtWidgets import QFileDialog, QMessageBox

from azkz_desktop.app.lane_commands import LaneCommands
from azkz_desktop.app.lettering import Present, change_size
from azkz_desktop.app.pace import next_pace, pace_words
from azkz_desktop.app.player import Player
from azkz_desktop.app.words import about_words, hit_note
from azkz_desktop.dates.days import iso
from azkz_desktop.dates.words import in_words
from azkz_desktop.painting.later import settle
from azkz_desktop.view.library import Library
from azkz_desktop.view.links import linked
from azkz_desktop.view.state import Focus, MapWindow, Span
from azkz_desktop.view.tokens import GROUP_OF_KIND

if TYPE_CHECKING:
    from azkz_desktop.app.window import MainWindow
    from azkz_desktop.panels.palette import Entry
    from azkz_desktop.query.search import Hit, Search

HITS = 30
"""How many things the palette lists at the most."""


class Commands(LaneCommands):
    """One method for each action that names the window's doing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.player = Player(window.store, window.library, self._in_sight, self)

    def _in_sight(self) -> Span:
        return self.window.timeline.layout_engine.span(self.window.store.state)

    @property
    def _library(self) -> Library:
        return self.window.library

    @cached_property
    def _search(self) -> "Search":
        from azkz_desktop.query.search import Search  # nobody searches before the first paint

        return Search(self._library.dataset)

    def undo(self) -> None:
        """Take the last change of view back."""
        self.window.store.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.window.store.redo()

    def close(self) -> None:
        """Close the window."""
        self.window.close()

    # Going to things

    def search(self) -> None:
        """Open the palette."""
        from azkz_desktop.panels.palette import Palette

        Palette(self.find, self.window.theme, self.window).exec()

    def find(self, text: str) -> "list[Entry]":
        """What the palette lists for *text*: things first, then commands; all of these at first."""
        hits = self._hits(text) if text else []
        return [self._entry(hit) for hit in hits] + self._commands(text)

    def _hits(self, text: str) -> "list[Hit]":
        """What is called *text*; of a copied link, the one thing that it names."""
        focus = linked(text)
        if focus is None:
            return self._search.find(text, HITS)
        found = self._search.find(focus.id, HITS)
        return [hit for hit in found if (hit.type, hit.id) == (focus.type, focus.id)]

    def _entry(self, hit: "Hit") -> "Entry":
        from azkz_desktop.panels.palette import Entry

        run = self._chooser(Focus(hit.type, hit.id))
        event = self._library.dataset.event(hit.id) if hit.type == "event" else None
        if event is None:
            return Entry(hit.name, hit_note(self._library, hit), run, glyph=hit.type)
        group = GROUP_OF_KIND[event.kind]
        return Entry(hit.name, in_words(event.edtf), run, group.shape, group.colour)

    def _commands(self, text: str) -> "list[Entry]":
        """The actions whose titles have all words of *text*, with their keys."""
        from azkz_desktop.panels.palette import Entry

        words = text.casefold().split()
        return [
            Entry(
                action.title,
                entry.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                or self.tr("command"),
                entry.trigger,
                glyph="command",
            )
            for action in self.window.table
            if (entry := self.window.entries[action.id]).isEnabled() and action.id != "go.search"
            if all(word in action.title.casefold() for word in words)
        ]

    def _chooser(self, focus: Focus) -> Callable[[], None]:
        def choose() -> None:
            store = self.window.store
            store.change(replace(store.state, focus=focus), self.tr("Search"))

        return choose

    def previous_event(self) -> None:
        """Choose the event before the chosen one, among those that are shown."""
        self._step(-1)

    def next_event(self) -> None:
        """Choose the event after the chosen one."""
        self._step(1)

    def _step(self, by: int) -> None:
        store = self.window.store
        focus = self._library.neighbour(store.selection.rows, store.state.focus, by)
        if focus is not None:
            store.change(replace(store.state, focus=focus), self.tr("Next event"))

    def show_on_map(self) -> None:
        """Bring the chosen thing's place into the map's middle."""
        store = self.window.store
        point = self._library.point_of(store.state.focus)
        if point is None:
            self._done(self.tr("The documents name no place for this."))
            return
        near = MapWindow(point[0], point[1], min(store.state.map.width_km, 1600.0))
        store.change(replace(store.state, map=near), self.tr("Show on map"))

    def fit_map(self) -> None:
        """Show on the map all that is chosen and that the filter lets through."""
        self.window.map.fit_selection()

    def to_filters(self) -> None:
        """Give the keyboard to the filters."""
        self.window.filters.kinds.view.setFocus()

    def to_map(self) -> None:
        """Give the keyboard to the map."""
        self.window.map.setFocus()

    def to_timeline(self) -> None:
        """Give the keyboard to the timeline."""
        self.window.timeline.setFocus()

    def to_detail(self) -> None:
        """Give the keyboard to the detail panel."""
        self.window.detail.setFocus()

    def play(self) -> None:
        """Let the moment walk through time, or stop it."""
        if not self.player.playing and not self.player.can_play:
            self._done(self.tr("One day is in sight: there is nothing to play. Zoom out first."))
            return
        self.player.toggle()
        if self.player.playing:
            self._tell_pace()

    def slower(self) -> None:
        """Play at the next slower speed."""
        self.play_in(str(next_pace(self.player.pace, -1)))

    def faster(self) -> None:
        """Play at the next faster speed."""
        self.play_in(str(next_pace(self.player.pace, 1)))

    def play_in(self, seconds: str) -> None:
        """Play what is in sight in so many *seconds*."""
        self.player.set_pace(int(seconds))
        self._tell_pace()

    def _tell_pace(self) -> None:
        self._done(pace_words(self.player.days_in_sight(), self.player.pace))

    # Saved views, help

    def saved_views(self) -> None:
        """Keep the view under a name, or go back to one that was kept."""
        from azkz_desktop.app.running import saved_views  # only when asked
        from azkz_desktop.panels.saved import SavedViewsDialog

        window = self.window
        saved = saved_views()
        SavedViewsDialog(
            window.store, window.library, window.theme, saved, self._picture, window
        ).exec()

    def fit_timeline(self) -> None:
        """Show on the timeline all events that pass the filter."""
        self.window.timeline.navigator.show_selection()

    def fit_to_chosen(self) -> None:
        """Show on the timeline all days of what is chosen."""
        if not self.window.timeline.navigator.zoom_to_chosen():
            self._done(self.tr("Nothing of what is chosen has a day on the timeline."))

    def moment_of_chosen(self) -> None:
        """Show the map on the first day of the chosen event, the last if only that is told."""
        store = self.window.store
        days = self._library.days_of(store.state.focus)
        if days is None:
            self._done(self.tr("What is chosen is no event with a known day: the moment stays."))
            return
        there = replace(store.state, moment=iso(days[0]))
        store.change(there, self.tr("Moment of the chosen event"))

    def choose_bands(self) -> None:
        """Ask which figures run under the timeline's lanes."""
        from azkz_desktop.panels.bands import BandsDialog  # only when asked

        BandsDialog(self.window.store, self.window.library, self.window).exec()

    def text_size(self, percent: str) -> None:
        """Write in *percent* of the normal size."""
        change_size(self.window, Present.size._replace(percent=int(percent)))

    def larger_text(self) -> None:
        """Write in the next larger size."""
        change_size(self.window, Present.size.stepped(1))

    def smaller_text(self) -> None:
        """Write in the next smaller size."""
        change_size(self.window, Present.size.stepped(-1))

    def colours(self, name: str) -> None:
        """Show everything in the colours of that *name*."""
        from azkz_desktop.app.colours import change_colours  # few ever do

        change_colours(self.window, name)

    def _picture(self) -> QPixmap:
        """The window as it looks once everything has followed."""
        settle(self.window)
        return self.window.grab()

    def questions(self) -> None:
        """Show the five guided questions beside the views."""
        self.window.beside.open()

    def show_shortcuts(self) -> None:
        """Show every shortcut."""
        from azkz_desktop.app.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.window.table, self.window).exec()

    def show_documents(self) -> None:
        """Say which documents the data are from."""
        from azkz_desktop.panels.documents import DocumentsDialog  # only when asked

        window = self.window
        DocumentsDialog(window.store, window.library, window).exec()

    def show_about(self) -> None:
        """Say what the program is and its licences."""
        QMessageBox.about(self.window, self.tr("About AzKz Explorer"), about_words(self._library))

    def open(self) -> None:
        """Ask for a database, a snapshot or a saved view and show it."""
        path, _ = QFileDialog.getOpenFileName(
            self.window,
            self.tr("Open"),
            str(Path.home()),
            self.tr(
                "Snapshots, views and databases (*.svg *.pdf *.png *.json *.db);;All files (*)"
            ),
        )
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Show the view inside *path*; a database opens in a window of its own."""
        from azkz_desktop.export.embed import read_snapshot  # only when asked

        try:
            state = read_snapshot(path).state
        except (OSError, ValueError) as error:
            self._failed(self.tr("This file was not opened."), str(error))
            return
        self.window.store.change(state, self.tr("Open a view"))
