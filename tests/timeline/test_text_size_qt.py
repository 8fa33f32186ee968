"""The timeline in every size of text, with the real fonts: nothing overlaps, all of it grows."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.letters import Letters
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.overview import OverviewStrip
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span, ViewState
from tests.shown import PutUp
from tests.timeline.test_labels import check_no_overlap, windows

FACTORS = (0.9, 1.0, 1.15, 1.3, 1.5, 2.0)


@pytest.fixture(autouse=True)
def normal_again() -> Iterator[None]:
    yield
    Letters.factor = 1.0


def grow(widget: QWidget, factor: float) -> None:
    """Let letters be *factor* times as large, and tell *widget* as Qt does."""
    Letters.factor = factor
    widget.setStyleSheet(f"* {{ font-size: {round(13 * factor)}px }}")


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("size", [(836, 309), (460, 230)])
def test_nothing_overlaps_in_any_size(
    qtbot: QtBot, library: Library, factor: float, size: tuple[int, int]
) -> None:
    del qtbot  # fonts need an application
    fonts = Fonts(factor)
    engine = Layout(library, fonts.measure, fonts.sizes())
    selection, first, last = library.index.answer(ViewState().filter), *library.days
    spans = [Span(max(one.start, first), min(one.end, last)) for one in windows(40, 7)]
    for number, span in enumerate(one for one in spans if one.days > 2):
        lanes = ("kind", "actor", "theme", "place", "source")[number % 5]
        view = ViewState(span=span, lanes=lanes)
        marks = engine.marks(view, selection, Canvas(*size))
        check_no_overlap(marks, fonts.sizes().spot)
        ends = [
            (tick.text_x, tick.text_x + fonts.measure(tick.text, "tick-bold"))
            for tick in marks.ticks
            if tick.text
        ]
        assert all(left[1] <= right[0] + 1 for left, right in pairwise(sorted(ends))), view


@pytest.mark.parametrize("factor", [0.9, 1.5])
def test_it_grows_at_once_and_looks_as_if_made_so(
    library: Library, put_up: PutUp, factor: float
) -> None:
    store = library.store(ViewState(span=library.opening_span()))
    widget = put_up(TimelineWidget(store, library), 836, 309)
    usual = shot(widget)
    spot, label = widget.layout_engine.sizes.spot, widget.fonts.height("label")
    grow(widget, factor)
    assert widget.fonts.font("lane").pixelSize() == max(round(12 * factor), 11)
    assert (widget.layout_engine.sizes.spot > spot) == (factor > 1)
    assert (widget.fonts.height("label") > label) == (factor > 1)
    large = shot(widget)
    assert large != usual
    made = put_up(TimelineWidget(store, library), 836, 309)
    assert shot(made) == large
    grow(widget, 1.0)
    assert shot(widget) == usual


def test_the_marks_grow_with_the_letters(library: Library, put_up: PutUp) -> None:
    store = library.store(ViewState(span=library.opening_span()))
    widget = put_up(TimelineWidget(store, library), 836, 600)
    before = widget.marks()
    grow(widget, 1.5)
    after = widget.marks()
    assert after.axis.height == round(20 * widget.layout_engine.sizes.factor) > before.axis.height
    (old, *_), (new, *_) = before.lanes, after.lanes
    assert new.line - new.rect.y > 1.3 * (old.line - old.rect.y)
    assert {one.rect.height for one in after.labels} == {widget.layout_engine.sizes.line}
    assert len(after.labels) < len(before.labels)


def test_the_choice_and_the_scroll_stay(library: Library, put_up: PutUp) -> None:
    state = ViewState(span=library.opening_span(), lanes="actor", scrolled=60.0)
    store = library.store(state)
    widget = put_up(TimelineWidget(store, library), 836, 309)
    navigator, lanes = widget.navigator, widget.lanes
    grow(widget, 1.5)
    assert store.state == state
    assert widget.navigator is navigator
    widget.navigator.zoom(2.0)
    lanes.scroll(40)
    assert store.state.scrolled > 60
    assert store.state == replace(state, span=store.state.span, scrolled=store.state.scrolled)


def test_the_strip_below_is_as_high_as_its_word_needs(library: Library, put_up: PutUp) -> None:
    store = library.store(ViewState())
    widget = put_up(TimelineWidget(store, library), 836, 309)
    strip = put_up(OverviewStrip(store, widget.layout_engine, widget.fonts), 836, 26)
    usual = strip.sizeHint().height()
    grow(widget, 1.5)
    grow(strip, 1.5)
    assert strip.sizeHint().height() > usual
    assert strip.sizeHint().height() >= widget.fonts.height("note") + 4


def shot(widget: QWidget) -> QImage:
    return widget.grab().toImage()
