"""What changed on the map between two moments, in words: built, agreed, suspended.

Only the two moments are compared: what came and went between them is not told of.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from azkz_desktop.dates.days import ordinal
from azkz_desktop.dates.words import day_in_words, in_words
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.routes import is_shown
from azkz_desktop.map.sector_marks import scoped
from azkz_desktop.map.states import EVER, Held, Stage, held, tracks
from azkz_desktop.map.styles import scope_word, status_word
from azkz_desktop.map.things import Things
from azkz_desktop.map.tongue import with_english
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState


class Changed(NamedTuple):
    """A thing of which other is told at the later day than at the earlier one.

    `before` and `after` are statuses, empty where nothing is told; `stage` is what brought the
    change about: what began, or where nothing is told any more, what ended. `aspect` is the
    scope of a line, or what of an area the statuses tell of.
    """

    ref: Ref
    name: str
    aspect: str
    before: str
    after: str
    stage: Stage

    @property
    def day(self) -> int:
        """The first day on which it may have changed."""
        return self.stage.first if self.after else self.stage.last + 1


def changes(things: Things, state: ViewState) -> list[Changed]:
    """What of the layers that are on changed between the two moments of *state*, by time."""
    if not state.compare:
        return []
    first, last = sorted((ordinal(state.moment), ordinal(state.compare)))
    found = [
        Changed(ref, name, aspect, _status(before), _status(after), _brought(before, after))
        for ref, name, aspect, before, after in _pairs(things, state, first, last)
        if _status(before) != _status(after)
    ]
    return sorted(found, key=lambda one: (one.day, one.name, one.aspect))


def _status(status: Held | None) -> str:
    return status.status if status is not None else ""


def _brought(before: Held | None, after: Held | None) -> Stage:
    stage = after or before
    assert stage is not None  # noqa: S101 - one of the two tells something, or they were equal
    return stage.stage


Pair = tuple[Ref, str, str, Held | None, Held | None]


def _pairs(things: Things, state: ViewState, first: int, last: int) -> Iterator[Pair]:
    """Each thing and aspect of it with what is told at the two days."""
    if "routes" in state.layers:
        for key, course in things.courses.items():
            before, after = (is_shown(course, held(course.life, day)) for day in (first, last))
            yield Ref("route", key), course.record.name, "", before, after
    if "areas" in state.layers:
        for key, region in things.regions.items():
            name = things.tongue.told("area", key, region.record.name, state.language, last)
            yield from _aspects(Ref("area", key), name, region.life, first, last)
    if "lines" in state.layers and state.scope != "positions":
        names = things.source.names("actor")
        for key, line in things.sector_lines.items():
            record, life = line.record, scoped(line, state.scope).life
            both = (record.state_a, record.state_b)
            main = "–".join(names.get(one, "") for one in both)
            own = "–".join(things.tongue.actors(names, both, state.language, last).values())
            pair = with_english(own, main)
            yield from _aspects(Ref("boundary", key), pair, life, first, last)


def _aspects(ref: Ref, name: str, life: Sequence[Stage], first: int, last: int) -> Iterator[Pair]:
    for track in tracks(life):
        yield ref, name, track, held(life, first, track), held(life, last, track)


def change_words(changed: Changed) -> str:
    """A change in a line: "Baku–Tbilisi–Ceyhan: under construction → in operation, 2006"."""
    scope = scope_word(changed.aspect) if changed.ref.type == "boundary" else ""
    name = f"{changed.name}, {scope}" if scope else changed.name
    return translate("Map", "{name}: {change}").format(name=name, change=_change(changed))


def _change(changed: Changed) -> str:
    after, when = status_word(changed.after), _when(changed)
    if not changed.before:
        return f"{after}, {when}" if when else after
    before = status_word(changed.before)
    if not changed.after:
        after = translate("Map", "no longer told of")
    return f"{before} → {after}, {when}" if when else f"{before} → {after}"


def _when(changed: Changed) -> str:
    """When it changed, as the documents date it."""
    if changed.after:
        return in_words(changed.stage.edtf)
    return "" if changed.stage.last == EVER else day_in_words(changed.stage.last)
