"""The map's picture: each part painted when it must be, in steps as at once, never stale."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.furniture import Around
from azkz_desktop.map.marks import Scene
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.state import LAYERS, Focus, MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT
from tests.map.made import MadeSource, store

VIEW = ViewState(map=MapWindow(48.5, 42.0, 1400), moment="2010-01-01")
PARTS = ("ground", "standing", "above")


def made(qtbot: QtBot, basemap: Basemap, view: ViewState = VIEW) -> MapWidget:
    widget = MapWidget(store(view), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(widget)
    widget.resize(800, 500)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def widget(qtbot: QtBot, basemap: Basemap) -> MapWidget:
    widget = made(qtbot, basemap)
    widget.grab()
    return widget


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each part has been painted to its end."""
    count: Counter[str] = Counter()

    def counted(name: str) -> None:
        plain = getattr(MapPainter, name)

        def part(self: MapPainter, painter: QPainter, scene: Scene) -> Iterator[None]:
            yield from plain(self, painter, scene)
            count[name] += 1

        monkeypatch.setattr(MapPainter, name, part)

    for name in PARTS:
        counted(name)
    return count


def change(widget: MapWidget, **fields: object) -> None:
    state = replace(widget.store.state, **fields)  # type: ignore[arg-type]
    widget.store.change(state, "Change")


def work_off(widget: MapWidget) -> int:
    """Take the steps that the timer would; how many there were."""
    steps = 0
    while widget.is_making:
        widget.step()
        steps += 1
        assert steps < 500
    return steps


