"""What each of the five states held of the sea at a moment: a few words and a shape in its water.

The shapes stand for five kinds of answer; the words for the stance itself, which the tooltip
gives in full with its document.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from azkz_desktop.dates.words import in_words
from azkz_desktop.map.callout_places import Callout, Form
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import LegendEntry, Ref, Symbol
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.shapes import Box, Floats
from azkz_desktop.translation import translate
from azkz_desktop.view.caspian import Told, stance_at

SHAPES: Final[Mapping[str, str]] = {
    "common": "circle",
    "sectors": "square",
    "median": "diamond",
    "fifth": "pentagon",
    "against": "triangle",
    "other": "plus",
}
"""The shape of each kind of answer, in the order of the legend."""
KINDS: Final[Mapping[str, str]] = {
    "russia-indivisible-caspian": "common",
    "iran-indivisible-caspian": "common",
    "azerbaijan-national-sectors": "sectors",
    "kazakhstan-national-sectors": "sectors",
    "turkmenistan-national-sectors": "sectors",
    "azerbaijan-kazakhstan-national-sectors-together": "sectors",
    "az-kz-caspian-consensus": "sectors",
    "azerbaijan-sovereign-area-over-definition": "sectors",
    "azerbaijan-accepts-russian-kazakh-basis": "other",
    "turkmenistan-differs-on-method": "sectors",
    "azerbaijan-median-line": "median",
    "kazakhstan-median-line": "median",
    "russia-median-line": "median",
    "iran-at-least-a-fifth": "fifth",
    "iran-against-northern-division": "against",
    "turkmenistan-against-northern-division": "against",
    "iran-caspian-cooperation-zone": "other",
}
"""Which kind of answer a stance is, by its id; what is not here is `other`."""
UNTOLD: Final = "frame"
"""The shape of a state of which nothing is told yet."""
WHERE: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {
    "azerbaijan": (
        (50.55, 39.55), (50.6, 41.2), (50.3, 38.9), (50.9, 40.0), (49.5, 41.8), (51.0, 39.2),
        (51.0, 40.6), (49.9, 38.8), (50.0, 42.2),
    ),
    "iran": ((50.6, 37.75), (51.2, 37.4), (51.8, 37.2), (52.6, 37.1)),
    "kazakhstan": ((50.7, 45.1), (51.2, 46.0), (50.2, 44.0), (50.7, 43.2), (51.5, 42.4)),
    "russia": ((48.4, 43.9), (48.9, 43.3), (48.5, 44.6), (48.9, 42.8), (48.2, 43.4)),
    "turkmenistan": ((52.2, 39.0), (52.4, 38.2), (52.6, 39.6), (52.0, 39.9), (52.1, 40.6)),
}  # fmt: skip
"""Degrees: points off each state's coast; the first that nothing else covers has its shape."""
SIDES: Final = {"azerbaijan": -1, "russia": -1, "kazakhstan": 1, "turkmenistan": 1}
"""On which side of its shape a state lies itself: west or east."""
RADIUS: Final = 6.5
WIDEST: Final = 26
"""Letters of a line of a label."""
UNDATED, BRIEF, ONE_LINE = 45.0, 60.0, 75.0
"""What it costs to leave out the date, to give only the kind of answer, to give it in one line."""
NAMED_FROM: Final = 9000.0
"""Metres a pixel below which stances are written out."""


class Shown(NamedTuple):
    """A state's stance at the moment, None where nothing is told yet, and where it may be drawn.

    `spots` are points (n, 2) in metres, the best first.
    """

    state: str
    told: Told | None
    spots: Floats


def kind_of(told: Told) -> str:
    """Which kind of answer a stance is."""
    return KINDS.get(told.id, "other")


