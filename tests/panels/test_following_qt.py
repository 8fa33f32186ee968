"""Panels that follow a change on later turns: what is touched at once, the rest as if at once."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.later import Later, settle
from azkz_desktop.panels.detail import DetailPanel
from azkz_desktop.panels.disagreements import DisagreementsPanel
from azkz_desktop.panels.filters import FilterPanel
from azkz_desktop.panels.panes import Panes
from azkz_desktop.panels.things import page_of
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.sparks import Sparks
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.panels import small
from tests.shown import PutUp

FIRST = Focus("event", "az-kz-diplomatic-relations")
OTHER = Focus("event", "nazarbayev-visit-to-azerbaijan-1")


@pytest.fixture(autouse=True)
def in_turns(at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here it is the turns that are looked at."""
    del at_once
    monkeypatch.setattr(Later, "at_once", False)


@pytest.fixture(scope="module")
def library(bundled_db: Path) -> Iterator[Library]:
    made = Library(bundled_db)
    yield made
    made.dataset.close()


def filters(put_up: PutUp, library: Library, store: Store) -> FilterPanel:
    span = library.opening_span()
    sparks = Sparks(library.columns, span.start, span.end, library.index.answer)
    names = {facet: library.names(facet) for facet in ("actor", "place", "source")}
    return put_up(FilterPanel(store, library.columns, names, LIGHT, sparks=sparks), 272, 900)


