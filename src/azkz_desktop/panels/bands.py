"""Which figures run under the timeline's lanes: every series by topic, to tick and to search in."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dataset.fold import fold
from azkz_desktop.dataset.records import Series
from azkz_desktop.dates.edtf import parse
from azkz_desktop.figures.catalogue import TOPICS, topic_of, topic_word
from azkz_desktop.figures.topic_list import ID, Group, Line, TopicList
from azkz_desktop.measures.words import scale_of, unit_words
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store

SPACE = 10
"""Pixels between field, list and words."""
MOST = 6
"""So many figures at the most: more would leave no room for the lanes."""


class BandsDialog(QDialog):
    """A field, and below it the series that have its words; a tick is seen at once."""

    def __init__(self, store: Store, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._series = [_line(one) for one in by_topic(library)]
        self.setWindowTitle(self.tr("Figures under the lanes"))
        self.figures = TopicList(self.tr("Find figures"))
        self.figures.column.setSpacing(SPACE)
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
        layout.setSpacing(SPACE)
        for widget in (self.figures, self.note, buttons):
            layout.addWidget(widget)
        layout.setStretchFactor(self.figures, 1)
        self.resize(520, 600)
        self.figures.taken.connect(self._toggle)
        self.figures.field.textChanged.connect(self._tell)
        self.figures.list.itemChanged.connect(self._ticked)
        self._fill()
        self.figures.field.setFocus()

    def _fill(self) -> None:
        """What is shown comes first, then every topic with its series."""
        shown = self._store.state.bands
        full = len(shown) >= MOST
        on = [one._replace(ticked=True) for _, one in self._series if one.id in shown]
        on.sort(key=lambda one: shown.index(one.id))
        groups: list[Group] = [(self.tr("Under the lanes now"), on)]
        for topic in TOPICS:
            others = [one for own, one in self._series if own == topic and one.id not in shown]
            off = [one._replace(ticked=False, usable=not full) for one in others]
            groups.append((topic_word(topic), off))
        self.figures.show_groups(groups)
        self._tell()

    def _tell(self) -> None:
        if not self.figures.list.count():
            self.note.setText(self.tr("No figures are called so."))
        elif len(self._store.state.bands) >= MOST:
            self.note.setText(self.tr("There is room for no more: take one off first."))
        else:
            self.note.setText(
                self.tr("Bars are years or parts of them, points are counts, lines several years.")
            )

    def _ticked(self, item: QListWidgetItem) -> None:
        self._show(item.data(ID), on=item.checkState() == Qt.CheckState.Checked)

    def _toggle(self, series_id: str) -> None:
        self._show(series_id, on=series_id not in self._store.state.bands)

    def _show(self, series_id: str, *, on: bool) -> None:
        """Let a series run under the lanes, or take it off."""
        state = self._store.state
        bands = tuple(one for one in state.bands if one != series_id)
        bands += (series_id,) if on else ()
        self._store.change(replace(state, bands=bands), self.tr("Figures under the lanes"))
        bar = self.figures.list.verticalScrollBar()
        place = bar.value()
        self._fill()
        bar.setValue(place)


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


def _line(series: Series) -> tuple[str, Line]:
    """A series' topic and its line; it is found by its name, its topic, its unit."""
    topic = topic_of(series)
    spoken = fold(f"{series.name} {topic_word(topic)} {series.unit}")
    return topic, Line(series.id, f"{series.name}\n{summary(series)}", spoken)
