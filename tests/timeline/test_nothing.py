"""An empty timeline says why it is, what is true of it, and how it fills again."""

import numpy as np
import pytest

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.nothing import why_nothing
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import MadeSource, columns_of, day, everything, instant
from tests.timeline.test_layout import measure

FIRST = day("2000-01-01")
SOME = columns_of([instant(FIRST), instant(FIRST + 90)])
NONE = columns_of([])
WAY = " Press Ctrl+Backspace to clear it."


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(text="zzzz"), "No event passes the filter: “zzzz”." + WAY),
        (Filter(contested=True), "No event passes the filter: contested only." + WAY),
        (
            Filter(actors=(("azerbaijan",),)),
            "No event passes the filter: involving Azerbaijan." + WAY,
        ),
        (
            Filter(contested=True, text="zzzz"),
            "No event passes all parts of the filter." + WAY,
        ),
    ],
)
def test_a_filter_that_leaves_nothing_is_named_and_how_to_clear_it(
    wanted: Filter, words: str
) -> None:
    assert why_nothing(MadeSource(SOME), wanted, 0, 0, interactive=True) == words
    on_paper = why_nothing(MadeSource(SOME), wanted, 0, 0, interactive=False)
    assert on_paper == words.removesuffix(WAY)


@pytest.mark.parametrize("wanted", [Filter(), Filter(contested=True)])
def test_a_file_without_events_is_not_said_to_be_filtered(wanted: Filter) -> None:
    words = why_nothing(MadeSource(NONE), wanted, 0, 0, interactive=True)
    assert words == "There is no event in this file."


@pytest.mark.parametrize(
    ("wanted", "keys"), [(Filter(), ["Press 0 "]), (Filter(text="a"), ["Press 9 ", ", 0 for"])]
)
def test_out_of_sight_the_way_back_is_told_under_a_filter_too(
    wanted: Filter, keys: list[str]
) -> None:
    view = ViewState(filter=wanted, span=Span(FIRST - 900, FIRST - 800))
    canvas = Canvas(900, 200, interactive=True)
    said = Layout(MadeSource(SOME), measure).marks(view, everything(SOME), canvas).empty
    assert said.startswith("No event in sight.")
    assert all(key in said for key in keys)


@pytest.mark.parametrize("width", [260, 320, 500, 1400])
def test_it_is_said_within_the_plot(width: int) -> None:
    view = ViewState(filter=Filter(text="a word that is told nowhere at all"))
    nothing = Selection(np.empty(0, np.int32), 2, {})
    canvas = Canvas(width, 200, interactive=True)
    marks = Layout(MadeSource(SOME), measure).marks(view, nothing, canvas)
    assert marks.empty
    for line in marks.empty.split("\n"):
        assert measure(line, "lane") <= marks.plot.width
