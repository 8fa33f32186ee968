"""The detail panel: the chosen thing, what each document says of it, and what is around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.painting.later import Later
from azkz_desktop.painting.letters import Letters, LetterSize
from azkz_desktop.painting.symbols import symbol_icon
from azkz_desktop.panels.claims import ClaimsTable
from azkz_desktop.panels.flow import FlowLayout
from azkz_desktop.panels.labels import LinkLabel, ShorteningButton, wrapped
from azkz_desktop.panels.pages import DetailPage, Group, Link
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Change, Store

__all__ = ["DetailPanel", "LinkLabel", "wrapped"]

SIDES = 18 + 16 + 8
"""Pixels beside and between the buttons."""
PageOf = Callable[[Focus], DetailPage | None]


class DetailPanel(QScrollArea):
    """Shows the page of what the view's focus names, or what to do when nothing is chosen.

    The page of another choice is made on later turns of the event loop.
    """

    page_shown = Signal()

    def __init__(self, store: Store, page_of: PageOf) -> None:
        super().__init__()
        self._store, self._page_of = store, page_of
        self._letters = LetterSize()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Detail"))
        self.copy = QPushButton(self.tr("Copy") + "  ▾")
        self.copy.setObjectName("copy")
        self.copy.setAccessibleName(self.tr("Copy"))
        self.page: DetailPage | None = None
        self.show_on_map = QPushButton(self.tr("Show on map"))
        self._buttons: QHBoxLayout | None = None
        self._row: int | None = None
        self._left_out: QLabel | None = None
        self.later = Later(self)
        self.show_page()
        store.subscribe(self._on_change)

    def offer_copies(self, citations: Sequence[QAction], others: Sequence[QAction]) -> None:
        """Put the actions that copy into the button's menu, citations first."""
        menu = QMenu(self.copy)
        menu.addActions(citations)
        menu.addSeparator()
        menu.addActions(others)
        self.copy.setMenu(menu)

    def _on_change(self, change: Change) -> None:
        if change.old.focus != change.new.focus:
            self.later.plan(self._making())
        elif change.filter_changed and self._left_out is not None:
            self._left_out.setVisible(self._is_left_out())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Make the page anew where letters have another size: what fits beside what is another."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self.later.plan(self._making())

    def _is_left_out(self) -> bool:
        """Whether the chosen event is not among those that the filter lets through."""
        return self._row is not None and self._row not in self._store.selection.rows

    def show_page(self) -> None:
        """Show the page of the focus anew, now."""
        self.later.cancel()
        for _ in self._making():
            pass

    def _making(self) -> Iterator[None]:
        """The page of the focus in steps; until the last one the page before it stays."""
        focus = self._store.state.focus
        page = self._page_of(focus) if focus is not None else None
        yield
        body = QWidget(self.viewport())  # in its place: what is moved there gets its style twice
        body.hide()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(18, 16, 16, 16)
        layout.setSpacing(10)
        left_out = None
        if page is None:
            self._nothing_chosen(layout)
        else:
            left_out = self._left_out_words()
            layout.addWidget(left_out)
            self._told(layout, page)
            yield
            for group in page.groups:
                self._group(layout, group)
        yield
        width = self.viewport().width()
        body.resize(width, max(layout.heightForWidth(width), 1))
        layout.activate()
        yield
        self._turn_to(page, body, layout, left_out)

    def _turn_to(
        self,
        page: DetailPage | None,
        body: QWidget,
        layout: QVBoxLayout,
        left_out: QLabel | None,
    ) -> None:
        """Show *body*, laid out by *layout*, in the place of the page before."""
        # A link that is followed by keyboard goes with its page: the panel keeps the keyboard.
        listening = self.window().focusWidget()
        had_keyboard = listening is not None and self.isAncestorOf(listening)
        self.page, self._left_out = page, left_out
        self._row = page.row if page is not None else None
        if left_out is not None:
            left_out.setVisible(self._is_left_out())
        # The page that goes may be the one whose link is being followed: it must outlive this.
        if (old := self.takeWidget()) is not None:
            old.deleteLater()
        self._add_buttons(layout, page)
        layout.addStretch(1)
        self.setWidget(body)
        if had_keyboard:
            self.setFocus()
        self.page_shown.emit()

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

    def _left_out_words(self) -> QLabel:
        words = self.tr("The filter leaves this event out: it is not on the timeline now.")
        label = wrapped(words, "hint")
        label.hide()
        return label

    def _told(self, layout: QVBoxLayout, page: DetailPage) -> None:
        """What is said of the chosen thing itself."""
        self._head(layout, page)
        if page.summary:
            layout.addWidget(wrapped(page.summary))
        if page.disagreements:
            layout.addWidget(self._disagreement(page.disagreements))
        if page.claims:
            layout.addWidget(self._heading(page.claims_heading))
            layout.addWidget(ClaimsTable(page.claims, self._link))
        if page.witnesses:
            layout.addWidget(wrapped(page.witnesses, "secondary"))

    def _add_buttons(self, layout: QVBoxLayout, page: DetailPage | None) -> None:
        """The two buttons go from page to page."""
        for button in (self.copy, self.show_on_map):
            button.setParent(None)
        self._buttons = None
        if page is None:
            return
        self._buttons = buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        for button, useful in ((self.copy, True), (self.show_on_map, page.placed)):
            buttons.addWidget(button)
            button.setVisible(useful)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Side by side where they have room, else one below the other."""
        ways, buttons = QHBoxLayout.Direction, (self.copy, self.show_on_map)
        needed = sum(button.sizeHint().width() for button in buttons) + SIDES
        tight = Letters.factor > 1 and needed > self.viewport().width()
        if self._buttons is not None:
            self._buttons.setDirection(ways.TopToBottom if tight else ways.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The buttons share the width anew."""
        super().resizeEvent(event)
        self._fit_buttons()

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
        below = "  ·  ".join(part for part in (page.date, page.where) if part)
        if below:
            head.addWidget(wrapped(below, "secondary"))
        layout.addLayout(head)
        if page.actors:
            layout.addWidget(self._pills(page.actors))

    def _pills(self, links: tuple[Link, ...]) -> QWidget:
        box = QWidget()
        flow = FlowLayout(box)
        for link in links:
            pill = ShorteningButton(link.text)
            pill.setObjectName("pill")
            pill.setToolTip(link.text)
            pill.setAccessibleName(link.text)
            pill.clicked.connect(self._follower(link))
            flow.addWidget(pill)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return box

    def _disagreement(self, sentences: tuple[str, ...]) -> QFrame:
        """All contradictions in one frame: the first behind the heading, each on its own lines."""
        frame = QFrame()
        frame.setObjectName("disagreement")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 9, 10, 9)
        inside.setSpacing(6)
        first, *others = sentences
        head = f"<b>{self.tr('The documents disagree.')}</b> {escape(first)}"
        for text in (head, *map(escape, others)):
            label = wrapped("")
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setText(text)
            inside.addWidget(label)
        return frame

    @staticmethod
    def _heading(text: str) -> QLabel:
        label = QLabel(text.upper())
        label.setObjectName("heading")
        label.setContentsMargins(0, 6, 0, 0)
        label.setWordWrap(True)
        return label

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
        if link.focus is None:
            return wrapped(f"{link.note}  {link.text}" if link.note else link.text)
        label = LinkLabel(link.text)
        if link.note:
            quiet = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
            note = f"<span style='color:{quiet}'>{escape(link.note)}</span>"
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setText(f"{note}&nbsp; {escape(link.text)}")
            label.setAccessibleName(f"{link.note}  {link.text}")
        label.followed.connect(self._follower(link))
        return label

    def _follower(self, link: Link) -> Callable[[], None]:
        def follow() -> None:
            state = self._store.state
            self._store.change(replace(state, focus=link.focus), self.tr("Choose"))

        return follow
