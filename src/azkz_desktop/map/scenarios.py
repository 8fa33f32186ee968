"""Divisions of the sea to look at: illustrations of rules, nobody's claim and no boundary.

Computed beforehand by `scripts/scenario_geometry.py`, which tells how; read when first asked for.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import shapely

from azkz_desktop.map.basemap import bundled_folder
from azkz_desktop.map.levels import read_layers
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.shapes import Floats
from azkz_desktop.map.styles import scenario_word
from azkz_desktop.translation import translate
from azkz_desktop.view.state import SCENARIOS

GEOMETRY: Final = "scenarios.npz"
NUMBERS: Final = "scenarios.json"
SPOT: Final = 25_000.0
"""Metres between the points of a share at which its name may stand."""
CLAIMED_BY: Final = {
    "undivided": ("russia-indivisible-caspian", "iran-indivisible-caspian"),
    "equal": ("iran-at-least-a-fifth",),
    "median": (
        "azerbaijan-median-line",
        "kazakhstan-median-line",
        "russia-median-line",
    ),
}
"""Ids of the stances that documents tell and that come near to a rule. None gives a course."""


class Share(NamedTuple):
    """A state's part: square kilometres, percent of the sea, rings in metres.

    `spots` (n, 2) metres are where its name may stand, the middle of its widest part first.
    `state` is empty where the water is common.
    """

    state: str
    km2: int
    percent: float
    rings: tuple[Floats, ...]
    spots: Floats


class Scenario(NamedTuple):
    """One division: its shares, and the lines between them (n, 2) metres."""

    id: str
    method: str
    shares: tuple[Share, ...]
    lines: tuple[Floats, ...]

    @property
    def km2(self) -> int:
        """The whole sea."""
        return sum(share.km2 for share in self.shares)


def read_scenarios(folder: Path) -> dict[str, Scenario]:
    """All divisions in *folder* by their ids."""
    layers = read_layers(folder / GEOMETRY)
    told = json.loads((folder / NUMBERS).read_text("utf-8"))
    found = {}
    for key in SCENARIOS:
        rows, outline = told[key]["shares"], layers[key]
        total = sum(row["km2"] for row in rows)
        shares = []
        for i, row in enumerate(rows):
            owned = np.flatnonzero(outline.feature == i).tolist()
            rings = tuple(outline.parts[ring] for ring in owned)
            spots = _spots(rings, project_points([row["at"]]))
            share = Share(row["state"], row["km2"], 100 * row["km2"] / total, rings, spots)
            shares.append(share)
        lines = tuple(layers[f"{key}.lines"].parts)
        found[key] = Scenario(key, told[key]["method"], tuple(shares), lines)
    return found


def _spots(rings: tuple[Floats, ...], middle: Floats) -> Floats:
    """The *middle* (1, 2) and a grid of points inside the *rings*, the nearest to it first."""
    (left, bottom), (right, top) = (
        np.min([r.min(axis=0) for r in rings], axis=0),
        np.max([r.max(axis=0) for r in rings], axis=0),
    )
    across, up = np.meshgrid(np.arange(left, right, SPOT), np.arange(bottom, top, SPOT))
    grid: Floats = np.column_stack((across.ravel(), up.ravel()))
    # Rings of one share never cross: what lies in an odd number of them is inside.
    times = np.sum([shapely.contains_xy(shapely.Polygon(ring), grid) for ring in rings], axis=0)
    inside = times % 2 == 1
    found = grid[inside]
    order = np.argsort(np.hypot(*(found - middle).T), kind="stable")
    spots: Floats = np.vstack((middle, found[order]))
    return spots


@lru_cache(maxsize=1)
def bundled_scenarios() -> dict[str, Scenario]:
    """The divisions that the application comes with, read once."""
    return read_scenarios(bundled_folder())


def scenario_of(key: str) -> Scenario | None:
    """The division *key*; None for none, and for one that this version does not have."""
    return bundled_scenarios()[key] if key in SCENARIOS else None


def rule_words(key: str) -> str:
    """By which rule it is made, in one sentence."""
    return {
        "median": translate(
            "Map", "To each state the water nearest to its coast; islands count as coast."
        ),
        "mainland": translate(
            "Map", "To each state the water nearest to its mainland; islands do not count."
        ),
        "equal": translate(
            "Map",
            "To each state a fifth, by one rule of many: distances to the coasts, each divided "
            "by a weight of its state.",
        ),
        "undivided": translate(
            "Map",
            "One water of all five. The documents name no width of a national coastal zone: "
            "none is drawn.",
        ),
    }[key]


def no_claim() -> str:
    """What is said of every division."""
    return translate("Map", "An illustration: no state's claim and no boundary.")


def rounded_km2(km2: float) -> str:
    """An area to the nearest thousand: "117,000 km²"."""
    return translate("Map", "%s km²") % f"{round(km2, -3):,.0f}"


def share_words(share: Share) -> str:
    """A share in words: "about 31 %, 117,000 km²"."""
    return translate("Map", "about {percent} %, {area}").format(
        percent=round(share.percent), area=rounded_km2(share.km2)
    )


def in_a_paragraph(scenario: Scenario, names: Mapping[str, str]) -> str:
    """A division told below a picture: its name, that it is an illustration, rule and areas."""
    parts = (scenario_word(scenario.id), no_claim(), rule_words(scenario.id))
    areas = "; ".join(
        f"{names.get(share.state, share.state)} {share_words(share)}"
        for share in scenario.shares
        if share.state
    )
    told = f"{parts[0]}. {parts[1]} {parts[2]}"
    return f"{told} {areas}." if areas else f"{told} {rounded_km2(scenario.km2)}."
