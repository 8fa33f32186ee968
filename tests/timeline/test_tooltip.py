"""What is said about the thing under the pointer."""

from collections.abc import Sequence
from datetime import date
from html import escape

import numpy as np
import pytest

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.dates.words import day_in_words
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.hits import NOTHING, Hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.source import ClaimDate, Rows
from azkz_desktop.timeline.tooltip import _part_of_year, spoken, tooltip
from azkz_desktop.view.library import Library, day_bounds
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, lasting
from tests.timeline.test_layout import layout_of

FIRST = day("2000-01-01")
CANVAS = Canvas(900, 200)


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


def test_a_contested_event_tells_what_each_document_says() -> None:
    text = said(Hit("event", 1), contested=True)
    assert "The documents disagree." in text
    assert "Huseynov 2017: 2 January 2000" in text
    assert "Akiner 2012: 12 February 2000" in text


def test_every_contested_event_tells_in_what_the_documents_disagree(library: Library) -> None:
    """Beside a single date "The documents disagree." would be read as a dispute about the date."""
    contested = np.flatnonzero(library.columns.contested).astype(np.int32)
    engine, view = Layout(library, lambda text, _role: 6.0 * len(text)), ViewState()
    marks = engine.marks(view, library.store().selection, CANVAS)
    scale = engine.scale(view, library.store().selection, 900)
    assert len(contested)
    for row, event_id in zip(contested.tolist(), library.ids(contested), strict=True):
        text = tooltip(Hit("event", row), library, marks, scale, 400)
        sentences = library.disagreements_in_words(event_id)
        assert sentences
        assert escape(" ".join(["The documents disagree.", *sentences])) in text


def test_a_screen_reader_hears_title_date_and_dispute() -> None:
    columns = columns_of([instant(FIRST)], contested=[True])
    words = spoken(MadeSource(columns), 0)
    assert words.startswith("Visit to Baku, told at length, no. 0, 2000-01-01")
    assert words.endswith("The documents disagree.")


def test_between_two_spoken_sentences_there_is_one_stop() -> None:
    columns = columns_of([instant(FIRST)], contested=[True])
    words = spoken(MadeSource(columns), 0, 9)
    assert words.endswith("2000-01-01. The documents disagree. 9 inside")
    assert ".." not in words


def test_a_lane_says_its_name_and_what_a_click_does() -> None:
    text = said(Hit("lane-name", lane=0))
    assert "Visits, meetings" in text
    assert "Click to fold" in text


class OneClaim(MadeSource):
    """Says of every event one date."""

    def __init__(self, columns: EventColumns, edtf: str) -> None:
        super().__init__(columns)
        self.edtf = edtf

    def contested_dates(self, rows: Rows) -> Sequence[tuple[ClaimDate, ...]]:
        return [(ClaimDate(*day_bounds(self.edtf), "akiner2012", self.edtf),)] * len(rows)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1992/..", "from 1992"),
        ("1991/", "from 1991, until an unknown date"),
        ("193X", "the 1930s"),
        ("1935~/1939", "from about 1935 to 1939"),
        ("2005-05", "May 2005"),
        ("2008", "2008"),
    ],
)
def test_a_claim_is_told_as_the_document_tells_it(edtf: str, words: str) -> None:
    columns = columns_of([instant(FIRST)], contested=[True])
    engine, selection = layout_of(columns), everything(columns)
    view = ViewState(span=Span(FIRST, FIRST + 900))
    marks = engine.marks(view, selection, Canvas(900, 200))
    scale = engine.scale(view, selection, 900)
    text = tooltip(Hit("event", 0), OneClaim(columns, edtf), marks, scale, 0)
    assert text.endswith(f"<br>Akiner 2012: {words}")


def test_the_date_that_is_pointed_at_is_told_first_and_once() -> None:
    columns = columns_of([instant(FIRST)], contested=[True])
    own, other = MadeSource(columns).contested_dates(np.array([0], np.int32))[0]
    text = said(Hit("event", 0, claims=(other,)), contested=True)
    title, pointed, date, *rest = text.split("<br>")
    assert "told at length, no. 0" in title
    assert pointed == "<b>Akiner 2012: 10 February 2000</b>"
    assert date == "2000-01-01"
    disagree = "The documents disagree. They differ in what no. 0 is."
    assert rest == [disagree, "Huseynov 2017: 1 January 2000"]
    assert own.source_key == "huseynov2017"


def test_a_density_counts_what_begins_and_what_runs() -> None:
    text = said(Hit("density", lane=0), count=3000)
    assert "begin here" in text
    assert "run here" in text
    assert "2000" in text


