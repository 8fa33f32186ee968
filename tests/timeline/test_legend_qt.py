"""The legend: every kind of date has its sample, and no two look alike."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.labels import DOUBTFUL
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.legend import SAMPLE, legend_html, legend_pixmap, more_samples, samples
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LANES, Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import MadeSource, day, everything, some_events


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


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_densities_eras_and_figures_are_explained_where_there_are_such(
    qtbot: QtBot, theme: Theme
) -> None:
    del qtbot
    plain = ViewState(bands=())
    assert len(more_samples(plain)) == 3
    more = more_samples(ViewState(eras=("conflicts",), bands=("trade",), lanes="source"))
    assert len(more) == 11
    image = legend_pixmap(theme, Fonts(), 1, more).toImage()
    step = (image.height() - 12) // (len(samples()) + len(more))
    rows = [image.copy(0, 6 + (len(samples()) + n) * step, SAMPLE + 12, step) for n in range(10)]
    for one, other in combinations(rows, 2):
        assert one != other
    first = len(samples())
    words = [image.copy(SAMPLE + 20, 6 + (first + n) * step, 200, step) for n in range(10)]
    blank = QColor(theme.panel).rgb()
    for row in words:
        assert any(row.pixel(x, y) != blank for x in range(200) for y in range(step))


@pytest.mark.parametrize("lanes", LANES)
def test_of_grey_names_it_says_what_is_so_in_the_lanes(library: Library, lanes: str) -> None:
    view = ViewState(lanes=lanes, span=Span(float(day("2008-11-01")), float(day("2008-12-01"))))
    engine = Layout(library, lambda text, _role: 6.0 * len(text))
    marks = engine.marks(view, library.store().selection, Canvas(1000, 700))
    grey = [label.text for label in marks.labels if label.role == DOUBTFUL]
    (told,) = (one.words for one in more_samples(view) if one.words.startswith("grey"))
    assert grey
    assert {" · " in text for text in grey} == {"with its date" in told}


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
