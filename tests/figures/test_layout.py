"""From numbers to marks: what is a bar, what a point, and what contradicts what."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dates.days import ordinal
from azkz_desktop.figures.catalogue import RANKING, figures_of
from azkz_desktop.figures.layout import Told, chart_of, short_names
from azkz_desktop.figures.marks import BAR, POINT, RANGE, SPAN, Mark
from azkz_desktop.figures.tooltip import tooltip
from azkz_desktop.measures.periods import MOMENT, PART, YEAR, YEARS, months, period_of
from azkz_desktop.measures.values import merged
from azkz_desktop.measures.words import full_number, scale_of, short_number, unit_words
from azkz_desktop.view.library import Library
from tests.figures.made import chart, claim, disagreement, number, series

YEARS_SPAN = st.integers(1990, 2020)


@pytest.mark.parametrize(
    ("edtf", "form", "first", "last"),
    [
        ("2005", YEAR, "2005-01-01", "2005-12-31"),
        ("2016-01/2016-06", PART, "2016-01-01", "2016-06-30"),
        ("2016-01/2016-12", YEAR, "2016-01-01", "2016-12-31"),
        ("2016-06", PART, "2016-06-01", "2016-06-30"),
        ("2022-08-24", MOMENT, "2022-08-24", "2022-08-24"),
        ("[1959..1960]", MOMENT, "1959-01-01", "1960-12-31"),
        ("2011/2013", YEARS, "2011-01-01", "2013-12-31"),
    ],
)
def test_what_a_number_was_measured_over(edtf: str, form: str, first: str, last: str) -> None:
    period = period_of(edtf)
    assert period is not None
    assert (period.form, period.first, period.end) == (form, ordinal(first), ordinal(last) + 1)
    assert not period.open_start
    assert not period.open_end


def test_what_goes_on_is_open() -> None:
    period = period_of("2005/..")
    assert period is not None
    assert (period.form, period.open_end) == (YEARS, True)
    before = period_of("../2005")
    assert before is not None
    assert before.open_start
    assert period_of("../..") is None


def test_months_in_short() -> None:
    assert [months(p) for edtf in ("2016-01/2016-06", "2016-06") if (p := period_of(edtf))] == [
        "Jan–Jun",
        "Jun",
    ]


def forms(*marks: Mark) -> list[str]:
    return [mark.form for mark in marks]


def test_trade_of_a_year_is_a_bar_from_nought() -> None:
    (mark,) = chart(series("trade", "USD", number("2005", 132e6))).marks
    assert (mark.form, mark.y0, mark.y1, mark.text) == (BAR, 0.0, 132.0, "132")
    assert ordinal("2005-01-01") < mark.x0 < mark.x1 < ordinal("2005-12-31")


def test_a_part_of_a_year_is_narrower_and_says_so() -> None:
    made = chart(series("trade", "USD", number("2015", 2e6), number("2016-01/2016-06", 1e6)))
    whole, part = made.marks
    assert part.part
    assert not whole.part
    assert part.note == "Jan–Jun"
    assert part.x1 - part.x0 < (whole.x1 - whole.x0) * 0.55


def test_a_count_is_a_point_in_its_year() -> None:
    (mark,) = chart(series("census", "persons", number("1926", 46.0))).marks
    assert (mark.form, mark.x0, mark.x1) == (POINT, mark.x1, mark.x0)
    assert ordinal("1926-06-30") <= mark.x0 <= ordinal("1926-07-03")


def test_a_count_of_an_uncertain_year_has_a_whisker() -> None:
    (mark,) = chart(series("census", "persons", number("[1959..1960]", 15000.0, "about"))).marks
    assert (mark.x0, mark.x1) == (ordinal("1959-01-01"), ordinal("1961-01-01"))
    assert (mark.text, mark.rough) == ("≈ 15,000", True)


def test_a_sum_of_several_years_is_a_span() -> None:
    made = chart(series("trade", "USD", number("2011/2013", 9e6), number("2005/..", 5e6, "min")))
    assert forms(*made.marks) == [SPAN, SPAN]
    assert made.marks[0].open_end
    assert (made.marks[0].text, made.marks[0].bound) == ("≥ 5", 1)


def test_from_to_of_one_line_is_a_range() -> None:
    low, high = number("2016", 23e6, "min"), number("2016", 25e6, "max")
    (mark,) = chart(series("trade", "t per year", low, high)).marks
    assert (mark.form, mark.y0, mark.y1, mark.text) == (RANGE, 23.0, 25.0, "23–25")
    assert mark.numbers == (0, 1)


def test_at_least_and_at_most_of_two_lines_are_no_range() -> None:
    low = number("2016", 23e6, "min", by=claim(1, line=1))
    high = number("2016", 25e6, "max", by=claim(2, line=2))
    marks = chart(series("trade", "t per year", low, high)).marks
    assert [(mark.text, mark.bound) for mark in marks] == [("≥ 23", 1), ("≤ 25", -1)]


def test_a_plan_is_told_from_what_was() -> None:
    (mark,) = chart(series("trade", "t per year", number("2016", 4e6, "plan"))).marks
    assert (mark.rough, mark.note) == (True, "plan")


def test_no_figure_is_not_nought() -> None:
    made = chart(series("trade", "USD", number("2005", 1e6), number("2009", 2e6)))
    assert len(made.marks) == 2
    assert all(mark.y1 > 0 for mark in made.marks)


def test_the_same_number_told_twice_is_one_mark_with_two_claims() -> None:
    again = number("2011", 276e6, by=claim(2, "akiner2012"))
    made = chart(series("trade", "USD", number("2011", 276e6), again))
    (mark,) = made.marks
    assert mark.numbers == (0, 1)
    assert [one.document for one in made.numbers] == ["Huseynov 2017", "Akiner 2012"]


def test_a_rounder_number_is_the_same_and_the_finer_one_is_shown() -> None:
    rounded = number("2011", 276e6, by=claim(1, as_stated="USD 276 million"))
    exact = number("2011", 276_400_000, by=claim(2, as_stated="USD 276.4 million"))
    (mark,) = chart(series("trade", "USD", rounded, exact)).marks
    assert (mark.text, mark.numbers) == ("276.4", (0, 1))


def test_two_numbers_of_one_year_share_its_room() -> None:
    first = number("2011", 276e6, by=claim(1, as_stated="USD 276 million"))
    other = number("2011", 300e6, by=claim(2, as_stated="USD 300 million"))
    left, right = chart(series("trade", "USD", first, other)).marks
    assert left.x1 == pytest.approx(right.x0)
    assert right.x1 <= ordinal("2012-01-01")


def test_series_keep_their_place_in_a_year() -> None:
    one = series("a", "USD", number("2005", 1e6), number("2006", 2e6), name="A")
    other = series("b", "USD", number("2006", 3e6), name="B")
    made = chart(one, other)
    assert made.legend == ("A", "B")
    offsets = {
        (mark.series, round(mark.x0 - ordinal(f"{year}-01-01")))
        for mark, year in zip(made.marks, (2005, 2006, 2006), strict=True)
    }
    assert len(offsets) == 2


# Contradictions


def test_two_documents_that_contradict_are_both_drawn_and_linked() -> None:
    first = number("2012", 713.0, by=claim(1, "akiner2012", 5))
    other = number("2015", 800.0, by=claim(2, "huseynov2017", 9))
    row = disagreement("coast", ("akiner2012", 5, 1, "713"), ("huseynov2017", 9, 2, "800"))
    made = chart(series("coast", "km", first, other), disagreements=[row])
    (link,) = made.links
    assert {made.marks[link.first].text, made.marks[link.second].text} == {"713", "800"}
    assert [one.contested for one in made.numbers] == [True, True]
    assert made.sentences == ("They differ.",)


def test_a_disagreement_entered_by_hand_is_found_by_its_line() -> None:
    numbers = (
        number("2010", 100_000, "about", by=claim(1, line=297, as_stated="around 100,000")),
        number("2010", 300_000, "max", by=claim(2, line=297, as_stated="up to 300,000 people")),
        number("2012", 93_490, by=claim(3, line=298, as_stated="93,490")),
    )
    sides = (("huseynov2017", 297, None, "around 100,000"), ("huseynov2017", 297, None, "300,000"))
    made = chart(series("census", "persons", *numbers), disagreements=[disagreement("x", *sides)])
    (link,) = made.links
    assert {made.marks[link.first].text, made.marks[link.second].text} == {"≈ 100,000", "≤ 300,000"}
    assert [one.contested for one in made.numbers] == [True, True, False]


def test_a_disagreement_of_which_a_side_is_not_drawn_is_only_said() -> None:
    row = disagreement("x", ("akiner2012", 1, None, "5"), ("huseynov2017", 10, None, "1"))
    made = chart(series("trade", "USD", number("2005", 1e6)), disagreements=[row])
    assert (made.links, made.sentences) == ((), ("They differ.",))


# Rankings


def test_a_ranking_goes_from_the_largest_down() -> None:
    goods = [
        series(f"goods-{name}", "USD", number("2016", value), name=f"Exports: {name}")
        for name, value in (("barite", 3e6), ("gas", 19e6), ("wheat", 12e6))
    ]
    made = chart(*goods, form=RANKING)
    assert made.places == ("Gas", "Wheat", "Barite")
    assert [mark.text for mark in made.marks] == ["19", "12", "3"]
    assert all(
        mark.x0 == 0 and round((mark.y0 + mark.y1) / 2) == n for n, mark in enumerate(made.marks)
    )


def test_a_ranking_names_the_documents_where_there_are_several() -> None:
    one = series("coast-a", "km", number("2012", 713.0, by=claim(1, "akiner2012")),
                 number("2015", 800.0, by=claim(2)), name="A")  # fmt: skip
    other = series("coast-b", "km", number("2015", 740.0, by=claim(3)), name="B")
    made = chart(one, other, form=RANKING)
    assert [(mark.text, mark.note) for mark in made.marks] == [
        ("800", "Huseynov 2017"),
        ("713", "Akiner 2012"),
        ("740", "Huseynov 2017"),
    ]
    assert [round((mark.y0 + mark.y1) / 2) for mark in made.marks] == [0, 0, 1]


def test_common_beginnings_of_names_are_left_out() -> None:
    assert short_names(["Exports: gas", "Exports: wheat"]) == ["Gas", "Wheat"]
    assert short_names(["Stake of Eni", "Stake of BP"]) == ["Eni", "BP"]
    assert short_names(["Eni", "BP"]) == ["Eni", "BP"]
    assert short_names(["Trade of A: x"]) == ["Trade of A: x"]


# Words


@pytest.mark.parametrize(
    ("values", "factor", "unit"),
    [
        ([132e6, 393e6], 1e6, "million USD"),
        ([8e9], 1e9, "billion USD"),
        ([3e12], 1e12, "trillion USD"),
        ([93_490.0, 46.0], 1.0, "USD"),
        ([4e6, 150_000.0], 1e6, "million USD"),
        ([4e6, 46.0], 1.0, "USD"),
        ([], 1.0, "USD"),
    ],
)
def test_large_numbers_get_a_larger_unit(values: list[float], factor: float, unit: str) -> None:
    assert scale_of(values) == factor
    assert unit_words("USD", factor) == unit


def test_numbers_keep_their_digits() -> None:
    assert [short_number(v) for v in (393.43, 93490.0, 0.3060, 12996.0)] == [
        "393.4", "93,490", "0.306", "12,996",
    ]  # fmt: skip
    assert full_number(71_505_620, "USD") == "71,505,620 USD"
    assert full_number(38e9, "barrels") == "38,000,000,000 barrels"
    assert full_number(36.5, "%") == "36.5%"


def test_the_tooltip_has_every_claim_and_the_contradiction() -> None:
    first = number("2012", 713.0, by=claim(1, "akiner2012", 5, "713 <km>"))
    other = number("2015", 800.0, by=claim(2, "huseynov2017", 9, note="As of 2015."))
    row = disagreement("coast", ("akiner2012", 5, 1, "713"), ("huseynov2017", 9, 2, "800"))
    made = chart(series("coast", "km", first, other), disagreements=[row])
    words = tooltip(made, 0)
    assert "<b>713 km</b> (actual)" in words
    assert "Akiner 2012: Trade, ¶\N{NO-BREAK SPACE}3, Table 1" in words
    assert "printed: “713 &lt;km&gt;”" in words
    assert "They differ." in words
    assert "As of 2015." in tooltip(made, 1)


# Whatever the numbers are

VALUES = st.floats(0.1, 1e13).map(lambda value: float(f"{value:.4g}"))
PERIODS = st.one_of(
    YEARS_SPAN.map(str),
    YEARS_SPAN.map("{0}-03/{0}-05".format),
    st.tuples(YEARS_SPAN, st.integers(1, 5)).map(lambda y: f"{y[0]}/{y[0] + y[1]}"),
    YEARS_SPAN.map("[{}..2021]".format),
    YEARS_SPAN.map("{}/..".format),
)
NUMBERS = st.lists(
    st.builds(number, PERIODS, VALUES, st.sampled_from(("actual", "min", "max", "plan", "about"))),
    min_size=1,
    max_size=12,
)


@given(NUMBERS, st.sampled_from(("USD", "persons", "t per year")))
def test_every_number_is_behind_exactly_one_mark(numbers: list, unit: str) -> None:  # type: ignore[type-arg]
    made = chart(series("trade", unit, *numbers))
    behind = sorted(place for mark in made.marks for place in mark.numbers)
    assert behind == list(range(len(numbers)))
    for mark in made.marks:
        assert mark.x0 <= mark.x1
        assert 0 <= mark.y0 <= mark.y1 <= made.top
        assert made.left <= mark.x0
        assert mark.x1 <= made.right


@given(NUMBERS)
def test_bars_of_a_chart_never_cover_each_other(numbers: list) -> None:  # type: ignore[type-arg]
    made = chart(series("trade", "USD", *numbers))
    bars = [mark for mark in made.marks if mark.form == BAR]
    whole = sorted((mark.x0, mark.x1) for mark in bars if not mark.part)
    assert all(one[1] <= other[0] + 1e-6 for one, other in itertools.pairwise(whole))


@given(NUMBERS)
def test_merging_keeps_the_more_precise_number(numbers: list) -> None:  # type: ignore[type-arg]
    values = merged([(0, one) for one in numbers], 1.0)
    for value in values:
        told = [numbers[place] for place in value.numbers]
        assert value.number in [one.value for one in told]
        assert len({one.edtf for one in told}) == 1


# The data


def test_every_number_of_the_data_is_drawn(library: Library) -> None:
    all_series = library.dataset.series()
    rows = {one: library.dataset.disagreements(one) for one in all_series}
    told = Told(library.source_names.__getitem__, rows)
    for figure in figures_of(all_series):
        made = chart_of(figure, all_series, told)
        behind = sorted(place for mark in made.marks for place in mark.numbers)
        assert behind == list(range(len(made.numbers))), figure.id
        assert all(one.document and one.where for one in made.numbers), figure.id


def test_coastlines_that_differ_are_linked(library: Library) -> None:
    all_series = library.dataset.series()
    figure = next(one for one in figures_of(all_series) if one.id == "coastlines")
    rows = {one: library.dataset.disagreements(one) for one in figure.series}
    made = chart_of(figure, all_series, Told(library.source_names.__getitem__, rows))
    assert len(made.links) == 2
    assert made.places[0].startswith("Length of Kazakhstan")
