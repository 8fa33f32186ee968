"""What is copied of the chosen thing, from the menu and from the detail panel's button."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.app.actions import CITATIONS, COPIES
from azkz_desktop.app.window import MainWindow
from azkz_desktop.panels.palette import Palette
from azkz_desktop.view.state import Focus

DOCUMENT = Focus("document", "huseynov2017")
PLACE = Focus("place", "aktau")


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> None:
    """Something else is on the clipboard before each test."""
    QGuiApplication.clipboard().setText("before")


def choose(window: MainWindow, focus: Focus | None) -> None:
    window.store.change(replace(window.store.state, focus=focus), "choose")


def copied(window: MainWindow, action: str) -> str:
    window.entries[action].trigger()
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("action", "sign"),
    [
        ("edit.citation", "(2017)"),
        ("edit.citation.chicago", "2017."),
        ("edit.citation.bibtex", "@"),
        ("edit.citation.ris", "TY  - "),
    ],
)
def test_each_style_is_copied(window: MainWindow, action: str, sign: str) -> None:
    choose(window, DOCUMENT)
    text = copied(window, action)
    assert "Huseynov" in text
    assert sign in text
    assert window.statusBar().currentMessage() == "Citation copied"


def test_csl_json_is_json(window: MainWindow) -> None:
    choose(window, DOCUMENT)
    assert json.loads(copied(window, "edit.citation.csl"))[0]["id"] == "huseynov2017"


def test_the_page_is_copied_as_it_reads(window: MainWindow) -> None:
    choose(window, DOCUMENT)
    page = window.detail.page
    assert page is not None
    assert copied(window, "edit.text").startswith(page.title)


@pytest.mark.parametrize("focus", [DOCUMENT, PLACE, Focus("event", "kazakh-oil-enters-btc")])
def test_a_copied_link_leads_back(window: MainWindow, qtbot: QtBot, focus: Focus) -> None:
    choose(window, focus)
    link = copied(window, "edit.link")
    choose(window, None)
    palette = Palette(window.commands.find, window.theme, window)
    qtbot.addWidget(palette)
    palette.field.setText(f" {link}\n")
    assert palette.hits.count() == 1
    palette.field.returnPressed.emit()
    assert window.store.state.focus == focus


def test_a_link_to_nothing_finds_nothing(window: MainWindow) -> None:
    assert window.commands.find("azkz:event/no-such-event") == []
    assert window.commands.find("azkz:actor/baku") == []


def test_only_what_can_be_copied_is_offered(window: MainWindow) -> None:
    def enabled() -> set[str]:
        return {one for one in COPIES if window.entries[one].isEnabled()}

    choose(window, DOCUMENT)
    assert enabled() == set(COPIES)
    choose(window, PLACE)
    assert enabled() == set(COPIES) - set(CITATIONS)
    choose(window, None)
    assert enabled() == set()


def test_with_no_document_the_clipboard_stays(window: MainWindow) -> None:
    choose(window, PLACE)
    window.commands.copy_ris()
    assert QGuiApplication.clipboard().text() == "before"
    assert "no document" in window.statusBar().currentMessage()


def test_the_panels_button_offers_the_same(window: MainWindow) -> None:
    menu = window.detail.copy.menu()
    assert menu is not None
    offered = [entry.objectName() for entry in menu.actions() if not entry.isSeparator()]
    assert offered == list(COPIES)
