"""Which figures there are, how they are found, and which one a view shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Series
from azkz_desktop.figures.catalogue import (
    RANKING,
    TIME,
    TOPICS,
    Figure,
    figures_of,
    finder,
    shown_figure,
    spoken,
    topic_of,
    topic_word,
)
from azkz_desktop.view.state import Focus, ViewState
from tests.figures.made import number, series

SERIES = {
    one.id: one
    for one in (
        series("trade-az-kz-total", "USD", number("2005", 1.0), name="Trade turnover"),
        series("trade-az-kz-export", "USD", number("2005", 1.0), name="Exports of Azerbaijan"),
        series("stake-eni-kashagan", "%", number("2008", 16.8), name="Stake of Eni"),
        series("census-azerbaijanis", "persons", number("1926", 46.0), name="Əhali sayı"),
        series("rank-of-nothing", "rank", number("1926", 1.0), name="Rank"),
        series("trade-empty", "USD", name="Without numbers"),
    )
}
FIGURES = figures_of(SERIES)


@pytest.fixture(scope="module")
def bundled(bundled_db: Path) -> Iterator[dict[str, Series]]:
    with Dataset(bundled_db) as dataset:
        yield dataset.series()


def ids(figures: tuple[Figure, ...]) -> list[str]:
    return [figure.id for figure in figures]


def test_series_that_belong_together_are_one_figure() -> None:
    assert ids(FIGURES)[0] == "trade-by-direction"
    assert FIGURES[0].series == ("trade-az-kz-total", "trade-az-kz-export")
    assert "trade-az-kz-total" not in ids(FIGURES)


def test_a_group_of_which_the_file_has_one_is_no_group() -> None:
    assert "stake-eni-kashagan" in ids(FIGURES)
    assert "stakes-kashagan" not in ids(FIGURES)


def test_a_series_without_numbers_is_no_figure() -> None:
    assert "trade-empty" not in ids(FIGURES)


def test_figures_stand_by_topic() -> None:
    order = [TOPICS.index(figure.topic) for figure in FIGURES]
    assert order == sorted(order)
    topics = {one.id: topic_of(one) for one in SERIES.values()}
    assert topics["stake-eni-kashagan"] == "energy"
    assert topics["rank-of-nothing"] == "other"
    assert all(topic_word(topic) for topic in TOPICS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("turnover", ["trade-by-direction"]),
        ("exports TRADE", ["trade-by-direction"]),
        ("ehali", []),
        ("əhali", ["census-azerbaijanis"]),
        ("ahali sayi", ["census-azerbaijanis"]),
        ("oil eni", ["stake-eni-kashagan"]),
        ("turnover eni", []),
        ("zebra", []),
    ],
)
def test_a_figure_is_found_by_its_series_too(text: str, expected: list[str]) -> None:
    is_found = finder(text)
    assert [one.id for one in FIGURES if is_found(spoken(one, SERIES))] == expected


def shown(state: ViewState) -> str | None:
    figure = shown_figure(FIGURES, state)
    return figure.id if figure else None


def test_what_is_chosen_decides_which_figure_is_shown() -> None:
    assert shown(ViewState()) == "trade-by-direction"
    assert shown(ViewState(figure="rank-of-nothing")) == "rank-of-nothing"
    assert shown(ViewState(figure="gone")) == "trade-by-direction"
    chosen = Focus("series", "census-azerbaijanis")
    assert shown(ViewState(figure="rank-of-nothing", focus=chosen)) == "census-azerbaijanis"
    inside = Focus("series", "trade-az-kz-export")
    assert shown(ViewState(figure="trade-by-direction", focus=inside)) == "trade-by-direction"
    event = Focus("event", "census-azerbaijanis")
    assert shown(ViewState(figure="rank-of-nothing", focus=event)) == "rank-of-nothing"
    assert shown_figure((), ViewState()) is None


def test_every_series_of_the_data_is_in_exactly_one_figure(bundled: dict[str, Series]) -> None:
    figures = figures_of(bundled)
    named = [one for figure in figures for one in figure.series]
    assert sorted(named) == sorted(one.id for one in bundled.values() if one.observations)
    assert len(set(ids(figures))) == len(figures)
    assert {figure.form for figure in figures} == {TIME, RANKING}


def test_series_on_one_chart_have_one_unit(bundled: dict[str, Series]) -> None:
    for figure in figures_of(bundled):
        assert len({bundled[one].unit for one in figure.series}) == 1, figure.id
