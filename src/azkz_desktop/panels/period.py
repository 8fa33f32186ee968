"""The period of the filter: typed as dates, or taken by name from a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dates.days import EdtfError
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.panels.presets import Preset

Presets = Callable[[], Sequence[Preset]]


class PeriodFields(QWidget):
    """From and to, typed as dates; a wrong one is said in words and changes nothing."""

    def __init__(
        self, apply: Callable[[str | None, str | None], None], presets: Presets | None = None
    ) -> None:
        super().__init__()
        self._apply, self._presets = apply, presets or tuple
        self.start = self._field(self.tr("from"), self.tr("Period from"))
        self.end = self._field(self.tr("to"), self.tr("Period to"))
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.presets = self._menu_button()
        self.presets.setVisible(presets is not None)
        fields = QHBoxLayout()
        fields.setSpacing(6)
        for widget in (self.start, QLabel("–"), self.end, self.presets):
            fields.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(fields)
        layout.addWidget(self.wrong)

    def _field(self, words: str, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(name)
        field.setToolTip(self.tr("A year, a month or a day: 2005, 2005-05 or 2005-05-24"))
        field.editingFinished.connect(self._finish)
        return field

    def _menu_button(self) -> QPushButton:
        """Opens the menu of periods that have names."""
        button, menu = QPushButton("▾"), QMenu(self)
        button.setObjectName("presets")
        button.setAccessibleName(self.tr("Periods by name"))
        button.setToolTip(self.tr("Periods by name: presidencies, wars"))
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        """Only when it is opened first: nobody waits for it at the start."""
        if not menu.isEmpty():
            return
        menu.addAction(self.tr("Any time"), lambda: self._apply(None, None))
        group = ""
        for preset in self._presets():
            if preset.group != group:
                group = preset.group
                menu.addSeparator()
                menu.addAction(group).setEnabled(False)
            menu.addAction(preset.text, partial(self._apply, preset.start, preset.end))

    def show_period(self, start: str | None, end: str | None) -> None:
        """Put the filter's period into the fields."""
        self.start.setText(start or "")
        self.end.setText(end or "")
        self._say("")

    def _finish(self) -> None:
        start, end = self.start.text().strip() or None, self.end.text().strip() or None
        try:
            first = day_range(start)[0] if start else None
            last = day_range(end)[1] if end else None
        except EdtfError as error:
            self._say(str(error))
            return
        if first is not None and last is not None and first > last:
            self._say(self.tr("The period ends before it begins."))
            return
        self._say("")
        self._apply(start, end)

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