def listed(panel: FilterPanel) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that each facet lists."""
    return {
        name: [
            (one.id, one.count, one.chosen, None if one.heights is None else one.heights.tolist())
            for one in facet.model.choices
        ]
        for name, facet in panel.facets.items()
    }


def filter_by(store: Store, **fields: Any) -> None:
    store.change(replace(store.state, filter=Filter(**fields)), "filter")


def test_a_mark_is_set_at_once_and_the_counts_follow(
    qtbot: QtBot, put_up: PutUp, library: Library
) -> None:
    store = library.store()
    panel = filters(put_up, library, store)
    before = {one.id: one.count for one in panel.kinds.model.choices}
    filter_by(store, actors=(("russia",),))
    marked = {one.id for one in panel.actors.model.choices if one.chosen}
    assert marked == {"russia"}
    assert {one.id: one.count for one in panel.kinds.model.choices} == before
    qtbot.waitUntil(lambda: not panel.later.waiting)
    assert {one.id: one.count for one in panel.kinds.model.choices} != before


def test_folded_facets_are_counted_when_they_are_opened(put_up: PutUp, library: Library) -> None:
    store = library.store()
    panel = filters(put_up, library, store)
    filter_by(store, kinds=("visit",))
    panel.later.settle()
    assert panel.places.outdated
    panel.places.fold(folded=False)
    counts = store.selection.counts["place"]
    known = dict(zip(library.columns.facets["place"].ids, counts.tolist(), strict=True))
    assert panel.places.model.choices
    assert all(one.count == known[one.id] for one in panel.places.model.choices)


FILTERS = st.builds(
    Filter,
    start=st.sampled_from((None, "2000", "2005-05")),
    contested=st.booleans(),
    actors=st.sampled_from(((), (("russia",),), (("kazakhstan",), ("azerbaijan",)))),
    all_actors=st.booleans(),
    kinds=st.sampled_from(((), ("visit",), ("visit", "energy"))),
    places=st.sampled_from(((), ("baku",))),
    sources=st.sampled_from(((), ("huseynov2017",))),
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(FILTERS, st.integers(0, 4)), min_size=1, max_size=4))
def test_after_any_changes_the_end_is_what_it_would_be_at_once(
    put_up: PutUp, library: Library, changes: list[tuple[Filter, int]]
) -> None:
    store = library.store()
    panel, at_once = filters(put_up, library, store), library.store()
    other = filters(put_up, library, at_once)
    for wanted, steps in changes:
        for one in (store, at_once):
            one.change(replace(one.state, filter=wanted), "filter")
        other.show_state()
        for _ in range(steps):  # the next change comes while some of it is still to be done
            panel.later._step()
    settle(panel)
    assert listed(panel) == listed(other)
    for made in (panel, other):
        made.deleteLater()


def words_in(panel: DetailPanel) -> list[str]:
    inside = panel.widget()
    assert inside is not None
    return [label.text() for label in inside.findChildren(QLabel)]


def detail(put_up: PutUp, library: Library, store: Store) -> DetailPanel:
    return put_up(DetailPanel(store, partial(page_of, library)), 330, 800)


def choose(store: Store, focus: Focus | None) -> None:
    store.change(replace(store.state, focus=focus), "choose")


def test_the_page_of_a_choice_follows_whole(qtbot: QtBot, put_up: PutUp, library: Library) -> None:
    store = library.store(ViewState(focus=FIRST))
    panel = detail(put_up, library, store)
    before, page = words_in(panel), panel.page
    choose(store, OTHER)
    assert (words_in(panel), panel.page) == (before, page)
    with qtbot.waitSignal(panel.page_shown):
        pass
    assert words_in(panel) == words_in(detail(put_up, library, library.store(store.state)))
    assert panel.page is not None
    assert panel.page.citable


def test_of_quick_choices_only_the_last_is_shown(
    qtbot: QtBot, put_up: PutUp, library: Library
) -> None:
    store = library.store(ViewState(focus=FIRST))
    panel = detail(put_up, library, store)
    shown: list[str] = []
    panel.page_shown.connect(lambda: shown.append(panel.page.title if panel.page else ""))
    choose(store, OTHER)
    panel.later._step()
    panel.later._step()
    choose(store, None)
    choose(store, FIRST)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(40)
    assert len(shown) == 1
    assert words_in(panel) == words_in(detail(put_up, library, library.store(store.state)))


def test_a_filter_that_leaves_the_choice_out_says_so_also_in_between(
    qtbot: QtBot, put_up: PutUp, library: Library
) -> None:
    store = library.store(ViewState(focus=OTHER))
    panel = detail(put_up, library, store)
    choose(store, FIRST)
    filter_by(store, kinds=("energy",))
    qtbot.waitUntil(lambda: not panel.later.waiting)
    assert panel._left_out is not None
    assert panel._left_out.isVisible()
    filter_by(store)
    assert not panel._left_out.isVisible()


def test_a_pane_says_that_it_is_opening_while_its_modules_are_read(qtbot: QtBot) -> None:
    store = small.store()
    makers = {
        "timeline": ("Timeline", lambda: QLabel("a timeline")),
        "table": ("Table", lambda: QLabel("a table")),
    }
    panes = Panes(store, makers, {"table": ("this_module_is_read_late",)})
    qtbot.addWidget(panes)
    panes.show()
    made: list[QWidget] = []
    store.change(replace(store.state, pane="table"), "table")
    shown = panes.findChildren(QLabel)
    assert any(label.isVisible() and label.text() == "Opening…" for label in shown)
    # The module is not there at all: the place says so.
    qtbot.waitUntil(
        lambda: any("this_module_is_read_late" in one.text() for one in panes.findChildren(QLabel))
    )
    assert made == []


def test_a_pane_that_was_left_meanwhile_does_not_come_forward(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "read_late_for_a_pane.py").write_text("import time\ntime.sleep(0.1)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    store = small.store()
    made: list[QLabel] = []

    def table() -> QLabel:
        made.append(QLabel("a table"))
        return made[0]

    makers = {"timeline": ("Timeline", lambda: QLabel("a timeline")), "table": ("Table", table)}
    panes = Panes(store, makers, {"table": ("read_late_for_a_pane",)})
    qtbot.addWidget(panes)
    panes.show()
    store.change(replace(store.state, pane="table"), "table")
    store.change(replace(store.state, pane="timeline"), "timeline")
    qtbot.waitUntil(lambda: bool(made), timeout=3000)
    qtbot.wait(40)
    assert not made[0].isVisible()
    store.change(replace(store.state, pane="table"), "table")
    assert made[0].isVisible()


def test_rows_of_disagreements_get_the_height_that_their_words_need(
    qtbot: QtBot, put_up: PutUp, library: Library
) -> None:
    store = library.store()
    panel = DisagreementsPanel(store, library, LIGHT)
    put_up(panel, 900, 500)
    qtbot.waitUntil(lambda: panel.model.rowCount() > 10)
    qtbot.waitUntil(lambda: not panel.view.later.waiting)
    fitted = [panel.view.rowHeight(row) for row in range(panel.model.rowCount())]
    panel.view.resizeRowsToContents()
    assert fitted == [panel.view.rowHeight(row) for row in range(panel.model.rowCount())]
    assert len(set(fitted)) > 1
