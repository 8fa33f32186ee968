"""Asking where to: the name that was typed, completed, and nothing replaced unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.asking import ask_path, completed

KINDS = "SVG picture (*.svg);;PDF document (*.pdf)"
ENDINGS = (".svg", ".pdf")


@pytest.mark.parametrize(
    ("typed", "kind", "whole"),
    [
        ("trade.svg", "PDF document (*.pdf)", "trade.svg"),
        ("trade.PDF", "SVG picture (*.svg)", "trade.PDF"),
        ("trade", "PDF document (*.pdf)", "trade.pdf"),
        ("until 2.5.2005", "PDF document (*.pdf)", "until 2.5.2005.pdf"),
        ("trade", "", "trade.svg"),
        ("trade.gif", "", "trade.gif.svg"),
    ],
)
def test_a_name_gets_the_ending_that_it_lacks(typed: str, kind: str, whole: str) -> None:
    assert completed(Path("home") / typed, kind, ENDINGS) == Path("home") / whole


@pytest.mark.parametrize("typed", ["", "mine", "mine.pdf"])
@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_only_what_the_dialog_has_not_asked_about_is_asked_about(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: str, answer: str
) -> None:
    window, asked = QWidget(), []
    qtbot.addWidget(window)
    there = tmp_path / "mine.pdf"
    there.touch()
    path = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, "PDF (*.pdf)"))

    def question(*said: object) -> QMessageBox.StandardButton:
        asked.append(said[2])
        return QMessageBox.StandardButton[answer]

    monkeypatch.setattr(QMessageBox, "question", question)
    found = ask_path(window, "Save", "mine.svg", KINDS, ENDINGS)
    assert asked == (["“mine.pdf” is there already. Replace it?"] if typed == "mine" else [])
    kept = typed == "mine.pdf" or (typed == "mine" and answer == "Yes")
    assert found == (there if kept else None)
