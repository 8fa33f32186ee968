"""How two dates relate: agree, refine, contradict, or only overlap."""

from enum import Enum

from azkz_desktop.dates.edtf import Span

_BEFORE_ALL = -(10**9)
_AFTER_ALL = 10**9


class Relation(Enum):
    """What the first of two statements is to the second."""

    EQUAL = "equal"
    REFINES = "refines"
    """The first lies inside the second: it says the same more precisely."""
    REFINED = "refined"
    """The second lies inside the first."""
    OVERLAPS = "overlaps"
    """They meet, neither inside the other: noted, not contested."""
    CONTRADICTS = "contradicts"


def extent(span: Span) -> tuple[int, int]:
    """The first and last day that *span* may touch, far beyond the calendar where open."""
    start = _BEFORE_ALL if span.start_earliest is None else span.start_earliest
    end = _AFTER_ALL if span.end_latest is None else span.end_latest
    return start, end


def relation(one: Span, other: Span) -> Relation:
    """How the date *one* relates to the date *other*."""
    return of_extents(extent(one), extent(other))


def of_extents(one: tuple[float, float], other: tuple[float, float]) -> Relation:
    """The same for two closed intervals (first, last)."""
    if one == other:
        return Relation.EQUAL
    if one[1] < other[0] or other[1] < one[0]:
        return Relation.CONTRADICTS
    if other[0] <= one[0] and one[1] <= other[1]:
        return Relation.REFINES
    if one[0] <= other[0] and other[1] <= one[1]:
        return Relation.REFINED
    return Relation.OVERLAPS