def pixels(image: QImage) -> np.ndarray:
    converted = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(converted.constBits(), np.uint8)
    table = raw.reshape(converted.height(), converted.bytesPerLine() // 4, 4)
    return table[:, : converted.width(), :3].astype(int)


def glimpse(widget: MapWidget) -> np.ndarray:
    """The map as it is now: whatever has the keyboard, lies on it or is pointed at."""
    widget.clearFocus()
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(0)  # what lies beside the map is not painted
    widget.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    return pixels(image)


def shot(widget: MapWidget) -> np.ndarray:
    """The map once it is finished."""
    widget.settle()
    return glimpse(widget)


@pytest.mark.parametrize(
    ("fields", "parts"),
    [
        ({"lanes": "actor"}, ()),
        ({"filter": Filter(text="oil")}, ("above",)),
        ({"focus": Focus("event", "oil-flows")}, ("above",)),
        ({"focus": Focus("route", "west")}, ("above",)),
        ({"focus": Focus("area", "field")}, ("above",)),
        ({"layers": tuple(one for one in VIEW.layers if one != "events")}, ("above",)),
        ({"layers": tuple(one for one in VIEW.layers if one != "cities")}, ("above",)),
        ({"moment": "1999-01-01"}, ("standing", "above")),
        ({"layers": tuple(one for one in VIEW.layers if one != "routes")}, ("standing", "above")),
        ({"layers": tuple(one for one in VIEW.layers if one != "rivers")}, PARTS),
        ({"layers": tuple(one for one in VIEW.layers if one != "graticule")}, PARTS),
        ({"map": MapWindow(48.5, 42.0, 1000)}, PARTS),
    ],
)
def test_a_change_repaints_what_it_must_and_no_more(
    widget: MapWidget, painted: Counter[str], fields: dict[str, object], parts: tuple[str, ...]
) -> None:
    change(widget, **fields)
    widget.settle()
    assert painted == dict.fromkeys(parts, 1)
    widget.grab()
    assert painted == dict.fromkeys(parts, 1)


def repainted(widget: MapWidget) -> QImage:
    """All parts of the picture that is held, painted anew one on the other."""
    scene = widget.scene()
    image = QImage(widget.settle().ground.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for part in PARTS:
        for _ in getattr(widget._stage.painting, part)(painter, scene):
            pass
    painter.end()
    return image


@pytest.mark.parametrize("moved", [False, True], ids=["in-sight", "panned"])
@pytest.mark.parametrize(
    "fields",
    [
        {"filter": Filter(text="oil")},
        {"focus": Focus("route", "west")},
        {"moment": "1999-01-01"},
        {"layers": LAYERS},
        {"layers": ("rivers", "routes")},
        {"layers": tuple(one for one in VIEW.layers if one != "rivers")},
    ],
)
def test_what_is_kept_looks_as_what_is_made_anew(
    qtbot: QtBot, basemap: Basemap, widget: MapWidget, moved: bool, fields: dict[str, object]
) -> None:
    """Parts that serve again, and pieces of them, make the picture that all of it new makes."""
    if moved:
        widget.pan(37, -21)
        widget.settle()
        widget.pan(-3, 8)
    change(widget, **fields)
    (sheet,) = widget.settle().sheets
    different = np.abs(pixels(sheet.whole.toImage()) - pixels(repainted(widget))).max(axis=2)
    assert (different > 48).mean() < 1e-5
    fresh = made(qtbot, basemap, widget.store.state)
    if widget.scene().camera == fresh.scene().camera:
        # Else half a pixel aside, or in a larger picture, where labels stand elsewhere.
        assert (np.abs(shot(widget) - shot(fresh)).max(axis=2) > 48).mean() < 1e-5


def test_in_steps_as_at_once(qtbot: QtBot, basemap: Basemap, widget: MapWidget) -> None:
    widget.zoom(1.25)
    assert work_off(widget) > 1
    in_steps = shot(widget)
    at_once = made(qtbot, basemap, widget.store.state)
    at_once._stage.low = widget._stage.low
    assert (in_steps == shot(at_once)).all()


@pytest.mark.parametrize("factor", [1.25, 0.7])
def test_until_it_is_ready_the_last_picture_is_shown_as_much_larger(
    widget: MapWidget, painted: Counter[str], factor: float
) -> None:
    before = shot(widget)
    widget.zoom(factor)
    during = glimpse(widget)
    assert painted["standing"] == painted["above"] == 0
    assert not (during == before).all()
    work_off(widget)
    after = shot(widget)
    # Sea and land lie where they will lie: only what is thin differs.
    plot = slice(0, int(widget.camera().height))
    different = np.abs(during[plot] - after[plot]).max(axis=2) > 40
    assert 0 < different.mean() < 0.25
    assert painted["above"] == 1


def test_steps_are_short_and_each_zoom_is_followed(widget: MapWidget) -> None:
    """What has been begun comes to its end; then comes the last that was asked for, not each."""
    scales = set()
    for _ in range(6):
        widget.zoom(1.1)
        widget.step()
        scales.add(round(widget._stage.shown(widget.view()).camera.scale))
    work_off(widget)
    assert widget._stage.is_sharp(widget.view())
    assert len(scales) < 6


def test_a_picture_for_panning_is_begun_with_the_press(
    qtbot: QtBot, widget: MapWidget, painted: Counter[str]
) -> None:
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    work_off(widget)
    assert painted == dict.fromkeys(PARTS, 1)
    for step in range(1, 8):
        qtbot.mouseMove(widget, QPoint(400 + 9 * step, 200))
        widget.grab()
    assert painted == dict.fromkeys(PARTS, 1)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(463, 200))


def test_moved_past_its_rim_the_ground_is_there_at_once(widget: MapWidget) -> None:
    widget.pan(300, 0)
    during = glimpse(widget)
    work_off(widget)
    after = shot(widget)
    strip = (slice(100, 380), slice(0, 290))
    different = np.abs(during[strip] - after[strip]).max(axis=2) > 40
    assert different.mean() < 0.12  # but for lines and words
    right = (slice(100, 380), slice(310, 800))
    assert (np.abs(during[right] - after[right]).max(axis=2) > 40).mean() < 0.06


def test_until_it_is_ready_the_frame_is_made_ready_once(
    widget: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    count: Counter[str] = Counter()
    plain = Around.__init__

    def counted(self: Around, *told: object) -> None:
        count["around"] += 1
        plain(self, *told)  # type: ignore[arg-type]

    monkeypatch.setattr(Around, "__init__", counted)
    for notch in (1, 2):
        widget.zoom(1.3)
        for _ in range(3):
            glimpse(widget)
        assert widget.is_making
        assert count["around"] == notch


@pytest.mark.parametrize(
    "fields",
    [
        {"moment": "1999-01-01"},
        {"focus": Focus("route", "west")},
        {"compare": "2000-01-01"},
        {"layers": ("rivers",)},
    ],
)
def test_until_another_view_is_ready_all_is_as_it_was(
    widget: MapWidget, fields: dict[str, object]
) -> None:
    """The moment in words too: what is read and what is seen are of one time."""
    before = glimpse(widget)
    change(widget, **fields)
    assert widget.is_making
    width = int(widget.plot_width())
    if width == widget.width():  # no list takes a part of the map
        assert (glimpse(widget) == before).all()
    work_off(widget)
    after = glimpse(widget)
    assert not (after == before).all()
    assert widget._stage.is_sharp(widget.view())
    ys, xs = np.nonzero((after != shot(widget)).any(axis=2))
    assert not len(ys), (ys.min(), ys.max(), xs.min(), xs.max())


def test_the_event_loop_takes_the_steps(widget: MapWidget, qtbot: QtBot) -> None:
    before = glimpse(widget)
    change(widget, moment="1999-01-01")
    widget.resize(820, 520)
    widget.zoom(1.1)
    qtbot.waitUntil(lambda: not widget.is_making, timeout=5000)
    assert widget._stage.is_sharp(widget.view())
    assert not (glimpse(widget)[:400, :800] == before[:400]).all()


STEPS: dict[str, Callable[[MapWidget], None]] = {
    "nearer": lambda widget: widget.zoom(1.3),
    "away": lambda widget: widget.zoom(0.7),
    "earlier": lambda widget: change(widget, moment="1999-01-01"),
    "later": lambda widget: change(widget, moment="2013-01-01"),
    "far aside": lambda widget: widget.pan(500, 100),
    "a little aside": lambda widget: widget.pan(30, 0),
    "step": lambda widget: widget.step(),
    "paint": lambda widget: widget.repaint(),
    "press": lambda widget: widget.pressed(),
}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(taken=st.lists(st.sampled_from(sorted(STEPS)), max_size=8))
def test_what_is_asked_of_it_is_never_stale(widget: MapWidget, taken: list[str]) -> None:
    """Whoever asks what is shown where gets the answer for what the store holds now."""
    for name in taken:
        STEPS[name](widget)
    scene, view = widget.scene(), widget.view()
    assert scene.camera.scale == pytest.approx(widget.camera().scale)
    assert widget._stage.is_sharp(view)
    fresh = widget.layout_engine.scene(view.state, view.selection, scene.camera)
    assert scene.strokes is fresh.strokes
    assert scene.bubbles == fresh.bubbles


def test_a_new_theme_paints_all_anew(widget: MapWidget, painted: Counter[str]) -> None:
    widget.set_theme(LIGHT)
    widget.grab()
    assert painted == dict.fromkeys(PARTS, 1)


def test_nothing_is_begun_before_it_is_seen(qtbot: QtBot, basemap: Basemap) -> None:
    hidden = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(hidden)
    hidden.zoom(1.5)
    assert not hidden._stage.is_making


@pytest.mark.parametrize("steps", [1, 4, 7, 10])
def test_the_map_may_go_while_its_picture_is_made(
    qtbot: QtBot, basemap: Basemap, steps: int
) -> None:
    """A painter is at work on a picture: it ends before the picture does."""
    going = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    going.resize(800, 500)
    with qtbot.waitExposed(going):
        going.show()
    going.grab()
    going.zoom(1.2)
    for _ in range(steps):
        going.step()
    assert going.is_making
    going.deleteLater()
    QCoreApplication.sendPostedEvents(going, QEvent.Type.DeferredDelete)
    del going
    gc.collect()


def test_a_picture_that_fails_is_made_anew(
    widget: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget.grab()
    engine, once = widget.layout_engine, ["a fault"]
    made = engine.scene

    def scene(*args: object, **named: object) -> object:
        if once:
            raise ValueError(once.pop())
        return made(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "scene", scene)
    widget.zoom(1.5)
    with pytest.raises(ValueError, match="a fault"):
        work_off(widget)
    assert not widget.is_making
    widget.zoom(1.1)
    work_off(widget)
    assert widget._stage.is_sharp(widget.view())


def test_what_is_painted_ends_with_the_map(qtbot: QtBot, basemap: Basemap) -> None:
    del qtbot  # there must be an application
    widget = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    widget.resize(600, 400)
    widget.show()
    widget.grab()
    widget.zoom(1.5)
    for _ in range(3):
        widget.step()
    stage = widget._stage
    assert stage.is_making
    shiboken6.delete(widget)
    assert not stage.is_making
