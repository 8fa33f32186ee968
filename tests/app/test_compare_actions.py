"""Comparing two moments as commands. No Qt."""

from dataclasses import replace

import pytest

from azkz_desktop.app.action import Facts
from azkz_desktop.app.compare_actions import compare_actions, compared, swapped
from azkz_desktop.dates.days import ordinal
from azkz_desktop.view.state import ViewState

FACTS = Facts(first=ordinal("1991-08-30"), last=ordinal("2022-12-31"))


@pytest.mark.parametrize(
    ("moment", "other"),
    [
        ("1998-06-01", "2008-06-01"),
        ("2008-11-03", "2018-11-03"),
        ("2020-03-01", "2010-03-01"),  # the data end before 2030
        ("2004-02-29", "2014-02-28"),
        ("2012-12-31", "2022-12-31"),
    ],
)
def test_the_second_moment_lies_within_the_data(moment: str, other: str) -> None:
    state = ViewState(moment=moment)
    assert compared(state, FACTS).compare == other
    assert compared(compared(state, FACTS), FACTS) == state


def test_the_sides_change() -> None:
    state = ViewState(moment="1998-06-01", compare="2008-06-01", divider=0.3)
    other = swapped(state, FACTS)
    assert other == replace(state, moment="2008-06-01", compare="1998-06-01")
    assert swapped(other, FACTS) == state
    one = ViewState()
    assert swapped(one, FACTS) is one


def test_both_are_in_the_menu_of_the_map() -> None:
    assert [action.menu for action in compare_actions()] == ["map", "map"]
    assert all(action.keys for action in compare_actions())
