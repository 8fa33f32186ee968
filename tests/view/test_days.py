"""From when to when the chosen event lasts."""

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus


def test_what_has_no_days_has_none(library: Library) -> None:
    for focus in (None, Focus("actor", "nobody"), Focus("event", "none"), Focus("route", "none")):
        assert library.days_of(focus) is None


def test_an_event_has_its_own_days(library: Library) -> None:
    row = int((library.columns.start_earliest > NO_START).nonzero()[0][40])
    found = library.days_of(Focus("event", library.ids([row])[0]))
    assert found is not None
    assert found[0] == library.columns.start_earliest[row]


def test_where_one_side_is_open_both_days_are_at_the_other(library: Library) -> None:
    starts, ends = library.columns.start_earliest, library.columns.end_latest
    for is_open, told in ((starts <= NO_START, ends), (ends >= NO_END, starts)):
        (row, *_) = is_open.nonzero()[0].tolist()
        assert library.days_of(Focus("event", library.ids([row])[0])) == (told[row],) * 2
