"""What stands on the ground at a moment: areas, sectors, lines, routes, and their names.

It depends on the camera, the moment and the layers, not on what is filtered or chosen: so it is
made, and painted, once for all of that. What is chosen is laid over it (`above`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from azkz_desktop.dates.days import ordinal
from azkz_desktop.map.area_marks import area_patches, area_points, shown_regions, water_wishes
from azkz_desktop.map.callout_places import Callout
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.ground_names import sea_spots
from azkz_desktop.map.labels import Measure, Wish
from azkz_desktop.map.marks import Patch, Stroke, Symbol
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.route_labels import route_wishes, short_names
from azkz_desktop.map.routes import Routes, ShownRoute
from azkz_desktop.map.sector_marks import (
    ShownLine,
    junction,
    line_callout,
    sector_patches,
    sector_spots,
    share_text,
    shown_lines,
    silent_callouts,
)
from azkz_desktop.map.sectors import STATES
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.states import SETTLED
from azkz_desktop.map.things import Things
from azkz_desktop.map.tongue import Tongue
from azkz_desktop.map.under import Under
from azkz_desktop.translation import translate
from azkz_desktop.view.state import SCENARIOS, ViewState

if TYPE_CHECKING:
    from azkz_desktop.map.stances import Shown
    from azkz_desktop.view.caspian import Told

MIDDLE_OF_THE_SEA = project_points([(50.55, 42.0)])
NAMES_FROM, ONE_NAME_FROM = 4600.0, 1500.0
"""Metres a pixel: from where on sector lines are named, and from where on those not agreed
are each named by itself."""
ONE_LINE_FROM = 1600.0
"""Metres a pixel: from here on a sentence is wider than the sea."""
FAR = 1e6
"""Pixels: what is said once is nowhere said again."""
LAYERS = ("areas", "sectors", "lines", "routes")
"""The layers that stand, in the order in which they are laid down."""


class Asked(NamedTuple):
    """What of a view decides what stands: whatever else changes, it stays as it is."""

    day: int
    layers: tuple[str, ...]
    scope: str
    scenario: str
    language: str

    @classmethod
    def of(cls, state: ViewState) -> Self:
        """What *state* asks."""
        layers = tuple(layer for layer in LAYERS if layer in state.layers)
        day = ordinal(state.moment)
        return cls(day, layers, state.scope, state.scenario, state.language)


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Marks in pixels of the camera, wishes for their names, and what the legend tells of.

    What stands is placed before any wish: `callouts` are said of lines, `stances` of states,
    which are called as `states` says.
    """

    patches: tuple[Patch, ...]
    strokes: tuple[Stroke, ...]
    symbols: tuple[Symbol, ...]
    wishes: tuple[Wish, ...]
    lines: tuple[ShownLine, ...]
    routes: tuple[ShownRoute, ...]
    under: Under
    callouts: tuple[Callout, ...] = ()
    stances: "tuple[Shown, ...]" = ()
    states: Mapping[str, str] = field(default_factory=dict)


class Standings:
    """Makes what stands; holds what has been worked out once for all cameras."""

    def __init__(self, source: MapSource, things: Things, measure: Measure) -> None:
        self.source = source
        self.things = things
        self.measure = measure
        self.routes = Routes(things.courses)
        self.short_names = short_names(source.dataset.names())

    @property
    def tongue(self) -> Tongue:
        """What things are called in other languages and at other times."""
        return self.things.tongue

    def states(self, asked: Asked) -> dict[str, str]:
        """What the five states are called."""
        mains = self.source.names("actor")
        return self.tongue.actors(mains, STATES, asked.language, asked.day)

    @cached_property
    def told(self) -> "tuple[Told, ...]":
        """What is told of the division of the sea."""
        from azkz_desktop.view.caspian import all_told  # only where stances are shown

        return all_told(self.source.dataset)

    def make(self, camera: Camera, asked: Asked) -> Standing:
        """All that stands, for the picture that *camera* takes."""
        draft = _Draft(self, camera, asked)
        for layer in LAYERS:
            if layer == "sectors" and asked.scenario in SCENARIOS:
                draft.scenario(asked.scenario)  # in the place of the computed sectors
            elif layer in asked.layers:
                draft.add(layer)
        return draft.standing()


