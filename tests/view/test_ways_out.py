"""What to take off a filter that lets nothing through."""

from hypothesis import assume, given, settings

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import EventIndex
from azkz_desktop.view.ways_out import ways_out
from tests.query.made import EVENTS, FILTERS, columns_of, in_order
from tests.query.oracle import Row, first_day, last_day, passing

VISIT: Row = {
    "start_earliest": "1993-05-01", "start_latest": "1993-05-01", "end_earliest": "1993-05-01",
    "end_latest": "1993-05-01", "kind": "visit", "contested": 0, "actors": '["kazakhstan"]',
    "themes": "[]", "places": '["baku"]', "source_keys": "[]", "title": "", "summary": "",
}  # fmt: skip


def test_the_choice_that_empties_it_is_named() -> None:
    index = EventIndex(columns_of(in_order([VISIT, VISIT])))
    wanted = Filter(kinds=("visit",), places=("aktau",), start="1993")
    (way,) = ways_out(wanted, index.answer)
    assert (way.chip.text, way.events) == ("at aktau", 2)
    assert way.chip.without == Filter(kinds=("visit",), start="1993")


def test_where_two_choices_empty_it_no_single_one_helps() -> None:
    index = EventIndex(columns_of(in_order([VISIT])))
    assert ways_out(Filter(kinds=("energy",), places=("aktau",)), index.answer) == ()


@settings(max_examples=40, deadline=None)
@given(EVENTS, FILTERS)
def test_every_way_out_leads_to_events(events: list[Row], wanted: Filter) -> None:
    assume(not wanted.text)
    if wanted.start and wanted.end:
        assume(first_day(wanted.start) <= last_day(wanted.end))
    rows = in_order(events)
    ways = ways_out(wanted, EventIndex(columns_of(rows)).answer)
    found = [(way.chip.without, way.events) for way in ways]
    assert all(number == len(passing(rows, without)) > 0 for without, number in found)
    assert [number for _, number in found] == sorted((n for _, n in found), reverse=True)
