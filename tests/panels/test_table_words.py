"""What the table says and in which order, without a window."""

import csv
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import APPROXIMATE, NO_END, NO_START, UNCERTAIN
from azkz_desktop.dataset.fold import fold
from azkz_desktop.panels.table_columns import (
    COLUMNS,
    alphabetical,
    column_title,
    known_columns,
    members,
)
from azkz_desktop.panels.table_copy import cell, copy_rows
from azkz_desktop.panels.table_menus import with_column, without_column
from azkz_desktop.panels.table_order import COMPARED, Orders, direction, toggled
from azkz_desktop.view.state import TABLE_COLUMNS, TableLook
from tests.panels.table_made import NAMES, MadeTable

SORTING = [column.id for column in COLUMNS.values() if column.sorts]
SORTS = st.lists(st.sampled_from(SORTING), unique=True, max_size=4).flatmap(
    lambda ids: st.tuples(*(st.sampled_from((one, f"-{one}")) for one in ids))
)


def said(source: MadeTable, column: str, row: int) -> str:
    return COLUMNS[column].text(source, row)


def expected_key(source: MadeTable, column: str, row: int) -> object:
    """What a row sorts by, said in the plainest way."""
    columns = source.columns
    if column in ("date", "first", "edtf"):
        return row
    if column == "title":
        return fold(source.titles([row])[0])[:COMPARED]
    if column in ("actors", "places", "themes"):
        facet = column.removesuffix("s")
        names = [NAMES[facet][one] for one in members(columns.facets[facet], row)]
        return (not names, names[:1])
    if column == "sources":
        return len(members(columns.facets["source"], row))
    plain = {
        "kind": said(source, "kind", row),
        "precision": int(columns.precision[row]),
        "disagreement": bool(columns.contested[row]),
        "last": int(columns.end_latest[row]),
        "parent": (columns.parent[row] < 0, int(columns.parent[row])),
    }
    return plain[column]


@given(st.integers(0, 40), st.integers(0, 9), SORTS, st.data())
def test_rows_are_sorted_as_by_hand(
    count: int, seed: int, sort: tuple[str, ...], data: st.DataObject
) -> None:
    source = MadeTable(count, seed)
    orders = Orders(source)
    assert list(orders.read_titles())[-1:] == ([count] if count else [])
    some = sorted(data.draw(st.sets(st.integers(0, max(count - 1, 0)), max_size=count)))
    expected = sorted(some, key=source.order.rank.__getitem__) if count else []
    for entry in reversed(sort):
        column, backwards = direction(entry)
        keys = {row: expected_key(source, column, row) for row in expected}
        expected = sorted(expected, key=keys.__getitem__)  # type: ignore[arg-type]
        if backwards:
            expected = stable_backwards(expected, keys)
    got = orders.rows(np.array(expected and some, np.int32), sort)
    assert got.tolist() == expected


def stable_backwards(rows: list[int], keys: dict[int, object]) -> list[int]:
    """Rows sorted upwards by *keys*, turned round without turning those that are equal."""
    groups: list[list[int]] = []
    for row in rows:
        if groups and keys[groups[-1][0]] == keys[row]:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [row for group in reversed(groups) for row in group]


def test_titles_are_read_only_when_they_sort() -> None:
    source = MadeTable(100)
    orders = Orders(source)
    rows = np.arange(100, dtype=np.int32)
    assert not orders.needs_titles(("-kind", "date"))
    orders.rows(rows, ("-kind", "date"))
    assert source.asked == 0
    assert orders.needs_titles(("kind", "-title"))
    in_time = orders.rows(rows, ("date",)).tolist()
    assert orders.rows(rows, ("title",)).tolist() == in_time  # not before they are read
    assert list(orders.read_titles()) == [64, 100]
    assert not orders.needs_titles(("title",))
    assert orders.rows(rows, ("title",)).tolist() != in_time


def test_the_table_lists_events_as_the_keys_walk_through_them() -> None:
    source = MadeTable(60, 3)
    rows = np.arange(60, dtype=np.int32)
    walked, row = [], int(np.argmin(source.order.rank))
    for _ in rows:
        walked.append(row)
        row = source.order.step(source.order.sorted(rows), row, 1) or 0
    assert Orders(source).rows(rows, ("date",)).tolist() == walked
    assert Orders(source).rows(rows, ()).tolist() == walked
    assert Orders(source).rows(rows, ("-date",)).tolist() == walked[::-1]


def test_what_does_not_sort_or_is_unknown_is_left_out() -> None:
    orders = Orders(MadeTable(3))
    assert orders.known(("summary", "colour", "-date", "id")) == ("-date",)


def test_names_sort_across_scripts() -> None:
    names = ["Zürich", "Ақтау", "Əliyev", "Baku", "aktau"]
    ranks = alphabetical(names)
    in_order = [names[one] for one in np.argsort(ranks)]
    assert in_order == ["aktau", "Əliyev", "Ақтау", "Baku", "Zürich"]


