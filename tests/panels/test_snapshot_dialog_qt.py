"""What a snapshot shall show: what the dialog offers, and what is chosen in it."""

import re

import pytest
from pytestqt.qtbot import QtBot

from azkz_desktop.export.snapshot import Order
from azkz_desktop.panels.snapshot_dialog import SnapshotChoice, SnapshotDialog
from tests.shown import PutUp


@pytest.fixture
def dialog(put_up: PutUp) -> SnapshotDialog:
    return put_up(SnapshotDialog())


def test_untouched_it_orders_the_timeline_on_a_wide_page(dialog: SnapshotDialog) -> None:
    assert dialog.choice() == SnapshotChoice("timeline", "svg", (1600, 900), "")


def test_every_page_is_as_large_as_it_says(dialog: SnapshotDialog) -> None:
    for place in range(dialog.page.count()):
        dialog.page.setCurrentIndex(place)
        said = tuple(int(one) for one in re.findall(r"\d{3,}", dialog.page.currentText()))
        assert dialog.choice().size == said


def test_every_picture_and_format_can_be_ordered(dialog: SnapshotDialog) -> None:
    pictures = {dialog.what.itemData(place) for place in range(dialog.what.count())}
    assert pictures == {"timeline", "map", "view"}
    assert Order().what in pictures
    for place in range(dialog.ending.count()):
        assert dialog.ending.itemText(place).startswith(dialog.ending.itemData(place).upper())


def test_the_title_stands_without_blanks_around_it(dialog: SnapshotDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.heading, "  Tankers ")
    assert dialog.choice().title == "Tankers"
