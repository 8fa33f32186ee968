"""The painter: paths from bytes, antialiasing that is on, one picture for screen and file."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.fonts import FACES, SMALLEST, Fonts
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Label, Pen, Scene, Stroke
from azkz_desktop.map.painter import MapPainter, transform_of
from azkz_desktop.map.paths import clipped_path, path_of, path_of_lines, path_of_rings
from azkz_desktop.map.pens import qpen
from azkz_desktop.map.picture import paint_picture
from azkz_desktop.map.shapes import from_lines
from azkz_desktop.view.state import LAYERS, MapWindow, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT, PRINT, Theme
from tests.map.made import MadeSource, everything

SIZE = (640, 400)
STATE = ViewState(map=MapWindow(48.5, 42.0, 1400), moment="2010-01-01", layers=LAYERS)


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    return Fonts()


@pytest.fixture
def layout(fonts: Fonts, basemap: Basemap) -> Layout:
    return Layout(MadeSource(), basemap, fonts)


def blank(width: int = 640, height: int = 400) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ff00ff"))
    return image


def painted(scene: Scene, painting: MapPainter) -> QImage:
    image = blank(int(scene.camera.width), int(scene.camera.height))
    painter = QPainter(image)
    painting.scene(painter, scene)
    painter.end()
    return image


def pixels(image: QImage) -> np.ndarray:
    converted = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(converted.constBits(), np.uint8)
    table = raw.reshape(converted.height(), converted.bytesPerLine() // 4, 4)
    return table[:, : converted.width(), :3].copy()  # the image's memory goes with it


def plain_path(lines: list[np.ndarray], *, closed: bool) -> QPainterPath:
    path = QPainterPath()
    for line in lines:
        path.moveTo(*line[0])
        for x, y in line[1:]:
            path.lineTo(x, y)
        if closed:
            path.lineTo(*line[0])
    return path


def test_a_path_from_bytes_is_the_path_drawn_by_hand(basemap: Basemap) -> None:
    land = basemap.level(2).land
    assert path_of(land) == plain_path(land.parts, closed=True)
    rivers = basemap.level(2).rivers
    drawn, by_hand = path_of(rivers), plain_path(rivers.parts, closed=False)
    assert drawn.length() == pytest.approx(by_hand.length())  # Qt drops points that are doubled
    assert drawn.boundingRect() == by_hand.boundingRect()
    assert path_of_lines([]).isEmpty()
    assert path_of_rings([]).isEmpty()


def test_the_transform_is_the_camera() -> None:
    camera = Camera(1000, -2000, 250, 800, 600)
    spot = transform_of(camera).map(QPointF(51_000.0, 30_000.0))
    assert (spot.x(), spot.y()) == pytest.approx(camera.pixel(51_000, 30_000))


def test_shapes_are_cut_at_the_edge_of_a_file(basemap: Basemap) -> None:
    camera = camera_of(MapWindow(49.9, 40.4, 300), 640, 400)
    whole, cut = path_of(basemap.level(0).land), clipped_path(basemap.level(0).land, camera)
    assert cut.elementCount() < whole.elementCount() / 20
    box = cut.boundingRect()
    assert box.left() >= -9
    assert box.right() <= 649
    assert clipped_path(from_lines([]), camera).isEmpty()


def test_antialiasing_is_on(layout: Layout, fonts: Fonts) -> None:
    """A slanted line has pixels between its colour and the ground's."""
    line = np.array([(10.0, 10.0), (300.0, 57.0)])
    camera = camera_of(STATE.map, 320, 80)
    bare = ViewState(map=STATE.map, layers=())
    empty = layout.scene(bare, everything(), camera)
    scene = Scene(camera, (), (), (), (Stroke((line,), (Pen("ink", 2.0),)),), (), (), (), ())
    assert not empty.strokes
    colours = {
        tuple(p) for p in pixels(painted(scene, MapPainter(LIGHT, fonts, 1.0))).reshape(-1, 3)
    }
    assert len(colours) > 20


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_water_is_water_and_the_two_states_are_tinted(
    layout: Layout, fonts: Fonts, theme: Theme
) -> None:
    bare = ViewState(map=MapWindow(51, 42, 3000), layers=())
    camera = camera_of(bare.map, *SIZE)
    scene = replace(layout.scene(bare, everything(), camera), labels=())
    image = painted(scene, MapPainter(theme, fonts, 1.0))

    def colour(lon: float, lat: float) -> str:
        from azkz_desktop.map.projection import project

        x, y = camera.pixel(*map(float, project(lon, lat)))
        return image.pixelColor(round(x), round(y)).name().upper()

    assert colour(50.6, 42.0) == theme.water.upper()
    assert colour(55.0, 48.5) == theme.two_states.upper()
    assert colour(47.6, 40.5) == theme.two_states.upper()
    assert colour(58.0, 39.5) == theme.land.upper()


