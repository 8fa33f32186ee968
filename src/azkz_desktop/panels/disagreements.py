"""Who disagrees: every contradiction of the file in one list, each a click from its subject."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dataset.fold import fold
from azkz_desktop.panels.disagreements_rows import Row, Side, disagreement_rows
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("subject", "first", "second", "sentence")
SHARES = (26, 22, 22, 30)
"""How the width is shared by the columns."""
PARTS_ROLE = Qt.ItemDataRole.UserRole
"""A cell as its first words and what stands small below them."""
PAD = 9
ALL_AT_ONCE = 400
"""Rows whose height is fitted to their words; of more, each gets the same."""
_NONE = QModelIndex()


class DisagreementModel(QAbstractTableModel):
    """A row a disagreement: about what, what one says, what the other, in a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The disagreements that are listed, from top to bottom."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        """List *rows*."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802
        """Four."""
        return 0 if parent.isValid() else len(COLUMNS)

    def title(self, column: str) -> str:
        """The heading of a column."""
        return {
            "subject": self.tr("About"),
            "first": self.tr("One says"),
            "second": self.tr("The other says"),
            "sentence": self.tr("In a sentence"),
        }[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == PARTS_ROLE:
            return self._parts(row, column, whole=False)
        parts = self._parts(row, column, whole=True)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(part for part in parts if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = ", ".join(part for part in parts if part)
            return f"{self.title(COLUMNS[index.column()])}: {told}"
        return None

    @staticmethod
    def _parts(row: Row, column: str, *, whole: bool) -> tuple[str, str]:
        if column == "subject":
            return row.subject, f"{row.type} · {row.field}"
        if column == "sentence":
            return row.sentence, ""
        side: Side = getattr(row, column)
        where = side.where if whole else side.short_where
        return side.value, "\n".join(part for part in (side.document, where) if part)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class DisagreementDelegate(QStyledItemDelegate):
    """Paints a cell in lines: what is said, and small below it who says so and where."""

    FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.focus: Focus | None = None

    def height(self, metrics: QFontMetrics, parts: tuple[str, str], width: int) -> int:
        """The pixels that a cell of *width* pixels needs."""
        return 2 * PAD + sum(self._room(metrics, part, width) for part in parts if part)

    def _room(self, metrics: QFontMetrics, text: str, width: int) -> int:
        return metrics.boundingRect(0, 0, width - 2 * PAD, 10_000, self.FLAGS, text).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its words need in the column's width."""
        view = self.parent()
        assert isinstance(view, QTableView)  # noqa: S101 - the panel makes it so
        width = view.columnWidth(index.column())
        return QSize(width, self.height(option.fontMetrics, index.data(PARTS_ROLE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, rect = self.theme, option.rect
        model = index.model()
        assert isinstance(model, DisagreementModel)  # noqa: S101 - the panel gives it
        chosen = model.rows[index.row()].focus == self.focus
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
        if index.column() == 0:
            bar = QRect(rect.left(), rect.top() + 4, 3, rect.height() - 9)
            painter.fillRect(bar, QColor(theme.disagreement))
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._words(painter, option, index, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, chosen: bool
    ) -> None:
        room = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        head, below = index.data(PARTS_ROLE)
        font = option.font
        font.setBold(chosen and index.column() == 0)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.accent if index.column() == 0 else self.theme.ink))
        painter.drawText(room, self.FLAGS, head)
        if below:
            room.setTop(room.top() + self._room(option.fontMetrics, head, option.rect.width()))
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(QColor(self.theme.secondary))
            painter.drawText(room, self.FLAGS, below)


class DisagreementView(QTableView):
    """Up and down move, Enter chooses; the columns share the width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = DisagreementDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Disagreements"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(76)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width, and make the rows as high as their words need."""
        width = self.viewport().width()
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, width * share // 100)
        if self.model() is not None and self.model().rowCount() <= ALL_AT_ONCE:
            self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter activates on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class DisagreementsPanel(QWidget):
    """Every disagreement of the file; a click or Enter shows its subject in all views."""

    def __init__(self, store: Store, library: Library, theme: Theme) -> None:
        super().__init__()
        self._store, self._library = store, library
        self._all: tuple[Row, ...] | None = None
        self.told = QLabel(self.tr("Reading what the documents disagree about…"))
        self.told.setObjectName("secondary")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find among them"))
        self.field.setAccessibleName(self.tr("Find among the disagreements"))
        self.field.setMaximumWidth(260)
        self.model = DisagreementModel(self)
        self.view = DisagreementView(theme)
        self.view.setModel(self.model)
        self.setFocusProxy(self.view)
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 7, 12, 7)
        bar.addWidget(self.told, 1)
        bar.addWidget(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        self.field.textChanged.connect(self._fill)
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        store.subscribe(self._on_change)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The list is made when it is first shown, after the panel has been painted."""
        super().showEvent(event)
        if self._all is None:
            QTimer.singleShot(0, self, self.read)
        else:
            self._show_focus()

    def read(self) -> None:
        """Read the disagreements of the file, once."""
        if self._all is None:
            self._all = disagreement_rows(self._library)
            self._fill()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and change.old.focus != change.new.focus:
            self._show_focus()

    def _fill(self) -> None:
        every = self._all or ()
        words = fold(self.field.text()).split()
        found = tuple(row for row in every if row.has(words))
        self.model.show(found)
        self.view.fit()
        if not every:
            self.told.setText(self.tr("The documents of this file contradict each other nowhere."))
        elif words:
            text = self.tr("%1 of %n disagreement(s)", "", len(every))
            self.told.setText(text.replace("%1", str(len(found))))
        else:
            self.told.setText(self.tr("%n disagreement(s) between the documents", "", len(every)))
        self._show_focus()

    def _show_focus(self) -> None:
        focus = self._store.state.focus
        self.view.cells.focus = focus
        self.view.viewport().update()
        current = self.view.currentIndex()
        if current.isValid() and self.model.rows[current.row()].focus == focus:
            return
        place = next((n for n, row in enumerate(self.model.rows) if row.focus == focus), None)
        if place is None:
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self.model.index(place, 0))

    def _choose(self, index: QModelIndex) -> None:
        focus = self.model.rows[index.row()].focus
        state = replace(self._store.state, focus=focus)
        self._store.change(state, self.tr("Choose a disagreement"))
