"""Presets of the period, as the bundled data give them."""

import pytest

from azkz_desktop.dates.level0 import day_range
from azkz_desktop.panels.presets import Preset, _plain, presets
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library


@pytest.fixture(scope="module")
def found(library: Library) -> tuple[Preset, ...]:
    return presets(library)


def test_each_presidency_whose_term_a_document_gives_is_there_in_order(
    found: tuple[Preset, ...],
) -> None:
    texts = [one.text for one in found if "Azerbaijan" in one.group]
    assert texts == [
        "Heydar Aliyev, 1993–2003",
        "Ilham Aliyev, from 2003",
    ]
    kazakh = [one for one in found if "Kazakhstan" in one.group]
    assert [(one.start, one.end) for one in kazakh] == [(None, "2019"), ("2019-06-09", None)]


def test_the_wars_have_the_documents_dates(found: tuple[Preset, ...]) -> None:
    wars = {(one.start, one.end) for one in found if one.group == "Wars"}
    assert wars == {("2008-08", "2008-08"), ("2020-09-27", "2020-11-09")}


def test_the_first_is_where_nearly_all_is(found: tuple[Preset, ...], library: Library) -> None:
    first = found[0]
    assert len(library.index.answer(Filter(start=first.start, end=first.end))) >= 0.9 * len(
        library.columns
    )


def test_every_preset_can_be_asked(found: tuple[Preset, ...], library: Library) -> None:
    for one in found:
        assert len(library.index.answer(Filter(start=one.start, end=one.end)))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1993", "1993", "1993"),
        ("2003-10-31", "2003-10-31", "2003-10-31"),
        ("..", None, None),
        ("", None, None),
        ("2003~", "2003-01-01", "2003-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2003-10-31?", "2003-10-31", "2003-10-31"),
    ],
)
def test_a_side_of_a_term_is_what_the_filter_can_ask_for(
    text: str, start: str | None, end: str | None
) -> None:
    assert (_plain(text, is_end=False), _plain(text, is_end=True)) == (start, end)
    for one in (_plain(text, is_end=False), _plain(text, is_end=True)):
        Filter(start=one)
        assert one is None or day_range(one)
