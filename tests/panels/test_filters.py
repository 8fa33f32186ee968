from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.dates.days import ordinal
from azkz_desktop.panels.facets import Choice, FacetList, FacetModel
from azkz_desktop.panels.filters import FilterPanel
from azkz_desktop.panels.presets import Preset
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import EventIndex
from azkz_desktop.query.sparks import Sparks
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.panels import small
from tests.shown import PutUp


@pytest.fixture
def store() -> Store:
    return small.store()


@pytest.fixture
def panel(put_up: PutUp, store: Store) -> FilterPanel:
    return put_up(FilterPanel(store, small.columns(), small.NAMES, LIGHT), 214, 700)


@pytest.fixture
def sparked(put_up: PutUp, store: Store) -> FilterPanel:
    columns = small.columns()
    days = ordinal("1990-01-01"), ordinal("2020-01-01")
    sparks = Sparks(columns, *days, EventIndex(columns).answer)
    return put_up(FilterPanel(store, columns, small.NAMES, LIGHT, sparks=sparks), 272, 700)


def bars(facet: FacetList) -> dict[str, int]:
    return {
        one.id: int(one.heights.sum()) for one in facet.model.choices if one.heights is not None
    }


def counts(facet: FacetList) -> dict[str, int]:
    return {choice.id: choice.count for choice in facet.model.choices}


def chosen(facet: FacetList) -> set[str]:
    return {choice.id for choice in facet.model.choices if choice.chosen}


def test_each_choice_says_how_many_events_it_would_leave(panel: FilterPanel) -> None:
    assert counts(panel.actors) == {"azerbaijan": 4, "kazakhstan": 3, "iran": 1}
    assert counts(panel.kinds) == {"visits": 2, "agreements": 2, "conflicts": 1}


def test_choosing_an_actor_filters_and_updates_the_other_facets(
    panel: FilterPanel, store: Store
) -> None:
    panel.actors.toggled.emit("iran")
    assert store.state.filter.actors == (("iran",),)
    assert len(store.selection) == 1
    assert counts(panel.kinds) == {"visits": 0, "agreements": 1, "conflicts": 0}
    assert chosen(panel.actors) == {"iran"}


def test_any_leaves_the_facets_own_choice_aside_and_all_adds_to_it(
    panel: FilterPanel, store: Store
) -> None:
    panel.actors.toggled.emit("iran")
    assert counts(panel.actors)["azerbaijan"] == 4
    panel.all_actors.click()
    assert store.state.filter.all_actors
    assert counts(panel.actors)["azerbaijan"] == 0
    assert counts(panel.actors)["kazakhstan"] == 1


def test_a_group_of_kinds_is_chosen_and_left_as_one(panel: FilterPanel, store: Store) -> None:
    panel.kinds.toggled.emit("visits")
    assert store.state.filter.kinds == ("visit",)  # no meeting among these events
    panel.kinds.toggled.emit("visits")
    assert not store.state.filter.kinds


@pytest.mark.parametrize(
    ("facet", "choice", "wanted", "left"),
    [
        ("sources", "huseynov2017", Filter(sources=("huseynov2017",)), 5),
        ("themes", "bilateral", Filter(themes=("bilateral",)), 5),
        ("places", "baku", Filter(places=("baku",)), 1),
    ],
)
def test_documents_themes_and_places_are_taken_and_left(
    panel: FilterPanel, store: Store, facet: str, choice: str, wanted: Filter, left: int
) -> None:
    listed: FacetList = getattr(panel, facet)
    listed.toggled.emit(choice)
    assert store.state.filter == wanted
    assert len(store.selection) == left
    assert chosen(listed) == {choice}
    listed.toggled.emit(choice)
    assert store.state.filter == Filter()
    assert chosen(listed) == set()


def test_a_typed_period_filters(panel: FilterPanel, store: Store, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.period.start, "2004")
    qtbot.keyClicks(panel.period.end, "2008-06")
    qtbot.keyClick(panel.period.end, Qt.Key.Key_Return)
    assert (store.state.filter.start, store.state.filter.end) == ("2004", "2008-06")
    assert len(store.selection) == 2


@pytest.mark.parametrize(("start", "end"), [("2004-13", ""), ("soon", ""), ("2008", "2004")])
def test_a_wrong_period_is_said_and_changes_nothing(
    panel: FilterPanel, store: Store, qtbot: QtBot, start: str, end: str
) -> None:
    qtbot.keyClicks(panel.period.start, start)
    qtbot.keyClicks(panel.period.end, end)
    qtbot.keyClick(panel.period.end, Qt.Key.Key_Return)
    assert store.state.filter == Filter()
    assert panel.period.wrong.isVisible()
    assert panel.period.wrong.text()


def test_undo_takes_the_marks_off_again(panel: FilterPanel, store: Store) -> None:
    panel.contested.click()
    assert len(store.selection) == 1
    store.undo()
    assert not panel.contested.isChecked()
    assert len(store.selection) == 5


def test_a_view_set_from_outside_is_shown(panel: FilterPanel, store: Store) -> None:
    wanted = Filter(start="1997", end="2004", actors=(("iran",),), all_actors=True)
    store.change(replace(store.state, filter=wanted), "outside")
    assert panel.period.start.text() == "1997"
    assert panel.all_actors.isChecked()
    assert chosen(panel.actors) == {"iran"}


