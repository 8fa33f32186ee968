"""The small histograms of the facets against counting one by one."""

from dataclasses import replace
from time import perf_counter
from typing import Any

import numpy as np
import pytest

from azkz_desktop.dates.days import ordinal
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import EventIndex
from azkz_desktop.query.sparks import BINS, FIELDS, Sparks
from tests.panels import small

FIRST, END = ordinal("1990-01-01"), ordinal("2020-01-01")
FILTERS = [
    Filter(),
    Filter(actors=(("iran",),)),
    Filter(actors=(("iran",), ("kazakhstan",)), all_actors=True),
    Filter(kinds=("visit",)),
    Filter(start="1997", end="2008"),
    Filter(contested=True),
]


def made(first: float = FIRST, end: float = END) -> tuple[Sparks, EventIndex]:
    columns = small.columns()
    index = EventIndex(columns)
    return Sparks(columns, first, end, index.answer), index


@pytest.mark.parametrize("wanted", FILTERS)
@pytest.mark.parametrize("facet", list(FIELDS))
def test_the_bars_of_a_choice_add_up_to_its_count(wanted: Filter, facet: str) -> None:
    sparks, index = made()
    selection = index.answer(wanted)
    heights = sparks.of(facet, wanted, selection)
    assert heights.sum(axis=1).tolist() == selection.counts[facet].tolist()


def test_each_event_stands_in_the_bin_of_its_day() -> None:
    sparks, index = made()
    heights = sparks.of("actor", Filter(), index.answer(Filter()))
    width = (END - FIRST) / BINS
    for code in range(len(small.ACTORS)):
        days = [small.DAYS[event] for event, one in small.ACTOR_PAIRS if one == code]
        wanted = np.bincount([int((day - FIRST) / width) for day in days], minlength=BINS)
        assert heights[code].tolist() == wanted.tolist()


def test_what_lies_outside_the_days_is_in_no_bin() -> None:
    sparks, index = made(ordinal("1995-01-01"), ordinal("2005-01-01"))
    heights = sparks.of("theme", Filter(), index.answer(Filter()))
    assert heights.sum() == 2


def test_a_bin_knows_its_years() -> None:
    sparks, _ = made(FIRST, ordinal("1990-01-01") + 366 * BINS)
    assert sparks.years(0) == (1990, 1991)
    assert sparks.years(BINS - 1)[1] == 2008


def test_a_hundred_thousand_events_take_a_moment() -> None:
    few, times = small.columns(), 20_000
    count = len(few) * times
    facets = {
        name: member._replace(
            event=(np.arange(times)[:, None] * len(few) + member.event).ravel().astype(np.int32),
            code=np.tile(member.code, times),
        )
        for name, member in few.facets.items()
    }
    longer: dict[str, Any] = {
        name: np.tile(getattr(few, name), times)
        for name in few.__dataclass_fields__
        if name not in ("facets", "kinds", "precisions")
    }
    many = replace(few, facets=facets, **longer)
    assert len(many) == count
    index = EventIndex(many)
    sparks = Sparks(many, FIRST, END, index.answer)
    wanted = Filter(contested=True)
    selection = index.answer(wanted)
    spent = []
    for _ in range(5):
        begun = perf_counter()
        for facet in FIELDS:
            sparks.of(facet, wanted, selection)
        spent.append(perf_counter() - begun)
    assert min(spent) < 0.05
