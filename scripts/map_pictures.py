"""The map's pictures of the documentation: three dates, three zooms, and what else it can show.

    python -m scripts.map_pictures

Writes PNGs of 256 colours into `docs/pictures/`.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.map.picture import paint_map_picture
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import FIRST_LAYERS, Focus, MapWindow, ViewState
from azkz_desktop.view.tokens import THEMES

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SIZE = (1000, 640)
COLOURS = 256
BITS = 5
"""Of each of red, green and blue, by which colours are gathered before they are chosen."""

DATES = {"1998": "1998-12-31", "2006": "2006-12-31", "2022": "2022-10-01"}
ZOOMS = {
    "region": MapWindow(58.0, 44.5, 4000.0),
    "sea": MapWindow(50.6, 42.1, 2000.0),
    "baku": MapWindow(49.6, 40.2, 560.0),
}
SEA = MapWindow(50.8, 41.9, 1900.0)
VIEWS = {
    "map-equal-shares": ViewState(scenario="equal", map=SEA, moment="2008-11-03"),
    "map-positions": ViewState(scope="positions", map=SEA, moment="2008-11-03"),
    "map-visits": ViewState(
        layers=(*FIRST_LAYERS, "arcs"),
        map=MapWindow(60.0, 45.0, 3600.0),
        moment="2005-05-24",
        focus=Focus("event", "nazarbayev-visit-to-azerbaijan-3"),
    ),
    "map-azerbaijani": ViewState(language="az", map=SEA, moment="1997-06-11"),
}


def reduced(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A picture (height, width, 3) as places in a palette (n, 3) of at most `COLOURS`.

    Colours are gathered, and those taken whose absence would be seen most: often used, and far
    from what is taken already. Every other one becomes the nearest of them.
    """
    bins = (pixels >> (8 - BITS)).astype(np.int64)
    keys = (bins[..., 0] << 2 * BITS) | (bins[..., 1] << BITS) | bins[..., 2]
    found, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
    flat = pixels.reshape(-1, 3).astype(float)
    sums = [np.bincount(place.ravel(), flat[:, i], len(found)) for i in range(3)]
    means = np.column_stack(sums) / counts[:, None]
    taken, nearest = [int(np.argmax(counts))], np.zeros(len(means), dtype=np.int64)
    away = ((means - means[taken[0]]) ** 2).sum(axis=1)
    while len(taken) < min(COLOURS, len(means)):
        taken.append(int(np.argmax(away * np.sqrt(counts))))
        closer = ((means - means[taken[-1]]) ** 2).sum(axis=1)
        nearest[closer < away] = len(taken) - 1
        away = np.minimum(away, closer)
    places: NDArray[np.uint8] = nearest.astype(np.uint8)[place].reshape(keys.shape)
    return places, means[taken].round().astype(np.uint8)


def write(path: Path, image: QImage) -> None:
    """Write *image* with 256 colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    places, palette = reduced(raw[..., 2::-1])
    rows = np.ascontiguousarray(places)
    small = QImage(
        rows.data, plain.width(), plain.height(), plain.width(), QImage.Format.Format_Indexed8
    )
    small.setColorTable([0xFF000000 | r << 16 | g << 8 | b for r, g, b in palette.tolist()])
    small.save(str(path), quality=0)
    print(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB")


def painted(library: Library, state: ViewState, theme: str) -> QImage:
    """The map of *state*."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_map_picture(painter, *SIZE, library, state, THEMES[theme])
    painter.end()
    return image


def wanted() -> dict[str, tuple[ViewState, str]]:
    """Every picture by its name: a view and a theme."""
    found = {
        f"map-{year}-{zoom}-{theme}": (ViewState(moment=moment, map=window), theme)
        for year, moment in DATES.items()
        for zoom, window in ZOOMS.items()
        for theme in ("light", "dark")
    }
    found |= {name: (state, "light") for name, state in VIEWS.items()}
    dark: dict[str, Any] = {"scenario": "median"}
    found["map-median-lines-dark"] = (replace(VIEWS["map-equal-shares"], **dark), "dark")
    return found


def main() -> None:
    """Make every picture anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    FOLDER.mkdir(parents=True, exist_ok=True)
    library = Library(database_path())
    for name, (state, theme) in wanted().items():
        write(FOLDER / f"{name}.png", painted(library, state, theme))
    del application


if __name__ == "__main__":
    main()
