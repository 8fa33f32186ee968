"""The places of the window: each is kept free with a quiet word until its view takes it."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.app.shares import Shares
from azkz_desktop.map import LEAST
from azkz_desktop.painting.letters import Letters, LetterSize, grown
from azkz_desktop.painting.shared_room import SharedRoom
from azkz_desktop.panels.style import LINE_MARGINS
from azkz_desktop.translation import translate

BRAND, ROOMY = 198, 1240
"""Pixels of the name as wide as the filters below it, and of a bar that has room for that."""
SEARCH = 330
"""Pixels of the search field where there is room."""


class Rooms(QWidget):
    """Search and buttons above; filters, the views and the detail side by side below.

    *panes* stand below the map from the beginning; *width* is the window's. `shares` are what
    a person left to each.
    """

    def __init__(self, width: int, panes: QWidget, shares: Shares | None = None) -> None:
        super().__init__()
        self.shares = shares or Shares()
        self._letters = LetterSize()
        self.setObjectName("window")
        self._kept: dict[str, QWidget] = {
            "topbar": _bar(roomy=width >= grown(ROOMY)),
            "chips": _line(),
            "filters": _Waiting(translate("Rooms", "Opening the filters…")),
            "map": _Waiting(translate("Rooms", "Opening the map…")),
            "panes": panes,
            "detail": _Waiting(translate("Rooms", "Opening the detail…")),
        }
        self._kept["map"].setMinimumSize(*LEAST)
        whole = _column(self)
        whole.addWidget(self._kept["topbar"])
        whole.addWidget(self._side_by_side(), 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room out anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._sides.share_out()

    def room(self, name: str) -> QSize:
        """How large the place is that is kept free, or the view that has taken it."""
        return self._kept[name].size()

    def put(self, name: str, widget: QWidget) -> None:
        """Give *widget* its place: topbar, filters, chips, map or detail."""
        waiting, self._kept[name] = self._kept[name], widget
        if waiting is self._views.widget(0):
            self._put_map(widget)
        else:
            around = waiting.parentWidget()
            layout = None if around is None else around.layout()
            assert layout is not None  # noqa: S101 - every other place is in one
            layout.replaceWidget(waiting, widget)
        widget.show()  # before the other goes: the layout would close the gap for a moment
        waiting.hide()
        waiting.deleteLater()

    def _put_map(self, widget: QWidget) -> None:
        """What lies below it stays where it is; Qt would share the room anew."""
        self._views.replaceWidget(0, widget)
        self._views.share_out()

    def put_above(self, widget: QWidget) -> None:
        """Set *widget* above the line of the chips, over all views."""
        self._middle.insertWidget(0, widget)

    def in_reading_order(self) -> None:
        """Let Tab lead from the top to the bottom and from left to right, and begin at the top.

        Qt would follow the order in which the views were made, and begin nowhere.
        """
        names = ("topbar", "filters", "chips", "map", "panes", "detail")
        chain = [one for name in names for one in _stops(self._kept[name])]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)
        if self.window().focusWidget() in (None, self.window()):
            chain[0].setFocus()

    def keyboard(self) -> tuple[str, int]:
        """The place that has the keyboard, and at which of its stops; no place: ("", 0)."""
        has = self.window().focusWidget()
        for name, part in self._kept.items():
            if has is not None and (has is part or part.isAncestorOf(has)):
                stops = self._shown_stops(name)
                return name, stops.index(has) if has in stops else 0
        return "", 0

    def give_keyboard(self, name: str, number: int) -> None:
        """Give it to the stop of that number in the place of that name, or the last one there."""
        stops = self._shown_stops(name) if name else []
        if stops:
            stops[min(number, len(stops) - 1)].setFocus()

    def _shown_stops(self, name: str) -> list[QWidget]:
        part = self._kept[name]
        return [one for one in _stops(part) if one.isVisibleTo(part)]

    def _side_by_side(self) -> QSplitter:
        self._sides = across = SharedRoom(Qt.Orientation.Horizontal, self._across)
        across.addWidget(_framed(self._kept["filters"], "left"))
        across.addWidget(self._middle_part())
        across.addWidget(_framed(self._kept["detail"], "right"))
        across.setHandleWidth(1)
        across.splitterMoved.connect(lambda _, handle: self._sides_moved(across.sizes(), handle))
        return across

    def _across(self, width: int) -> list[int]:
        return self.shares.across(width, Letters.factor)

    def _down(self, height: int) -> list[int]:
        return self.shares.down(height)

    def _sides_moved(self, sizes: list[int], handle: int) -> None:
        moved = {"left": sizes[0]} if handle == 1 else {"right": sizes[2]}
        self.shares = self.shares._replace(**moved)

    def _middle_part(self) -> QWidget:
        self._views = SharedRoom(Qt.Orientation.Vertical, self._down)
        self._views.addWidget(self._kept["map"])
        self._views.addWidget(self._kept["panes"])
        self._views.setChildrenCollapsible(False)
        self._views.splitterMoved.connect(self._map_moved)
        middle = QWidget()
        self._middle = _column(middle)
        self._middle.addWidget(self._kept["chips"])
        self._middle.addWidget(self._views, 1)
        return middle

    def _map_moved(self) -> None:
        upper, lower = self._views.sizes()
        self.shares = self.shares._replace(map=upper / (upper + lower))


class OverTime(QWidget):
    """The timeline and below it, on the same axis, the overview of the whole period.

    *height* pixels are kept free for the overview until it comes.
    """

    def __init__(self, timeline: QWidget, height: int) -> None:
        super().__init__()
        self._column = _column(self)
        self._strip = QWidget()
        self._strip.setFixedHeight(height)
        self._column.addWidget(timeline, 1)
        self._column.addWidget(self._strip)

    def put(self, overview: QWidget) -> None:
        """Give the overview its place."""
        self._column.replaceWidget(self._strip, overview)
        self._strip.hide()
        self._strip.deleteLater()


class _Waiting(QLabel):
    """A word in the middle of a place that is still empty."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setObjectName("secondary")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


