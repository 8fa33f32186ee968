"""What is asked of columns of numbers."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import run_starts


@given(st.lists(st.integers(0, 6)), st.sampled_from([np.uint8, np.int32, np.int64]))
def test_runs_begin_where_unique_says(numbers: list[int], kind: type[np.integer[Any]]) -> None:
    ordered = np.array(sorted(numbers), dtype=kind)
    assert run_starts(ordered).tolist() == np.unique(ordered, return_index=True)[1].tolist()
