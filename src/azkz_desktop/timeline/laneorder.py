"""The order of the lanes: some are pulled to the front, the others follow in their usual order.

First those that a person has moved there, then those that the filter names, then all others.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing import Protocol

    from azkz_desktop.query.filter import Filter

    class Named(Protocol):
        """Anything with an id: a lane."""

        @property
        def id(self) -> str:
            """What it is known by."""
            ...


N = TypeVar("N", bound="Named")


def filtered(facet: str, wanted: "Filter") -> tuple[str, ...]:
    """The ids of the lanes by *facet* that a filter names, in the order in which it does.

    Of kinds none: there are no other lanes then.
    """
    if facet == "actor":
        return tuple(dict.fromkeys(one for ids in wanted.actors for one in ids))
    named = {"theme": wanted.themes, "place": wanted.places, "source": wanted.sources}
    return named.get(facet, ())


def in_order(lanes: Sequence[N], order: Sequence[str]) -> list[N]:
    """*lanes*, those first that *order* names, in its order; the others as they stand."""
    if not order:
        return list(lanes)
    places = {one: place for place, one in enumerate(dict.fromkeys(order))}
    return sorted(lanes, key=lambda lane: places.get(lane.id, len(places)))


def order_with(
    usual: Sequence[str], order: Sequence[str], hidden: Sequence[str], lane: str, place: int
) -> tuple[str, ...]:
    """The shortest order in which *lane* stands at *place* among the lanes that are not hidden.

    *usual* are the ids of all lanes in their usual order. The places of lanes that *order*
    names, but that have no events now, are kept as well as they can: after the lane that they
    came after.
    """
    known = set(usual)
    now = [one for one in order if one in known]
    now += [one for one in usual if one not in order]
    now.remove(lane)
    shown = [one for one in now if one not in hidden]
    at = now.index(shown[place]) if place < len(shown) else len(now)
    now.insert(at, lane)
    return _with_absent(now[: _pulled(now, usual)], order, known)


def _pulled(now: Sequence[str], usual: Sequence[str]) -> int:
    """How many lanes must be pulled to the front, so that the others stand as usual."""
    places = {one: place for place, one in enumerate(usual)}
    count = len(now)
    while count and (count == len(now) or places[now[count - 1]] < places[now[count]]):
        count -= 1
    return count


def _with_absent(first: list[str], order: Sequence[str], known: set[str]) -> tuple[str, ...]:
    for place, one in enumerate(order):
        if one not in known:
            before = next((other for other in reversed(order[:place]) if other in first), None)
            first.insert(0 if before is None else first.index(before) + 1, one)
    return tuple(first)
