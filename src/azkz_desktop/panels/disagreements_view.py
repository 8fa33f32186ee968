"""The list of disagreements as it is seen and touched."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from azkz_desktop.painting.later import Later
from azkz_desktop.painting.letters import Letters, grown
from azkz_desktop.painting.rows import Index
from azkz_desktop.panels.disagreements_model import DisagreementModel
from azkz_desktop.panels.parts import Look, PartsDelegate, PartsView
from azkz_desktop.view.tokens import Theme

SHARES = (26, 22, 22, 30)
"""How the width is shared by the columns."""
PAD = 9
LEAST = 440
"""Pixels that larger letters grow from: with less width the list scrolls sideways."""
ALL_AT_ONCE = 400
"""Rows whose height is fitted to their words; of more, each gets the same."""


class DisagreementDelegate(PartsDelegate):
    """An amber bar before each row; its subject, in the colour of links, leads there."""

    def is_chosen(self, index: Index) -> bool:
        """Whether the row's subject is chosen."""
        model = index.model()
        assert isinstance(model, DisagreementModel)  # noqa: S101 - the panel gives it
        return model.rows[index.row()].focus == self.focus

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The bar, and a line below."""
        rect = option.rect
        if index.column() == 0:
            bar = QRect(rect.left(), rect.top() + 4, 3, rect.height() - 9)
            painter.fillRect(bar, QColor(self.theme.disagreement))
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def look(self, index: Index) -> Look:
        """The subject is bold when it is chosen."""
        if index.column() == 0:
            return Look(self.theme.accent, bold=self.is_chosen(index))
        return Look(self.theme.ink)


class DisagreementView(PartsView):
    """A row is chosen whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = DisagreementDelegate(theme, PAD, self)
        self.later = Later(self)
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Disagreements"))
        self.verticalHeader().setDefaultSectionSize(grown(76))

    def fit(self) -> None:
        """Share the width, and make the rows as high as their words need."""
        room = self.viewport().width()
        width = max(room, grown(LEAST) if Letters.factor > 1 else 0)
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            bars.ScrollBarAsNeeded if width > room else bars.ScrollBarAlwaysOff
        )
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, width * share // 100)
        if self.model() is not None and self.model().rowCount() <= ALL_AT_ONCE:
            self.later.plan(self._fitting())

    def _fitting(self) -> Iterator[None]:
        """Each row as high as its words need, those in sight first; what is chosen stays there."""
        count, first = self.model().rowCount(), max(self.rowAt(0), 0)
        for row in (*range(first, count), *range(first)):
            self.resizeRowToContents(row)
            yield
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