class _Draft:
    """One standing in the making: each layer adds its marks and its wishes for labels."""

    def __init__(self, maker: Standings, camera: Camera, asked: Asked) -> None:
        self.maker, self.things = maker, maker.things
        self.camera, self.asked, self.day = camera, asked, asked.day
        self.patches: list[Patch] = []
        self.strokes: list[Stroke] = []
        self.symbols: list[Symbol] = []
        self.wishes: list[Wish] = []
        self.callouts: list[Callout] = []
        self.stances: list[Shown] = []
        self.shown_lines: list[ShownLine] = []
        self.shown_routes: list[ShownRoute] = []

    def add(self, layer: str) -> None:
        """Lay down one of `LAYERS`."""
        {
            "areas": self.areas,
            "sectors": self.sectors,
            "lines": self.lines,
            "routes": self.routes,
        }[layer]()

    def standing(self) -> Standing:
        """What has been laid down."""
        return Standing(
            tuple(self.patches),
            tuple(self.strokes),
            tuple(self.symbols),
            tuple(self.wishes),
            tuple(self.shown_lines),
            tuple(self.shown_routes),
            Under(self.strokes, self.camera),
            tuple(self.callouts),
            tuple(self.stances),
            self.maker.states(self.asked) if self.stances else {},
        )

    def areas(self) -> None:
        shown = shown_regions(self.things, self.day)
        patches, wishes = area_patches(shown, self.camera)
        symbols, more = area_points(shown, self.camera)
        waters = water_wishes(shown, self.camera)
        self.patches += patches
        self.symbols += symbols
        tongue, language = self.maker.tongue, self.asked.language
        self.wishes += [
            tongue.renamed(wish, language, self.day) for wish in (*wishes, *more, *waters)
        ]

    def sectors(self) -> None:
        things = self.things
        self.patches += sector_patches(things, self.camera)
        self.illustration()
        found = ((state, things.regions.get(f"sector-{state}")) for state in STATES)
        regions = [(state, one) for state, one in found if one is not None and one.outline]
        names = self.maker.states(self.asked)
        for state, region in regions:
            share = share_text(region, [one for _, one in regions])
            if self.camera.scale <= ONE_LINE_FROM:
                share = translate("Map", "%s, computed") % share
            spots = sector_spots(region, self.camera)
            self._say((names[state], share), "line-italic", spots, 4.0)

    def illustration(self) -> None:
        """Say across the sea that all of it is computed: once, in the lines that fit."""
        camera = self.camera
        middle = camera.to_pixels(MIDDLE_OF_THE_SEA)[0].tolist()
        said = translate("Map", "Illustration, not a boundary")
        lines = [(said,), tuple(said.split(" ", 1))]
        if camera.scale > ONE_LINE_FROM:
            lines.reverse()
        room = Box(0, 0, camera.width, camera.height)
        spots = [*([(middle[0], middle[1])] if room.holds(*middle) else []), *sea_spots(camera)]
        for i, text in enumerate(lines):
            self._say(text, "sea", spots, 4.5 + i / 10, group="illustration", apart=FAR)

    def _say(
        self,
        text: tuple[str, ...],
        role: str,
        spots: list[tuple[float, float]],
        rank: float,
        *,
        group: str = "",
        apart: float = 0.0,
    ) -> None:
        """Words on the water at one of *spots*, if there are any."""
        if spots:
            (x, y), more = spots[0], tuple(spots[1:])
            wish = Wish(text, role, "sea_text", x, y, 0.0, rank, spots=more, group=group)
            self.wishes.append(replace(wish, apart=apart))

    def scenario(self, key: str) -> None:
        """A division to look at, with the names and the areas of its shares."""
        from azkz_desktop.map import scenario_marks as marks  # only where one is shown
        from azkz_desktop.map.scenarios import bundled_scenarios

        scenario = bundled_scenarios()[key]
        names = self.maker.states(self.asked)
        self.patches += marks.scenario_patches(scenario, self.camera)
        self.strokes += marks.scenario_strokes(scenario, self.camera)
        self.wishes += marks.scenario_wishes(scenario, self.camera, names)
        self.illustration()

    def lines(self) -> None:
        camera, day = self.camera, self.day
        if self.asked.scope == "positions":
            self.positions()
            return
        lines = shown_lines(self.things, camera, day, self.asked.scope)
        if self.asked.scenario in SCENARIOS:  # in which nothing else is computed
            lines = [line for line in lines if line.held and line.held.status in SETTLED]
        actors = self.maker.states(self.asked)
        self.shown_lines += lines
        self.strokes += [line.stroke for line in lines]
        self.symbols += junction(camera, day) if self.asked.scope == "seabed" else []
        if ONE_NAME_FROM < camera.scale <= NAMES_FROM:
            self.callouts += silent_callouts(lines, day)
        for line in lines if camera.scale <= NAMES_FROM else []:
            record = line.line.record
            names = (actors.get(record.state_a, ""), actors.get(record.state_b, ""))
            settled = line.held is not None and line.held.status in SETTLED
            callout = line_callout(line, names, day)
            if callout is not None and (settled or camera.scale <= ONE_NAME_FROM):
                self.callouts.append(callout)

    def positions(self) -> None:
        """In the place of the lines: what each state held of them."""
        from azkz_desktop.map.stances import shown_stances  # only then

        self.stances += shown_stances(self.maker.told, self.day)

    def routes(self) -> None:
        maker = self.maker
        routes = maker.routes.strokes(self.camera, self.day)
        self.shown_routes += routes
        self.strokes += [stroke for route in routes for stroke in route.strokes]
        for route in routes:
            short = maker.short_names.get(route.id)
            self.wishes += route_wishes(route, short, self.camera, maker.measure)
