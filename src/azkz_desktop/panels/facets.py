"""One facet of the filter as a list of choices, each with how many events it would leave."""

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dataset.fold import fold
from azkz_desktop.painting.letters import is_about_letters
from azkz_desktop.panels.choices import Choice, ChoiceDelegate, FacetModel
from azkz_desktop.translation import translate
from azkz_desktop.view.tokens import Theme

__all__ = ["Choice", "ChoiceDelegate", "ChoiceView", "FacetList", "FacetModel"]

SHOWN = 10


class ChoiceView(QListView):
    """The list itself: click, Space or Enter takes and leaves a choice."""

    toggled = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(ChoiceDelegate(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._toggle)

    def _toggle(self, index: QModelIndex) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        if choice is not None:
            self.toggled.emit(choice.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space and Enter choose; the arrows move."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its rows are with the present letters."""
        super().changeEvent(event)
        if is_about_letters(event) and self.model() is not None:
            self.fit()

    def fit(self) -> None:
        """As high as its rows: the panel scrolls, not the list."""
        rows = self.model().rowCount()
        height = self.sizeHintForRow(0) if rows else 0
        self.setFixedHeight(rows * height + 2 * self.frameWidth())


class FacetList(QWidget):
    """A facet: heading, choices, and for a long one a field to find among all of them.

    The heading folds it; what is chosen stays in sight all the same.
    """

    toggled = Signal(str)
    unfolded = Signal()
    """All choices are about to be listed."""

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None = None, *, folded: bool = False
    ) -> None:
        super().__init__(parent)
        self._title, self._folded = title, folded
        self._choices: tuple[Choice, ...] = ()
        self._order: dict[str, int] = {}
        self._has_extra = False
        self.outdated = True
        """Whether the counts are those of an earlier view."""
        self.heading = QPushButton()
        self.heading.setObjectName("fold")
        self.heading.clicked.connect(lambda: self.fold(not self._folded))
        self.extra = QWidget()
        self.extra.hide()
        self.model = FacetModel(self)
        self.view = ChoiceView(theme, self)
        self.view.setModel(self.model)
        self.view.setAccessibleName(title)
        self.view.toggled.connect(self.toggled)
        self._make_finder(title)
        self._lay_out()
        self.set_title(title)
        self._refresh()

    def _make_finder(self, title: str) -> None:
        self.finder = QLineEdit()
        self.finder.setClearButtonEnabled(True)
        self.finder.setAccessibleName(self.tr("Find in %s") % title)
        self.finder.textChanged.connect(self._refresh)
        self.finder.hide()
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.clicked.connect(self._open_find)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self.heading, self.extra, self.finder, self.view, self.more):
            layout.addWidget(widget)
        for one, following in pairwise((self.heading, self.finder, self.view, self.more)):
            self.setTabOrder(one, following)

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """List *choices*. The first call fixes their order, by count: rows then stay put."""
        if not self._order:
            ranked = sorted(choices, key=lambda choice: (-choice.count, choice.name))
            self._order = {choice.id: place for place, choice in enumerate(ranked)}
        self._choices = tuple(
            sorted(choices, key=lambda choice: self._order.get(choice.id, len(self._order)))
        )
        self._refresh()

    def mark(self, chosen: Collection[str]) -> None:
        """Set the marks alone; counts and order stay as they are."""
        if all(one.chosen == (one.id in chosen) for one in self._choices):
            return
        self._choices = tuple(
            one if one.chosen == (one.id in chosen) else replace(one, chosen=not one.chosen)
            for one in self._choices
        )
        self._refresh()

    def keep_order(self, choices: tuple[Choice, ...]) -> None:
        """Fix the order of the rows to that of *choices*."""
        self._order = {choice.id: place for place, choice in enumerate(choices)}

    def set_title(self, title: str) -> None:
        """Another heading ("Actor · all of")."""
        self._title = title
        self.heading.setText(f"{'▸' if self._folded else '▾'}  {title.upper()}")
        said = self.tr("%s, folded") if self._folded else self.tr("%s, unfolded")
        self.heading.setAccessibleName(said % title)

    def add_extra(self, layout: QLayout) -> None:
        """Put *layout* between the heading and the choices."""
        self.extra.setLayout(layout)
        self.extra.setVisible(not self._folded)
        self._has_extra = True
        inside = [item.widget() for item in map(layout.itemAt, range(layout.count())) if item]
        order = (self.heading, *(one for one in inside if one is not None), self.finder)
        for one, following in pairwise(order):
            self.setTabOrder(one, following)

    @property
    def folded(self) -> bool:
        """Whether only the chosen ones are listed."""
        return self._folded

    def fold(self, folded: bool) -> None:
        """List the chosen ones only, or all again."""
        if not folded:
            self.unfolded.emit()
        self._folded = folded
        self.extra.setVisible(self._has_extra and not folded)
        if folded:
            self.finder.clear()
            self.finder.hide()
        self.set_title(self._title)
        self._refresh()

    def _open_find(self) -> None:
        self.finder.show()
        self.finder.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        wanted = fold(self.finder.text()) if self.finder.isVisibleTo(self) else ""
        if wanted:
            shown = tuple(one for one in self._choices if wanted in fold(one.name))[:40]
        else:
            shown = tuple(
                replace(one)
                for place, one in enumerate(self._choices)
                if one.chosen or (place < SHOWN and not self._folded)
            )
        self.model.show(shown)
        self.view.fit()
        self.view.setVisible(bool(shown))
        long = len(self._choices) > SHOWN and not self._folded
        self.more.setVisible(long and not self.finder.isVisibleTo(self))
        self.more.setText(translate("Facets", "Find among %n…", len(self._choices)))
