"""The map's pictures of the documentation: few colours, none of the rare ones lost."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from scripts.map_pictures import COLOURS, DATES, FOLDER, SIZE, ZOOMS, reduced, wanted, write

LARGEST = 140_000
"""Bytes of a picture."""


def test_three_dates_three_zooms_and_both_themes_are_pictured() -> None:
    names = set(wanted())
    assert {
        f"map-{year}-{zoom}-{theme}"
        for year in DATES
        for zoom in ZOOMS
        for theme in ("light", "dark")
    } <= names
    assert len(DATES) == len(ZOOMS) == 3


@pytest.mark.parametrize("name", wanted())
def test_every_picture_is_there_and_small(name: str) -> None:
    path = FOLDER / f"{name}.png"
    assert path.stat().st_size < LARGEST
    image = QImage(str(path))
    assert (image.width(), image.height()) == SIZE
    assert image.format() == QImage.Format.Format_Indexed8


def test_a_rare_strong_colour_is_kept() -> None:
    random = np.random.default_rng(5)
    pixels = random.integers(200, 256, (100, 100, 3)).astype(np.uint8)
    pixels[3, 4] = (230, 20, 10)
    places, palette = reduced(pixels)
    assert len(palette) <= COLOURS
    assert palette[places[3, 4]].tolist() == [230, 20, 10]
    shown = palette[places].astype(int)
    assert np.abs(shown - pixels).mean() < 6


def test_few_colours_stay_as_they_are(tmp_path: Path) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    for x in range(10):
        image.setPixel(x, 7, 0xFFCC9933)
    write(tmp_path / "made.png", image)
    again = QImage(str(tmp_path / "made.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert again == image
