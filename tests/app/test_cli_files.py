"""`check`, `build` and `view`: whole files."""

import json
import os
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from azkz_desktop.app.cli import main, verb
from azkz_desktop.dataset import compile as compiler
from azkz_desktop.dataset.errors import BuildExtraMissing
from azkz_desktop.view.codec import read_written, to_json
from azkz_desktop.view.state import ViewState
from tests.app.cli_runner import Ran, Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str | Path) -> Ran:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


def test_a_whole_database(run: Run, small_db: Path) -> None:
    status, out, err = run("check", small_db)
    assert (status, err) == (0, "")
    assert out == f"{small_db}: whole and consistent; unverified: not the bundled file\n"
    assert json.loads(run("check", small_db, "--json").out) == {
        "ok": True,
        "verified": False,
        "problems": [],
    }
    assert run("--db", small_db, "check") == (0, out, "")


def test_a_database_with_one_thing_wrong(run: Run, small_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "wrong.db"
    shutil.copy(small_db, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE event SET contested = 0 WHERE id = 'karabakh-war'")
        connection.execute("UPDATE event SET contested = 0 WHERE id = 'az-kz-diplomatic-relations'")
    connection.close()
    status, out, err = run("check", path)
    assert status == 1
    assert out.startswith(f"{path}: not in order\n")
    assert "az-kz-diplomatic-relations" in out
    assert err.startswith("azkz-desktop: ")
    assert err.count("\n") == 1
    report = json.loads(run("check", path, "--json").out)
    assert (report["ok"], len(report["problems"])) == (False, len(out.splitlines()) - 1)


def test_a_database_that_is_none(run: Run, tmp_path: Path) -> None:
    status, _, err = run("check", tmp_path / "missing.db")
    assert (status, err) == (1, f"azkz-desktop: There is no file {tmp_path / 'missing.db'}.\n")
    status, out, _ = run("check", tmp_path, "--json")
    assert (status, json.loads(out)["ok"]) == (1, False)


def test_building_twice_gives_the_same(run: Run, small_source: Path, tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        assert run("build", small_source, tmp_path / name) == (0, "", "")
    one, two = ((tmp_path / name).read_bytes() for name in ("one.db", "two.db"))
    assert one == two
    assert run("check", tmp_path / "one.db").status == 0


def test_the_example_of_build_works(
    run: Run, small_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "build").mkdir()
    (tmp_path / "data" / "source").symlink_to(small_source)
    status, _, _ = run(*str(verb("build").epilog).removeprefix("Example:  azkz-desktop ").split())
    assert status == 0
    assert (tmp_path / "build" / "azkz.db").is_file()


def test_source_text_that_is_wrong_names_file_and_line(
    run: Run, small_source: Path, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(small_source, source)
    places = source / "places.yaml"
    places.chmod(places.stat().st_mode | stat.S_IWUSR)
    places.write_text(places.read_text().replace("lon: 49.89", "lon: east"))
    target = tmp_path / "kept.db"
    target.write_text("kept")
    status, out, err = run("build", source, target)
    assert (status, out) == (1, "")
    assert "places.yaml:1" in err
    assert "Traceback" not in err
    assert target.read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.db", "source"]


def test_a_target_that_cannot_be_written(run: Run, small_source: Path, tmp_path: Path) -> None:
    status, _, err = run("build", small_source, tmp_path / "nowhere" / "azkz.db")
    assert status == 1
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_without_the_extra_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(*_: object) -> None:
        raise BuildExtraMissing("Compiling needs yaml: pip install 'azkz-desktop[build]'.")

    monkeypatch.setattr(compiler, "build", missing)
    status, _, err = run("build", tmp_path, tmp_path / "azkz.db")
    assert status == 3
    assert "azkz-desktop[build]" in err


def test_view_prints_the_view_of_a_saved_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.azkzview"
    state = ViewState(lanes="actor")
    path.write_text(to_json(state, {"name": "Mine"}))
    status, out, err = run("view", path)
    assert (status, err) == (0, "")
    assert json.loads(out)["format"] == "azkz-view"
    assert read_written(out).state == state


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "carries no view"),
        (b"\x89PNG\r\n\x1a\n", "carries no view"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "carries no view"),
        (b"{}", "This is no view of the AzKz Explorer."),
        (b'{"format": "azkz-view", "version": 9}', "newer version of the program"),
    ],
)
def test_a_file_without_a_view(run: Run, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "picture.svg"
    path.write_bytes(data)
    status, out, err = run("view", path)
    assert (status, out) == (1, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_view_that_is_missing_or_a_folder(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "missing.svg", tmp_path):
        status, out, err = run("view", path)
        assert (status, out) == (1, "")
        assert os.fspath(path) in err
        assert err.count("\n") == 1
