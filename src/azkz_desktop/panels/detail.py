"""The detail panel: the chosen thing, what each document says of it, and what is around it."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.painting.symbols import symbol_icon
from azkz_desktop.panels.flow import FlowLayout
from azkz_desktop.panels.pages import ClaimRow, DetailPage, Group, Link
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Change, Store

LONG = 44
"""Letters: a longer value stands on lines of its own."""

PageOf = Callable[[Focus], DetailPage | None]


def wrapped(text: str, name: str = "") -> QLabel:
    """A label whose text breaks into lines and can be marked and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


class LinkLabel(QLabel):
    """Words that break into lines and lead somewhere, by mouse and by keyboard."""

    followed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("linklabel")
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Taken, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click follows."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.followed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space follow."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit()
        else:
            super().keyPressEvent(event)


class DetailPanel(QScrollArea):
    """Shows the page of what the view's focus names, or what to do when nothing is chosen."""

    def __init__(self, store: Store, page_of: PageOf) -> None:
        super().__init__()
        self._store, self._page_of = store, page_of
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Detail"))
        self.copy_citation = QPushButton(self.tr("Copy citation"))
        self.show_on_map = QPushButton(self.tr("Show on map"))
        self.show_page()
        store.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        if change.old.focus != change.new.focus:
            self.show_page()

    def show_page(self) -> None:
        """Show the page of the focus anew."""
        focus = self._store.state.focus
        page = self._page_of(focus) if focus is not None else None
        for button in (self.copy_citation, self.show_on_map):
            button.setParent(None)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(18, 16, 16, 16)
        layout.setSpacing(10)
        if page is None:
            self._nothing_chosen(layout)
        else:
            self._fill(layout, page)
        layout.addStretch(1)
        # The page that goes may be the one whose link is being followed: it must outlive this.
        if (old := self.takeWidget()) is not None:
            old.deleteLater()
        self.setWidget(body)

    def _nothing_chosen(self, layout: QVBoxLayout) -> None:
        layout.addWidget(wrapped(self.tr("Nothing is chosen"), "title"))
        layout.addWidget(
            wrapped(
                self.tr(
                    "Choose an event on the timeline, the map or with Ctrl+K, and what each "
                    "document says of it stands here."
                ),
                "secondary",
            )
        )

    def _fill(self, layout: QVBoxLayout, page: DetailPage) -> None:
        self._head(layout, page)
        if page.summary:
            layout.addWidget(wrapped(page.summary))
        for sentence in page.disagreements:
            layout.addWidget(self._disagreement(sentence))
        if page.claims:
            layout.addWidget(self._heading(page.claims_heading))
            layout.addWidget(self._claims(page.claims))
        if page.witnesses:
            layout.addWidget(wrapped(page.witnesses, "secondary"))
        for group in page.groups:
            self._group(layout, group)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        for button in (self.copy_citation, self.show_on_map):
            buttons.addWidget(button)
            button.show()
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def _head(self, layout: QVBoxLayout, page: DetailPage) -> None:
        line = QHBoxLayout()
        line.setSpacing(5)
        if page.shape:
            symbol = QLabel()
            symbol.setPixmap(symbol_icon(page.shape, page.colour).pixmap(QSize(14, 14)))
            line.addWidget(symbol)
        overline = QLabel(page.overline.upper())
        overline.setObjectName("heading")
        line.addWidget(overline)
        line.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(wrapped(page.title, "title"))
        where = " → ".join(place.text for place in page.places)
        head.addWidget(
            wrapped("  ·  ".join(part for part in (page.date, where) if part), "secondary")
        )
        layout.addLayout(head)
        if page.actors:
            layout.addWidget(self._pills(page.actors))

    def _pills(self, links: tuple[Link, ...]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for link in links:
            pill = QPushButton(link.text)
            pill.setObjectName("pill")
            pill.clicked.connect(self._follower(link))
            flow.addWidget(pill)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return box

    def _disagreement(self, sentence: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("disagreement")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 9, 10, 9)
        label = wrapped("")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(f"<b>{self.tr('The documents disagree.')}</b> {escape(sentence)}")
        inside.addWidget(label)
        return frame

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = QLabel(text.upper())
        label.setObjectName("heading")
        label.setContentsMargins(0, 6, 0, 0)
        return label

    def _claims(self, rows: tuple[ClaimRow, ...]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        for column, stretch in enumerate((13, 11, 11)):
            grid.setColumnStretch(column, stretch)
        line = 0
        if any(len(row.value) <= LONG for row in rows):
            words = (self.tr("Document"), self.tr("Says"), self.tr("Where"))
            for column, word in enumerate(words):
                grid.addWidget(wrapped(word, "secondary"), 0, column)
            line = 1
        for row in rows:
            line = self._claim(grid, line, row)
        return box

    def _claim(self, grid: QGridLayout, line: int, row: ClaimRow) -> int:
        rule = QFrame()
        rule.setObjectName("rule")
        grid.addWidget(rule, line, 0, 1, 3)
        value, where = self._value(row), wrapped(row.where)
        where.setToolTip(row.where_full)
        top = Qt.AlignmentFlag.AlignTop
        line += 1
        if len(row.value) > LONG:  # a sentence takes the whole width, its source a line below
            grid.addWidget(value, line, 0, 1, 3)
            line += 1
            grid.addWidget(where, line, 1, 1, 2, top)
        else:
            grid.addWidget(value, line, 1, top)
            grid.addWidget(where, line, 2, top)
        grid.addWidget(self._link(row.document), line, 0, top)
        for step, remark in enumerate(row.remarks, 1):
            grid.addWidget(wrapped(remark, "secondary"), line + step, 0, 1, 3)
        return line + len(row.remarks) + 1

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

    def _group(self, layout: QVBoxLayout, group: Group) -> None:
        layout.addWidget(self._heading(group.heading))
        box = QVBoxLayout()
        box.setSpacing(5)
        for link in group.links:
            line = QHBoxLayout()
            line.setSpacing(6)
            if link.shape:
                symbol = QLabel()
                symbol.setPixmap(symbol_icon(link.shape, link.colour).pixmap(QSize(14, 14)))
                line.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self._link(link), 1)
            box.addLayout(line)
        layout.addLayout(box)

    def _link(self, link: Link) -> QLabel:
        text = f"{link.note}  {link.text}" if link.note else link.text
        if link.focus is None:
            return wrapped(text)
        label = LinkLabel(text)
        label.followed.connect(self._follower(link))
        return label

    def _follower(self, link: Link) -> Callable[[], None]:
        def follow() -> None:
            state = self._store.state
            self._store.change(replace(state, focus=link.focus), self.tr("Choose"))

        return follow
