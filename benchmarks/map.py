"""Frames of the map: filling its picture, painting it whole, panning from the cache, zooming.

At each level of detail all contenders take turns frame by frame, so that whatever else the
machine does hits all of them alike. The picture is 1600 × 1000, antialiased, painted in software,
over the bundled data with every layer on but the sectors.
"""

import gc
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.map.basemap import Basemap, bundled_folder, level_for
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LAYERS, MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT

WIDTH, HEIGHT = 1600, 1000
FRAMES = 60
WINDOWS = {
    "full_detail": MapWindow(49.5, 41.5, 1100.0),
    "level_1500_m": MapWindow(),
    "level_6000_m": MapWindow(56.0, 43.5, 8200.0),
}
"""A window for each level of detail; the second is the opening view."""
STATE = ViewState(layers=tuple(layer for layer in LAYERS if layer != "sectors"))
Frame = Callable[[int], None]


def picture() -> QImage:
    """What everything is painted into."""
    return QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)


def fill_frame() -> Frame:
    """The least that any map costs: every pixel written once."""
    image, colour = picture(), QColor(LIGHT.water)

    def draw(_: int) -> None:
        painter = QPainter(image)
        painter.fillRect(0, 0, WIDTH, HEIGHT, colour)
        painter.end()

    return draw


def paint_frame(library: Library, layout: Layout, fonts: Fonts, window: MapWindow) -> Frame:
    """The whole scene painted anew, its marks being known."""
    image, painting = picture(), MapPainter(LIGHT, fonts, 1.0)
    state = replace(STATE, map=window)
    camera = camera_of(window, WIDTH, HEIGHT)
    scene = layout.scene(state, library.index.answer(state.filter), camera)

    def draw(_: int) -> None:
        painter = QPainter(image)
        painting.scene(painter, scene)
        painter.end()

    return draw


def _widget(library: Library, window: MapWindow) -> MapWidget:
    state = replace(STATE, map=window)
    widget = MapWidget(library.store(state), library, LIGHT)
    widget.resize(WIDTH, HEIGHT)
    return widget


def pan_frame(library: Library, window: MapWindow) -> Frame:
    """Pan within the cached picture: the store changes, the picture is copied, the frame drawn."""
    widget, image = _widget(library, window), picture()
    widget.render(image)
    widget.pan(1, 0)
    widget.render(image)

    def draw(number: int) -> None:
        widget.pan(*((3, 2) if number // 20 % 2 == 0 else (-3, -2)))
        widget.render(image)

    return draw


def zoom_frame(library: Library, window: MapWindow) -> Frame:
    """Zoom by a notch: layout, labels and painting anew."""
    widget, image = _widget(library, window), picture()

    def draw(number: int) -> None:
        widget.zoom(1.04 if number // 10 % 2 == 0 else 1 / 1.04)
        widget.render(image)

    return draw


def run(contenders: dict[str, Frame]) -> dict[str, float]:
    """The median milliseconds of each contender's frame, all in turn."""
    for draw in contenders.values():
        draw(0)
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(FRAMES):
        for name, draw in contenders.items():
            began = time.perf_counter()
            draw(number)
            times[name].append((time.perf_counter() - began) * 1000)
    return {name: round(float(np.median(own)), 3) for name, own in times.items()}


def reading_ms() -> dict[str, float]:
    """How long it takes to read the basemap and to make each level of detail."""
    began = time.perf_counter()
    basemap = Basemap(bundled_folder())
    took = {"read_basemap": (time.perf_counter() - began) * 1000}
    for index in range(3):
        began = time.perf_counter()
        basemap.level(index)
        took[f"make_level_{index}"] = (time.perf_counter() - began) * 1000
    return {name: round(ms, 2) for name, ms in took.items()}


def measure() -> dict[str, Any]:
    """Times in ms and their ratios; goals: panning 0.1 of a full paint, 40 ms with labels."""
    application = QApplication.instance() or QApplication([])
    with Library(database_path()).dataset:
        library = Library(database_path())
        fonts = Fonts()
        layout = Layout(library, Basemap(bundled_folder()), fonts)
        times: dict[str, float] = {}
        for name, window in WINDOWS.items():
            contenders = {
                f"fill_{name}": fill_frame(),
                f"paint_{name}": paint_frame(library, layout, fonts, window),
                f"pan_{name}": pan_frame(library, window),
                f"zoom_{name}": zoom_frame(library, window),
            }
            times |= run(contenders)
    del application
    scales = {name: camera_scale(window) for name, window in WINDOWS.items()}
    return {
        "times_ms": times | reading_ms(),
        "ratios": {
            "cached_pan_to_full_paint": _ratio(times, "pan_full_detail", "paint_full_detail"),
            "full_paint_to_fill": _ratio(times, "paint_full_detail", "fill_full_detail"),
            **{
                f"cached_pan_to_full_paint_{name}": _ratio(times, f"pan_{name}", f"paint_{name}")
                for name in WINDOWS
            },
        },
        "levels": {name: level_for(scale) for name, scale in scales.items()},
    }


def camera_scale(window: MapWindow) -> float:
    """Metres a pixel of the benchmark's picture."""
    camera: Camera = camera_of(window, WIDTH, HEIGHT)
    return camera.scale


def _ratio(times: dict[str, float], one: str, other: str) -> float:
    return round(times[one] / times[other], 3)
