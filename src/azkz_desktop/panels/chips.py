"""The line above the views: how many events are shown, and the filter in words."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from azkz_desktop.panels.flow import FlowLayout
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.words import Chip

Chips = Callable[[Filter], tuple[Chip, ...]]


class ChipBar(QWidget):
    """`148 of 412 events`, a chip for each thing that is filtered, and a way to clear all."""

    def __init__(self, store: Store, chips: Chips) -> None:
        super().__init__()
        self._store, self._chips = store, chips
        self.count = QLabel()
        self.count.setObjectName("count")
        self.chips = QWidget()
        self.chips.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self.chips)
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setObjectName("link")
        self.clear.clicked.connect(lambda: self._show(Filter(), self.tr("Clear the filter")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 7)
        layout.setSpacing(10)
        layout.addWidget(self.count)
        layout.addWidget(self.chips, 1)
        layout.addWidget(self.clear)
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
        self.count.setText(words.format(shown=len(selection)))
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for chip in self._chips(wanted):
            self._flow.addWidget(self._button(chip))
        self.clear.setVisible(not wanted.is_empty)
        self.chips.updateGeometry()

    def _button(self, chip: Chip) -> QPushButton:
        button = QPushButton(f"{chip.text}  ✕")
        button.setObjectName("chip")
        button.setToolTip(self.tr("Take this off the filter"))
        button.setAccessibleName(self.tr("Take off: %s") % chip.text)
        button.clicked.connect(
            lambda: self._show(chip.without, self.tr("Take off: %s") % chip.text)
        )
        return button