@pytest.mark.parametrize("days", [7.3, 60, 450, 900, 3000])
def test_a_density_counts_the_days_that_it_names(days: float) -> None:
    """Zoomed in a day is wider than a column, zoomed out a column holds several."""
    count = 40_000
    starts = [FIRST + place % 899 for place in range(count)]
    bounds = [lasting(start, start + place % 5) for place, start in enumerate(starts)]
    columns = columns_of(bounds, kinds=[0] * count)
    engine, selection = layout_of(columns), everything(columns)
    first = FIRST + 200.4 if days < 700 else FIRST - 10.3
    view = ViewState(span=Span(first, first + days))
    marks, scale = engine.marks(view, selection, CANVAS), engine.scale(view, selection, 900)
    ordinal = {day_in_words(one): one for one in range(FIRST - 3000, FIRST + 6000)}
    for x in range(int(marks.plot.x), int(marks.plot.right), 23):
        dates, counts = tooltip(
            Hit("density", lane=0), MadeSource(columns), marks, scale, x + 0.5
        ).split("<br>")
        named = [ordinal[one] for one in dates.split(" – ")]
        assert abs(named[0] - scale.day(x)) <= 1 + 1 / scale.per_day
        begun = (columns.start_earliest >= named[0]) & (columns.start_earliest <= named[-1])
        runs = (columns.start_earliest <= named[-1]) & (columns.end_latest >= named[0])
        assert counts == f"{begun.sum():,} begin here, {runs.sum():,} run here"


def test_a_bar_over_a_density_is_told_with_how_many_run_there() -> None:
    text = said(Hit("event", 0, lane=0), count=3000)
    assert text.index("<b>") < text.index("<hr>") < text.index("run here")


def test_moment_and_band_speak_for_themselves() -> None:
    assert "4 Mar 2001" in said(Hit("moment"))
    assert said(NOTHING) == ""


def of_band(x: float, what: str = "band", last: str = "2001-12-31") -> str:
    """What is said at a pixel of a band with one number, that of 2001 or of a part of it."""
    claims = (("<7> USD", "Akiner 2012: Trade"), ("≠ They differ.",))
    days = day("2001-01-01"), day(last)
    value = BandValue(*days, 7.0, "7", lambda: claims)
    band = Band("t", "Trade", "USD", (value,), "Trade in full", "USD")
    columns = columns_of([instant(FIRST)])
    engine, selection = layout_of(columns, bands={"t": band}), everything(columns)
    view = ViewState(span=Span(FIRST, FIRST + 1400), bands=("t",), moment="2001-03-04")
    marks = engine.marks(view, selection, Canvas(900, 200))
    (bar,) = marks.bands[0].bars
    found = Hit(what, band=0, bars=(bar,) if bar.rect.x <= x < bar.rect.right else ())
    scale = engine.scale(view, selection, 900)
    return tooltip(found, MadeSource(columns), marks, scale, x)


def test_a_number_tells_every_claim_and_what_contradicts_it() -> None:
    text = of_band(500)
    assert text == (
        "Trade in full<hr><b>&lt;7&gt; USD</b><br>Akiner 2012: Trade<hr><i>≠ They differ.</i>"
    )


def test_the_line_of_the_moment_hides_no_number() -> None:
    text = of_band(450, "moment")
    assert "4 Mar 2001" in text
    assert "<b>&lt;7&gt; USD</b>" in text


def test_between_numbers_none_is_told_which_is_not_nought() -> None:
    assert of_band(870) == "Trade in full<br>The documents give no figure for 2003."


def test_the_last_year_of_all_has_a_last_day() -> None:
    first = date(9999, 1, 1).toordinal()
    assert _part_of_year(first, date.max.toordinal()) == "9999"
    assert _part_of_year(first + 31, date.max.toordinal()) == "9999-02/9999-12"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("2001-06-30", "July–December 2001"),
        ("2001-11-30", "December 2001"),
        ("2001-06-14", "15 June – 31 December 2001"),
    ],
)
def test_only_the_part_of_a_year_that_has_no_number_is_denied(last: str, words: str) -> None:
    """The first half of the year has its number beside it, or out of sight."""
    engine, columns = layout_of(columns_of([instant(FIRST)])), columns_of([instant(FIRST)])
    view = ViewState(span=Span(FIRST, FIRST + 1400))
    scale = engine.scale(view, everything(columns), 900)
    x = scale.pixel(day("2001-12-20"))
    assert of_band(x, last=last) == f"Trade in full<br>The documents give no figure for {words}."


def test_the_name_of_a_band_says_the_whole_of_it() -> None:
    text = of_band(10, "band-name")
    assert text.startswith("<b>Trade in full</b><br>USD<br>")
    assert "Click to choose" in text
