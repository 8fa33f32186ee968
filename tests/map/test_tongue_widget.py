"""The fonts of the map have every letter that its names are written with."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from azkz_desktop.map.fonts import FACES, Fonts
from azkz_desktop.map.ground_names import COUNTRY_ANCHORS, DISPUTED, WATERS
from azkz_desktop.map.tongue import Tongue
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LANGUAGES

LETTERS = "ƏəĞğIıİiÖöŞşÜüÇçӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЪъЫыЭэ"
"""Those that a font for Western Europe, or for Russian alone, lacks."""


@pytest.mark.parametrize("role", FACES)
def test_no_letter_is_a_box(qtbot: QtBot, bundled_db: Path, role: str) -> None:
    del qtbot  # an application must be there
    dataset = Library(bundled_db).dataset
    tongue = Tongue(dataset)
    kinds = ("place", "area", "actor")
    names = [one.name for one in dataset.names() if one.subject_type in kinds]
    for language in LANGUAGES:
        names += [tongue.country(anchor[0], language, 730_000) for anchor in COUNTRY_ANCHORS]
        names += [tongue.water(one, language, 730_000)[0] for one, *_ in WATERS]
        names += tongue.disputed(DISPUTED[0][0], language)
    of_ours = [name for name in names if not any(letter >= "\u0530" for letter in name)]
    metrics = QFontMetrics(Fonts().font(role))
    lacking = {letter for letter in "".join((LETTERS, *of_ours)) if not has(metrics, letter)}
    assert lacking == set()


def has(metrics: QFontMetrics, letter: str) -> bool:
    return letter.isspace() or metrics.inFontUcs4(ord(letter))
