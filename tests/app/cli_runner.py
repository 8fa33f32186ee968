"""Runs the command line inside the test's own process."""

from collections.abc import Callable
from typing import NamedTuple

Run = Callable[..., "Ran"]


class Ran(NamedTuple):
    """What a call answered."""

    status: int
    out: str
    err: str
