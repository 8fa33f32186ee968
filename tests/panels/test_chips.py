from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.chips import ChipBar
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.store import Store
from azkz_desktop.view.words import chips
from tests.panels import small

WANTED = Filter(start="1990", end="2010", actors=(("azerbaijan",),))


@pytest.fixture
def store() -> Store:
    return small.store()


@pytest.fixture
def bar(qtbot: QtBot, store: Store) -> ChipBar:
    made = ChipBar(store, chips)
    qtbot.addWidget(made)
    made.resize(860, 40)
    made.show()
    return made


def buttons(bar: ChipBar) -> list[QPushButton]:
    return [
        one
        for one in bar.chips.findChildren(QPushButton)
        if one.objectName() == "chip" and one.isVisibleTo(bar)
    ]


def filter_by(store: Store, wanted: Filter) -> None:
    store.change(replace(store.state, filter=wanted), "filter")


def test_without_a_filter_all_are_counted_and_nothing_can_be_cleared(bar: ChipBar) -> None:
    assert bar.count.text() == "<b>5</b> of 5 events"
    assert not bar.clear.isVisible()


def test_each_part_of_the_filter_is_a_chip_that_can_be_taken_off(
    bar: ChipBar, store: Store, qtbot: QtBot
) -> None:
    filter_by(store, WANTED)
    assert bar.count.text().startswith("<b>3</b>")
    qtbot.waitUntil(lambda: len(buttons(bar)) == 2)
    buttons(bar)[0].click()
    assert store.state.filter == replace(WANTED, start=None, end=None)


def test_clear_takes_everything_off_and_can_be_undone(bar: ChipBar, store: Store) -> None:
    filter_by(store, WANTED)
    bar.clear.click()
    assert store.state.filter == Filter()
    store.undo()
    assert store.state.filter == WANTED
