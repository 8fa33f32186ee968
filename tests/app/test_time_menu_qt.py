"""The timeline's menu shows which eras are on and how high figures stand."""

from pytestqt.qtbot import QtBot

from azkz_desktop.app.window import MainWindow


def test_marks_in_the_menu_follow_the_view(window: MainWindow, qtbot: QtBot) -> None:
    del qtbot
    entries = window.entries
    assert not entries["eras.conflicts"].isChecked()
    assert entries["bands.own"].isChecked()
    entries["eras.conflicts"].trigger()
    entries["bands.log"].trigger()
    assert entries["eras.conflicts"].isChecked()
    assert entries["bands.log"].isChecked()
    assert not entries["bands.own"].isChecked()
    assert window.timeline.marks().eras[0].group == "conflicts"
    assert "log" in window.timeline.marks().bands[0].note
    window.store.undo()
    window.store.undo()
    assert not entries["eras.conflicts"].isChecked()
    assert entries["bands.own"].isChecked()


def test_the_palette_finds_eras_and_figures(window: MainWindow) -> None:
    for words, title in (
        ("eras wars", "Eras: Wars and conflicts"),
        ("figures lanes", "Figures under the lanes…"),
    ):
        assert title in [entry.text for entry in window.commands.find(words)]