def _bar(*, roomy: bool) -> QWidget:
    """As high as the bar of buttons, with its name and the search that cannot be used yet."""
    bar = QFrame()
    bar.setObjectName("topbar")
    layout = QHBoxLayout(bar)
    layout.setContentsMargins(14, 7, 14, 7)
    layout.setSpacing(8)
    brand, button = QLabel("AzKz Explorer"), QPushButton(translate("Rooms", "Opening…"))
    brand.setObjectName("brand")
    button.setObjectName("search")
    button.setEnabled(False)
    button.setFixedWidth(grown(SEARCH) if roomy else SEARCH)
    brand.setMinimumWidth(grown(BRAND) if roomy else 0)
    layout.addWidget(brand)
    layout.addWidget(button)
    layout.addStretch(1)
    return bar


def _line() -> QWidget:
    """As high as the line of the chips while nothing is filtered."""
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(*LINE_MARGINS)
    count, clear = QLabel(" "), QPushButton(" ")
    count.setObjectName("count")
    clear.setObjectName("link")
    clear.setEnabled(False)
    layout.addWidget(count, 1)
    layout.addWidget(clear)
    return line


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _framed(widget: QWidget, name: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(name)
    _column(frame).addWidget(widget)
    return frame


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops inside *part*, in the order in which it is laid out.

    Not along `nextInFocusChain`: PySide makes each widget that it gives the child of the one
    before, and what has been deleted takes the rest along.
    """
    own = [part] if part.focusPolicy() & Qt.FocusPolicy.TabFocus else []
    return own + [one for inner in _inside(part) for one in _stops(inner)]


def _inside(part: QWidget) -> list[QWidget]:
    """The widgets that *part* lays out, in their order."""
    from PySide6.QtWidgets import QScrollArea  # the first view has none: half a millisecond

    if isinstance(part, QScrollArea):
        return _there([part.widget()])
    if isinstance(part, QSplitter):
        return _there([part.widget(place) for place in range(part.count())])
    layout = part.layout()
    return [] if layout is None else _laid_out(layout)


def _there(widgets: list[QWidget | None]) -> list[QWidget]:
    return [one for one in widgets if one is not None]


def _laid_out(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += _laid_out(inner)
    return found
