"""The table's menus: which columns are shown, what it is sorted by. Values in, values out."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QMenu, QWidget

from azkz_desktop.panels.table_columns import COLUMNS, column_title
from azkz_desktop.panels.table_order import toggled
from azkz_desktop.translation import translate
from azkz_desktop.view.state import TableLook

SetLook = Callable[[TableLook, str], None]
"""Sets the table up anew; the text names the change for the undo menu."""


def with_column(look: TableLook, column: str) -> TableLook:
    """*look* with one more column, behind those that the menu lists before it."""
    order = list(COLUMNS)
    before = [
        place
        for place, shown in enumerate(look.columns)
        if shown in COLUMNS and order.index(shown) < order.index(column)
    ]
    at = before[-1] + 1 if before else 0
    return replace(look, columns=(*look.columns[:at], column, *look.columns[at:]))


def without_column(look: TableLook, column: str) -> TableLook:
    """*look* without a column; the last one stays."""
    kept = tuple(one for one in look.columns if one != column)
    return replace(look, columns=kept) if kept else look


def fill_columns_menu(menu: QMenu, look: TableLook, set_look: SetLook) -> None:
    """List every column with a mark on those that are shown."""
    menu.clear()
    for column in COLUMNS:
        entry = menu.addAction(column_title(column))
        entry.setCheckable(True)
        entry.setChecked(column in look.columns)
        entry.setEnabled(look.columns != (column,))
        change = without_column if column in look.columns else with_column
        entry.triggered.connect(
            _setter(set_look, change(look, column), translate("TableMenus", "Columns of the table"))
        )
    menu.addSeparator()
    usual = menu.addAction(translate("TableMenus", "The usual columns"))
    usual.triggered.connect(
        _setter(
            set_look,
            replace(look, columns=TableLook().columns),
            translate("TableMenus", "Columns of the table"),
        )
    )


def column_menu(parent: QWidget, look: TableLook, column: str, set_look: SetLook) -> QMenu:
    """What can be done with one column, and the list of all."""
    menu = QMenu(parent)
    title = column_title(column)
    if COLUMNS[column].sorts:
        for further, words in (
            (False, translate("TableMenus", "Sort by “%s”")),
            (True, translate("TableMenus", "Sort by “%s” too")),
        ):
            sort = replace(look, sort=toggled(look.sort, column, further=further))
            entry = menu.addAction(words % title)
            entry.triggered.connect(
                _setter(set_look, sort, translate("TableMenus", "Sort the table"))
            )
        menu.addSeparator()
    hide = menu.addAction(translate("TableMenus", "Hide “%s”") % title)
    hide.setEnabled(len(look.columns) > 1)
    hide.triggered.connect(
        _setter(
            set_look, without_column(look, column), translate("TableMenus", "Columns of the table")
        )
    )
    fill_columns_menu(menu.addMenu(translate("TableMenus", "Columns")), look, set_look)
    return menu


def _setter(set_look: SetLook, look: TableLook, name: str) -> Callable[[], None]:
    return lambda: set_look(look, name)
