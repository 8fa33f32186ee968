"""About these documents: which, by whom, until when, who is absent, the rule for names."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.documents import DocumentsDialog
from azkz_desktop.panels.documents_words import cards, sections
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Store
from tests.shown import PutUp

FIVE = ["Akiner 2012", "Huseynov 2017", "Hamzaoğlu 2021", "Yagubova 2022"]


@pytest.fixture
def dialog(put_up: PutUp, store: Store, library: Library) -> DocumentsDialog:
    return put_up(DocumentsDialog(store, library))


def words(dialog: DocumentsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_five_are_named_by_year_with_authors_and_reach(library: Library) -> None:
    told = cards(library)
    assert [card.name for card in told][:4] == FIVE
    assert len(told) == 5
    assert "Shirin Akiner (University of London" in told[0].lines[0]
    assert any(line.startswith("doi:10.") for line in told[1].lines)
    for card in told:
        assert any("until" in line for line in card.lines), card.name
        assert any("event" in line for line in card.lines), card.name
        assert library.has(card.focus)


def test_events_are_counted_as_the_filter_counts_them(library: Library) -> None:
    counts = library.store().selection.counts["source"]
    ids = library.columns.facets["source"].ids
    for card in cards(library):
        count = int(counts[ids.index(card.focus.id)])
        assert card.lines[-1].startswith(f"{count} event")


def test_where_authors_work_is_printed_in_their_document(library: Library) -> None:
    folder = os.environ.get("AZKZ_DOCUMENTS")
    if not folder:
        pytest.skip("AZKZ_DOCUMENTS does not name the folder of the five documents")
    printed = {
        "akiner2012": "University of Cambridge",
        "huseynov2017": "ThePoliticon.net, Azerbaijan",
        "hamzaoglu2021": "Kafkas Üniversitesi",
        "yagubova2022": "ADA University",
        "egamberdiyev2023": "Al-Farabi Kazakh National University, Kazakhstan, Almaty",
    }
    for source, phrase in printed.items():
        assert phrase in (Path(folder) / f"{source}.txt").read_text(encoding="utf-8")


def test_what_a_reader_must_know_is_said(library: Library) -> None:
    told = {section.heading: " ".join(section.paragraphs) for section in sections(library)}
    assert "amber" in told["What is shown here"]
    assert "Armenia" in told["Whose voices are absent"]
    assert "May 2023" in told["To which month the data reach"]
    assert "takes no side" in told["Names that are disputed"]
    assert "Natural Earth" in told["Drawn upon besides"]
    assert "Huseynov" not in told["Drawn upon besides"]


def test_other_names_are_kept_as_the_rule_promises(library: Library) -> None:
    names = {(one.subject_id, one.name) for one in library.dataset.names()}
    assert {("khankendi", "Stepanakert"), ("shusha", "Shushi")} <= names


def test_all_of_it_stands_in_the_dialog(dialog: DocumentsDialog, library: Library) -> None:
    shown = words(dialog)
    for section in sections(library):
        assert section.heading.upper() in shown
        assert all(paragraph in shown for paragraph in section.paragraphs)
    assert "5 DOCUMENTS" in shown


def test_a_document_is_a_key_away(dialog: DocumentsDialog, store: Store, qtbot: QtBot) -> None:
    link = dialog.links[2]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert store.state.focus == Focus("document", "hamzaoglu2021")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert store.history.undo_name == "Show a document"


def test_closing_changes_nothing(dialog: DocumentsDialog, store: Store) -> None:
    dialog.done_button.click()
    assert not store.history.before
    assert not dialog.isVisible()
