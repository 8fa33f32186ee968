"""The guided questions: every sentence is held against the data, every view can be shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.hints import HintsBar
from azkz_desktop.panels.questions import QuestionsPanel
from azkz_desktop.panels.questions_texts import (
    Evidence,
    Question,
    asked,
    question_of,
    questions,
)
from azkz_desktop.view.check import check_state
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp

ALL = questions()
EVIDENCE = [one for question in ALL for said in question.answer for one in said.evidence]


@pytest.fixture
def panel(put_up: PutUp, store: Store, library: Library) -> QuestionsPanel:
    return put_up(QuestionsPanel(store, library, LIGHT), 330, 600)


def claimed(library: Library, one: Evidence) -> set[tuple[str, float | None]]:
    """What the document claims of the thing: dates, with numbers where it is a series."""
    series = library.dataset.series().get(one.subject)
    if series is not None:
        told = [each for each in series.observations if each.claim.source_key == one.source]
        return {(each.edtf, each.value) for each in told}
    claims = library.dataset.claims(one.subject)
    return {(each.edtf, None) for each in claims if each.claim.source_key == one.source}


@pytest.mark.parametrize("one", EVIDENCE, ids=lambda one: f"{one.subject}-{one.source}")
def test_every_claim_that_a_sentence_rests_on_is_in_the_data(
    library: Library, one: Evidence
) -> None:
    assert (one.edtf, one.value) in claimed(library, one)


def test_there_are_five_and_each_is_answered_in_five_sentences() -> None:
    assert len(ALL) == 5
    assert [len(question.answer) for question in ALL] == [5] * 5
    assert len({question.id for question in ALL}) == 5


def test_every_sentence_says_who_says_so(library: Library) -> None:
    """By the family name of an author of each document; "he" only right after that name."""
    dataset = library.dataset
    for question in ALL:
        before = ""
        for sentence in question.answer:
            assert sentence.evidence, sentence.text
            told = sentence.text if " he " not in sentence.text else before + sentence.text
            for one in sentence.evidence:
                names = [author.split()[-1] for author in dataset.sources()[one.source].authors]
                assert any(name in told for name in names), (sentence.text, one.source)
            before = sentence.text


def test_no_document_is_named_that_no_claim_stands_for(library: Library) -> None:
    sources = [one for one in library.dataset.sources().values() if not one.outside]
    for question in ALL:
        for sentence in question.answer:
            behind = {one.source for one in sentence.evidence}
            for source in sources:
                if source.authors[0].split()[-1] in sentence.text:
                    assert source.id in behind, sentence.text


@pytest.mark.parametrize("question", ALL, ids=lambda one: one.id)
def test_each_view_can_be_shown_and_shows_what_it_tells_of(
    library: Library, question: Question
) -> None:
    state = asked(question, ViewState())
    assert check_state(state) == state
    store = library.store(state)
    assert len(store.selection) >= 5
    assert state.focus is not None
    assert library.has(state.focus)
    if state.focus.type == "event":
        assert library.row_of(state.focus.id) in store.selection.rows
    told = {one.subject for said in question.answer for one in said.evidence}
    assert state.focus.id in told
    days = state.span
    assert days is not None
    focus_days = library.days_of(state.focus)
    assert focus_days is None or days.start <= focus_days[0] <= days.end


def test_what_is_no_part_of_a_question_stays_as_it_was() -> None:
    now = ViewState(lanes="actor", layers=("rivers",), bands=("x",))
    state = asked(ALL[0], now)
    assert (state.lanes, state.layers, state.bands) == ("actor", ("rivers",), ("x",))
    assert state.question == "caspian"
    assert question_of(state) == ALL[0]
    assert question_of(now) is None
    assert question_of(replace(now, question="gone")) is None


# In the window


def test_the_five_are_offered_and_one_is_asked(panel: QuestionsPanel, store: Store) -> None:
    assert [button.text() for button in panel.choices] == [one.title for one in ALL]
    panel.choices[1].click()
    assert store.state == asked(ALL[1], ViewState())
    assert store.history.undo_name == ALL[1].title
    assert len(panel.choices) == 4


def test_undo_takes_question_and_view_back(panel: QuestionsPanel, store: Store) -> None:
    before = store.state
    panel.choices[0].click()
    store.undo()
    assert store.state == before
    assert len(panel.choices) == 5


def test_a_link_chooses_what_the_sentence_tells_of(
    panel: QuestionsPanel, store: Store, qtbot: QtBot
) -> None:
    panel.ask(ALL[0])
    link = panel.links[0]
    assert "Akiner 2012; Hamzaoğlu 2021" in link.toolTip()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert store.state.focus == Focus("event", "caspian-seabed-kz-ru")
    assert store.state.question == "caspian"  # the answer stays beside


def test_figures_are_linked_as_figures(panel: QuestionsPanel, store: Store) -> None:
    panel.ask(next(one for one in ALL if one.id == "trade"))
    panel.links[1].followed.emit()
    assert store.state.focus == Focus("series", "trade-kz-az-export")


def test_the_answer_is_put_away_and_the_view_stays(panel: QuestionsPanel, store: Store) -> None:
    panel.ask(ALL[2])
    panel.away.click()
    assert store.state.question == ""
    assert store.state.filter == ALL[2].state.filter
    assert len(panel.choices) == 5


# Hints


def test_three_hints_that_are_put_away_for_good(
    qtbot: QtBot, store: Store, library: Library
) -> None:
    done: list[str] = []
    bar = HintsBar(store, library, LIGHT, lambda: done.append("away"), lambda: done.append("ask"))
    qtbot.addWidget(bar)
    bar.resize(1100, 90)
    bar.show()
    assert len(bar.texts()) == 3
    bar.ask.click()
    assert done == ["ask"]
    assert bar.isVisible()
    bar.away.click()
    assert done == ["ask", "away"]
    assert not bar.isVisible()


def test_where_there_is_little_room_hints_are_titles_and_make_nothing_wider(
    qtbot: QtBot, store: Store, library: Library
) -> None:
    bar = HintsBar(store, library, LIGHT, lambda: None, lambda: None)
    around = QWidget()
    bar.setParent(around)
    qtbot.addWidget(around)
    around.resize(1200, 300)
    around.show()
    assert bar.minimumSizeHint().width() == 0
    for width, shown in ((1100, 2), (400, 1), (1100, 2)):
        bar.resize(width, 200)
        qtbot.wait(10)
        for title, text in bar.texts():
            told = [one for one in bar.findChildren(QLabel) if one.text() in (title, text)]
            assert len([one for one in told if one.isVisible()]) == shown
            boxes = [one.parentWidget() for one in told]
            assert {one.toolTip() for one in boxes if one is not None} == {text}


def test_escape_puts_them_away_too(qtbot: QtBot, store: Store, library: Library) -> None:
    done: list[str] = []
    bar = HintsBar(store, library, LIGHT, lambda: done.append("away"), lambda: None)
    qtbot.addWidget(bar)
    bar.show()
    qtbot.keyClick(bar.ask, Qt.Key.Key_Space)
    assert bar.isVisible()
    qtbot.keyClick(bar.ask, Qt.Key.Key_Escape)
    assert done == ["away"]
