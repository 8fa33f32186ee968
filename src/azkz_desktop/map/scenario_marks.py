"""A division of the sea as it is drawn: hatched like what is computed, never filled."""

from collections.abc import Mapping, Sequence
from typing import Final

from azkz_desktop.dataset.records import Position
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.marks import Patch, Pen, Ref, Stroke
from azkz_desktop.map.scenarios import (
    CLAIMED_BY,
    Scenario,
    Share,
    no_claim,
    rounded_km2,
    rule_words,
    share_words,
)
from azkz_desktop.map.sector_marks import HATCH_TURNS, hatched
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.styles import scenario_word
from azkz_desktop.translation import translate

COMMON_TURN: Final = 45.0
EDGE: Final = Pen("line_computed", 1.4, (6.0, 3.0))
"""Between shares: dashes, which neither an agreed line has nor a computed one (dots)."""
NAMED_FROM: Final = 4200.0
"""Metres a pixel below which shares are named."""
EDGE_ROOM: Final = 36.0
"""Pixels from the picture's edge within which no share is named."""
SHORT_FROM: Final = 1600.0
"""Metres a pixel from which on their areas are left to the tooltip."""


def scenario_patches(scenario: Scenario, camera: Camera) -> list[Patch]:
    """Each share hatched with its own slope; the water stays blue."""
    found = []
    for share in scenario.shares:
        rings = [camera.to_pixels(ring) for ring in share.rings]
        hatch = hatched(rings, HATCH_TURNS.get(share.state, COMMON_TURN), camera)
        ref = Ref("scenario", scenario.id)
        found.append(Patch(tuple(rings), None, 1.0, None, hatch, ref))
    return found


def scenario_strokes(scenario: Scenario, camera: Camera) -> list[Stroke]:
    """The lines between the shares."""
    pixels = tuple(camera.to_pixels(line) for line in scenario.lines)
    return [Stroke(pixels, (EDGE,), Ref("scenario", scenario.id))] if pixels else []


def scenario_wishes(scenario: Scenario, camera: Camera, names: Mapping[str, str]) -> list[Wish]:
    """Each share's name with its part of the sea, where it has the most room."""
    if camera.scale > NAMED_FROM:
        return []
    wishes = [_wish(share, camera, names) for share in scenario.shares]
    return [wish for wish in wishes if wish is not None]


def _wish(share: Share, camera: Camera, names: Mapping[str, str]) -> Wish | None:
    """The name on a point in sight of the share itself: elsewhere it would name another's water."""
    room = Box(0, 0, camera.width, camera.height).grown(-EDGE_ROOM)
    spots = [(x, y) for x, y in camera.to_pixels(share.spots).tolist() if room.holds(x, y)]
    if not spots:
        return None
    (x, y), *more = spots
    text = _label(share, names, short=camera.scale > SHORT_FROM)
    return Wish(text, "line-italic", "sea_text", x, y, 0.0, 3.5, spots=tuple(more))


def _label(share: Share, names: Mapping[str, str], *, short: bool) -> tuple[str, ...]:
    if not share.state:
        return (translate("Map", "common water"), rounded_km2(share.km2))
    name = names.get(share.state, share.state)
    percent = translate("Map", "about %d %%") % round(share.percent)
    return (name, percent) if short else (name, percent, rounded_km2(share.km2))


def scenario_lines(
    scenario: Scenario,
    names: Mapping[str, str],
    positions: Sequence[Position],
    sources: Mapping[str, str],
) -> list[str]:
    """All that is told of a division: its rule, its areas, who held something like it."""
    table = [
        f"{names.get(share.state, share.state)}: {share_words(share)}"
        for share in scenario.shares
        if share.state
    ]
    whole = translate("Map", "The sea: %s, without Garabogazköl") % rounded_km2(scenario.km2)
    told = [
        f"{names.get(one.actor_id, one.actor_id)}: {one.stance} "
        f"({sources.get(one.claim.source_key, one.claim.source_key)}, {one.claim.section})"
        for key in CLAIMED_BY.get(scenario.id, ())
        for one in positions
        if one.id == key
    ]
    rule = rule_words(scenario.id)
    return [scenario_word(scenario.id), no_claim(), rule, *table, whole, *dict.fromkeys(told)]
