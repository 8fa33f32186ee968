"""The list of figures by topic, to choose from and to search in."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from azkz_desktop.dataset.records import Series
from azkz_desktop.figures.catalogue import Figure, found, topic_word

ID = Qt.ItemDataRole.UserRole


class FigureList(QWidget):
    """A field, and below it the figures that have its words, under the headings of their topics."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._figures: tuple[Figure, ...] = ()
        self._series: Mapping[str, Series] = {}
        self._shown = ""
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find a figure"))
        self.field.setAccessibleName(self.tr("Find a figure"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Figures"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet("QListWidget::item { padding: 3px 4px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(self.tr("No figure is called so."))
        self.nothing.setObjectName("secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 6, 8)
        layout.setSpacing(6)
        for widget in (self.field, self.nothing, self.list):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        layout.addStretch(0)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take_first)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def show_figures(self, figures: tuple[Figure, ...], series: Mapping[str, Series]) -> None:
        """List *figures*, which have their series among *series*."""
        self._figures, self._series = figures, series
        self._fill(self.field.text())

    def mark(self, figure: str) -> None:
        """Mark the figure that is shown."""
        self._shown = figure
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(ID) == figure:
                self.list.setCurrentItem(item)
                return
        self.list.setCurrentRow(-1)

    def _fill(self, text: str) -> None:
        self.list.clear()
        topic = ""
        for figure in found(self._figures, self._series, text):
            if figure.topic != topic:
                topic = figure.topic
                self._heading(topic_word(topic))
            self._entry(figure)
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self.mark(self._shown)

    def _heading(self, words: str) -> None:
        item = QListWidgetItem(words.upper())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setPixelSize(11)
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _entry(self, figure: Figure) -> None:
        item = QListWidgetItem(figure.title)
        item.setData(ID, figure.id)
        names = [self._series[one].name for one in figure.series]
        item.setToolTip("\n".join(names) if len(names) > 1 else figure.title)
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        figure = item.data(ID)
        if figure:
            self.chosen.emit(figure)

    def _take_first(self) -> None:
        items = (self.list.item(row) for row in range(self.list.count()))
        first = next((item for item in items if item.data(ID)), None)
        if first is not None:
            self._take(first)
