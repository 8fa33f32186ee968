"""`snapshot` and the window painted to a file, as processes of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from azkz_desktop.app.cli import main, verb
from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.query.filter import Filter

SEARCHED = os.pathsep.join(str(Path(part).absolute()) for part in sys.path)


def program(*words: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    bare.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-m", "azkz_desktop", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        env={**bare, **env},
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_snapshot_carries_its_view(small_db: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"picture.{ending}"
    done = program(
        "--db", small_db, "snapshot", out, "--from", "1990", "--to", "2010-05", "--actor", "Алиев",
        "--actor", "Qazaxıstan", "--all-actors", "--moment", "2006-05", "--lanes", "actor",
        "--title", "Ours", "--size", "800x500",
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    state = read_snapshot(out).state
    assert state.filter == Filter(
        start="1990", end="2010-05", actors=(("heydar-aliyev",), ("kazakhstan",)), all_actors=True
    )
    assert (state.moment, state.lanes) == ("2006-05-01", "actor")
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_the_examples_of_snapshot_and_view_work(
    small_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("snapshot", "view"):
        words = str(verb(name).epilog).removeprefix("Example:  azkz-desktop ").split()
        done = program(
            "--db", small_db, *words, PYTHONPATH=os.pathsep.join(map(os.path.abspath, sys.path))
        )
        assert done.returncode == 0, done.stderr
    assert '"format": "azkz-view"' in done.stdout


@pytest.mark.parametrize("place", ["nowhere/picture.svg", "folder.svg"])
def test_a_place_that_cannot_be_written(small_db: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "folder.svg").mkdir()
    done = program("--db", small_db, "snapshot", tmp_path / place)
    assert done.returncode == 1
    assert "was not written" in done.stderr
    assert done.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["folder.svg"]


def test_without_a_display_the_window_says_what_to_do(small_db: Path) -> None:
    done = program("--db", small_db)
    assert done.returncode == 3
    assert "--screenshot" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_window_is_painted_to_a_file(small_db: Path, tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    words = ("--screenshot", out, "--size", "900x600", "--select", "karabakh-war")
    done = program("--db", small_db, *words)
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"\x89PNG")


def test_text_in_a_painted_window_is_as_large_as_is_asked(small_db: Path, tmp_path: Path) -> None:
    """Whatever a person has chosen for the window: the same words make the same picture."""
    own = tmp_path / "home" / "azkz-desktop"
    own.mkdir(parents=True)
    (own / "text-size").write_text("150")
    painted: list[bytes] = []
    for words in ((), ("--text-size", "100"), ("--text-size", "100 %"), ("--text-size", "130")):
        out = tmp_path / f"{len(painted)}.png"
        done = program(
            "--db", small_db, "--screenshot", out, *words, XDG_DATA_HOME=str(tmp_path / "home")
        )
        assert (done.returncode, done.stderr) == (0, "")
        painted.append(out.read_bytes())
    assert painted[0] == painted[1] == painted[2] != painted[3]


def test_a_painted_window_has_the_colours_that_are_asked(small_db: Path, tmp_path: Path) -> None:
    """Whatever a person has chosen for the window."""
    own = tmp_path / "home" / "azkz-desktop"
    own.mkdir(parents=True)
    (own / "colours").write_text("dark")
    painted: list[bytes] = []
    for words in ((), ("--theme", "light"), ("--theme", "dark")):
        out = tmp_path / f"{len(painted)}.png"
        done = program(
            "--db", small_db, "--screenshot", out, *words, XDG_DATA_HOME=str(tmp_path / "home")
        )
        assert (done.returncode, done.stderr) == (0, "")
        painted.append(out.read_bytes())
    assert painted[0] == painted[1] != painted[2]


@pytest.mark.parametrize("typed", ["large", "89", "201", "1e2", "-100", "", "١٣٠"])
def test_what_is_no_size_of_text(small_db: Path, tmp_path: Path, typed: str) -> None:
    done = program("--db", small_db, "--screenshot", tmp_path / "x.png", f"--text-size={typed}")
    assert done.returncode == 2
    assert f"“{typed}” is no text size such as 130 (percent, 90 to 200)." in done.stderr
    assert done.stderr.count("\n") == 2  # the sentence, and where to read how it goes
    assert list(tmp_path.iterdir()) == []


def test_the_limits_of_text_are_those_of_the_window() -> None:
    from azkz_desktop.app import cli_pictures, lettering

    limits = cli_pictures.SMALLEST_TEXT, cli_pictures.LARGEST_TEXT
    assert limits == (lettering.SMALLEST, lettering.LARGEST)
    assert lettering.STEPS[0] >= limits[0]
    assert lettering.STEPS[-1] <= limits[1]


def test_a_snapshot_opens_again(small_db: Path, tmp_path: Path) -> None:
    first, again = tmp_path / "timeline.svg", tmp_path / "window.png"
    assert program("--db", small_db, "snapshot", first, "--kind", "energy").returncode == 0
    done = program("--db", small_db, first, "--screenshot", again)
    assert done.returncode == 0, done.stderr
    assert again.is_file()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["missing.svg", "--screenshot", "out.png"], 1, "missing.svg"),
        (["missing.db", "--screenshot", "out.png"], 1, "missing.db"),
        (["--view", "missing.azkzview", "--screenshot", "out.png"], 1, "missing.azkzview"),
        (["--select", "no-such-event", "--screenshot", "out.png"], 2, "no-such-event"),
        (["--screenshot", "nowhere/out.png"], 1, "was not written"),
    ],
)
def test_what_the_window_cannot_open(
    small_db: Path, tmp_path: Path, words: list[str], status: int, said: str
) -> None:
    placed = [str(tmp_path / word) if "." in word else word for word in words]
    done = program("--db", small_db, *placed)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_in_one_process_too(small_db: Path, tmp_path: Path) -> None:
    """A test run has its QApplication already; the verb gets along with it."""
    out = tmp_path / "map.png"
    words = ["snapshot", str(out), "--what", "map", "--size", "640x480"]
    assert main(["--db", str(small_db), *words]) == 0
    assert out.is_file()
