"""How claims are set: a table where nothing is cut, else line by line."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.claims import ROOM, ClaimsTable
from azkz_desktop.panels.labels import LinkLabel
from azkz_desktop.panels.pages import ClaimRow, Link
from azkz_desktop.panels.saying import membership_words, number_words, state_words

SHORT = ClaimRow(Link("Akiner 2012"), "1992", "Section 2, ¶ 1", "2. The text, ¶ 1")
LONG = ClaimRow(
    Link("Egamberdiyev & Shaldarbekova 2023"),
    "16 or 17 September 1996",
    "Delimitation of the Caspian…, ¶ 2",
    remarks=("citing Bayaliyev, 2014",),
    preferred=True,
)


def made(qtbot: QtBot, *rows: ClaimRow) -> ClaimsTable:
    table = ClaimsTable(rows, lambda link: LinkLabel(link.text))
    qtbot.addWidget(table)
    table.setFixedWidth(ROOM)
    table.show()
    return table


@pytest.mark.parametrize(("rows", "columns"), [((SHORT,), True), ((SHORT, LONG), False)])
def test_short_values_are_a_table_and_long_ones_lines(
    qtbot: QtBot, rows: tuple[ClaimRow, ...], columns: bool
) -> None:
    table = made(qtbot, *rows)
    assert table.in_columns is columns
    words = [label.text() for label in table.findChildren(QLabel)]
    assert ("Says" in words) is columns
    assert all(row.value in words and row.where in words for row in rows)


@pytest.mark.parametrize("rows", [(SHORT,), (SHORT, LONG), (LONG,)])
def test_no_word_is_cut(qtbot: QtBot, rows: tuple[ClaimRow, ...]) -> None:
    table = made(qtbot, *rows)
    for label in table.findChildren(QLabel):
        words = label.text().split()
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
        assert longest <= label.width(), label.text()
        assert label.geometry().right() <= ROOM


def test_the_preferred_value_is_bold_and_says_why(qtbot: QtBot) -> None:
    table = made(qtbot, SHORT, LONG)
    bold = [label for label in table.findChildren(QLabel) if label.font().bold()]
    assert [label.text() for label in bold] == [LONG.value]
    assert bold[0].toolTip()


@pytest.mark.parametrize(
    ("status", "track", "words"),
    [
        ("operational", "", "In operation"),
        ("armenian", "control", "Under Armenian control"),
        ("azerbaijan", "recognition", "Recognised as part of Azerbaijan"),
        ("agreed", "seabed", "Agreed (seabed)"),
        ("unsettled", "all", "Unsettled"),
        ("never_heard_of", "", "Never heard of"),
    ],
)
def test_states_are_said_in_words(status: str, track: str, words: str) -> None:
    assert state_words(status, track) == words


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "words"),
    [
        (1e11, "USD", "actual", "100 billion USD"),
        (2.5e7, "t", "actual", "25 million t"),
        (93490, "persons", "actual", "93,490 persons"),
        (100, "agreements", "min", "at least 100 agreements"),
        (18.5, "%", "about", "about 18.5\N{NO-BREAK SPACE}%"),
        (50, "t per year", "capacity", "50 t per year (capacity)"),
        (3, "%", "", "3\N{NO-BREAK SPACE}%"),
    ],
)
def test_numbers_are_said_in_words(value: float, unit: str, qualifier: str, words: str) -> None:
    assert number_words(value, unit, qualifier) == words


def test_memberships_have_no_hyphen_of_an_id() -> None:
    assert membership_words("dialogue-partner") == "dialogue partner"
    assert membership_words("co-chair") == "co-chair"
