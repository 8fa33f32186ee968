"""The legend: every kind of date has its sample, and no two look alike."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.legend import SAMPLE, legend_html, legend_pixmap, samples
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import MadeSource, everything, some_events


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_sample_looks_different(qtbot: QtBot, theme: Theme) -> None:
    del qtbot
    image = legend_pixmap(theme, Fonts(), 1).toImage().convertToFormat(QImage.Format.Format_RGB32)
    step = (image.height() - 12) // len(samples())
    pictures = [
        image.copy(0, 6 + place * step, SAMPLE + 12, step) for place in range(len(samples()))
    ]
    for one, other in combinations(pictures, 2):
        assert one != other


def test_it_is_an_image_that_a_tooltip_can_show(qtbot: QtBot) -> None:
    del qtbot
    assert legend_html(LIGHT, Fonts(), 2).startswith("<img width=")


def test_the_words_above_the_names_explain_themselves(qtbot: QtBot) -> None:
    columns = some_events(50)
    widget = TimelineWidget(Store(lambda _: everything(columns), ViewState()), MadeSource(columns))
    qtbot.addWidget(widget)
    widget.resize(900, 300)
    widget.show()
    marks = widget.marks()
    assert marks.legend == "How dates are drawn"
    assert hit(marks, 20, 8).what == "legend"
    assert widget.tooltip_at(QPointF(20, 8)).startswith("<img")
    assert widget.tooltip_at(QPointF(500, 8)) == ""
