"""What is told of what lies under the pointer, in a few lines."""

from collections.abc import Sequence
from typing import Final

from azkz_desktop.dates.days import ordinal
from azkz_desktop.dates.words import in_words
from azkz_desktop.map.hit import Hit
from azkz_desktop.map.marks import Ref, row_array
from azkz_desktop.map.sector_marks import JUNCTION_KM, best_held, scoped, words
from azkz_desktop.map.states import Held, held
from azkz_desktop.map.styles import status_word
from azkz_desktop.map.things import Things
from azkz_desktop.map.tongue import with_english
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState

MOST: Final = 7
"""Events that a tooltip names; the rest is a number."""


class Wording:
    """Words for what `things` hold, as of the moment of a view."""

    def __init__(self, things: Things) -> None:
        self.things = things

    def lines(self, found: Hit, state: ViewState) -> list[str]:
        """What is told of *found*, the first line being its name, as the map of *state* has it."""
        if found.rows:
            return self._events(found, state)
        told = [self._thing(ref, state) for ref in found.refs[:4]]
        return [line for lines in told for line in lines]

    def _name(self, kind: str, key: str, state: ViewState, main: str | None = None) -> str:
        """A thing's name on the map, and the English one; *main* where the facets have none."""
        main = self.things.source.names(kind).get(key, key) if main is None else main
        day = ordinal(state.moment)
        return self.things.tongue.told(kind, key, main, state.language, day)

    def _events(self, found: Hit, state: ViewState) -> list[str]:
        source = self.things.source
        rows = row_array(found.rows[:MOST])
        pairs = zip(source.titles(rows), source.date_words(rows), strict=True)
        lines = [f"{title} — {when}" for title, when in pairs]
        more = len(found.rows) - MOST
        if more > 0:
            lines.append(translate("Map", "and %n more", more))
        if found.bubble is not None:
            places = [self._name("place", key, state) for key in found.bubble.places[:4]]
            lines.insert(0, ", ".join(places))
        elif found.refs:
            from azkz_desktop.map.arcs import way_words  # only when asked

            way = found.refs[0].id
            names = {key: self._name("place", key, state) for key in way.split(">")}
            lines.insert(0, way_words(way, len(found.rows), names))
        return lines

    def _thing(self, ref: Ref, state: ViewState) -> list[str]:
        told = {
            "route": self._route,
            "area": self._area,
            "boundary": self._boundary,
            "actor": self._actor,
            "junction": self._junction,
            "place": self._place,
            "scenario": self._scenario,
        }.get(ref.type)
        return told(ref.id, state) if told is not None else []

    def _route(self, key: str, state: ViewState) -> list[str]:
        course = self.things.courses[key]
        return [course.record.name, *self._status(held(course.life, ordinal(state.moment)))]

    def _area(self, key: str, state: ViewState) -> list[str]:
        region, day = self.things.regions[key], ordinal(state.moment)
        tracks = dict.fromkeys(stage.track for stage in region.life)
        lines = [self._name("area", key, state, region.record.name)]
        for track in tracks:
            lines += self._status(held(region.life, day, track), region.record.type)
        return lines

    def _boundary(self, key: str, state: ViewState) -> list[str]:
        day, line = ordinal(state.moment), scoped(self.things.sector_lines[key], state.scope)
        mains, both = self.things.source.names("actor"), (line.record.state_a, line.record.state_b)
        own = self.things.tongue.actors(mains, both, state.language, day)
        english = (mains.get(both[0], ""), mains.get(both[1], ""))
        title, *told = words(line, (own[both[0]], own[both[1]]), day)
        return [with_english(title, "–".join(english)), *told, *self._status(best_held(line, day))]

    def _junction(self, _key: str, state: ViewState) -> list[str]:
        names = {key: self._name("actor", key, state) for key in JUNCTION_KM}
        away = ", ".join(f"{names[key]} {km:.0f}" for key, km in JUNCTION_KM.items())
        return [
            translate("Map", "Junction of three sectors, agreed 2003: 42°33.6′ N 49°53.3′ E"),
            translate("Map", "To the nearest coasts, km: %s") % away,
            translate("Map", "The computed point lies 19 km away; no line is bent to it."),
        ]

    def _actor(self, key: str, state: ViewState) -> list[str]:
        """A state's shape in the water: what it held of the sea."""
        from azkz_desktop.map.stances import stance_lines  # only when asked
        from azkz_desktop.view.caspian import LITTORAL, all_told

        if key not in LITTORAL:
            return []
        source, day = self.things.source, ordinal(state.moment)
        told = all_told(source.dataset)
        name = self._name("actor", key, state)
        return [name, *stance_lines(told, key, day, source.names("source"))]

    def _scenario(self, key: str, state: ViewState) -> list[str]:
        from azkz_desktop.map.scenario_marks import scenario_lines  # only when asked
        from azkz_desktop.map.scenarios import scenario_of

        scenario = scenario_of(key)
        if scenario is None:
            return []
        source = self.things.source
        positions, actors = source.dataset.positions(), source.names("actor")
        names = {actor: self._name("actor", actor, state) for actor in actors}
        return scenario_lines(scenario, names, positions, source.names("source"))

    def _place(self, key: str, state: ViewState) -> list[str]:
        return [self._name("place", key, state, self.things.places[key].record.name)]

    def _status(self, status: Held | None, kind: str = "") -> list[str]:
        if status is None:
            return [translate("Map", "not told by these documents at this moment")]
        names = self.things.source.names("source")
        told = ", ".join(names.get(key, key) for key in status.stage.told)
        since = in_words(status.stage.edtf)
        line = translate("Map", "{status}: {since} ({told})").format(
            status=_word(status.status, kind), since=since, told=told
        )
        if status.sure:
            return [line]
        return [line, translate("Map", "since when is not told; it may have begun later")]


def _word(status: str, kind: str) -> str:
    """A status in words; of a region "settled" is said of people, not of a dispute."""
    if (status, kind) == ("settled", "region"):
        return translate("Map", "settled by Azerbaijanis")
    return status_word(status)


def as_html(lines: Sequence[str]) -> str:
    """Lines for a tooltip, the first one strong."""
    safe = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    return "<br>".join([f"<b>{safe[0]}</b>", *safe[1:]]) if safe else ""
