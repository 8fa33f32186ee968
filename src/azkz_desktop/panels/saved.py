"""Saved views: keep the view under a name, open it again, rename it, delete it, bring it back."""

from contextlib import suppress
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dates.words import day_in_words
from azkz_desktop.panels.saved_list import LINES_ROLE, SavedDelegate
from azkz_desktop.panels.saved_pictures import (
    SIZE,
    TakePicture,
    forget_picture,
    keep_picture,
    picture_of,
    shrunk,
)
from azkz_desktop.view.library import Library
from azkz_desktop.view.saved import LONGEST_NAME, SavedView, SavedViews
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import Theme
from azkz_desktop.view.words import filter_in_words

VIEW = Qt.ItemDataRole.UserRole
LONGEST_PROPOSAL = 60


def saved_words(view: SavedView) -> str:
    """The day on which *view* was saved, in words; empty where the file does not say."""
    with suppress(ValueError):
        return day_in_words(datetime.fromisoformat(view.saved).astimezone().toordinal())
    return ""


class SavedViewsDialog(QDialog):
    """The saved views with their pictures. Enter opens, F2 renames, Delete deletes, Ctrl+Z undoes.

    `picture` is asked for a picture of the window when a view is saved.
    """

    def __init__(
        self,
        store: Store,
        library: Library,
        theme: Theme,
        saved: SavedViews,
        picture: TakePicture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._library, self._theme = store, library, theme
        self._saved, self._picture = saved, picture
        self._deleted: tuple[SavedView, QPixmap] | None = None
        self.setWindowTitle(self.tr("Saved views"))
        self.resize(620, 520)
        self._make()
        self._lay_out()
        self._connect()
        self.refresh()
        self.name.setText(self.proposed_name())

    def _make(self) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("A name for what is shown now"))
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.keep = QPushButton()
        self.keep.setObjectName("primary")
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved views"))
        self.list.setIconSize(SIZE)
        self.list.setItemDelegate(SavedDelegate(self._theme, self.list))
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.nothing = QLabel(
            self.tr(
                "Nothing is saved yet. A saved view keeps the filter, the years, the map and "
                "what is chosen, under a name."
            )
        )
        self.nothing.setWordWrap(True)
        self.nothing.setObjectName("secondary")
        self.open_view = QPushButton(self.tr("Open"))
        self.rename_view = QPushButton(self.tr("Rename"))
        self.delete_view = QPushButton(self.tr("Delete"))
        self.close_button = QPushButton(self.tr("Close"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.undo = QPushButton(self.tr("Undo"))

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(self.keep)
        self.message = QFrame()
        line = QHBoxLayout(self.message)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.said, 1)
        line.addWidget(self.undo)
        self.message.hide()
        for button in (self.open_view, self.rename_view, self.delete_view):
            bottom.addWidget(button)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.message)
        layout.addLayout(bottom)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the list and the field

    def _connect(self) -> None:
        self.name.textChanged.connect(self._mark)
        self.name.returnPressed.connect(self.save)
        self.keep.clicked.connect(self.save)
        self.list.itemActivated.connect(self._open)
        self.list.itemChanged.connect(self._renamed)
        self.list.currentItemChanged.connect(self._mark)
        self.open_view.clicked.connect(lambda: self._open(self.list.currentItem()))
        self.rename_view.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.delete_view.clicked.connect(self.delete)
        self.close_button.clicked.connect(self.reject)
        self.undo.clicked.connect(self.bring_back)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list, self.delete,
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.list, self.bring_back,
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip

    def proposed_name(self) -> str:
        """What is shown now, in words: what is chosen, else what is filtered."""
        state = self._store.state
        if state.focus is not None and state.focus.type == "event":
            event = self._library.dataset.event(state.focus.id)
            if event is not None:
                return event.title[:LONGEST_PROPOSAL]
        words = filter_in_words(state.filter, self._library.name_of)
        return words[:1].upper() + words[1:LONGEST_PROPOSAL]

    # The list

    def refresh(self, current: str | None = None) -> None:
        """List the views as they lie in the folder; the one named *current* is marked."""
        views = self._saved.all()
        with QSignalBlocker(self.list):
            self.list.clear()
            for view in views:
                self.list.addItem(self._item(view))
                if view.name == current:
                    self.list.setCurrentRow(self.list.count() - 1)
        if self.list.currentItem() is None and views:
            self.list.setCurrentRow(0)
        self.nothing.setVisible(not views)
        self.list.setVisible(bool(views))
        if self._saved.problems:
            self.say(" ".join(self._saved.problems))
            self._saved.problems.clear()
        self._mark()

    def _item(self, view: SavedView) -> QListWidgetItem:
        item = QListWidgetItem(QIcon(picture_of(view, self._theme)), view.name)
        item.setData(VIEW, view)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        told = filter_in_words(view.state.filter, self._library.name_of)
        saved = saved_words(view)
        lines = (told, self.tr("saved on %s") % saved) if saved else (told,)
        item.setData(LINES_ROLE, lines)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, ", ".join(lines))
        item.setToolTip("\n".join((view.name, *lines)))
        return item

    def _mark(self) -> None:
        chosen = self.list.currentItem() is not None
        for button in (self.open_view, self.rename_view, self.delete_view):
            button.setEnabled(chosen)
        name = self.name.text().strip()
        taken = any(self.list.item(n).text() == name for n in range(self.list.count()))
        self.keep.setText(self.tr("Replace it") if taken else self.tr("Save this view"))
        self.keep.setEnabled(bool(name))

    def say(self, words: str, *, undo: bool = False) -> None:
        """Show a sentence below the list, with a way back where there is one."""
        self.said.setText(words)
        self.undo.setVisible(undo)
        self.message.show()

    # What a person does

    def save(self) -> None:
        """Keep what is shown now under the name in the field."""
        if not self.name.text().strip():
            return
        try:
            view = self._saved.save(self.name.text(), self._store.state)
        except (OSError, ValueError) as error:
            self.say(str(error))
            return
        keep_picture(view, shrunk(self._picture()))
        self.refresh(view.name)
        self.say(self.tr("“%s” is saved.") % view.name)

    def _open(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        view: SavedView = item.data(VIEW)
        try:
            self._store.change(view.state, self.tr("Open “%s”") % view.name)
        except ValueError as error:  # it filters by what this file does not have
            self.say(f"{self.tr('This view was not opened.')} {error}")
            return
        self.accept()

    def _renamed(self, item: QListWidgetItem) -> None:
        view: SavedView = item.data(VIEW)
        if item.text() == view.name:
            return
        try:
            view = self._saved.rename(view, item.text())
        except (OSError, ValueError) as error:
            self.say(str(error))
        self.refresh(view.name)

    def delete(self) -> None:
        """Delete the marked view; it can be brought back while the dialog is open."""
        if self.list.currentRow() < 0:
            return
        view: SavedView = self.list.currentItem().data(VIEW)
        self._deleted = view, picture_of(view, self._theme)
        try:
            self._saved.delete(view)
        except OSError as error:
            self.say(str(error))
            return
        forget_picture(view)
        self.refresh()
        self.say(self.tr("“%s” is deleted.") % view.name, undo=True)

    def bring_back(self) -> None:
        """Undo the last delete."""
        if self._deleted is None:
            return
        view, picture = self._deleted
        try:
            self._saved.restore(view)
        except OSError as error:
            self.say(str(error), undo=True)
            return
        keep_picture(view, picture)
        self._deleted = None
        self.refresh(view.name)
        self.say(self.tr("“%s” is back.") % view.name)
