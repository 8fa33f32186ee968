"""Two moments side by side: each side shows, tells and answers for its own."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from azkz_desktop.map import furniture
from azkz_desktop.map.banner import ASIDE, banners, clear, parted
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.changes_panel import ChangesPanel
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import merged, reserved
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import LegendEntry, Pen, Ref
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.picture import paint_picture
from azkz_desktop.map.shapes import Box, sides_of
from azkz_desktop.map.widget import STRIP, MapWidget
from azkz_desktop.view.check import check_state
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LAYERS, Focus, MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT, PRINT
from tests.map.made import MadeSource, Ruler, everything, store
from tests.map.test_said_qt import boxes
from tests.map.test_stage_qt import change, painted, pixels, shot, work_off  # noqa: F401 - a fixture

VIEW = ViewState(
    map=MapWindow(48.5, 42.0, 1400), moment="1998-01-01", compare="2010-01-01", divider=0.5
)
PLOT = Box(0, 0, 800, 400)


@pytest.fixture
def widget(qtbot: QtBot, basemap: Basemap) -> MapWidget:
    made = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(made)
    made.resize(1048, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def routes(widget: MapWidget, side: int) -> set[str]:
    strokes = widget.settle().sheets[side].scene.strokes
    return {stroke.ref.id for stroke in strokes if stroke.ref and stroke.ref.type == "route"}


def on_west(widget: MapWidget) -> tuple[QPointF, QPointF]:
    """A point of the western pipeline left of the line, and one right of it."""
    line = widget.line()
    place = widget._stage.place(widget.settle(), widget.camera())
    strokes = widget.settle().sheets[1].scene.strokes
    ref = Ref("route", "west")
    spots = [
        QPointF(x + place.left(), y + place.top())
        for stroke in strokes
        if stroke.ref == ref
        for x, y in stroke.lines[0].tolist()
    ]
    assert line is not None
    left = [spot for spot in spots if 30 < spot.x() < line - 30 and 70 < spot.y() < 380]
    right = [spot for spot in spots if spot.x() > line + 30 and 70 < spot.y() < 380]
    return left[0], right[0]


def test_each_side_has_its_moment(widget: MapWidget) -> None:
    assert "west" not in routes(widget, 0)
    assert "west" in routes(widget, 1)
    furniture = widget.furniture()
    assert [one.moment for one in furniture.banners] == ["1 January 1998", "1 January 2010"]
    assert furniture.line == widget.line() == 400


def test_the_side_pointed_at_answers(widget: MapWidget) -> None:
    change(widget, divider=0.2)
    left, right = on_west(widget)
    assert Ref("route", "west") not in widget.at(left).refs
    assert Ref("route", "west") in widget.at(right).refs
    assert widget.view().states[widget.side_at(left)].moment == "1998-01-01"
    change(widget, moment="2010-01-01", compare="1998-01-01")
    assert Ref("route", "west") in widget.at(left).refs
    assert Ref("route", "west") not in widget.at(right).refs


def test_moving_the_line_paints_nothing_but_words_anew_and_is_one_step(
    widget: MapWidget,
    qtbot: QtBot,
    painted: dict[str, int],  # noqa: F811 - the fixture
) -> None:
    before = shot(widget)
    painted.clear()
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(402, 200))
    for x in (390, 350, 300, 250):
        qtbot.mouseMove(widget, QPoint(x, 205))
        assert not (shot(widget) == before).all()
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(250, 205))
    assert set(painted) <= {"above"}  # the words of each side are to be whole
    assert widget.store.state.divider == pytest.approx(250 / 800)
    assert widget.store.state.map == VIEW.map
    assert widget.store.state.focus is None
    widget.store.undo()
    assert widget.store.state == VIEW


def test_the_line_moves_by_keyboard(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_BracketRight)
    assert widget.line() == 424
    for _ in range(2):
        qtbot.keyClick(widget, Qt.Key.Key_BracketLeft)
    assert widget.line() == 376
    for _ in range(60):
        qtbot.keyClick(widget, Qt.Key.Key_BracketLeft)
    assert widget.line() == 16  # it can still be taken hold of
    assert check_state(widget.store.state) is widget.store.state
    change(widget, compare="")
    state = widget.store.state
    qtbot.keyClick(widget, Qt.Key.Key_BracketRight)
    assert widget.store.state is state


def test_the_line_is_shown_to_be_movable(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.mouseMove(widget, QPoint(404, 150))
    assert widget.cursor().shape() == Qt.CursorShape.SplitHCursor
    qtbot.mouseMove(widget, QPoint(440, 150))
    assert widget.cursor().shape() != Qt.CursorShape.SplitHCursor


def test_another_second_moment_paints_the_ground_no_more(
    widget: MapWidget,
    painted: dict[str, int],  # noqa: F811 - the fixture
) -> None:
    widget.settle()
    painted.clear()
    change(widget, compare="2011-01-01")
    widget.settle()
    # What stands at the first moment is there already.
    assert painted == {"standing": 1, "above": 2}


def test_one_moment_again_looks_as_before(qtbot: QtBot, basemap: Basemap) -> None:
    made = MapWidget(store(replace(VIEW, compare="")), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(made)
    made.resize(1048, 500)
    with qtbot.waitExposed(made):
        made.show()
    before = shot(made)
    change(made, compare="2010-01-01")
    assert not (shot(made)[:, :700] == before[:, :700]).all()
    change(made, compare="")
    assert (shot(made) == before).all()


def test_zooming_takes_both_along(widget: MapWidget) -> None:
    widget.grab()
    widget.zoom(1.25)
    assert work_off(widget) > 1
    held = widget.settle()
    assert len(held.sheets) == 2
    assert {sheet.scene.camera for sheet in held.sheets} == {held.camera}


# The list beside the map


def panel_of(widget: MapWidget) -> ChangesPanel:
    assert widget.changes is not None
    return widget.changes.panel


def test_the_list_tells_what_changed_and_chooses_it(widget: MapWidget, qtbot: QtBot) -> None:
    panel = panel_of(widget)
    assert panel.isVisible()
    assert panel.geometry().left() == widget.plot_width() == 800
    told = [panel.list.item(row).text() for row in range(panel.list.count())]
    assert "west line: in operation, May 2006" in told
    row = told.index("west line: in operation, May 2006")
    spot = panel.list.visualItemRect(panel.list.item(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert widget.store.state.focus == Focus("route", "west")
    assert panel.list.currentRow() == row
    widget.choose(None)
    assert panel.list.currentRow() == -1


def test_dates_can_be_set_and_change_sides(widget: MapWidget) -> None:
    panel = panel_of(widget)
    panel.right.setDate(panel.right.date().addYears(-6))
    assert widget.store.state.compare == "2004-01-01"
    assert "under construction" in panel.list.item(panel.list.count() - 1).text()
    panel.swap.click()
    assert (widget.store.state.moment, widget.store.state.compare) == ("2004-01-01", "1998-01-01")
    panel.left.setDate(panel.right.date())
    assert panel.list.count() == 0
    assert "nothing changed" in panel.title.text()
    panel.end.click()
    assert widget.store.state.compare == ""
    assert not panel.isVisible()
    assert widget.plot_width() == widget.width()


def test_below_a_narrow_map_a_strip_opens_the_list(widget: MapWidget, qtbot: QtBot) -> None:
    widget.resize(500, 400)
    dock = widget.changes
    assert dock is not None
    panel, strip = dock.panel, dock.strip
    assert widget.plot_width() == 500
    assert widget.line() == 250
    assert not panel.isVisible()
    assert strip.isVisible()
    assert strip.geometry().top() == widget.plot_height() == 400 - STRIP
    assert strip.text().endswith(f"{panel.list.count()} changes between the two moments")
    assert widget.furniture().legend_box.bottom == widget.plot_height()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    assert panel.geometry().bottom() < strip.geometry().top()
    assert widget.plot_width() == 500  # the map behind stays as it is
    widget.resize(1048, 500)
    assert not strip.isVisible()
    assert panel.geometry().left() == 800


def test_the_strip_is_used_by_keyboard(widget: MapWidget, qtbot: QtBot) -> None:
    widget.resize(500, 400)
    dock = widget.changes
    assert dock is not None
    assert dock.strip.focusPolicy() & Qt.FocusPolicy.TabFocus
    dock.strip.setFocus()
    qtbot.keyClick(dock.strip, Qt.Key.Key_Space)
    assert dock.panel.isVisible()
    assert dock.panel.list.hasFocus()
    qtbot.keyClick(dock.panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(dock.panel.list, Qt.Key.Key_Return)
    assert widget.store.state.focus is not None
    qtbot.keyClick(dock.panel.list, Qt.Key.Key_Escape)
    assert not dock.panel.isVisible()
    assert dock.strip.hasFocus()
    assert widget.store.state.compare  # Escape closed the list and nothing else
    qtbot.keyClick(dock.strip, Qt.Key.Key_Space)
    before = widget.store.state
    dock.panel.end.click()
    assert not dock.strip.isVisible()
    assert widget.plot_height() == 400
    widget.store.change(before, "Compare again")
    assert dock.strip.isVisible()
    assert not dock.panel.isVisible()  # the map is seen first, as at the first time


def test_the_strip_counts_what_is_listed(widget: MapWidget) -> None:
    widget.resize(500, 400)
    assert widget.changes is not None
    panel_of(widget).left.setDate(panel_of(widget).right.date())
    assert "0 changes" in widget.changes.strip.text()


# What is written


@given(st.floats(0, 1), st.integers(320, 1800), st.booleans())
def test_each_banner_is_in_sight_and_lies_on_no_other(
    share: float, width: int, noted: bool
) -> None:
    state = replace(VIEW, divider=share)
    plot = Box(0, 0, width, 400)
    one, other = banners(state, "Illustration, not a boundary" if noted else "", Ruler(), plot)
    assert not one.box.meets(other.box)
    for box in (one.box, other.box):
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= width
    line = parted(state, plot)
    if other.box.top == one.box.top:
        assert other.box.left >= line + ASIDE


@given(st.floats(0, 1), st.integers(430, 1800), st.integers(240, 700), st.booleans())
def test_the_second_banner_keeps_clear_of_events(
    share: float, width: int, height: int, wordy: bool
) -> None:
    """It moves on where something lies under it, and stays in sight and off the first one."""
    state, plot = replace(VIEW, divider=share), Box(0, 0, width, height)
    told, line = banners(state, "", Ruler(), plot), parted(state, plot)
    assert clear(told, line, plot, sides_of([]), sides_of([])) == told[1]
    mark = told[1].box.grown(-4)
    marks, none = sides_of([mark]), sides_of([])
    moved = clear(told, line, plot, *((none, marks) if wordy else (marks, none))).box
    assert not moved.meets(mark)
    assert not moved.meets(told[0].box)
    assert plot.grown(0.01).holds(moved.left, moved.top)
    assert plot.grown(0.01).holds(moved.right, moved.bottom)


def test_an_event_weighs_more_than_a_word() -> None:
    told, line = banners(VIEW, "", Ruler(), PLOT), parted(VIEW, PLOT)
    first = told[1].box
    rest = sides_of([Box(0, first.bottom + 1, 800, 400)])
    spots = sides_of([first.grown(-2)])
    assert clear(told, line, PLOT, spots, rest).box != first
    assert clear(told, line, PLOT, rest, spots).box == first


def test_no_date_hides_an_event_in_the_opening_view(qtbot: QtBot, library: Library) -> None:
    for size in ((460, 310), (700, 360), (837, 438), (1317, 520)):
        view = ViewState(moment="1998-06-01", compare="2022-06-01")
        widget = MapWidget(library.store(view), library, LIGHT)
        qtbot.addWidget(widget)
        widget.resize(*size)
        banner = widget.furniture().banners[1].box
        place = widget._stage.place(widget.settle(), widget.camera())
        for bubble in widget.scene().bubbles:
            x, y = bubble.x + place.left(), bubble.y + place.top()
            assert not banner.grown(bubble.radius * 0.7).holds(x, y), (size, bubble)


def test_where_there_is_room_the_second_date_hides_no_word_of_its_side(
    qtbot: QtBot, library: Library
) -> None:
    for size in ((837, 438), (1100, 500), (1317, 520)):
        view = ViewState(moment="1998-06-01", compare="2022-06-01")
        widget = MapWidget(library.store(view), library, LIGHT)
        qtbot.addWidget(widget)
        widget.resize(*size)
        banner = widget.furniture().banners[1].box
        held = widget.settle()
        place = widget._stage.place(held, widget.camera())
        covered = banner.moved(-place.left(), -place.top())
        engine = widget.layout_engine
        told = [
            label.lines
            for label in held.sheets[1].scene.labels
            if not label.angle and any(box.meets(covered) for box in boxes(label, engine))
        ]
        assert told == [], size


def test_one_legend_tells_of_both() -> None:
    solid, broken = (Pen("oil", 2.0),), (Pen("oil", 2.0, (5.0, 4.0)),)
    a, b, c = (LegendEntry(text) for text in "abc")
    assert merged([(a, b), (a, c, b)]) == (a, c, b)
    assert merged([(), (a,)]) == (a,)
    assert merged([(LegendEntry("oil", broken), b), (LegendEntry("oil", solid),)]) == (
        LegendEntry("oil", solid),
        b,
    )


def test_the_legend_has_what_either_side_shows(widget: MapWidget) -> None:
    both = {entry.text for entry in widget.scene().legend}
    change(widget, compare="")
    first = {entry.text for entry in widget.scene().legend}
    change(widget, moment="2010-01-01")
    second = {entry.text for entry in widget.scene().legend}
    assert both >= first | second
    assert first != second


# In a file


def test_a_file_shows_both_cut_at_the_line(qtbot: QtBot, basemap: Basemap, tmp_path: Path) -> None:
    fonts = Fonts()
    layout = Layout(MadeSource(), basemap, fonts)
    path = tmp_path / "two.svg"
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(800, 500))
    generator.setViewBox(QRectF(0, 0, 800, 500))
    painter = QPainter(generator)
    view = (VIEW, everything())
    paint_picture(painter, (800, 500), layout, view, MapPainter(PRINT, fonts))
    painter.end()
    text = path.read_text("utf-8")
    for words in ("Left, as of", "1 January 1998", "Right, as of", "1 January 2010"):
        assert words in text


def test_screen_and_file_show_the_same_sides(
    qtbot: QtBot, basemap: Basemap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A side of the file is the side of a map of that moment alone."""
    # The second date stays on the upper edge, out of what is compared.
    monkeypatch.setattr(furniture, "clear", lambda told, *_: told[1])
    fonts = Fonts()
    layout = Layout(MadeSource(), basemap, fonts)

    def picture(state: ViewState) -> QImage:
        image = QImage(800, 460, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        size, painting = (800, 460), MapPainter(LIGHT, fonts)
        paint_picture(painter, size, layout, (state, everything()), painting)
        painter.end()
        return image

    bare = replace(VIEW, layers=("rivers", "routes", "areas"))
    assert set(bare.layers) <= set(LAYERS)
    both = pixels(picture(bare))
    days = ("1998-01-01", "2010-01-01")
    alone = [pixels(picture(replace(bare, moment=day, compare=""))) for day in days]
    plot = slice(120, 390)  # between the banners and the legend
    for side, part in enumerate((slice(0, 384), slice(416, 800))):
        different = np.abs(both[plot, part] - alone[side][plot, part]).max(axis=2)
        other = np.abs(both[plot, part] - alone[1 - side][plot, part]).max(axis=2)
        # No more than a name that reached over the line.
        assert (different > 8).mean() < 0.008
        assert (other > 8).mean() > 2 * (different > 8).mean()


@pytest.mark.parametrize("width", [320, 420, 599, 600, 1200])
def test_a_narrow_map_says_the_moment_alone(qtbot: QtBot, width: int) -> None:
    """No name is placed where the banner lies, and on a narrow map it hides little."""
    plot = Box(0, 0, width, 300)
    for moment in ("2008-11-03", "2020-09-30"):
        state = replace(VIEW, moment=moment, compare="")
        (only,) = banners(state, "", Fonts(), plot)
        kept = reserved(plot)[0]
        assert kept.right >= only.box.right
        assert kept.bottom >= only.box.bottom
        assert (only.lead == "") == (width < 600)
        assert only.box.right < (200 if width < 600 else 290)
