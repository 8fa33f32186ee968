"""Which figures run under the timeline's lanes: every series by topic, to tick and to search in."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dataset.fold import fold
from azkz_desktop.dataset.records import Series
from azkz_desktop.dates.edtf import parse
from azkz_desktop.figures.catalogue import TOPICS, topic_of, topic_word
from azkz_desktop.measures.words import scale_of, unit_words
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store

ID = Qt.ItemDataRole.UserRole
MOST = 6
"""So many figures at the most: more would leave no room for the lanes."""


class BandsDialog(QDialog):
    """A field, and below it the series that have its words; a tick is seen at once."""

    def __init__(self, store: Store, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._series = by_topic(library)
        self.setWindowTitle(self.tr("Figures under the lanes"))
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find figures"))
        self.field.setAccessibleName(self.tr("Find figures"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Figures"))
        self.list.setStyleSheet("QListWidget::item { padding: 3px 4px; }")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = QLabel()
        self.note.setObjectName("secondary")
        self.note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        # Return in the field takes a figure; it must not press a button.
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)
        close.setDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        for widget in (self.field, self.list, self.note, buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        self.resize(520, 600)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take_first)
        self.list.itemChanged.connect(self._ticked)
        self._fill()
        self.field.setFocus()

    def _fill(self) -> None:
        """What is shown comes first, then every topic with its series that are called so."""
        words = fold(self.field.text()).split()
        shown = self._store.state.bands
        self.list.blockSignals(True)
        self.list.clear()
        found = [one for one in self._series if all(word in _spoken(one) for word in words)]
        on = [one for one in found if one.id in shown]
        self._group(self.tr("Under the lanes now"), sorted(on, key=lambda one: shown.index(one.id)))
        for topic in TOPICS:
            others = [one for one in found if one.id not in shown and topic_of(one) == topic]
            self._group(topic_word(topic), others)
        self.list.blockSignals(False)
        self._tell(found)

    def _tell(self, found: list[Series]) -> None:
        full = len(self._store.state.bands) >= MOST
        if not found:
            self.note.setText(self.tr("No figures are called so."))
        elif full:
            self.note.setText(self.tr("There is room for no more: take one off first."))
        else:
            self.note.setText(
                self.tr("Bars are years or parts of them, points are counts, lines several years.")
            )

    def _group(self, title: str, series: list[Series]) -> None:
        if not series:
            return
        heading = QListWidgetItem(title.upper())
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setPixelSize(11)
        font.setBold(True)
        heading.setFont(font)
        self.list.addItem(heading)
        full = len(self._store.state.bands) >= MOST
        for one in series:
            on = one.id in self._store.state.bands
            item = QListWidgetItem(f"{one.name}\n{summary(one)}")
            item.setData(ID, one.id)
            usable = Qt.ItemFlag.ItemIsEnabled if on or not full else Qt.ItemFlag.NoItemFlags
            item.setFlags(usable | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _ticked(self, item: QListWidgetItem) -> None:
        self._show(item.data(ID), on=item.checkState() == Qt.CheckState.Checked)

    def _show(self, series_id: str, *, on: bool) -> None:
        """Let a series run under the lanes, or take it off."""
        state = self._store.state
        bands = tuple(one for one in state.bands if one != series_id)
        bands += (series_id,) if on else ()
        self._store.change(replace(state, bands=bands), self.tr("Figures under the lanes"))
        place = self.list.verticalScrollBar().value()
        self._fill()
        self.list.verticalScrollBar().setValue(place)

    def _take_first(self) -> None:
        """Return in the field ticks the first series that is found."""
        items = (self.list.item(row) for row in range(self.list.count()))
        first = next((item for item in items if item.data(ID)), None)
        if first is not None and first.flags() & Qt.ItemFlag.ItemIsEnabled:
            on = first.checkState() == Qt.CheckState.Checked
            self._show(first.data(ID), on=not on)


def by_topic(library: Library) -> list[Series]:
    """Every series with numbers, by topic, those of many numbers first."""
    told = (one for one in library.dataset.series().values() if one.observations)
    return sorted(
        told, key=lambda one: (TOPICS.index(topic_of(one)), -len(one.observations), fold(one.name))
    )


def summary(series: Series) -> str:
    """How many numbers there are, of which years, in which unit."""
    spans = [parse(one.edtf) for one in series.observations]
    days = [day for span in spans for day in (span.start_earliest, span.end_latest) if day]
    unit = unit_words(series.unit, scale_of(one.value for one in series.observations))
    words = translate("Bands", "%n number(s)", len(series.observations))
    if not days:
        return f"{words} · {unit}"
    first, last = (_year(day) for day in (min(days), max(days)))
    years = first if first == last else f"{first}–{last}"
    return f"{words}, {years} · {unit}"


def _year(day: int) -> str:
    return str(date.fromordinal(min(max(day, 1), date.max.toordinal())).year)


def _spoken(series: Series) -> str:
    """What a series can be found by: its name, its topic, its unit."""
    return fold(f"{series.name} {topic_word(topic_of(series))} {series.unit}")
