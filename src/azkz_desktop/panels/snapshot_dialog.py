"""Asks what a snapshot shall show: which picture, its title, how large."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.lean import dataclass


@dataclass(frozen=True, slots=True)
class SnapshotChoice:
    """What was chosen: timeline, map or view; the format's ending; size in pixels; title."""

    what: str
    ending: str
    size: tuple[int, int]
    title: str


class SnapshotDialog(QDialog):
    """What, title, size and format of a snapshot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export snapshot"))
        self.what = _choice(
            ("timeline", self.tr("Timeline")),
            ("map", self.tr("Map")),
            ("view", self.tr("Map above timeline")),
        )
        self.ending = _choice(
            ("svg", self.tr("SVG: sharp at every size, text stays text")),
            ("pdf", self.tr("PDF: for print")),
            ("png", self.tr("PNG: for slides and messages")),
        )
        self.page = _choice(
            ((1600, 900), self.tr("Wide, 1600 × 900")),
            ((1200, 1600), self.tr("Upright, 1200 × 1600")),
            ((2400, 1350), self.tr("Large, 2400 × 1350")),
            ((1123, 794), self.tr("A4 across, 1123 × 794")),
        )
        self.heading = QLineEdit()
        self.heading.setPlaceholderText(self.tr("Azerbaijan and Kazakhstan: a timeline"))
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Picture"), self.what)
        form.addRow(self.tr("Title"), self.heading)
        form.addRow(self.tr("Page"), self.page)
        form.addRow(self.tr("Format"), self.ending)
        note = QLabel(
            self.tr(
                "The filter in words, the legend, the sources and the data version stand on it. "
                "The file carries the view inside and opens again as that view."
            )
        )
        note.setObjectName("secondary")
        note.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self.setMinimumWidth(440)

    def choice(self) -> SnapshotChoice:
        """What is chosen now."""
        return SnapshotChoice(
            self.what.currentData(),
            self.ending.currentData(),
            self.page.currentData(),
            self.heading.text().strip(),
        )


def _choice(*entries: tuple[object, str]) -> QComboBox:
    """A box to choose one of *entries* in: what it stands for, and its words."""
    box = QComboBox()
    for meant, words in entries:
        box.addItem(words, meant)
    return box
