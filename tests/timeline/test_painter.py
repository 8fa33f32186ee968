"""The painter: the same marks on screen and as vectors, and text stays text."""

from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.symbols import path_of
from azkz_desktop.timeline.arrange import Sizes, line_of
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.fonts import SMALLEST, Fonts
from azkz_desktop.timeline.heat import MOST, full_of, heat_pixels
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Density, Marks, Rect
from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.shapes import SpotLook, draw_spot
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.tokens import DARK, KIND_GROUPS, LIGHT, PRINT, Theme
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, some_events, told

COLUMNS = some_events(150)
BAND = Band(
    "trade",
    "Trade turnover",
    "million USD",
    (
        BandValue(day("2005-01-01"), day("2005-12-31"), 132, "132", told("a")),
        BandValue(day("2005-01-01"), day("2005-12-31"), 152, "152", told("b"), contested=True),
        BandValue(day("2009-01-01"), day("2009-06-30"), 236, "236", told("c"), "Jan–Jun"),
    ),
)


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    del qtbot
    return Fonts()


def marks_of(fonts: Fonts, view: ViewState | None = None) -> Marks:
    view = view or ViewState(
        span=Span(day("1999-01-01"), day("2013-01-01")),
        bands=("trade",),
        focus=Focus("event", "event-80"),
    )
    engine = Layout(MadeSource(COLUMNS), fonts.measure, fonts.sizes(), {"trade": BAND})
    return engine.marks(view, everything(COLUMNS), Canvas(900, 420))


