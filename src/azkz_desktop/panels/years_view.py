"""The table of five states by years as it is seen and touched."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from azkz_desktop.painting.letters import grown
from azkz_desktop.painting.rows import Index
from azkz_desktop.panels.parts import Look, PartsDelegate, PartsView
from azkz_desktop.panels.years_model import YearsModel
from azkz_desktop.view.tokens import Theme

YEAR = 64
"""Pixels of the column of years; the states share the rest."""
NARROWEST = 120
PAD = 7


class YearsDelegate(PartsDelegate):
    """What is told in ink, silence in italics; the row `now` is of the last year until today."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, PAD, parent)
        self.now: int | None = None

    def is_chosen(self, index: Index) -> bool:
        """Whether what is told here is chosen."""
        told = _model(index).told(index)
        return told is not None and told.focus == self.focus

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A line above each year."""
        if not _model(index).rows[index.row()].part:
            painter.setPen(QColor(self.theme.hairline))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())

    def look(self, index: Index) -> Look:
        """The year of the moment is bold; where the documents are silent it is said in italics."""
        theme = self.theme
        if not index.column():
            now = index.row() == self.now
            return Look(theme.accent if now else theme.secondary, bold=now)
        silent = _model(index).told(index) is None
        return Look(theme.secondary if silent else theme.ink, italic=silent)


class YearsView(PartsView):
    """Arrows go from cell to cell, Enter chooses, Ctrl+C copies the cell."""

    copied = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = YearsDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setAccessibleName(self.tr("The Caspian by years"))
        self.verticalHeader().setMinimumSectionSize(18)

    def fit(self) -> None:
        """Share the width among the states, and make the rows as high as their words need."""
        states = self.model().columnCount() - 1 if self.model() is not None else 0
        if not states:
            return
        year = grown(YEAR)
        width = max((self.viewport().width() - year) // states, grown(NARROWEST))
        self.setColumnWidth(0, year)
        for column in range(1, states + 1):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            self.copied.emit(str(self.currentIndex().data()))
        else:
            super().keyPressEvent(event)


def _model(index: Index) -> YearsModel:
    model = index.model()
    assert isinstance(model, YearsModel)  # noqa: S101 - the panel gives it
    return model
