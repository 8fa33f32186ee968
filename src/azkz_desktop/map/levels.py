"""The coarser levels of the basemap, simplified and projected once when the resources are made.

Simplifying 750 kB of TopoJSON takes longer than all else that the first map needs; reading what
came of it takes a hundredth of that. `scripts/simplify_basemap.py` writes the file.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np

from azkz_desktop.map.shapes import Shapes

FILE: Final = "levels.npz"


def write_layers(path: Path, layers: Mapping[str, Shapes]) -> None:
    """Write *layers* into one file: all vertices in a row (float32, to half a metre)."""
    shapes = list(layers.values())
    with path.open("wb") as file:
        np.savez(
            file,
            names=np.array(list(layers)),
            closed=np.array([one.closed for one in shapes]),
            parts=np.array([len(one) for one in shapes], dtype=np.int32),
            sizes=np.concatenate([np.diff(one.starts) for one in shapes]).astype(np.int32),
            feature=np.concatenate([one.feature for one in shapes]).astype(np.int32),
            xy=np.concatenate([one.xy for one in shapes]).astype(np.float32),
        )


def read_layers(path: Path) -> dict[str, Shapes]:
    """What `write_layers` has written, by its names."""
    with np.load(path) as file:
        names, closed, parts = (file[name].tolist() for name in ("names", "closed", "parts"))
        sizes, feature = (file[name].astype(np.intp) for name in ("sizes", "feature"))
        xy = file["xy"].astype(np.float64)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    found, first = {}, 0
    for name, ring, count in zip(names, closed, parts, strict=True):
        own = starts[first : first + count + 1]
        vertices, owners = xy[own[0] : own[-1]], feature[first : first + count]
        found[name] = Shapes(vertices, own - own[0], owners, ring)
        first += count
    return found