def painted(fonts: Fonts, marks: Marks, theme: Theme, screen: bool, ratio: int = 1) -> QImage:
    image = QImage(900 * ratio, 420 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    caches = Screen(theme, fonts, ratio) if screen else None
    TimelinePainter(theme, fonts, caches).paint(painter, marks)
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that differ clearly."""
    first, second = (
        np.frombuffer(image.bits(), np.uint8).reshape(image.height(), -1).astype(int)
        for image in (one, other)
    )
    return float((np.abs(first - second) > 64).mean())


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_screens_short_cuts_paint_what_the_vectors_paint(
    fonts: Fonts, theme: Theme, ratio: int
) -> None:
    marks = marks_of(fonts)
    by_screen = painted(fonts, marks, theme, True, ratio)
    by_vectors = painted(fonts, marks, theme, False, ratio)
    assert difference(by_screen, by_vectors) < 0.02
    assert difference(by_screen, painted(fonts, marks, PRINT, False, ratio)) < 0.9


def svg_of(fonts: Fonts, marks: Marks) -> ElementTree.Element:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(900, 420))
    generator.setViewBox(QRectF(0, 0, 900, 420))
    generator.setResolution(96)
    painter = QPainter(generator)
    TimelinePainter(PRINT, fonts).paint(painter, marks)
    painter.end()
    return ElementTree.fromstring(bytes(buffer.data().data()))


def test_text_stays_text_in_svg(fonts: Fonts) -> None:
    marks = marks_of(fonts)
    root = svg_of(fonts, marks)
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {label.text for label in marks.labels} <= texts
    assert {tick.text for tick in marks.ticks if tick.text} <= texts
    assert {line for lane in marks.lanes for line in lane.shown} <= texts
    assert {"132", "Jan–Jun", "million USD"} <= texts
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def test_every_kind_of_mark_is_painted(fonts: Fonts) -> None:
    marks = marks_of(fonts)
    assert len(marks.spots)
    assert marks.spots.pale.any()
    assert marks.disputes
    assert marks.rings
    image = painted(fonts, marks, LIGHT, True)
    found = {QColor(image.pixel(x, y)).name() for x in range(900) for y in range(420)}
    wanted = {KIND_GROUPS[style].colour.lower() for style in np.unique(marks.spots.style)}
    assert wanted <= found
    assert LIGHT.disagreement.lower() in found
    assert LIGHT.band.lower() in found


def test_an_empty_view_says_so(fonts: Fonts) -> None:
    view = ViewState(hidden_lanes=tuple(group.id for group in KIND_GROUPS))
    marks = marks_of(fonts, view)
    blank = painted(fonts, marks, LIGHT, True)
    assert {blank.pixel(x, y) for x in range(300, 700) for y in range(150, 350)} != {0xFFFFFFFF}


def test_nothing_is_smaller_than_eleven_pixels(fonts: Fonts) -> None:
    for scale in (0.5, 1.0, 2.0):
        for role in ("label", "tick", "note", "value", "lane"):
            assert Fonts(scale).font(role).pixelSize() >= SMALLEST
    assert Fonts(2.0).sizes().line > 1.7 * fonts.sizes().line


@pytest.mark.parametrize(
    "text",
    [
        "Kazakh oil in BTC",
        "Əliyev Aktauda",
        "Назарбаев в Баку",
        "Қазақстан",
        "ბაქო",
        "الله",
        "AVAfi",
    ],
)
def test_no_text_is_wider_than_it_is_measured(fonts: Fonts, text: str) -> None:
    from PySide6.QtGui import QFontMetricsF

    for role in ("label", "label-bold", "lane"):
        shaped = QFontMetricsF(fonts.font(role)).horizontalAdvance(text)
        assert shaped <= fonts.measure(text, role) + 0.6
        assert fonts.measure(text, role) <= shaped + 3


def test_heat_rises_with_the_count_and_tells_running_from_beginning() -> None:
    begun = np.array([0, 0, 1, 10, MOST, 10 * MOST])
    running = np.array([0, 50, 1, 10, MOST, 10 * MOST])
    pixels = heat_pixels(Density(0, Rect(0, 0, 6, 14), begun, running, 0), LIGHT)
    assert pixels.shape == (14, 6)
    alpha = pixels >> 24
    solid = (alpha == 215).sum(axis=0).tolist()
    assert solid[0] == solid[1] == 0
    assert 0 < solid[2] < solid[3] < solid[4] == solid[5] == 14
    assert alpha[0, 0] == 0
    assert 0 < alpha[0, 1] < 215
    # Where what begins has marks of its own, only the tint is left.
    marked = heat_pixels(Density(0, Rect(0, 0, 6, 14), begun, running, 0, marked=True), LIGHT) >> 24
    assert marked.max() < 215
    assert (marked[0] == marked[-1]).all()
    assert marked[0, 1] == alpha[0, 1]


@pytest.mark.parametrize("group", KIND_GROUPS, ids=lambda group: group.id)
def test_every_shape_lies_about_its_middle(group: object) -> None:
    bounds = path_of(group.shape, 5.0).boundingRect()  # type: ignore[attr-defined]
    assert abs(bounds.center().x()) < 0.5
    assert abs(bounds.center().y()) < 2
    assert 7 < bounds.width() < 14


def test_eras_are_ribbons_with_names_in_every_theme_and_tint_the_lanes(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    focus = Focus("actor", "heydar-aliyev")
    bounds = day("2001-01-01"), day("2001-12-31"), day("2006-01-01"), day("2006-12-31")
    one = Era("Heydar Aliyev", "H. Aliyev", focus, "2001–2006", bounds, True, ())
    groups = {"g": EraGroup("g", "Presidents", "Presidents", (one,))}
    engine = Layout(MadeSource(COLUMNS), fonts.measure, fonts.sizes(), None, lambda: groups)
    view = ViewState(span=Span(day("1999-01-01"), day("2013-01-01")), eras=("g",), bands=())
    marks = engine.marks(view, everything(COLUMNS), Canvas(900, 420))
    # Their layout has measured the names; the painter need not.
    measure, measured = fonts.measure, list[str]()

    def counted(text: str, role: str) -> float:
        measured.append(text)
        return measure(text, role)

    monkeypatch.setattr(fonts, "measure", counted)
    (ribbon,) = marks.eras[0].marks
    x, y = int(ribbon.foot1) - 30, int(ribbon.rect.y) + 3
    for theme in (LIGHT, DARK, PRINT):
        for screen in (True, False):
            image = painted(fonts, marks, theme, screen)
            assert image.pixelColor(x, y) == QColor(theme.era)
            amber = image.pixelColor(x, int(ribbon.rect.bottom) - 2)
            assert amber.name() == QColor(theme.disagreement).name()
            outside = image.pixelColor(int(ribbon.soft1) + 20, int(marks.plot.bottom) - 2)
            assert image.pixelColor(x, int(marks.plot.bottom) - 2) != outside
    assert ribbon.text
    assert ribbon.text not in measured
    texts = [text.text for text in svg_of(fonts, marks).iter() if text.text]
    assert any("Heydar Aliyev" in text for text in texts)
    assert any("Presidents" in text for text in texts)


@pytest.mark.parametrize("screen", [True, False])
def test_no_text_cuts_the_ring_about_a_mark(fonts: Fonts, screen: bool) -> None:
    columns = columns_of([instant(day("2005-01-01"))], contested=[True])
    engine = Layout(MadeSource(columns), fonts.measure, fonts.sizes())
    view = ViewState(span=Span(day("2004-01-01"), day("2006-01-01")), bands=())
    marks = engine.marks(view, everything(columns), Canvas(900, 47))
    # Beside the line that leads to the name.
    (label,), x, y = marks.labels, int(marks.spots.x[0]) + 2, int(marks.spots.y[0])
    assert label.rect.x <= x < label.rect.right
    assert label.y > y
    bare = replace(marks, labels=Labels.of([]))
    one, other = painted(fonts, marks, LIGHT, screen), painted(fonts, bare, LIGHT, screen)
    down = range(y, y + round(fonts.sizes().spot) + 2)
    assert [one.pixelColor(x, at).name() for at in down] == [
        other.pixelColor(x, at).name() for at in down
    ]


@pytest.mark.parametrize(("most", "full"), [(0, 4), (3, 4), (5, 16), (70, 256), (5000, 1024)])
def test_few_events_a_pixel_are_seen_as_well_as_many(most: int, full: int) -> None:
    counts = np.array([0, 1, most, 0], np.int64)
    assert full_of(counts) == full
    nothing = np.zeros(4, np.int64)
    pixels = heat_pixels(Density(0, Rect(0, 0, 4, 12), counts, nothing, 0), LIGHT)
    high = (pixels != 0).sum(axis=0).tolist()
    assert high[0] == high[3] == 0
    assert high[1] >= 12 // 6 if most < 20 else high[1] >= 1
    assert high[2] >= 7 or most < 2


@pytest.mark.parametrize("line", [13.0, 17.0, 26.0])
def test_a_ring_about_a_mark_lies_clear_of_the_line_above_its_lane(
    qtbot: QtBot, line: float
) -> None:
    del qtbot
    sizes = Sizes(line)
    image = QImage(80, 80, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Pictures of marks are put on whole pixels.
    painter.translate(40, int(line_of(0, sizes)))
    draw_spot(painter, SpotLook(0, amber=True), LIGHT, sizes.spot)
    painter.end()
    assert image.pixelColor(40, 0).alpha() == 0
    ring = [y for y in range(80) if image.pixelColor(40, y).alpha() > 0]
    assert 0 < ring[0] <= sizes.gap + 1
    assert ring[-1] < sizes.folded


def test_a_doubtful_name_beside_its_bar_is_painted_where_no_other_has_a_line(fonts: Fonts) -> None:
    columns = columns_of([instant(day("2000-01-01"), day("2010-12-31"))])
    engine = Layout(MadeSource(columns), fonts.measure, fonts.sizes())
    view = ViewState(span=Span(day("2010-01-01"), day("2015-01-01")), bands=())
    marks = engine.marks(view, everything(columns), Canvas(900, 40))
    assert [(one.role, one.leader_x) for one in marks.labels] == [("label-doubtful", None)]
    for screen in (True, False):
        painted(fonts, marks, LIGHT, screen)