def kind_word(kind: str) -> str:
    """A kind of answer in the legend's words."""
    return {
        "common": translate("Map", "holds: one common water"),
        "sectors": translate("Map", "holds: national sectors"),
        "median": translate("Map", "holds: median line"),
        "fifth": translate("Map", "holds: no less than a fifth"),
        "against": translate("Map", "objects to a division"),
        "other": translate("Map", "another stance"),
    }[kind]


def brief_word(told: Told | None) -> str:
    """A kind of answer in a word or two, for where there is no room for more."""
    if told is None:
        return translate("Map", "not told")
    return {
        "common": translate("Map", "one water"),
        "sectors": translate("Map", "sectors"),
        "median": translate("Map", "median line"),
        "fifth": translate("Map", "at least a fifth"),
        "against": translate("Map", "objects"),
        "other": translate("Map", "another stance"),
    }[kind_of(told)]


def short_word(told: Told) -> str:
    """A stance in a few words; its own wording where none are ready."""
    return {
        "russia-indivisible-caspian": translate("Map", "one indivisible water"),
        "iran-indivisible-caspian": translate("Map", "one indivisible water"),
        "azerbaijan-national-sectors": translate("Map", "national sectors"),
        "kazakhstan-national-sectors": translate("Map", "national sectors"),
        "turkmenistan-national-sectors": translate("Map", "national sectors"),
        "azerbaijan-kazakhstan-national-sectors-together": translate(
            "Map", "national sectors, as Kazakhstan"
        ),
        "az-kz-caspian-consensus": translate("Map", "divided, as Azerbaijan"),
        "azerbaijan-sovereign-area-over-definition": translate("Map", "an area of its own"),
        "azerbaijan-accepts-russian-kazakh-basis": translate(
            "Map", "takes the Russian–Kazakh agreements as a base"
        ),
        "turkmenistan-differs-on-method": translate("Map", "shared, by another method"),
        "azerbaijan-median-line": translate("Map", "median line"),
        "kazakhstan-median-line": translate("Map", "median line"),
        "russia-median-line": translate("Map", "median line"),
        "iran-at-least-a-fifth": translate("Map", "no less than 20 %"),
        "iran-against-northern-division": translate("Map", "against the northern division"),
        "turkmenistan-against-northern-division": translate("Map", "against the northern division"),
        "iran-caspian-cooperation-zone": translate("Map", "one body of all five"),
    }.get(told.id, told.stance)


def shown_stances(told: Sequence[Told], day: int) -> list[Shown]:
    """The stances at *day*, each on its place in the sea."""
    return [
        Shown(state, _held(told, state, day), project_points(list(spots)))
        for state, spots in WHERE.items()
    ]


def _held(told: Sequence[Told], state: str, day: int) -> Told | None:
    """What is told last of how to divide; failing that, any other stance."""
    dividing = [one for one in told if kind_of(one) != "other"]
    return stance_at(dividing, state, day) or stance_at(told, state, day)


def stance_symbols(
    shown: Iterable[Shown],
    camera: Camera,
    sight: Box,
    marks: Sequence[Box] = (),
) -> list[Symbol]:
    """A shape in each state's water, clear of *marks* where any of its spots is.

    A state whose water is out of *sight* has its shape where it always is.
    """
    found: list[Symbol] = []
    for one in shown:
        own = [*marks, *(_box(symbol.x, symbol.y) for symbol in found)]
        shape = UNTOLD if one.told is None else SHAPES[kind_of(one.told)]
        colour = "secondary" if one.told is None else "accent"
        x, y = _spot(camera.to_pixels(one.spots).tolist(), sight, own)
        found.append(Symbol(shape, x, y, RADIUS, colour, Ref("actor", one.state)))
    return found


def _spot(spots: list[list[float]], sight: Box, marks: Sequence[Box]) -> list[float]:
    """The first in sight that no mark covers; else the first in sight; else the first."""
    seen = [xy for xy in spots if sight.grown(-RADIUS - 2).holds(*xy)]
    free = [xy for xy in seen if not any(_box(*xy).meets(box) for box in marks)]
    return (free or seen or spots)[0]


