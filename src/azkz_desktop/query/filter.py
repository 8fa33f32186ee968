"""What is asked: a filter of events as one immutable value."""

from dataclasses import fields

from azkz_desktop.lean import dataclass

FACETS = ("kind", "actor", "theme", "place", "source")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are wanted. Every field left empty asks nothing.

    Values of one field are alternatives, different fields are all required. An entry of
    `actors` is itself a tuple of ids that are alternatives (several persons whom one typed
    name fits); with `all_actors` every entry must be met.

    `start` and `end` are dates of EDTF level 0 as a person writes them ("2005", "2005-05",
    "2005-05-24"): the period runs from the first day of `start` to the last day of `end`.
    `certainly` keeps only events that touch the period whatever their true dates are.
    """

    start: str | None = None
    end: str | None = None
    certainly: bool = False
    actors: tuple[tuple[str, ...], ...] = ()
    all_actors: bool = False
    kinds: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    contested: bool = False
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it lets every event through."""
        return all(
            not getattr(self, field.name)
            for field in fields(self)
            if field.name not in ("certainly", "all_actors")
        )
