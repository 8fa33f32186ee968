"""A bar's ends are soft where its date ends, wherever the window does."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.barpainter import BarPainter
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.tokens import LIGHT
from tests.timeline.made import Bounds, MadeSource, columns_of, day, everything, instant, lasting

FIRST = day("2008-01-01")
WIDTH, HEIGHT = 640, 90


def marks_at(bounds: Bounds, start: float, per_pixel: float) -> Marks:
    columns = columns_of([bounds])
    source = MadeSource(columns)
    engine = Layout(source, lambda text, _role: 6.5 * len(text))
    plot = engine.marks(ViewState(), everything(columns), Canvas(WIDTH, HEIGHT)).plot
    view = ViewState(span=Span(start, start + plot.width * per_pixel))
    return engine.marks(view, everything(columns), Canvas(WIDTH, HEIGHT))


def bars(marks: Marks) -> NDArray[np.uint32]:
    """The pixels of the plot with its bars alone, from its left edge."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.panel))
    painter = QPainter(image)
    painter.setPen(QColor(0, 0, 0, 0))
    spans = replace(marks.spans, open_left=marks.spans.open_left & False,
                    open_right=marks.spans.open_right & False)  # fmt: skip
    BarPainter(LIGHT, Fonts().sizes()).paint(painter, spans)
    painter.end()
    found = np.frombuffer(image.constBits(), np.uint32).reshape(HEIGHT, WIDTH)
    plot = marks.plot
    return found[:, int(plot.x) : int(plot.right)].copy()


def dates() -> st.SearchStrategy[Bounds]:
    def of(kind: int, first: int, length: int, soft: int) -> Bounds:
        start, last = FIRST + first, FIRST + first + length
        return (
            instant(start, last),
            lasting(start, last),
            (start, start + soft, last + soft, last + 2 * soft),
            (start, start, NO_END, NO_END),
            (NO_START, last, NO_START, last),
            (start, start + soft, start + soft, NO_END),
        )[kind]

    lengths = st.sampled_from([20, 90, 365, 3000])
    return st.builds(of, st.integers(0, 5), st.integers(-900, 500), lengths, st.integers(0, 200))


@given(dates(), st.floats(-800, 800), st.sampled_from([0.2, 1.0, 2.7]), st.integers(1, 300))
@example((FIRST, FIRST + 365, FIRST, FIRST + 365), 100.0, 0.2, 40)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_a_bar_looks_like_does_not_change_while_one_pans(
    qtbot: QtBot, bounds: Bounds, start: float, per_pixel: float, pixels: int
) -> None:
    """Whole pixels further on the picture is the same, as far as both show it."""
    del qtbot
    before, after = (
        bars(marks_at(bounds, FIRST + start + by * per_pixel, per_pixel)) for by in (0, pixels)
    )
    # The layout rounds on a grid of its own: the shift is found within a pixel.
    same = [
        by
        for by in (pixels, pixels - 1, pixels + 1)
        if np.array_equal(before[:, by + 1 : -1], after[:, 1 : before.shape[1] - by - 1])
    ]
    assert same


def test_a_year_seen_from_within_is_as_soft_at_no_edge() -> None:
    year = instant(FIRST, day("2008-12-31"))
    inside = bars(marks_at(year, day("2008-10-20"), 0.05))
    assert (inside == inside[:, :1]).all()
    whole = marks_at(year, FIRST - 20, 1.0).spans
    assert whole.soft0[0] - whole.x0[0] == pytest.approx(12)
    assert whole.x1[0] - whole.soft1[0] == pytest.approx(12)
