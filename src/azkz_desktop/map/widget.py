"""The map among the views: it shows what the store holds, tells of it, and asks for changes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from azkz_desktop.map.banner import is_short, low_corner
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.canvas import MapCanvas
from azkz_desktop.map.furniture import MORE, notes
from azkz_desktop.map.hit import Hit
from azkz_desktop.map.marks import row_array
from azkz_desktop.map.scope_switch import ScopeSwitch
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.wording import Wording, as_html
from azkz_desktop.painting.letters import grown
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import LIGHT, Theme

if TYPE_CHECKING:
    from azkz_desktop.map.changes_dock import ChangesDock

PANEL, NARROWEST, STRIP = 248, 430, 28
"""Pixels of the list of changes beside two moments, of the map that it leaves at least, and of
the strip below a narrower map that opens it."""


class MapWidget(MapCanvas):
    """The Caspian and its neighbours as of the moment, or as of two."""

    def __init__(
        self,
        store: Store,
        source: MapSource,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
        basemap: Basemap | None = None,
    ) -> None:
        super().__init__(store, source, theme, parent, basemap)
        self.wording = Wording(self.layout_engine.things)
        self.setAccessibleName(self.tr("Map"))
        self.switch = ScopeSwitch(store, theme, self)
        self.changes: ChangesDock | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of *theme* from now on."""
        self.switch.set_theme(theme)
        if self.changes is not None:
            self.changes.set_theme(theme)
        super().set_theme(theme)
        self._place()  # with letters of another size these are as large as they need now

    # What lies on the map and beside it

    def plot_width(self) -> float:
        """Pixels that the map itself has: beside two moments stands what changed between them."""
        wide = float(self.width())
        if self.store.state.compare and self._has_room_beside():
            return wide - grown(PANEL)
        return wide

    def plot_height(self) -> float:
        """Pixels that the map has with its legend: below a narrow one a strip opens the changes."""
        high = float(self.height())
        if self.store.state.compare and not self._has_room_beside():
            return max(high - grown(STRIP), 1.0)
        return high

    def _has_room_beside(self) -> bool:
        return self.width() - grown(PANEL) >= NARROWEST

    def changed(self, change: Change) -> None:
        """Make room for what is beside the map before it is painted."""
        old, new = change.old, change.new
        if bool(old.compare) != bool(new.compare) or notes(old) != notes(new):
            self._place()
        super().changed(change)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the switch in its corner, and the list of changes at the side."""
        self._place()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The view may have changed while the map was hidden."""
        self._place()
        super().showEvent(event)

    def _place(self) -> None:
        wanted = bool(self.store.state.compare)
        if wanted and self.changes is None:
            # Most sessions compare no moments.
            from azkz_desktop.map.changes_dock import ChangesDock

            things = self.layout_engine.things
            self.changes = ChangesDock(self.store, things, self._theme, self)
        width = int(self.plot_width())
        if self.changes is not None:
            beside = grown(PANEL) if self._has_room_beside() else 0
            self.changes.place(self.size(), wanted=wanted, beside=beside, strip=grown(STRIP))
        plot = Box(0, 0, width, self.height())
        # On a narrow map the moment is said in fewer words.
        scale = self.fonts.scale
        # Larger letters take so much of a map that the switch comes up where no note stands.
        below = low_corner(scale, noted=scale == 1 or bool(notes(self.store.state)))
        self.switch.place(width, grown(190 if is_short(plot, scale) else 300), round(below))

    # Choosing

    def choose(self, focus: Focus | None) -> None:
        """Make *focus* what all views show, or nothing."""
        name = self.tr("Choose on the map") if focus else self.tr("Choose nothing")
        self.store.change(replace(self.store.state, focus=focus), name)

    def clicked(self, position: QPointF) -> None:
        """Choose what was clicked; come nearer to a bubble of several places."""
        found = self.at(position)
        if found.bubble is not None:
            self._open(found, position)
        elif found.rows:
            self.choose(Focus("event", self.source.ids(row_array(found.rows))[0]))
        elif (ref := found.chosen) is not None:
            self.choose(Focus(ref.type, ref.id))

    def _open(self, found: Hit, position: QPointF) -> None:
        """Several places: come nearer, that they part; one place: choose it."""
        places = found.bubble.places if found.bubble is not None else ()
        if len(places) == 1:
            self.choose(Focus("place", places[0]))
        else:
            self.zoom(2.2, position)

    def hover(self, position: QPointF) -> None:
        """Light up what is under the pointer, once it is known; events in all views."""
        self.update()
        if self.is_on_line(position):
            self._hovered = None
            self.store.pointed.point()
            self.setCursor(Qt.CursorShape.SplitHCursor)
            return
        if not self._stage.is_sharp(self.view()):
            return
        found = self.at(position)
        shape = Qt.CursorShape.PointingHandCursor if found.leads else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._hovered = found.refs[0] if found.refs and not found.rows else None
        self.store.pointed.point(found.rows)

    # Events

    def event(self, event: QEvent) -> bool:
        """The tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the pointer any more."""
        self._pointer, self._hovered = None, None
        self.store.pointed.point()
        self.update()
        super().leaveEvent(event)

    def _show_tooltip(self, position: QPoint, at: QPoint) -> None:
        state = self.view().states[self.side_at(QPointF(position))]
        text = as_html(self.wording.lines(self.at(QPointF(position)), state))
        text = text or self._legend_told(position)
        if text:
            QToolTip.showText(at, text, self)
        else:
            QToolTip.hideText()

    def _legend_told(self, position: QPoint) -> str:
        """The whole legend for the tooltip, where the strip under the pointer is folded."""
        furniture = self.furniture()
        is_folded = any(placed.entry.symbol == MORE for placed in furniture.legend)
        if not is_folded or position.y() < furniture.legend_box.top:
            return ""
        from azkz_desktop.map.legend_tip import legend_html  # not before it is pointed at

        stage = self._stage
        return legend_html(self.scene().legend, furniture, stage.painting, stage.ratio)
