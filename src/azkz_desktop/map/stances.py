"""What each of the five states held of the sea at a moment: a few words and a shape in its water.

The shapes stand for five kinds of answer; the words for the stance itself, which the tooltip
gives in full with its document.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from azkz_desktop.dates.words import in_words
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.marks import LegendEntry, Ref, Symbol
from azkz_desktop.map.projection import project_points
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
WHERE: Final[Mapping[str, tuple[float, float]]] = {
    "azerbaijan": (50.55, 39.55),
    "iran": (50.6, 37.75),
    "kazakhstan": (50.7, 45.1),
    "russia": (48.4, 43.9),
    "turkmenistan": (52.2, 39.0),
}
"""Degrees: a point off each state's coast that fields and ports leave free."""
RADIUS: Final = 6.5
WIDEST: Final = 26
"""Letters of a line of a label."""
NEARBY: Final = (-14.0, 14.0, -26.0, 26.0)
"""Pixels up and down by which words may stand aside from their shape, where it is crowded."""
NAMED_FROM: Final = 4600.0
"""Metres a pixel below which stances are written out."""


class Shown(NamedTuple):
    """A state's stance at the moment, None where nothing is told yet, and where it is drawn."""

    state: str
    told: Told | None
    x: float
    y: float


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
    places = zip(WHERE, project_points(list(WHERE.values())).tolist(), strict=True)
    return [Shown(state, _held(told, state, day), x, y) for state, (x, y) in places]


def _held(told: Sequence[Told], state: str, day: int) -> Told | None:
    """What is told last of how to divide; failing that, any other stance."""
    dividing = [one for one in told if kind_of(one) != "other"]
    return stance_at(dividing, state, day) or stance_at(told, state, day)


def stance_marks(
    shown: Iterable[Shown], camera: Camera, names: Mapping[str, str]
) -> tuple[list[Symbol], list[Wish]]:
    """A shape in each state's water, its words below it."""
    symbols, wishes = [], []
    for one in shown:
        x, y = camera.pixel(one.x, one.y)
        ref = Ref("actor", one.state)
        if one.told is not None:
            shape = SHAPES[kind_of(one.told)]
            symbols.append(Symbol(shape, x, y, RADIUS, "accent", ref))
        if camera.scale <= NAMED_FROM:
            text = stance_label(one, names)
            spots = tuple((x, y + away) for away in NEARBY)
            wishes.append(Wish(text, "line", "ink", x, y, RADIUS + 5, 2.0, ref=ref, spots=spots))
    return symbols, wishes


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
    return [
        LegendEntry(kind_word(kind), symbol=shape, colour="accent")
        for kind, shape in SHAPES.items()
        if shape in shapes
    ]


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