@pytest.mark.parametrize(
    ("sort", "column", "further", "expected"),
    [
        (("date",), "date", False, ("-date",)),
        (("-date",), "date", False, ("date",)),
        (("date",), "kind", False, ("kind",)),
        (("date",), "kind", True, ("date", "kind")),
        (("date", "kind"), "date", True, ("-date", "kind")),
        (("date",), "disagreement", False, ("-disagreement",)),
        (("-disagreement",), "disagreement", False, ("disagreement",)),
        (("kind", "-sources"), "sources", True, ("kind", "sources")),
    ],
)
def test_a_press_on_a_heading(
    sort: tuple[str, ...], column: str, further: bool, expected: tuple[str, ...]
) -> None:
    assert toggled(sort, column, further=further) == expected


def test_every_column_has_a_title_and_a_text_for_every_row() -> None:
    source = MadeTable(30)
    for column in COLUMNS.values():
        assert column_title(column.id)
        assert all(isinstance(column.text(source, row), str) for row in range(30))
    assert set(TABLE_COLUMNS) <= set(COLUMNS)


def test_a_cell_names_all_the_main_one_first() -> None:
    source = MadeTable(40)
    facet = source.columns.facets["actor"]
    row = next(row for row in range(40) if len(members(facet, row)) == 3)
    assert said(source, "actors", row).split("; ") == [
        NAMES["actor"][one] for one in members(facet, row)
    ]


def test_how_well_a_date_is_known_is_said() -> None:
    source = MadeTable(60)
    words = {said(source, "precision", row) for row in range(60)}
    assert {"the day", "the month, roughly", "the year, perhaps"} <= words
    for row in range(60):
        flag = source.columns.qualifier[row]
        assert ("perhaps" in said(source, "precision", row)) == bool(flag & UNCERTAIN)
        assert ("roughly" in said(source, "precision", row)) == (flag == APPROXIMATE)


def test_a_disagreement_is_said_once_and_only_where_there_is_one() -> None:
    source = MadeTable(40)
    contested = {row for row in range(40) if said(source, "disagreement", row)}
    assert contested == set(np.flatnonzero(source.columns.contested))
    assert all(said(source, "disagreement", row).count("June") == 1 for row in contested)


def test_open_bounds_are_empty_cells() -> None:
    source = MadeTable(3)
    source.columns.start_earliest[0] = NO_START
    source.columns.end_latest[0] = NO_END
    assert (said(source, "first", 0), said(source, "last", 0)) == ("", "")
    assert said(source, "first", 1) < said(source, "last", 1) or said(source, "first", 1)


def test_what_an_event_is_part_of() -> None:
    source = MadeTable(6)
    assert said(source, "parent", 4) == source.titles([3])[0]
    assert said(source, "parent", 3) == ""


# Columns chosen


def test_a_column_comes_where_the_menu_has_it() -> None:
    look = TableLook(columns=("date", "title", "places"))
    assert with_column(look, "actors").columns == ("date", "title", "actors", "places")
    assert with_column(TableLook(columns=("title",)), "date").columns == ("date", "title")
    assert without_column(look, "title").columns == ("date", "places")


def test_the_last_column_stays() -> None:
    look = TableLook(columns=("title",))
    assert without_column(look, "title") == look


def test_columns_of_a_newer_version_are_left_out() -> None:
    assert [one.id for one in known_columns(("colour", "kind", "date"))] == ["kind", "date"]
    assert [one.id for one in known_columns(("colour",))] == ["title"]


# Copied


def copied(source: MadeTable, rows: list[int], columns: tuple[str, ...]) -> list[list[str]]:
    lines: list[str] = []
    list(copy_rows(source, rows, known_columns(columns), lines))
    return list(csv.reader(io.StringIO("\n".join(lines)), csv.excel_tab))


def test_rows_are_copied_with_their_headings() -> None:
    source = MadeTable(20)
    table = copied(source, [3, 1], ("date", "summary", "signed"))
    assert table == [
        ["Date", "What happened", "Signed there"],
        ["day 3", "Summary of 3", "A; B"],
        ["day 1", "Summary of 1", "A; B"],
    ]


def test_a_disagreement_of_two_lines_stays_one_row() -> None:
    source = MadeTable(20)
    rows = np.flatnonzero(source.columns.contested).tolist()
    table = copied(source, rows, ("disagreement", "id"))
    assert len(table) == len(rows) + 1
    assert table[1] == ["One says May, the other June.", f"event-{rows[0]}"]


@given(st.text(max_size=30))
def test_a_cell_is_one_cell_and_no_formula(text: str) -> None:
    made = cell(text)
    assert len(made.splitlines()) <= 1
    assert "\t" not in made
    assert not made.startswith(("=", "+", "-", "@"))
    if text.isalnum():
        assert made == text


def test_copying_tells_how_far_it_is() -> None:
    source = MadeTable(50)
    steps = list(copy_rows(source, list(range(50)), known_columns(("id",)), []))
    assert steps == [16, 32, 48]
