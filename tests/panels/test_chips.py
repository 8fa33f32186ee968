from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.chips import ChipBar
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import EventIndex
from azkz_desktop.view.store import Store
from azkz_desktop.view.words import chips
from tests.panels import small
from tests.shown import PutUp

WANTED = Filter(start="1990", end="2010", actors=(("azerbaijan",),))


@pytest.fixture
def store() -> Store:
    return small.store()


@pytest.fixture
def bar(put_up: PutUp, store: Store) -> ChipBar:
    return put_up(ChipBar(store, chips), 860, 40)


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


@pytest.fixture
def asking(put_up: PutUp, store: Store) -> ChipBar:
    return put_up(ChipBar(store, chips, EventIndex(small.columns()).answer), 860, 120)


def ways(bar: ChipBar) -> list[QPushButton]:
    found = bar.nothing.ways.findChildren(QPushButton)
    return [one for one in found if one.isVisibleTo(bar) and not one.objectName()]


def test_nothing_found_says_why_and_a_click_leads_out(asking: ChipBar, store: Store) -> None:
    assert not asking.nothing.isVisible()
    filter_by(store, Filter(start="2010", kinds=("visit",)))
    assert asking.nothing.isVisible()
    assert "Nothing found." in asking.nothing.why.text()
    assert [one.text() for one in ways(asking)] == [
        "Take off “Visit”: 1 event",
        "Take off “from 2010”: 2 events",
    ]
    ways(asking)[0].click()
    assert store.state.filter == Filter(start="2010")
    assert not asking.nothing.isVisible()
    store.undo()
    assert asking.nothing.isVisible()


def test_the_chips_of_the_last_filter_are_out_of_sight_at_once(bar: ChipBar, store: Store) -> None:
    filter_by(store, WANTED)
    filter_by(store, Filter())
    assert not buttons(bar)
