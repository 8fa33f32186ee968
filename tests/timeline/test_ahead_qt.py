"""What the next frames need is got ready at rest, and changes nothing of what is seen."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.columns import NO_START
from azkz_desktop.dates.days import FIRST_DAY, LAST_DAY
from azkz_desktop.painting.letters import Letters
from azkz_desktop.timeline import ahead
from azkz_desktop.timeline import widget as widget_module
from azkz_desktop.timeline import wording as wording_module
from azkz_desktop.timeline.atlas import TextAtlas, Texts
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, some_events

EVENTS = 200


class Asked(MadeSource):
    """Tells how many rows it was asked about."""

    rows = 0

    def shorts(self, rows: Rows) -> Sequence[str]:
        self.rows += len(rows)
        return super().shorts(rows)

    def titles(self, rows: Rows) -> Sequence[str]:
        self.rows += len(rows)
        return super().titles(rows)


def made(qtbot: QtBot) -> TimelineWidget:
    columns = some_events(EVENTS)
    store = Store(lambda _: everything(columns), ViewState())
    widget = TimelineWidget(store, Asked(columns))
    qtbot.addWidget(widget)
    widget.resize(1100, 500)
    return widget


def ready(qtbot: QtBot) -> TimelineWidget:
    widget = made(qtbot)
    widget.grab()
    widget.get_ready()
    return widget


def frames(widget: TimelineWidget) -> list[QImage]:
    """A zoom into the middle."""
    found, span = [widget.grab().toImage()], widget.navigator.scale().span
    middle = (span.start + span.end) / 2
    for share in np.geomspace(0.5, 0.01, 12).tolist():
        half = span.days * share / 2
        state = replace(widget.store.state, span=Span(middle - half, middle + half))
        widget.store.change(state, "Zoom", "zoom")
        found.append(widget.grab().toImage())
    return found


def drawn_names(monkeypatch: pytest.MonkeyPatch, roles: Sequence[str] = ("label",)) -> list[str]:
    """Names, or texts of other *roles*, that are drawn from now on, not copied."""
    names: list[str] = []
    prepare = TextAtlas.prepare

    def told(self: TextAtlas, column: Texts) -> None:
        known = self._known.get((column.role, column.colour), {})
        if column.role in roles:
            names.extend(text for text in column.texts if text not in known)
        prepare(self, column)

    monkeypatch.setattr(TextAtlas, "prepare", told)
    return names


def test_once_ready_a_zoom_draws_no_name_and_asks_for_none(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = ready(qtbot)
    names, source = drawn_names(monkeypatch), widget.source
    assert isinstance(source, Asked)
    source.rows = 0
    frames(widget)
    assert names == []
    assert source.rows == 0


@pytest.mark.parametrize("begin", [ready, made])
def test_once_ready_a_zoom_draws_no_year_month_or_day(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, begin: Callable[[QtBot], TimelineWidget]
) -> None:
    widget = begin(qtbot)
    texts = drawn_names(monkeypatch, ("tick", "tick-bold"))
    frames(widget)
    # A month with its year is written at one place at a time, and there are hundreds.
    written = {text for text in texts if " " not in text}
    assert not written if begin is ready else len(written) > 20


@pytest.mark.parametrize("far", ["0601-05-01", "9990-05-01"])
def test_one_event_far_away_makes_no_other_years_ready(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, far: str
) -> None:
    near = [instant(day("1991-06-01") + 60 * at) for at in range(190)]
    columns = columns_of([*near, instant(day(far))])
    widget = TimelineWidget(Store(lambda _: everything(columns), ViewState()), MadeSource(columns))
    qtbot.addWidget(widget)
    widget.resize(1100, 500)
    widget.grab()
    years = drawn_names(monkeypatch, ("tick-bold",))
    widget.get_ready()
    assert set(years) >= {str(year) for year in range(1992, 2023)}


@given(
    st.lists(st.lists(st.integers(FIRST_DAY, LAST_DAY) | st.just(NO_START), max_size=9), max_size=3)
)
def test_the_busiest_century_has_as_many_events_as_any(lanes: list[list[int]]) -> None:
    found = ahead.busiest([np.array(sorted(lane), np.int32) for lane in lanes])
    days = [one for lane in lanes for one in lane if one > NO_START]
    if found is None:
        assert not days
        return
    first, last = found
    assert last - first <= ahead.CENTURY
    counts = [sum(one <= other <= one + ahead.CENTURY for other in days) for one in days]
    assert sum(first <= one <= last for one in days) == max(counts)


def test_of_many_events_some_are_looked_at_for_the_busiest_century() -> None:
    columns = some_events(9000)
    found = ahead.busiest([columns.start_earliest, columns.start_earliest[:3]])
    assert found is not None
    assert found == pytest.approx((day("1991-06-01"), day("2023-06-30")), abs=366)


def test_names_are_measured_beyond_those_that_are_drawn(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "SHORT", 16)
    monkeypatch.setattr(ahead, "FULL", 8)
    names = drawn_names(monkeypatch)
    widget = ready(qtbot)
    assert len(set(names)) < 100
    wording = widget.layout_engine.wording
    known = {row: wording.measure(wording.shorts[row], "label") for row in range(EVENTS)}
    assert dict(wording.widths) == {row: np.ceil(width) for row, width in known.items()}


def test_what_was_forgotten_is_got_ready_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = ready(qtbot)
    wording = widget.layout_engine.wording
    monkeypatch.setattr(wording_module, "MOST", 0)
    widget.store.change(replace(widget.store.state, span=Span(600_000, 600_100)), "Zoom", "zoom")
    widget.grab()
    assert not wording.widths
    monkeypatch.undo()
    widget.get_ready()
    assert len(wording.widths) == EVENTS


def test_without_it_a_zoom_draws_many(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = made(qtbot)
    widget.grab()
    names = drawn_names(monkeypatch)
    frames(widget)
    assert len(set(names)) > 20


def test_it_changes_nothing_of_what_is_seen(qtbot: QtBot) -> None:
    assert frames(made(qtbot)) == frames(ready(qtbot))


def test_it_waits_until_no_frame_comes_any_more(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "REST", 60)
    monkeypatch.setattr(widget_module, "AT_REST", 0)
    names = drawn_names(monkeypatch)
    widget = made(qtbot)
    widget.grab()
    for _ in range(6):
        names.clear()
        qtbot.wait(20)
        assert names == []
        widget.grab()
    names.clear()
    qtbot.waitUntil(lambda: len(names) >= EVENTS)


def test_other_lanes_are_got_ready_as_well(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = ready(qtbot)
    names = drawn_names(monkeypatch)
    state = widget.store.state
    widget.store.change(replace(state, hidden_lanes=(widget.marks().lanes[0].id,)), "Hide")
    widget.grab()
    names.clear()
    widget.get_ready()
    assert names == []  # all of them are known: other rows of the same events
    wording = widget.layout_engine.wording
    wording.shorts.clear()
    wording.widths.clear()
    widget.grab()
    widget.get_ready()
    assert len(wording.shorts) < EVENTS  # nothing new is in sight: it is not done twice


@pytest.mark.parametrize(("factor", "ratio"), [(1.0, 1.0), (1.5, 1.0), (2.0, 1.0), (1.0, 2.0)])
def test_names_in_sight_stay_known_however_large(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, factor: float, ratio: float
) -> None:
    monkeypatch.setattr(Letters, "factor", factor)
    columns = some_events(3000)
    widget = TimelineWidget(Store(lambda _: everything(columns), ViewState()), MadeSource(columns))
    qtbot.addWidget(widget)
    widget.resize(1100, 500)
    screen = QImage(int(1100 * ratio), int(500 * ratio), QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    widget.render(screen)
    widget.get_ready()
    names = drawn_names(monkeypatch)
    widget.update()
    widget.render(screen)
    assert names == []


def test_contested_events_count_once_however_many_lanes_they_are_in(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "CONTESTED", 120)
    columns = columns_of([instant(730_000 + 9 * at) for at in range(100)], contested=[True] * 100)
    state = ViewState(lanes="actor", span=Span(600_000, 600_100))
    widget = TimelineWidget(Store(lambda _: everything(columns), state), MadeSource(columns))
    qtbot.addWidget(widget)
    widget.resize(1100, 500)
    widget.grab()
    asked: list[int] = []
    monkeypatch.setattr(widget.layout_engine.disputes, "foresee", asked.extend)
    widget.get_ready()
    assert sorted(asked) == list(range(100))
