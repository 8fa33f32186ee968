"""What each document says, as a table where it fits, else line by line."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from azkz_desktop.painting.letters import Letters
from azkz_desktop.panels.labels import wrapped
from azkz_desktop.panels.pages import ClaimRow, Link

ROOM, LEAST = 280, 240
"""Pixels of width that the detail panel gives at its usual width, and at its least one.

With larger letters the panel is wider where the window lets it: not to rely on.
"""
GAP = 10
LinkMaker = Callable[[Link], QLabel]


class ClaimsTable(QWidget):
    """Document, value and place of each claim, and the remarks on it below.

    Three columns where every value fits on one line and no word is cut; otherwise the value
    over the whole width, and below it who says so and where.
    """

    def __init__(self, rows: Sequence[ClaimRow], link: LinkMaker) -> None:
        super().__init__()
        self._link = link
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        self.in_columns = self._fits(rows)
        line = self._head(rows) if self.in_columns else 0
        for row in rows:
            line = self._claim(line, row)

    def _fits(self, rows: Sequence[ClaimRow]) -> bool:
        return sum(self._widths(rows)) + 2 * GAP <= _room()

    def _widths(self, rows: Sequence[ClaimRow]) -> tuple[int, int, int]:
        """The least width of each column in which no word is cut and no value broken."""
        document = max(self._longest_word(row.document.text) for row in rows)
        where = max(self._longest_word(row.where) for row in rows)
        return document + 4, self._value_width(rows), where + 2

    def _longest_word(self, text: str) -> int:
        return max((self.fontMetrics().horizontalAdvance(word) for word in text.split()), default=0)

    def _value_width(self, rows: Sequence[ClaimRow]) -> int:
        metrics = [QFontMetrics(self._value(row).font()) for row in rows]
        pairs = zip(metrics, rows, strict=True)
        return max(metric.horizontalAdvance(row.value) for metric, row in pairs) + 4

    def _head(self, rows: Sequence[ClaimRow]) -> int:
        words = (self.tr("Document"), self.tr("Says"), self.tr("Where"))
        for column, word in enumerate(words):
            self._grid.addWidget(wrapped(word, "secondary"), 0, column)
        for column, width in enumerate(self._widths(rows)):
            self._grid.setColumnMinimumWidth(column, width)
        return 1

    def _claim(self, line: int, row: ClaimRow) -> int:
        rule = QFrame()
        rule.setObjectName("rule")
        self._grid.addWidget(rule, line, 0, 1, 3)
        line = self._columns(line + 1, row) if self.in_columns else self._lines(line + 1, row)
        for remark in row.remarks:
            self._grid.addWidget(wrapped(remark, "small"), line, 0, 1, 3)
            line += 1
        return line

    def _columns(self, line: int, row: ClaimRow) -> int:
        for column, label in enumerate((self._link(row.document), self._value(row), _where(row))):
            self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignTop)
        return line + 1

    def _lines(self, line: int, row: ClaimRow) -> int:
        link, where = self._link(row.document), _where(row)
        where.setObjectName("secondary")
        self._grid.addWidget(self._value(row), line, 0, 1, 3)
        both = self.fontMetrics().horizontalAdvance(f"{row.document.text}    {row.where}")
        if both > _room():
            self._grid.addWidget(link, line + 1, 0, 1, 3)
            self._grid.addWidget(where, line + 2, 0, 1, 3)
            return line + 3
        beside = QHBoxLayout()
        beside.setSpacing(GAP)
        for label in (link, where):
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
            beside.addWidget(label)
        beside.addStretch(1)
        self._grid.addLayout(beside, line + 1, 0, 1, 3)
        return line + 2

    def _value(self, row: ClaimRow) -> QLabel:
        value = wrapped(row.value)
        if row.preferred:
            font = value.font()
            font.setBold(True)
            value.setFont(font)
            value.setToolTip(
                self.tr("Shown first: most documents stand behind it, or it is most precise")
            )
        return value


def _room() -> int:
    return LEAST if Letters.factor > 1 else ROOM


def _where(row: ClaimRow) -> QLabel:
    label = wrapped(row.where)
    label.setToolTip(row.where_full)
    return label
