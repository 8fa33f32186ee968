"""The line above the views: how many events are shown, and the filter in words.

Where nothing is found, it says below which choice empties the filter and offers to take it off.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.panels.flow import FlowLayout
from azkz_desktop.panels.labels import ShorteningButton
from azkz_desktop.panels.style import LINE_MARGINS
from azkz_desktop.panels.ways_out import Chips, Empty, Way, why_empty
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.translation import grouped, translate
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.words import Chip

Show = Callable[[Filter, str], None]


class NothingFound(QFrame):
    """Why nothing is found, and a button for each way out."""

    def __init__(self, show: Show) -> None:
        super().__init__()
        self.setObjectName("nothing")
        self._show = show
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.ways = QWidget()
        self.ways.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self.ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 11)
        layout.setSpacing(8)
        layout.addWidget(self.why)
        layout.addWidget(self.ways)
        self.hide()

    def say(self, empty: Empty) -> None:
        """Show the sentence and the ways out."""
        self.why.setText(f"<b>{self.tr('Nothing found.')}</b> {empty.why}")
        self._flow.clear()
        for way in empty.ways:
            self._flow.addWidget(self._button(way))
        everything = QPushButton(self.tr("Clear the filter"))
        everything.setObjectName("link")
        everything.clicked.connect(lambda: self._show(Filter(), everything.text()))
        self._flow.addWidget(everything)
        self.ways.updateGeometry()

    def _button(self, way: Way) -> QPushButton:
        left = translate("Empty", "%n event(s)", way.count)
        button = ShorteningButton(way.text, f": {left}")
        button.clicked.connect(lambda: self._show(way.filter, way.text))
        return button


def keep_room(widget: QWidget) -> None:
    """Let *widget* keep its place while it is hidden.

    The first chip then makes the line no higher: map and timeline below would both be laid out
    and painted anew for six pixels.
    """
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


class ChipBar(QWidget):
    """`148 of 412 events`, a chip for each thing that is filtered, and a way to clear all.

    `answer` is the query; without it the bar cannot say why nothing is found.
    """

    def __init__(
        self, store: Store, chips: Chips, answer: Callable[[Filter], Selection] | None = None
    ) -> None:
        super().__init__()
        self._store, self._chips, self._answer = store, chips, answer
        self.count = QLabel()
        self.count.setObjectName("count")
        self.chips = QWidget()
        self.chips.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self.chips)
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setObjectName("link")
        keep_room(self.clear)
        self.clear.clicked.connect(lambda: self._show(Filter(), self.tr("Clear the filter")))
        self.nothing = NothingFound(self._show)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.count)
        line.addWidget(self.chips, 1)
        line.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*LINE_MARGINS)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.nothing)
        self._refresh()
        store.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change.filter_changed:
            self._refresh()

    def _show(self, wanted: Filter, name: str) -> None:
        self._store.change(replace(self._store.state, filter=wanted), name)

    def _refresh(self) -> None:
        selection, wanted = self._store.selection, self._store.state.filter
        words = translate("Chips", "<b>{shown}</b> of %n event(s)", selection.total)
        self.count.setText(words.format(shown=grouped(len(selection))))
        self._flow.clear()
        for chip in self._chips(wanted):
            self._flow.addWidget(self._button(chip))
        self.clear.setVisible(not wanted.is_empty)
        self.chips.updateGeometry()
        self._say_why()

    def _say_why(self) -> None:
        answer, wanted = self._answer, self._store.state.filter
        missing = answer is not None and not len(self._store.selection) and not wanted.is_empty
        if answer is not None and missing:
            self.nothing.say(why_empty(wanted, self._chips, lambda one: len(answer(one))))
        self.nothing.setVisible(missing)

    def _button(self, chip: Chip) -> QPushButton:
        button = ShorteningButton(chip.text, "  ✕")
        button.setObjectName("chip")
        button.setToolTip(self.tr("Take this off the filter"))
        button.setAccessibleName(self.tr("Take off: %s") % chip.text)
        button.clicked.connect(
            lambda: self._show(chip.without, self.tr("Take off: %s") % chip.text)
        )
        return button