def test_the_keyboard_chooses(panel: FilterPanel, store: Store, qtbot: QtBot) -> None:
    view = panel.actors.view
    view.setFocus()
    view.setCurrentIndex(panel.actors.model.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert store.state.filter.actors == (("kazakhstan",),)


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = FacetModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show((Choice("a", "A", 1), Choice("b", "B", 2)))
    model.show((Choice("a", "A", 0, chosen=True), Choice("b", "B", 2)))
    assert model.rowCount() == 2
    assert model.data(model.index(0), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    model.show(())
    assert model.rowCount() == 0


def test_a_long_facet_shows_its_first_rows_and_finds_among_all(qtbot: QtBot) -> None:
    facet = FacetList("Actor", LIGHT)
    qtbot.addWidget(facet)
    facet.show()
    many = tuple(Choice(f"id-{n}", f"Name {n:03}", 500 - n) for n in range(300))
    facet.show_choices((*many, Choice("ilham-aliyev", "İlham Əliyev", 0)))
    assert facet.model.rowCount() == 10
    assert "301" in facet.more.text()
    facet.more.click()
    qtbot.keyClicks(facet.finder, "aliyev")
    assert [choice.id for choice in facet.model.choices] == ["ilham-aliyev"]


def test_a_chosen_row_stays_listed_and_rows_stay_put(qtbot: QtBot) -> None:
    facet = FacetList("Actor", LIGHT)
    qtbot.addWidget(facet)
    many = tuple(Choice(f"id-{n}", f"Name {n:03}", 500 - n) for n in range(30))
    facet.show_choices(many)
    before = [choice.id for choice in facet.model.choices]
    changed = tuple(
        replace(choice, count=n, chosen=choice.id == "id-20") for n, choice in enumerate(many)
    )
    facet.show_choices(changed)
    assert [choice.id for choice in facet.model.choices] == [*before, "id-20"]


def test_the_heading_folds_a_facet_and_what_is_chosen_stays(
    panel: FilterPanel, store: Store, qtbot: QtBot
) -> None:
    assert panel.actors.extra.isVisible()
    panel.actors.toggled.emit("iran")
    panel.actors.heading.setFocus()
    qtbot.keyClick(panel.actors.heading, Qt.Key.Key_Space)
    assert panel.actors.folded
    assert [choice.id for choice in panel.actors.model.choices] == ["iran"]
    assert not panel.actors.extra.isVisible()
    panel.actors.heading.click()
    assert panel.actors.model.rowCount() == 3


def test_themes_and_places_wait_folded_and_show_what_a_view_chose(
    panel: FilterPanel, store: Store
) -> None:
    assert panel.places.folded
    assert not panel.places.view.isVisible()
    store.change(replace(store.state, filter=Filter(places=("baku",))), "outside")
    assert chosen(panel.places) == {"baku"}
    assert panel.places.view.isVisible()


def test_a_preset_sets_the_period_and_any_time_takes_it_off(qtbot: QtBot, store: Store) -> None:
    made = FilterPanel(
        store,
        small.columns(),
        small.NAMES,
        LIGHT,
        lambda: (Preset("", "All", "1991", "2023"), Preset("Wars", "A war", "2008-08", "2008-09")),
    )
    qtbot.addWidget(made)
    menu = made.period.presets.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions() if action.text()}
    assert list(entries) == ["Any time", "All", "Wars", "A war"]
    assert not entries["Wars"].isEnabled()
    entries["A war"].trigger()
    assert (store.state.filter.start, store.state.filter.end) == ("2008-08", "2008-09")
    assert made.period.start.text() == "2008-08"
    entries["Any time"].trigger()
    assert store.state.filter == Filter()


def test_without_presets_there_is_no_menu(panel: FilterPanel) -> None:
    assert not panel.period.presets.isVisible()


def test_the_keyboard_goes_down_the_panel_as_the_eye_does(panel: FilterPanel) -> None:
    facet = panel.actors
    wanted = [facet.heading, panel.any_actor, panel.all_actors, facet.view]
    order: list[QWidget] = []
    one = facet.heading.nextInFocusChain()
    while one is not None and one is not facet.heading:
        order.append(one)
        one = one.nextInFocusChain()
    places = [order.index(widget) for widget in wanted[1:]]
    assert places == sorted(places)
    assert places[-1] < order.index(panel.sources.heading)


def test_the_histogram_of_a_choice_has_its_events(sparked: FilterPanel) -> None:
    for facet in (sparked.actors, sparked.kinds, sparked.sources):
        assert bars(facet) == counts(facet)
    sparked.actors.toggled.emit("iran")
    for facet in (sparked.actors, sparked.kinds):
        assert bars(facet) == counts(facet)
    assert bars(sparked.kinds) == {"visits": 0, "agreements": 1, "conflicts": 0}


def test_a_row_says_when_most_of_its_events_were(sparked: FilterPanel, panel: FilterPanel) -> None:
    def said(where: FilterPanel, row: int) -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        return str(where.actors.model.index(row).data(role))

    rows = [one.id for one in sparked.actors.model.choices]
    assert said(sparked, rows.index("iran")) == "Iran, 1 event, most in 2006–2008"
    assert said(panel, rows.index("iran")) == "Iran, 1 event"
    sparked.kinds.toggled.emit("conflicts")
    assert said(sparked, rows.index("iran")) == "Iran, 0 events"


def test_bars_are_painted_where_there_are_events(sparked: FilterPanel, panel: FilterPanel) -> None:
    def inks(where: FilterPanel) -> int:
        image = where.actors.view.grab(QRect(100, 0, 200, 24)).toImage()
        paper = image.pixelColor(1, 1)
        every = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y) != paper for x, y in every)

    panel.resize(sparked.size())
    assert inks(sparked) > inks(panel) + 40