def test_screen_and_file_show_the_same(layout: Layout, fonts: Fonts) -> None:
    """Cut shapes in pixels and whole ones in metres make one picture, but for labels' edges."""
    bare = ViewState(map=STATE.map, moment=STATE.moment, layers=("rivers", "borders", "routes"))
    camera = camera_of(STATE.map, *SIZE)
    scene = layout.scene(bare, everything(), camera)
    on_screen = pixels(painted(scene, MapPainter(LIGHT, fonts, 1.0))).astype(int)
    in_file = pixels(painted(scene, MapPainter(LIGHT, fonts))).astype(int)
    different = np.abs(on_screen - in_file).max(axis=2) > 40
    assert different.mean() < 0.02


def test_an_svg_has_its_texts_as_texts(layout: Layout, fonts: Fonts, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(QSize(*SIZE))
    generator.setViewBox(QRectF(0, 0, *SIZE))
    painter = QPainter(generator)
    view = (STATE, everything())
    paint_picture(painter, SIZE, layout, view, MapPainter(PRINT, fonts))
    painter.end()
    text = path.read_text("utf-8")
    assert text.count("<text") > 12
    for words in (
        "Baku",
        "seabed, 1998",
        "1 January 2010",
        "line agreed (course approximate)",
        "km",
    ):
        assert words in text
    assert len(text) < 3_000_000


def test_a_pdf_is_painted_whole(layout: Layout, fonts: Fonts) -> None:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    painter = QPainter(writer)
    paint_picture(painter, SIZE, layout, (STATE, everything()), MapPainter(PRINT, fonts))
    painter.end()
    assert data.startsWith(b"%PDF")
    assert data.size() > 20_000


def test_a_picture_has_map_and_legend(layout: Layout, fonts: Fonts) -> None:
    image = blank()
    painter = QPainter(image)
    paint_picture(painter, SIZE, layout, (STATE, everything()), MapPainter(LIGHT, fonts))
    painter.end()
    table = pixels(image)
    magenta = (table == (255, 0, 255)).all(axis=2)
    assert not magenta.any()
    assert image.pixelColor(2, 398).name().upper() == LIGHT.panel


def test_no_text_is_smaller_than_eleven_pixels(fonts: Fonts) -> None:
    for role in FACES:
        assert fonts.font(role).pixelSize() >= SMALLEST
    for role in FACES:
        assert Fonts(0.1).font(role).pixelSize() >= SMALLEST


@pytest.mark.parametrize("angle", [0.0, 12.0, -40.0])
@pytest.mark.parametrize("align", [-1, 0, 1])
def test_a_label_is_copied_to_the_same_place_as_it_is_written(
    fonts: Fonts, angle: float, align: int
) -> None:
    camera = Camera(0, 0, 1, 320, 260)
    lines = ("Kazakhstan–Russia", "seabed, 1998")
    label = Label(lines, "line", "ink", 160, 120, align, angle)
    scene = Scene(camera, (), (), (), (), (), (), (label,), ())
    shots = [pixels(painted(scene, MapPainter(LIGHT, fonts, ratio))) for ratio in (1.0, None)]
    ink = [np.clip(190.0 - shot.max(axis=2), 0, None) for shot in shots]
    down, across = np.mgrid[0:260, 0:320]
    copied, written = (
        np.array([(one * down).sum(), (one * across).sum()]) / one.sum() for one in ink
    )
    # Half a pixel for whole device pixels, and what letters are moved within theirs.
    assert np.abs(copied - written).max() < 1.0


def test_pens_dash_in_pixels() -> None:
    pen = qpen(Pen("oil", 2.0, (6.0, 4.0)), LIGHT)
    assert pen.dashPattern() == [3.0, 2.0]
    assert not pen.isCosmetic()
    assert qpen(Pen("oil", 1.0), LIGHT, cosmetic=True).isCosmetic()


CONTRASTS = (("ink", "land"), ("sea_text", "water"), ("line_agreed", "water"), ("country", "land"),
             ("secondary", "land"), ("oil", "land"), ("sea_route", "water"), ("field", "water"),
             ("corridor", "land"), ("gas_text", "land"), ("railway", "land"))  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), CONTRASTS)
def test_texts_can_be_read_on_the_map(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


def contrast(a: str, b: str) -> float:
    """After WCAG 2.1."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