def _box(x: float, y: float) -> Box:
    return Box(x, y, x, y).grown(RADIUS + 2)


def stance_callouts(
    shown: Iterable[Shown], symbols: Iterable[Symbol], names: Mapping[str, str], scale: float
) -> list[Callout]:
    """The words that stand in or beside each state's shape, on a map of *scale* metres a pixel."""
    if scale > NAMED_FROM:
        return []
    return [_callout(one, at, names) for one, at in zip(shown, symbols, strict=True)]


def _callout(one: Shown, at: Symbol, names: Mapping[str, str]) -> Callout:
    forms, side = stance_forms(one, names), SIDES.get(one.state, 0)
    return Callout(
        forms, "line", "ink", ((at.x, at.y),), RADIUS + 4, RADIUS + 2, side, Ref("actor", one.state)
    )


def stance_forms(one: Shown, names: Mapping[str, str]) -> tuple[Form, ...]:
    """A stance in full, and shorter and shorter: without its date, its kind only, in a line."""
    name, *said = stance_label(one, names)
    brief = brief_word(one.told)
    undated = said[:-1] if one.told is not None else said
    return (
        Form((name, *said)),
        *([Form((name, *undated), UNDATED)] if undated != said else []),
        Form((name, brief), BRIEF),
        Form((translate("Map", "{name}: {change}").format(name=name, change=brief),), ONE_LINE),
    )


def stance_label(one: Shown, names: Mapping[str, str]) -> tuple[str, ...]:
    """State, stance and of when it is told, in lines short enough for a sea."""
    name = names.get(one.state, one.state)
    if one.told is None:
        return (name, translate("Map", "not told by these documents"))
    when = in_words(one.told.edtf) if one.told.edtf else translate("Map", "no date told")
    return (name, *_wrapped(short_word(one.told)), f"({when})")


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= WIDEST or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def stance_entries(points: Iterable[Symbol]) -> list[LegendEntry]:
    """The kinds of answer that are shown among the *points*."""
    shapes = {one.shape for one in points if one.ref is not None and one.ref.type == "actor"}
    found = [
        LegendEntry(kind_word(kind), symbol=shape, colour="accent")
        for kind, shape in SHAPES.items()
        if shape in shapes
    ]
    if UNTOLD in shapes:
        text = translate("Map", "stance not told by these documents")
        found.append(LegendEntry(text, symbol=UNTOLD, colour="secondary"))
    return found


def stance_lines(
    told: Sequence[Told], state: str, day: int, sources: Mapping[str, str]
) -> list[str]:
    """All stances of *state* that are told until *day*, the last first, with their documents."""
    own = [one for one in told if one.state == state and one.stance]
    until = [one for one in own if one.first is None or one.first <= day]
    until.sort(key=lambda one: -(one.first or 0))
    lines = []
    for one in until:
        when = in_words(one.edtf) if one.edtf else translate("Map", "no date told")
        keys = dict.fromkeys(said.claim.source_key for said in one.said)
        by = ", ".join(sources.get(key, key) for key in keys)
        lines.append(f"{when}: {one.stance} ({by})")
    return lines or [translate("Map", "not told by these documents at this moment")]


def stances_in_a_paragraph(
    shown: Iterable[Shown], names: Mapping[str, str], sources: Mapping[str, str]
) -> str:
    """The stances told below a picture, each with its date and documents."""
    parts = []
    for one in shown:
        name = names.get(one.state, one.state)
        if one.told is None:
            parts.append(f"{name}: {translate('Map', 'not told by these documents')}")
            continue
        keys = dict.fromkeys(said.claim.source_key for said in one.told.said)
        by = ", ".join(sources.get(key, key) for key in keys)
        when = f"{in_words(one.told.edtf)}; {by}" if one.told.edtf else by
        parts.append(f"{name}: {short_word(one.told)} ({when})")
    return translate("Map", "Positions: %s.") % "; ".join(parts)
