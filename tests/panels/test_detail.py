from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.detail import DetailPanel, LinkLabel
from azkz_desktop.panels.pages import DetailPage, Link
from azkz_desktop.panels.telling import event_page
from azkz_desktop.panels.things import page_of
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store
from tests.shown import PutUp

CONTESTED = Focus("event", "az-kz-diplomatic-relations")


@pytest.fixture
def store(library: Library) -> Store:
    return library.store(ViewState(focus=CONTESTED))


@pytest.fixture
def panel(put_up: PutUp, store: Store, library: Library) -> DetailPanel:
    return put_up(DetailPanel(store, partial(page_of, library)), 330, 800)


def inside(panel: DetailPanel) -> QWidget:
    widget = panel.widget()
    assert widget is not None
    return widget


def words_in(panel: DetailPanel) -> str:
    return "\n".join(label.text() for label in inside(panel).findChildren(QLabel))


def page(library: Library, event_id: str) -> DetailPage:
    made = event_page(library, event_id)
    assert made is not None
    return made


def test_a_contested_event_names_each_document_its_date_and_the_disagreement(
    panel: DetailPanel,
) -> None:
    words = words_in(panel)
    assert "30 August 1992" in words
    assert "27 August 1992" in words
    assert "Huseynov 2017" in words
    assert "Akiner 2012" in words
    assert "The documents disagree." in words
    assert inside(panel).findChildren(QFrame, "disagreement")


def test_an_event_that_nobody_contests_has_no_amber(panel: DetailPanel, store: Store) -> None:
    store.change(
        replace(store.state, focus=Focus("event", "kazakhstan-embassy-in-baku-opens")), "choose"
    )
    assert "The documents disagree." not in words_in(panel)
    assert not inside(panel).findChildren(QFrame, "disagreement")


def test_every_claim_says_where_it_stands(library: Library) -> None:
    claims = page(library, CONTESTED.id).claims
    assert len(claims) >= 2
    assert all("¶" in row.where for row in claims)
    assert sum(row.preferred for row in claims) == 1


def test_a_link_leads_on_and_undo_leads_back(
    panel: DetailPanel, store: Store, qtbot: QtBot
) -> None:
    link = next(one for one in inside(panel).findChildren(LinkLabel) if "Huseynov" in one.text())
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert store.state.focus == Focus("document", "huseynov2017")
    assert "Azerbaijan – Kazakhstan relations" in words_in(panel)
    store.undo()
    assert store.state.focus == CONTESTED
    assert "The documents disagree." in words_in(panel)


def test_links_work_by_keyboard(panel: DetailPanel, store: Store, qtbot: QtBot) -> None:
    link = next(one for one in inside(panel).findChildren(LinkLabel) if "Huseynov" in one.text())
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert store.state.focus == Focus("document", "huseynov2017")


def test_the_panel_keeps_the_keyboard_when_its_link_is_followed(
    panel: DetailPanel, qtbot: QtBot
) -> None:
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    link = next(one for one in inside(panel).findChildren(LinkLabel) if "Huseynov" in one.text())
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert panel.window().focusWidget() is panel


def test_a_choice_made_elsewhere_leaves_the_keyboard_there(
    library: Library, store: Store, qtbot: QtBot
) -> None:
    window, panel = QWidget(), DetailPanel(store, partial(page_of, library))
    qtbot.addWidget(window)
    elsewhere = QPushButton("elsewhere")
    row = QHBoxLayout(window)
    row.addWidget(elsewhere)
    row.addWidget(panel)
    with qtbot.waitExposed(window):
        window.show()
    elsewhere.setFocus()
    store.change(replace(store.state, focus=Focus("document", "huseynov2017")), "Choose")
    assert window.focusWidget() is elsewhere


def test_an_actors_pill_opens_its_page(panel: DetailPanel, store: Store) -> None:
    pill = next(
        one for one in inside(panel).findChildren(QPushButton) if one.text() == "Kazakhstan"
    )
    pill.click()
    assert store.state.focus == Focus("actor", "kazakhstan")
    assert "BELONGS TO" in words_in(panel)


def test_a_pill_without_room_is_cut_at_its_end_and_says_so(
    put_up: PutUp, store: Store, library: Library
) -> None:
    name = "Ministry of Everything That Lies between the Two Seas and beyond Them"

    def told(focus: Focus) -> DetailPage | None:
        made = page_of(library, focus)
        return made and replace(made, actors=(Link(name, made.actors[0].focus), made.actors[1]))

    panel = put_up(DetailPanel(store, told), 330, 800)
    long, short = (
        one for one in inside(panel).findChildren(QPushButton) if one.objectName() == "pill"
    )
    assert long.text().startswith("Ministry of")
    assert long.text().endswith("…")
    assert long.fontMetrics().horizontalAdvance(long.text()) <= long.width() - 12
    assert long.toolTip() == long.accessibleName() == name
    assert short.text() == "Kazakhstan"


