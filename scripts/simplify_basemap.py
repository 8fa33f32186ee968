"""Simplify the basemap for the coarser levels of detail, once for every start of the application.

    python -m scripts.simplify_basemap

Writes `levels.npz` into `resources/basemap/` from the TopoJSON there; a test says when it is
no longer what that makes.
"""

from pathlib import Path

from azkz_desktop.map.basemap import LEVELS, Basemap, bundled_folder
from azkz_desktop.map.levels import FILE, write_layers
from azkz_desktop.map.shapes import Shapes


def main(folder: Path) -> None:
    """Write the levels of the basemap in *folder*."""
    basemap = Basemap(folder)
    layers: dict[str, Shapes] = {}
    for index in range(1, len(LEVELS)):
        layers |= basemap.made(index)
    write_layers(folder / FILE, layers)


if __name__ == "__main__":
    main(bundled_folder())
