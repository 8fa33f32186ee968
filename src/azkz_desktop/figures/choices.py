"""The list of figures by topic, beside the one that is shown."""

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtWidgets import QLabel, QListWidgetItem

from azkz_desktop.dataset.records import Series
from azkz_desktop.figures.catalogue import Figure, spoken, topic_word
from azkz_desktop.figures.topic_list import ID, Line, TopicList


class FigureList(TopicList):
    """Click or Enter shows a figure; the one that is shown is marked."""

    def __init__(self) -> None:
        super().__init__(self.tr("Find a figure"))
        self._shown = ""
        self.nothing = QLabel(self.tr("No figure is called so."))
        self.nothing.setObjectName("secondary")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.column.setContentsMargins(12, 8, 6, 8)
        self.column.setSpacing(6)
        self.column.insertWidget(1, self.nothing)
        self.column.addStretch(0)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)

    def show_figures(self, figures: tuple[Figure, ...], series: Mapping[str, Series]) -> None:
        """List *figures* (by topic), which have their series among *series*."""
        by_topic = groupby(figures, lambda figure: figure.topic)
        self.show_groups(
            [(topic_word(topic), [_line(one, series) for one in own]) for topic, own in by_topic]
        )

    def fill(self) -> None:
        """List what has the words of the field, or say that nothing has."""
        super().fill()
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self.mark(self._shown)

    def mark(self, figure: str) -> None:
        """Mark the figure that is shown."""
        self._shown = figure
        item = next((item for item in self.items() if item.data(ID) == figure), None)
        self.list.setCurrentRow(-1 if item is None else self.list.row(item))

    def _take(self, item: QListWidgetItem) -> None:
        if item.data(ID):
            self.taken.emit(item.data(ID))


def _line(figure: Figure, series: Mapping[str, Series]) -> Line:
    names = [series[one].name for one in figure.series]
    tip = "\n".join(names) if len(names) > 1 else figure.title
    return Line(figure.id, figure.title, spoken(figure, series), tip)
