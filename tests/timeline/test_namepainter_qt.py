"""Names of lanes that are cut: whole lines only, and there while anything of the lane is."""

import pytest
from PySide6.QtWidgets import QApplication

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.namepainter import lane_names
from azkz_desktop.timeline.scrolling import free_room
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import LIGHT
from tests.timeline.made import MadeSource, everything
from tests.timeline.test_scrolling import COLUMNS, HEIGHT, within


@pytest.mark.parametrize("height", [HEIGHT, HEIGHT + 9])
@pytest.mark.parametrize("scrolled", range(0, 130, 7))
def test_names_are_whole_and_every_lane_that_shows_has_its_own(
    qapp: QApplication, scrolled: int, height: float
) -> None:
    del qapp
    fonts, columns = Fonts(), COLUMNS
    engine = Layout(MadeSource(columns), fonts.measure, fonts.sizes())
    view = ViewState(lanes="place", bands=(), scrolled=float(scrolled))
    marks = engine.marks(view, everything(columns), Canvas(800, height))
    assert marks.scroll is not None
    texts = lane_names(marks, LIGHT, fonts)
    area = marks.plot._replace(height=marks.scroll.track.height)
    top, bottom = free_room(area, marks.scroll)
    names = {ink.text for _, _, ink in texts if ink.role == "lane"}
    for _, y, ink in texts:
        assert top - 1 <= y
        assert y + fonts.height(ink.role) <= bottom + 2
    assert {lane.shown[0] for lane in marks.lanes} == names
    for lane in marks.lanes:
        assert within(lane.rect.y, lane.rect.bottom, top, bottom) >= fonts.sizes().line
    told = sum(int(more.text.split()[1]) for more in marks.scroll.more)
    assert told + len(marks.lanes) == len(engine.shown(view, everything(columns)))
