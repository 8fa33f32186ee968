"""Saved views and the last session in a folder of one's own."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from azkz_desktop.query.filter import Filter
from azkz_desktop.saving import SavingError
from azkz_desktop.view.errors import ViewError
from azkz_desktop.view.saved import SavedViews, read_view_file
from azkz_desktop.view.state import ViewState
from tests.view.states import STATES

ONE = ViewState(filter=Filter(start="2004", end="2008"))
TWO = ViewState(lanes="actor")


@pytest.fixture
def views(tmp_path: Path) -> SavedViews:
    return SavedViews(tmp_path / "azkz" / "person")


def files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.rglob("*") if path.is_file())


def test_nothing_is_there_at_first_and_nothing_is_made(views: SavedViews, tmp_path: Path) -> None:
    assert views.all() == []
    assert views.read_session() is None
    assert views.problems == []
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STATES)
def test_the_last_session_comes_back(tmp_path: Path, state: ViewState) -> None:
    SavedViews(tmp_path).write_session(state, {"share map": "0.4"})
    kept = SavedViews(tmp_path).read_session()
    assert kept is not None
    assert (kept.state, kept.about) == (state, {"share map": "0.4"})


def test_views_are_listed_by_name_and_open(views: SavedViews) -> None:
    for name in ("tankers", "Ақтау", "Bakı / 2004: “oil”?", "..", "Agreements"):
        views.save(name, ONE)
    names = [view.name for view in views.all()]
    assert names == ["..", "Agreements", "Bakı / 2004: “oil”?", "tankers", "Ақтау"]
    assert all(view.state == ONE for view in views.all())
    assert all(read_view_file(view.path).state == ONE for view in views.all())
    assert len({view.path.parent for view in views.all()}) == 1


def test_saving_under_the_same_name_replaces(views: SavedViews, tmp_path: Path) -> None:
    views.save("Mine", ONE)
    views.save("  Mine ", TWO)
    (only,) = views.all()
    assert only.state == TWO
    assert files(tmp_path) == ["Mine.azkzview"]


def test_names_that_give_one_file_name_do_not_meet(views: SavedViews) -> None:
    views.save("Oil?", ONE)
    views.save("Oil!", TWO)
    assert {view.name: view.state for view in views.all()} == {"Oil?": ONE, "Oil!": TWO}


def test_renaming_keeps_the_view(views: SavedViews) -> None:
    view = views.save("Old", ONE)
    views.rename(view, "New")
    assert [(other.name, other.state) for other in views.all()] == [("New", ONE)]


def test_renaming_to_a_name_that_is_taken_is_refused(views: SavedViews) -> None:
    views.save("Taken", ONE)
    view = views.save("Mine", TWO)
    with pytest.raises(ViewError, match="already a view named “Taken”"):
        views.rename(view, "Taken")
    assert [other.name for other in views.all()] == ["Mine", "Taken"]


def test_a_deleted_view_can_be_brought_back(views: SavedViews) -> None:
    view = views.save("Mine", ONE)
    views.delete(view)
    assert views.all() == []
    views.restore(view)
    assert views.all() == [view]


@pytest.mark.parametrize("name", ["", " \n", "x" * 121])
def test_a_name_that_is_none(views: SavedViews, name: str) -> None:
    with pytest.raises(ViewError, match="name"):
        views.save(name, ONE)
    assert views.all() == []


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"x" * 5_000_000])
def test_a_damaged_file_is_kept_aside_and_said(
    views: SavedViews, tmp_path: Path, damage: bytes
) -> None:
    good, bad = views.save("Good", ONE), views.save("Bad", ONE)
    bad.path.write_bytes(damage)
    assert views.all() == [good]
    (said,) = views.problems
    assert said.startswith("“Bad.azkzview” was put aside as “Bad.azkzview.damaged”.")
    assert (bad.path.parent / "Bad.azkzview.damaged").read_bytes() == damage
    assert views.all() == [good]
    assert len(views.problems) == 1


def test_a_damaged_session_is_kept_aside_twice(views: SavedViews, tmp_path: Path) -> None:
    for _ in range(2):
        views.write_session(ONE)
        next(tmp_path.rglob("last-session.json")).write_text("{")
        assert views.read_session() is None
    assert len(views.problems) == 2
    assert len(files(tmp_path)) == 2


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    views = SavedViews(tmp_path / "file")
    with pytest.raises(SavingError, match="was not written"):
        views.save("Mine", ONE)
    with pytest.raises(SavingError, match="was not written"):
        views.write_session(ONE)


def test_a_file_that_cannot_be_opened_is_said(views: SavedViews) -> None:
    path = views.save("Mine", ONE).path
    path.unlink()
    path.mkdir()
    assert views.all() == []
    assert "cannot be read" in views.problems[0]


def test_a_view_of_a_newer_program_stays_where_it_is(views: SavedViews) -> None:
    path = views.save("Mine", ONE).path
    path.write_text(path.read_text().replace('"version": 1', '"version": 2'))
    assert views.all() == []
    assert "newer version" in views.problems[0]
    assert path.exists()
