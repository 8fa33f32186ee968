"""The size of text: chosen, seen at once, kept; as the desktop has it; nothing is cut."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app import lettering, running, shell
from azkz_desktop.app.lettering import (
    LARGEST,
    STEPS,
    Present,
    TextSize,
    desktop_factor,
    kept_percent,
)
from azkz_desktop.app.window import MainWindow
from azkz_desktop.export.snapshot import write_snapshot
from azkz_desktop.map.fonts import Fonts as MapFonts
from azkz_desktop.painting.letters import Letters
from azkz_desktop.panels.labels import ShorteningButton
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import PANES, Focus


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody's own choice is read or written, and the next test has the normal size."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    yield
    lettering.write_in(TextSize())


def opened(qtbot: QtBot, library: Library, percent: int, *size: int) -> MainWindow:
    shell.application([], percent)
    made = shell.window("light")
    qtbot.addWidget(made)
    made.resize(*size)
    made.furnish(library, running.store_of(library, running.first_view(library)))
    made.show()
    qtbot.wait(20)
    return made


def settled(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(3):
        qtbot.wait(10)
    assert window.map.settle()


def test_a_step_of_the_menu_is_seen_at_once_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    window.entries["text.150"].trigger()
    settled(qtbot, window)
    assert window.timeline.fonts.font("label").pixelSize() == round(11 * 1.5)
    assert window.map.fonts.font("city").pixelSize() == MapFonts(1.5).font("city").pixelSize() == 18
    assert window.map.switch.segments["seabed"].font().pixelSize() == 18
    assert window.chips.count.font().pixelSize() == 20
    title = window.detail.findChild(QLabel, "title")
    assert title is not None
    assert title.font().pixelSize() == 30
    assert window.filters.kinds.view.sizeHintForRow(0) > 24
    assert window.overview.height() > 26
    assert window.entries["text.150"].isChecked()
    assert not window.entries["text.larger"].isEnabled()


@pytest.mark.parametrize("pane", ["table", "figures", "disagreements", "years"])
def test_the_panes_follow(qtbot: QtBot, window: MainWindow, pane: str) -> None:
    store = window.store
    store.change(replace(store.state, pane=pane), "pane")
    qtbot.wait(20)
    before = {one: one.font().pixelSize() for one in window.panes.findChildren(QWidget)}
    window.entries["text.130"].trigger()
    settled(qtbot, window)
    shown = [one for one in window.panes.findChildren(QLabel) if one.isVisible() and one.text()]
    grown = [one for one in shown if one.font().pixelSize() > before.get(one, 0)]
    assert grown
    assert grown == shown


def _questions(window: MainWindow) -> list[QPushButton]:
    assert window.beside.questions is not None
    return window.beside.questions.choices


def test_questions_and_chips_follow(qtbot: QtBot, library: Library) -> None:
    window = opened(qtbot, library, 100, 1024, 700)
    wanted = Filter(actors=(("kazakhstan",), ("azerbaijan",)), all_actors=True)
    window.store.change(replace(window.store.state, filter=wanted), "filter")
    window.commands.questions()
    settled(qtbot, window)
    assert not any("\n" in one.text() for one in _questions(window)[:1])
    (chip,) = window.chips.findChildren(ShorteningButton)
    assert chip.text() == "involving Kazakhstan and Azerbaijan  ✕"
    window.entries["text.150"].trigger()
    settled(qtbot, window)
    assert all("\n" in one.text() for one in _questions(window))
    assert chip.text().endswith("…  ✕")
    assert not cut(window)
    window.entries["text.100"].trigger()
    settled(qtbot, window)
    assert chip.text() == "involving Kazakhstan and Azerbaijan  ✕"


def test_there_and_back_nothing_is_left_of_it(qtbot: QtBot, window: MainWindow) -> None:
    names = ("timeline", "map", "overview", "filters", "detail", "chips", "panes")

    def seen() -> list[QImage]:
        settled(qtbot, window)
        return [getattr(window, name).grab().toImage() for name in names]

    usual = seen()
    window.commands.larger_text()
    assert all(one != other for one, other in zip(seen(), usual, strict=True))
    window.commands.smaller_text()
    assert [name for name, *two in zip(names, seen(), usual, strict=True) if two[0] != two[1]] == []


def test_a_window_that_grows_looks_as_one_that_opens_so(
    qtbot: QtBot, library: Library, window: MainWindow
) -> None:
    window.entries["text.130"].trigger()
    settled(qtbot, window)
    made = opened(qtbot, library, 130, 1440, 900)
    settled(qtbot, made)
    for name in ("timeline", "overview", "filters", "detail", "chips"):
        one, other = (getattr(each, name).grab().toImage() for each in (window, made))
        assert one == other, name
    # Not their pictures: where the keyboard is, and where words of the map stood before, is seen.
    assert window.topbar.size() == made.topbar.size()
    assert window.map.size() == made.map.size()


def test_the_steps_have_a_first_and_a_last() -> None:
    assert [TextSize(one).stepped(1).percent for one in STEPS] == [100, 115, 130, 150, 150]
    assert [TextSize(one).stepped(-1).percent for one in STEPS] == [90, 90, 100, 115, 130]
    assert TextSize(120).stepped(1).percent == 130
    assert TextSize(200).stepped(-1).percent == 150
    assert TextSize(150, 1.5).factor == 2.0


def test_the_choice_is_kept(window: MainWindow) -> None:
    assert kept_percent() == 100
    window.entries["text.115"].trigger()
    assert kept_percent() == 115
    shell.application([], None)
    assert Present.size.percent == 115
    shell.application([])
    assert (Present.size.percent, Letters.factor, kept_percent()) == (100, 1.0, 115)


@pytest.mark.parametrize("text", ["", "huge", "1000", "-5", "10", "nan", "\u0661\u0663\u0660"])
def test_nonsense_that_was_kept_is_the_normal_size(window: MainWindow, text: str) -> None:
    del window  # it gives the application its name, and so its folder
    lettering.keep_percent(130)
    lettering._kept().write_text(text, "utf-8")
    assert kept_percent() == 100


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where a folder is to be")
    window.entries["text.150"].trigger()
    assert Letters.factor == 1.5
    assert kept_percent() == 100


def test_it_is_no_part_of_the_view(window: MainWindow) -> None:
    state, undo = window.store.state, window.store.history.undo_name
    window.entries["text.larger"].trigger()
    assert (window.store.state, window.store.history.undo_name) == (state, undo)


@pytest.mark.parametrize(
    ("platform", "desktop", "points", "factor"),
    [
        ("offscreen", "KDE", 20.0, 1.0),
        ("xcb", "KDE", 10.0, 1.0),
        ("wayland", "KDE", 12.5, 1.25),
        ("xcb", "GNOME", 11.0, 1.0),
        ("xcb", "ubuntu:GNOME", 13.75, 1.25),
        ("xcb", "", 9.0, 1.0),
        ("windows", "", 9.0, 1.0),
        ("windows", "", 13.5, 1.5),
        ("cocoa", "", 13.0, 1.0),
    ],
)
def test_the_normal_size_is_the_desktops_where_that_is_larger(
    monkeypatch: pytest.MonkeyPatch, platform: str, desktop: str, points: float, factor: float
) -> None:
    class Told:
        @staticmethod
        def platformName() -> str:  # noqa: N802 - Qt's name
            return platform

    font = QFont("DejaVu Sans")
    font.setPointSizeF(points)
    with monkeypatch.context() as told:
        told.setattr(lettering, "QGuiApplication", Told)
        told.setenv("XDG_CURRENT_DESKTOP", desktop)
        assert desktop_factor(font) == pytest.approx(factor)
        font.setPixelSize(40)
        assert desktop_factor(font) == 1.0


def test_a_picture_that_is_saved_has_the_normal_size(
    window: MainWindow, small_db: Path, tmp_path: Path
) -> None:
    del window
    usual, large = tmp_path / "usual.png", tmp_path / "large.png"
    write_snapshot(small_db, usual, filter=Filter(), what="view", size=(900, 700))
    lettering.write_in(TextSize(150))
    write_snapshot(small_db, large, filter=Filter(), what="view", size=(900, 700))
    assert usual.read_bytes() == large.read_bytes()


def cut(window: MainWindow) -> list[str]:
    """The words of what is in sight that have less room than they need, and do not say so ("…")."""
    found = []
    for one in window.findChildren(QWidget):
        if not one.isVisible() or one.visibleRegion().isEmpty():
            continue
        if isinstance(one, QLabel) and not one.wordWrap() and one.pixmap().isNull():
            needed = one.sizeHint().width()
        elif isinstance(one, QPushButton | QCheckBox | QRadioButton):
            shortens = one is window.topbar.search or isinstance(one, ShorteningButton)
            needed = 0 if shortens else one.sizeHint().width()
        else:
            continue
        corner = one.mapTo(window, one.rect().topLeft())
        outside = corner.x() + one.width() > window.width()
        if one.width() < needed or outside or _is_clipped(one, window):
            found.append(f"{type(one).__name__} {words_of(one)!r} {one.width()} < {needed}")
    return found


def _is_clipped(one: QWidget, window: MainWindow) -> bool:
    """Whether something beside it hides its right end."""
    return one.visibleRegion().boundingRect().right() < one.rect().right() - 1 and one is not window


def words_of(one: QWidget) -> str:
    return one.text() if isinstance(one, QLabel | QAbstractButton) else ""


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_no_word_is_cut_in_the_largest_size(
    qtbot: QtBot, library: Library, size: tuple[int, int]
) -> None:
    window = opened(qtbot, library, STEPS[-1], *size)
    wanted = Filter(actors=(("kazakhstan",), ("azerbaijan",)), all_actors=True)
    for pane, focus in zip(PANES, cycle((running.OPENING, Focus("actor", "heydar-aliyev")))):
        state = replace(window.store.state, pane=pane, focus=focus, filter=wanted)
        window.store.change(state, "look")
        settled(qtbot, window)
        assert (window.width(), window.height()) == size, pane
        assert not cut(window), pane


@pytest.mark.parametrize("width", [800, 1024, 1280])
def test_the_bar_has_room_for_its_buttons_in_the_largest_text_that_can_be_asked_for(
    qtbot: QtBot, library: Library, width: int
) -> None:
    bar = opened(qtbot, library, LARGEST, width, 700).topbar
    qtbot.wait(20)
    shown = [one for one in bar.findChildren(QPushButton) if one.isVisible()]
    assert len(shown) >= 7
    for one in shown:
        needed = one.fontMetrics().horizontalAdvance(one.text())
        assert one.width() >= (needed if one is bar.search else one.sizeHint().width()), one.text()
    ordered = sorted(shown, key=lambda one: one.x())
    for one, other in pairwise(ordered):
        assert one.geometry().right() < other.x()
    assert ordered[-1].geometry().right() < bar.width() == width
    assert (bar.export.accessibleName() or bar.export.text()).startswith("Export snapshot")
