"""Sets of events as packed bits: round trips, and dense and sparse choices alike."""

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import Membership
from azkz_desktop.query.planes import FacetPlanes, full, pack, pack_rows, unpack

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


@pytest.mark.parametrize("total", [1, 100, 5000])
def test_frequent_and_rare_choices_are_counted_alike(total: int) -> None:
    facet, held = facet_of(total, 300)
    among = np.random.default_rng(7).random(total) < 0.4
    assert facet.counts(pack(among)).tolist() == held[among].sum(axis=0).tolist()


def test_any_of_joins_frequent_and_rare_choices() -> None:
    facet, held = facet_of(5000, 300)
    found = unpack(facet.any_of(["choice-6", "choice-250"]), 5000)
    assert found.tolist() == (held[:, 6] | held[:, 250]).tolist()


def test_a_choice_that_no_event_has() -> None:
    none = np.zeros(0, np.int32)
    facet = FacetPlanes(Membership(none, none, ("a", "b")), 10)
    assert facet.counts(full(10)).tolist() == [0, 0]
    assert not facet.any_of(["b"]).any()
    assert "b" in facet
    assert "c" not in facet
