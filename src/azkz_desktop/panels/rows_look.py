"""How every list of rows with headings looks: the table, the disagreements, the years."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView


def look_like_rows(view: QTableView) -> None:
    """Headings at the top alone, to the left and never pressed; no grid; Tab leaves the list."""
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    top = view.horizontalHeader()
    top.setHighlightSections(False)
    top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
