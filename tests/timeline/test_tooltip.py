"""What is said about the thing under the pointer."""

from azkz_desktop.timeline.hits import NOTHING, Hit
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.tooltip import tooltip
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import MadeSource, columns_of, day, everything, instant
from tests.timeline.test_layout import layout_of

FIRST = day("2000-01-01")


def said(found: Hit, count: int = 2, x: float = 400, contested: bool = False) -> str:
    columns = columns_of(
        [instant(FIRST + place % 900) for place in range(count)], contested=[contested] * count
    )
    engine, selection = layout_of(columns), everything(columns)
    view = ViewState(span=Span(FIRST, FIRST + 900), moment="2001-03-04")
    marks = engine.marks(view, selection, Canvas(900, 200))
    return tooltip(found, MadeSource(columns), marks, engine.scale(view, selection, 900), x)


def test_an_event_has_its_title_and_its_date() -> None:
    text = said(Hit("event", 1))
    assert "told at length, no. 1" in text
    assert "2000-01-02" in text
    assert "disagree" not in text


def test_a_contested_event_says_that_the_documents_disagree() -> None:
    assert "The documents disagree." in said(Hit("event", 1), contested=True)


def test_a_density_counts_what_begins_and_what_runs() -> None:
    text = said(Hit("density", lane=0), count=3000)
    assert "begin here" in text
    assert "run here" in text
    assert "2000" in text


def test_moment_and_band_speak_for_themselves() -> None:
    assert "4 Mar 2001" in said(Hit("moment"))
    assert said(Hit("band", words="<7> in 2005\nand 8")) == "&lt;7&gt; in 2005<br>and 8"
    assert said(NOTHING) == ""
