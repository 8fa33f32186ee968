"""The list of figures that can run under the lanes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.records import Claim, Observation, Series
from azkz_desktop.figures.topic_list import ID
from azkz_desktop.panels.bands import MOST, BandsDialog, by_topic, summary
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store
from tests.shown import PutUp


@pytest.fixture
def dialog(put_up: PutUp, store: Store, library: Library) -> BandsDialog:
    return put_up(BandsDialog(store, library))


def items(dialog: BandsDialog) -> list[QListWidgetItem]:
    return list(dialog.figures.items())


def ids(dialog: BandsDialog) -> list[str]:
    return [item.data(ID) for item in items(dialog)]


def tick(dialog: BandsDialog, series_id: str) -> None:
    item = next(item for item in items(dialog) if item.data(ID) == series_id)
    on = item.checkState() == Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)


def test_every_series_is_listed_what_is_shown_first(dialog: BandsDialog, library: Library) -> None:
    assert ids(dialog)[0] == "trade-az-kz-total"
    assert items(dialog)[0].checkState() == Qt.CheckState.Checked
    assert sorted(ids(dialog)) == sorted(one.id for one in by_topic(library))
    assert "2005–2022 · million USD" in items(dialog)[0].text()


def test_a_tick_puts_a_figure_under_the_lanes_and_undo_takes_it_off(
    dialog: BandsDialog, store: Store
) -> None:
    tick(dialog, "census-azerbaijanis-in-kazakhstan")
    assert list(store.state.bands) == ["trade-az-kz-total", "census-azerbaijanis-in-kazakhstan"]
    assert ids(dialog)[:2] == list(store.state.bands)
    tick(dialog, "trade-az-kz-total")
    assert list(store.state.bands) == ["census-azerbaijanis-in-kazakhstan"]
    store.undo()
    store.undo()
    assert store.state.bands == ViewState().bands


def test_words_find_figures_by_name_topic_and_unit(qtbot: QtBot, dialog: BandsDialog) -> None:
    qtbot.keyClicks(dialog.figures.field, "census azerbaijanis")
    assert "census-azerbaijanis-in-kazakhstan" in ids(dialog) or not ids(dialog)
    dialog.figures.field.setText("containers")
    assert "titr-containers" in ids(dialog)
    dialog.figures.field.setText("no such thing")
    assert ids(dialog) == []
    assert dialog.note.text() == "No figures are called so."


def test_return_takes_the_first_that_is_found(
    qtbot: QtBot, dialog: BandsDialog, store: Store
) -> None:
    dialog.figures.field.setText("Azerbaijanis in Kazakhstan, official")
    qtbot.keyClick(dialog.figures.field, Qt.Key.Key_Return)
    assert "census-azerbaijanis-in-kazakhstan" in store.state.bands
    assert dialog.isVisible()


def test_when_there_is_room_for_no_more_it_is_said(
    qtbot: QtBot, store: Store, library: Library
) -> None:
    six = tuple(one.id for one in by_topic(library)[:MOST])
    store.change(replace(store.state, bands=six), "six")
    dialog = BandsDialog(store, library)
    qtbot.addWidget(dialog)
    assert "no more" in dialog.note.text()
    usable = [item for item in items(dialog) if item.flags() & Qt.ItemFlag.ItemIsEnabled]
    assert [item.data(ID) for item in usable] == list(six)


def test_a_series_of_one_year_and_one_without_dates_are_summed_up() -> None:
    claim = Claim(1, "akiner2012", "", None, None, "", "", "", None, False, "")

    def of(*edtfs: str) -> Series:
        numbers = tuple(Observation("s", edtf, 5.0, "actual", claim) for edtf in edtfs)
        return Series("s", "S", "a", None, None, "km", numbers)

    assert summary(of("2015")) == "1 number, 2015 · km"
    assert summary(of("2005/..", "2001-05")).endswith("2001–2005 · km")
