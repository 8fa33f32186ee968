"""Sets of events as packed bits: round trips, and dense and sparse choices alike."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import Membership
from azkz_desktop.query.planes import EventSet, FacetPlanes, full, pack, pack_rows, unpack

FLAGS = st.lists(st.booleans(), max_size=300)


@given(FLAGS)
def test_packing_loses_nothing(flags: list[bool]) -> None:
    words = pack(np.array(flags, np.bool_))
    assert unpack(words, len(flags)).tolist() == flags
    assert int(np.bitwise_count(words).sum()) == sum(flags)


@given(FLAGS, st.randoms())
def test_rows_may_come_in_any_order_and_twice(flags: list[bool], random: Random) -> None:
    rows = [row for row, flag in enumerate(flags) if flag] * 2
    random.shuffle(rows)
    assert unpack(pack_rows(rows, len(flags)), len(flags)).tolist() == flags


@pytest.mark.parametrize("total", [0, 1, 63, 64, 65, 128])
def test_the_full_set_has_no_bit_beyond_its_end(total: int) -> None:
    assert int(np.bitwise_count(full(total)).sum()) == total


def facet_of(total: int, choices: int) -> tuple[FacetPlanes, NDArray[np.bool_]]:
    """A facet whose choice c has every event that c + 1 divides, and which has what."""
    divisors = np.arange(1, choices + 1)
    held = np.arange(total)[:, None] % divisors == 0
    event, code = np.nonzero(held)
    ids = tuple(f"choice-{code}" for code in range(choices))
    return FacetPlanes(Membership(event.astype(np.int32), code.astype(np.int32), ids), total), held


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("share", [0.0, 0.002, 0.4, 0.6, 0.998, 1.0])
@pytest.mark.parametrize("total", [1, 100, 5000])
def test_frequent_and_rare_choices_are_counted_alike(
    total: int, share: float, together: bool
) -> None:
    """Few events, half of them, all but a few, all: each is counted in its own way."""
    facet, held = facet_of(total, 300)
    among = np.random.default_rng(7).random(total) < share
    if together:
        among.sort()
    counts = facet.counts(EventSet(pack(among), total))
    assert counts.tolist() == held[among].sum(axis=0).tolist()
    assert counts.dtype == np.int64


@given(FLAGS)
def test_a_complement_has_all_the_others(flags: list[bool]) -> None:
    among = EventSet(pack(np.array(flags, np.bool_)), len(flags))
    assert among.complement.flags.tolist() == [not flag for flag in flags]
    assert among.complement.size == len(flags) - among.size


@pytest.mark.parametrize("way", ["_counts_of", "_counts_by_choice"])
def test_every_way_of_counting_gives_the_same(way: str) -> None:
    facet, held = facet_of(3000, 200)
    among = EventSet(pack(np.random.default_rng(8).random(3000) < 0.3), 3000)
    counts = getattr(facet, way)(among.rows if way == "_counts_of" else among)
    assert counts.tolist() == held[among.flags].sum(axis=0).tolist()


def test_counting_all_gives_no_way_to_change_the_facet() -> None:
    facet, _ = facet_of(100, 3)
    everything = EventSet(full(100), 100)
    facet.counts(everything)[:] = 0
    assert facet.counts(everything).tolist() == [100, 50, 34]


def test_a_set_knows_its_size_and_rows() -> None:
    among = EventSet(pack_rows([3, 99, 64], 100), 100)
    assert (among.size, among.rows.tolist()) == (3, [3, 64, 99])
    assert (among.complement.size, among.complement.complement.size) == (97, 3)
    assert 64 not in among.complement.rows
    assert (among.window, EventSet(pack_rows([], 100), 100).window) == (slice(0, 2), slice(0, 0))
    assert EventSet(pack_rows([70, 90], 200), 200).window == slice(1, 2)


def test_any_of_joins_frequent_and_rare_choices() -> None:
    facet, held = facet_of(5000, 300)
    found = unpack(facet.any_of(["choice-6", "choice-250"]), 5000)
    assert found.tolist() == (held[:, 6] | held[:, 250]).tolist()


PAIRS = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 299) | st.sampled_from((0, 1, 299))),
    max_size=400,
)


@given(PAIRS, st.sampled_from((2, 300)), st.sets(st.integers(0, 999), max_size=30))
def test_each_choice_has_the_events_that_have_it(
    pairs: list[tuple[int, int]], choices: int, some: set[int]
) -> None:
    """Whether its events are few or many, and however many choices there are."""
    ordered = sorted({(event, code % choices) for event, code in pairs})
    event, code = (np.array([pair[at] for pair in ordered], np.int32) for at in (0, 1))
    ids = tuple(f"choice-{one}" for one in range(choices))
    facet = FacetPlanes(Membership(event, code, ids), 1000)
    held = [{one for one, other in ordered if other == choice} for choice in range(choices)]
    for choice, events in zip(ids, held, strict=True):
        assert set(np.flatnonzero(unpack(facet.any_of([choice]), 1000)).tolist()) == events
    counts = facet.counts(EventSet(pack_rows(sorted(some), 1000), 1000))
    assert counts.tolist() == [len(events & some) for events in held]


def test_a_choice_that_no_event_has() -> None:
    none = np.zeros(0, np.int32)
    facet = FacetPlanes(Membership(none, none, ("a", "b")), 10)
    assert facet.counts(EventSet(full(10), 10)).tolist() == [0, 0]
    assert not facet.any_of(["b"]).any()
    assert "b" in facet
    assert "c" not in facet
