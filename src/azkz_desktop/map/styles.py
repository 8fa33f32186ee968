"""How routes and lines look: colour by what they carry, dash by how far they had come.

A line that is not built never looks like one that is: built lines are unbroken (over the sea,
where ships draw no line, dotted), all others are broken, the fainter the less there is of them.
"""

from dataclasses import replace

from azkz_desktop.dataset.records import Route
from azkz_desktop.map.marks import SOLID, Pen
from azkz_desktop.map.states import BUILT, Held
from azkz_desktop.translation import translate

WIDTH = 2.0
UNSURE = 0.45
"""How pale is what may not yet have begun."""
CORRIDOR_WIDTH = 5.0
CORRIDOR_ALPHA = 0.30
DASHES: dict[str, tuple[float, ...]] = {
    "proposed": (5.0, 4.0),
    "agreed": (9.0, 4.0),
    "construction": (14.0, 3.0, 2.0, 3.0),
    "operational": SOLID,
    "expanded": SOLID,
    "suspended": (2.0, 3.0),
    "abandoned": (1.5, 6.0),
}
SHIPS = ("ferry", "tanker")
DOTTED = (2.0, 3.0)
SPARSE = (2.0, 7.0)


def family(route: Route) -> str:
    """What decides a route's colour: oil, gas, railway, road, sea_route, air or corridor."""
    if route.mode == "corridor":
        return "corridor"
    if route.mode in SHIPS:
        return "sea_route"
    if route.mode == "pipeline":
        return "gas" if route.commodity == "gas" else "oil"
    return route.mode if route.mode in ("road", "air") else "railway"


ON_LAND = ("railway", "road")
"""Families that go on by ship where they cross water."""
COLOUR = {"road": "railway", "air": "sea_route"}
"""Families that share another one's colour and differ by shape."""


def pens(kind: str, held: Held) -> tuple[Pen, ...]:
    """The pens for a route of family *kind* in the status that it had."""
    colour = COLOUR.get(kind, kind)
    pale = 0.0 if held.sure else UNSURE
    built = held.status in BUILT
    if kind == "corridor":
        dash = SOLID if built else (10.0, 7.0)
        return (Pen(colour, CORRIDOR_WIDTH, dash, CORRIDOR_ALPHA, pale=pale),)
    if kind in ("sea_route", "air"):
        thin = 1.4 if kind == "air" else WIDTH
        return (Pen(colour, thin, DOTTED if built else SPARSE, pale=pale),)
    if kind == "railway" and built:
        tie = Pen("railway_tie", 1.1, (4.0, 4.0), pale=pale)
        return (Pen(colour, 2.2, SOLID, pale=pale), tie)
    faint = 0.4 if held.status == "abandoned" else pale
    return (Pen(colour, 1.6 if kind == "road" else WIDTH, DASHES[held.status], pale=faint),)


def chosen(one: Pen) -> Pen:
    """The line under a chosen route: wide, in the accent's colour, unbroken."""
    return replace(one, colour="accent", width=one.width + 5, dash=SOLID, alpha=0.35, pale=0.0)


AGREED = Pen("line_agreed", 1.8)
CLAIMED = Pen("line_agreed", 1.4, (10.0, 3.0, 2.0, 3.0))
COMPUTED = Pen("line_computed", 1.5, (1.5, 3.2))


def line_pen(held: Held | None) -> Pen:
    """Three styles: agreed (its course approximate), claimed, computed."""
    if held is not None and held.status in ("agreed", "in_force"):
        return AGREED if held.sure else replace(AGREED, pale=UNSURE)
    return CLAIMED if held is not None and held.status == "claimed" else COMPUTED


def family_word(kind: str) -> str:
    """The family in the legend's words."""
    return {
        "oil": translate("Map", "oil"),
        "gas": translate("Map", "gas"),
        "railway": translate("Map", "railway"),
        "road": translate("Map", "road"),
        "sea_route": translate("Map", "ferry, tanker"),
        "air": translate("Map", "flight"),
        "corridor": translate("Map", "corridor"),
    }[kind]


def status_word(status: str) -> str:
    """A status in words."""
    return {
        "proposed": translate("Map", "proposed"),
        "agreed": translate("Map", "agreed"),
        "construction": translate("Map", "under construction"),
        "operational": translate("Map", "in operation"),
        "expanded": translate("Map", "in operation, expanded"),
        "suspended": translate("Map", "suspended"),
        "abandoned": translate("Map", "abandoned"),
        "discovered": translate("Map", "discovered"),
        "contracted": translate("Map", "under contract"),
        "development": translate("Map", "being developed"),
        "producing": translate("Map", "producing"),
        "disputed": translate("Map", "disputed"),
        "settled": translate("Map", "settled"),
        "planned": translate("Map", "planned"),
        "open": translate("Map", "open"),
        "azerbaijan": translate("Map", "recognised as Azerbaijan's"),
        "azerbaijani": translate("Map", "under Azerbaijani control"),
        "armenian": translate("Map", "under Armenian control"),
        "divided": translate("Map", "control divided"),
        "unsettled": translate("Map", "not settled"),
        "claimed": translate("Map", "claimed"),
        "in_force": translate("Map", "in force"),
    }.get(status, status)


def scope_word(scope: str) -> str:
    """A line's scope in words; none where it covers all."""
    return {
        "seabed": translate("Map", "seabed"),
        "surface": translate("Map", "surface"),
        "fishing": translate("Map", "fishing"),
    }.get(scope, "")


def scope_title(scope: str) -> str:
    """What of the sea's division the map shows, as a title."""
    return {
        "seabed": translate("Map", "Seabed"),
        "surface": translate("Map", "Surface"),
        "positions": translate("Map", "Positions"),
    }[scope]


def scenario_word(key: str) -> str:
    """What a division is called."""
    return {
        "": translate("Map", "No scenario"),
        "median": translate("Map", "Median lines, islands counted"),
        "mainland": translate("Map", "Median lines, mainland only"),
        "equal": translate("Map", "Equal shares of a fifth"),
        "undivided": translate("Map", "One undivided water"),
    }.get(key, key)
