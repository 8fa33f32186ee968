"""Saved views in their dialog: kept, opened, renamed, deleted and brought back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.saved import SavedViewsDialog, saved_words
from azkz_desktop.panels.saved_list import LINES_ROLE
from azkz_desktop.panels.saved_pictures import SIZE, picture_of, picture_path, shrunk
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.saved import SavedView, SavedViews
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp

CASPIAN = ViewState(filter=Filter(themes=("caspian",)), moment="2003-05-14")


@pytest.fixture
def store(library: Library) -> Store:
    return library.store(ViewState(filter=Filter(themes=("energy",))))


@pytest.fixture
def saved(tmp_path: Path) -> SavedViews:
    made = SavedViews(tmp_path)
    made.save("Қазақ мұнайы", ViewState())
    made.save("The Caspian divided", CASPIAN)
    return made


def blue() -> QPixmap:
    picture = QPixmap(1440, 700)
    picture.fill(QColor("#0000ff"))
    return picture


def refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.fixture
def dialog(put_up: PutUp, store: Store, library: Library, saved: SavedViews) -> SavedViewsDialog:
    return put_up(SavedViewsDialog(store, library, LIGHT, saved, blue))


def names(dialog: SavedViewsDialog) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def mark(dialog: SavedViewsDialog, name: str) -> None:
    dialog.list.setCurrentRow(names(dialog).index(name))
    dialog.list.setFocus()


def test_views_are_listed_with_what_they_filter(dialog: SavedViewsDialog) -> None:
    assert names(dialog) == ["The Caspian divided", "Қазақ мұнайы"]
    lines = dialog.list.item(0).data(LINES_ROLE)
    assert lines[0] == "The Caspian"
    assert lines[1].startswith("saved on ")
    assert dialog.list.item(1).data(LINES_ROLE)[0] == "all events"


def test_a_name_is_proposed_from_what_is_shown(dialog: SavedViewsDialog, store: Store) -> None:
    assert dialog.name.text() == "Oil and gas"
    store.change(replace(store.state, focus=Focus("event", "btc-opens")), "choose")
    assert dialog.proposed_name().startswith("Baku–Tbilisi–Ceyhan")


def test_what_is_shown_is_kept_with_its_picture(
    dialog: SavedViewsDialog, store: Store, saved: SavedViews, qtbot: QtBot
) -> None:
    dialog.name.setText("  Oil  ")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    view = next(one for one in saved.all() if one.name == "Oil")
    assert view.state == store.state
    assert picture_path(view).is_file()
    shown = picture_of(view, LIGHT).toImage()
    assert (shown.width(), shown.height()) == (2 * SIZE.width(), 2 * SIZE.height())
    assert shown.pixelColor(10, 10).name() == "#0000ff"
    assert dialog.list.currentItem().text() == "Oil"
    assert "is saved" in dialog.said.text()


def test_a_name_that_is_taken_says_what_will_happen(dialog: SavedViewsDialog) -> None:
    dialog.name.setText("New")
    assert dialog.keep.text() == "Save this view"
    dialog.name.setText("The Caspian divided")
    assert dialog.keep.text() == "Replace it"
    dialog.name.setText(" ")
    assert not dialog.keep.isEnabled()
    dialog.save()
    assert len(names(dialog)) == 2


def test_enter_opens_a_view_and_undo_goes_back(
    dialog: SavedViewsDialog, store: Store, qtbot: QtBot
) -> None:
    before = store.state
    mark(dialog, "The Caspian divided")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert store.state == CASPIAN
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert store.history.undo_name == "Open “The Caspian divided”"
    store.undo()
    assert store.state == before


def test_a_view_of_other_data_is_not_opened_and_says_why(
    dialog: SavedViewsDialog, store: Store, saved: SavedViews
) -> None:
    before = store.state
    saved.save("Elsewhere", ViewState(filter=Filter(places=("atlantis",))))
    dialog.refresh("Elsewhere")
    dialog.open_view.click()
    assert store.state == before
    assert "was not opened" in dialog.said.text()
    assert "atlantis" in dialog.said.text()


def test_a_view_is_renamed(dialog: SavedViewsDialog, saved: SavedViews) -> None:
    dialog.list.item(0).setText("Sea of five")
    assert [view.name for view in saved.all()] == ["Sea of five", "Қазақ мұнайы"]
    assert dialog.list.currentItem().text() == "Sea of five"


def test_a_name_that_another_view_has_is_refused(
    dialog: SavedViewsDialog, saved: SavedViews
) -> None:
    dialog.list.item(0).setText("Қазақ мұнайы")
    assert "already a view" in dialog.said.text()
    assert names(dialog) == ["The Caspian divided", "Қазақ мұнайы"]
    assert len(saved.all()) == 2


def test_what_is_deleted_can_be_brought_back_with_its_picture(
    dialog: SavedViewsDialog, saved: SavedViews, qtbot: QtBot
) -> None:
    dialog.name.setText("Oil")
    dialog.save()
    (oil,) = (view for view in saved.all() if view.name == "Oil")
    mark(dialog, "Oil")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert "Oil" not in names(dialog)
    assert not oil.path.exists()
    assert not picture_path(oil).exists()
    assert dialog.undo.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Oil" in names(dialog)
    assert picture_of(oil, LIGHT).toImage().pixelColor(10, 10).name() == "#0000ff"
    dialog.bring_back()
    assert names(dialog).count("Oil") == 1


def test_a_view_that_cannot_be_deleted_stays_and_it_is_said(
    dialog: SavedViewsDialog, saved: SavedViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saved, "delete", refuse)
    mark(dialog, "The Caspian divided")
    dialog.delete()
    assert "Permission denied" in dialog.said.text()
    assert names(dialog) == ["The Caspian divided", "Қазақ мұнайы"]
    assert len(saved.all()) == 2


def test_what_cannot_be_brought_back_can_be_tried_again(
    dialog: SavedViewsDialog, saved: SavedViews, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(dialog, "The Caspian divided")
    dialog.delete()
    with monkeypatch.context() as broken:
        broken.setattr(saved, "restore", refuse)
        dialog.bring_back()
    assert "Permission denied" in dialog.said.text()
    assert dialog.undo.isVisible()
    dialog.bring_back()
    assert "The Caspian divided" in names(dialog)
    assert next(one.state for one in saved.all() if one.name == "The Caspian divided") == CASPIAN


def test_an_empty_folder_says_what_a_saved_view_is(
    put_up: PutUp, store: Store, library: Library, tmp_path: Path
) -> None:
    made = SavedViewsDialog(store, library, LIGHT, SavedViews(tmp_path / "none"), blue)
    put_up(made)
    assert made.nothing.isVisible()
    assert not made.list.isVisible()
    assert not made.open_view.isEnabled()
    made.delete()
    made.bring_back()


def test_a_damaged_file_is_told_of(dialog: SavedViewsDialog, tmp_path: Path) -> None:
    (tmp_path / "views" / "bad.azkzview").write_text("{")
    dialog.refresh()
    assert "was put aside" in dialog.said.text()


def test_a_folder_that_cannot_be_written_is_said(
    put_up: PutUp, store: Store, library: Library, tmp_path: Path
) -> None:
    (tmp_path / "views").write_text("a file in the way")
    made = SavedViewsDialog(store, library, LIGHT, SavedViews(tmp_path), blue)
    put_up(made)
    made.save()
    assert "not written" in made.said.text()


def test_a_view_without_a_picture_shows_an_empty_page(saved: SavedViews, qtbot: QtBot) -> None:
    (first, *_) = saved.all()
    assert picture_of(first, LIGHT).toImage().pixelColor(20, 20).name() == LIGHT.paper.lower()
    picture_path(first).write_bytes(b"no picture")
    assert picture_of(first, LIGHT).width() == 2 * SIZE.width()


def test_a_picture_is_cut_not_squeezed(qtbot: QtBot) -> None:
    tall = QPixmap(300, 2000)
    tall.fill(QColor("#00ff00"))
    assert shrunk(tall).size() == SIZE * 2


def test_a_date_that_is_none_is_left_out(saved: SavedViews) -> None:
    (first, *_) = saved.all()
    assert saved_words(first)
    assert saved_words(SavedView("x", "yesterday", ViewState(), first.path)) == ""