def test_nothing_chosen_says_what_to_do(panel: DetailPanel, store: Store) -> None:
    store.change(replace(store.state, focus=None), "choose nothing")
    assert "Nothing is chosen" in words_in(panel)


def test_everything_that_can_be_chosen_has_a_page(library: Library) -> None:
    dataset = library.dataset
    things: dict[str, Mapping[str, object]] = {
        "actor": dataset.actors(),
        "place": dataset.places(),
        "route": dataset.routes(),
        "area": dataset.areas(),
        "boundary": dataset.boundaries(),
        "series": dataset.series(),
        "document": dataset.sources(),
    }
    for kind, ids in things.items():
        for one in ids:
            made = page_of(library, Focus(kind, one))
            assert made is not None
            assert made.title
    for event_id in library.ids(range(len(library.columns))):
        assert page(library, event_id).claims
    assert page_of(library, Focus("actor", "nobody-of-this-name")) is None


def test_several_disagreements_stand_in_one_frame(panel: DetailPanel, store: Store) -> None:
    store.change(replace(store.state, focus=Focus("event", "kazakh-oil-enters-btc")), "choose")
    frames = inside(panel).findChildren(QFrame, "disagreement")
    assert len(frames) == 1
    assert len(frames[0].findChildren(QLabel)) == 2
    assert words_in(panel).count("The documents disagree.") == 1


def test_it_says_when_the_filter_leaves_the_chosen_event_out(
    panel: DetailPanel, store: Store
) -> None:
    hint = inside(panel).findChildren(QLabel, "hint")[0]
    assert not hint.isVisible()
    store.change(replace(store.state, filter=Filter(start="2015")), "filter")
    assert hint.isVisible()
    store.undo()
    assert not hint.isVisible()
    store.change(replace(store.state, filter=Filter(start="2015")), "filter")
    store.change(replace(store.state, focus=Focus("actor", "socar")), "choose")
    assert not any(one.isVisible() for one in inside(panel).findChildren(QLabel, "hint"))


@pytest.mark.parametrize(
    ("focus", "citable", "placed"),
    [
        (Focus("event", "kazakh-oil-enters-btc"), True, True),
        (Focus("document", "akiner2012"), True, False),
        (Focus("route", "baku-tbilisi-kars"), True, False),
        (Focus("place", "aktau"), False, True),
        (Focus("actor", "socar"), False, False),
    ],
)
def test_only_buttons_that_do_something_are_there(
    panel: DetailPanel, store: Store, focus: Focus, citable: bool, placed: bool
) -> None:
    store.change(replace(store.state, focus=focus), "choose")
    assert panel.copy.isVisible()
    assert panel.page is not None
    assert panel.page.citable is citable
    assert panel.show_on_map.isVisible() is placed


def test_an_events_other_names_are_told(library: Library) -> None:
    page = page_of(library, Focus("event", "contract-of-the-century"))
    assert page is not None
    told = {group.heading: [link.text for link in group.links] for group in page.groups}
    assert "Əsrin müqaviləsi" in told["Also called"]
    assert page.title not in told["Also called"]
    plain = page_of(library, Focus("event", "az-kz-diplomatic-relations"))
    assert plain is not None
    assert "Also called" not in {group.heading for group in plain.groups}


def test_an_actors_page_says_whom_it_met_most(library: Library) -> None:
    made = page_of(library, Focus("actor", "azerbaijan"))
    assert made is not None
    met = next(group for group in made.groups if group.heading == "Most often with")
    counts = [int(link.note.split()[0]) for link in met.links]
    assert met.links[0].focus == Focus("actor", "kazakhstan")
    assert counts == sorted(counts, reverse=True)
    facet = library.columns.facets["actor"]
    ours, theirs = (
        {int(e) for e, c in zip(facet.event, facet.code, strict=True) if facet.ids[c] == one}
        for one in ("azerbaijan", "kazakhstan")
    )
    assert counts[0] == len(ours & theirs)


def test_a_document_without_events_lists_none(library: Library) -> None:
    made = page_of(library, Focus("document", "editors-points"))
    assert made is not None
    assert made.groups == ()


def group_of(library: Library, focus: Focus, heading: str) -> list[tuple[str, str]]:
    page = page_of(library, focus)
    assert page is not None
    return [
        (link.note, link.text) for group in page.groups if group.heading == heading
        for link in group.links
    ]  # fmt: skip


def test_offices_stand_apart_and_a_term_says_more_than_its_moments(library: Library) -> None:
    person = Focus("actor", "heydar-aliyev")
    offices = group_of(library, person, "Offices")
    assert [one for one in offices if one[1] == "Azerbaijan"] == [
        ("president, 1993–2003:", "Azerbaijan")
    ]
    assert all(text != "Azerbaijan" for _, text in group_of(library, person, "Belongs to"))


def test_a_state_names_who_held_office_there(library: Library) -> None:
    state = Focus("actor", "kazakhstan")
    found = group_of(library, state, "Who held office, who belonged to it")
    assert ("president:", "Nursultan Nazarbayev") in found
    assert len(found) == len(set(found))
