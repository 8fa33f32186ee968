"""The command line as a contract: statuses, one sentence, no traceback, no Qt where none is due."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from azkz_desktop import __version__
from azkz_desktop.app.cli import OPEN, VERBS, main, verb, with_verb
from azkz_desktop.app.cli_ground import missing_library
from tests.app.cli_runner import Ran, Run

VERB_NAMES = set(VERBS) - {OPEN}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], small_db: Path) -> Run:
    def call(*words: str | Path, db: Path | None = small_db) -> Ran:
        before = [] if db is None else ["--db", str(db)]
        status = main([*before, *map(str, words)])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


def program(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "azkz_desktop", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **(env or {})},
        timeout=60,
        check=False,
    )


def test_it_runs_as_a_module(small_db: Path) -> None:
    done = program(
        "--db", str(small_db), "list", "--format", "csv", env={"PYTHONIOENCODING": "ascii"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Baku–Tbilisi–Ceyhan" in done.stdout


def test_a_reader_who_has_had_enough_is_no_failure(small_db: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "azkz_desktop",
        "--db",
        str(small_db),
        "list",
        "--format",
        "json",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_behind_standard_output_is_said(small_db: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "azkz_desktop", "--db", str(small_db), "list"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("azkz-desktop: The output could not be written: No space left")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    ["list", "list --format geojson", "list --format bibtex", "show baku", "show kashagan --json",
     "search Əliyev", "check", "--version", "--help", "list --help"],
)  # fmt: skip
def test_what_paints_nothing_runs_without_qt(words: str, small_db: Path) -> None:
    blocked = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "from azkz_desktop.app.cli import main\n"
        f"sys.exit(main(['--db', {str(small_db)!r}, *{words.split()!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", blocked], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_where_qt_is_missing_it_is_said(small_db: Path, tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from azkz_desktop.app.cli import main\n"
        f"sys.exit(main(['--db', {str(small_db)!r}, 'snapshot', {str(tmp_path / 'a.svg')!r}]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 3
    assert "PySide6-Essentials" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "pip install PySide6-E"),
        (ImportError("libEGL.so.1: cannot open", name="PySide6.QtGui"), "Qt lacks libEGL.so.1; on"),
        (
            ModuleNotFoundError("No module named 'citeproc'", name="citeproc"),
            "“citeproc” is miss",
        ),
    ],
)
def test_what_the_machine_lacks_is_named(error: ImportError, said: str) -> None:
    assert said in missing_library(error)


def test_versions(run: Run) -> None:
    status, out, err = run("--version", db=None)
    assert (status, err) == (0, "")
    assert out.splitlines()[:2] == [f"azkz-desktop {__version__}", "schema 1"]
    assert out.splitlines()[2].startswith("data ")


def test_help_names_every_verb_and_the_options_of_the_window(run: Run) -> None:
    status, out, _ = run("--help")
    assert status == 0
    assert all(f"  {name} " in out for name in VERB_NAMES)
    assert "--screenshot OUT.png" in out


def test_every_verb_has_help_with_an_example() -> None:
    for name in VERB_NAMES:
        assert verb(name).name == name
        assert str(verb(name).epilog).startswith(f"Example:  azkz-desktop {name}")


def example(name: str) -> list[str]:
    """The words of a verb's example behind the program's name."""
    return str(verb(name).epilog).removeprefix("Example:  azkz-desktop ").split()


@pytest.mark.parametrize("name", sorted(VERB_NAMES - {"snapshot", "view", "build"}))
def test_the_examples_work(run: Run, bundled_db: Path, name: str) -> None:
    status, out, _ = run(*example(name), db=bundled_db)
    assert status == 0
    assert out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list --from 1995-02-29", "“1995-02-29” is no date: that month has 28 days."),
        ("list --from 95", "“95” is no date: write 2005, 2005-05 or 2005-05-24."),
        ("list --from 2005 --to 2004-12", "The period begins (2005) after it ends (2004-12)."),
        ("list --actor Nazarbajev", "There is no actor “Nazarbajev”; the nearest: Nursultan Naz"),
        ("list --place Bako", "There is no place “Bako”; the nearest: Baku"),
        ("list --kind visits", "There is no kind “visits”; the nearest: visit"),
        ("list --theme oil", "There is no theme “oil”"),
        ("list --source huseinov2017", "There is no source “huseinov2017”; the nearest: huseynov"),
        ("list --format xls", "'xls' is not one of"),
        ("list --frmo 2005", "No such option"),
        ("list extra", "unexpected extra argument"),
        ("list --output", "requires an argument"),
        ("lst", "There is neither a verb nor a file “lst”; did you mean “list”?"),
        ("qqqq", "There is neither a verb nor a file “qqqq”."),
        ("show", "Missing argument"),
        ("show no-such-thing", "There is nothing with the id “no-such-thing”"),
        ("show kazakh-oil-entres-btc", "; the nearest: kazakh-oil-enters-btc"),
        ("search", "Missing argument"),
        ("search oil --limit 0", "0 is not in the range"),
        ("snapshot out.gif", "“out.gif” must end in .svg, .pdf or .png."),
        ("snapshot out.svg --size big", "“big” is no size"),
        ("snapshot out.svg --size 10x10", "“10x10” is no size"),
        ("snapshot out.svg --what globe", "'globe' is not one of"),
        ("snapshot out.svg --lanes colour", "'colour' is not one of"),
        ("snapshot out.svg --moment noon", "“noon” is no date"),
        ("snapshot out.svg --actor Nobodyatall", "There is no actor"),
        ("--screenshot out.jpg", "“out.jpg” must end in .png."),
        ("--moment 2006-13 --screenshot out.png", "“2006-13” is no date"),
    ],
)
def test_words_that_are_off(run: Run, words: str, said: str) -> None:
    status, out, err = run(*words.split())
    assert (status, out) == (2, "")
    assert err.startswith("azkz-desktop: ")
    assert said in err
    assert len(err.splitlines()) <= 2


FOREIGN = b"SQLite format 3\0" + bytes(100)


@pytest.mark.parametrize("data", [None, b"", b"no database at all", FOREIGN, "cut"])
@pytest.mark.parametrize("words", ["list", "show baku", "search oil"])
def test_databases_that_are_none(
    run: Run, tmp_path: Path, small_db: Path, data: bytes | str | None, words: str
) -> None:
    path = tmp_path / "other.db"
    if data == "cut":
        path.write_bytes(small_db.read_bytes()[:20_000])
    elif isinstance(data, bytes):
        path.write_bytes(data)
    status, out, err = run(*words.split(), db=path)
    assert (status, out) == (1, "")
    assert err.startswith("azkz-desktop: ")
    assert "other.db" in err
    assert err.count("\n") == 1


def test_a_fault_of_the_program_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("something\nelse")

    monkeypatch.setattr(verb("list"), "callback", broken)
    status, _, err = run("list")
    assert status == 1
    assert err == (
        "azkz-desktop: A fault of the program (KeyError: 'something\\nelse'); please report it.\n"
    )
    monkeypatch.setenv("AZKZ_DEBUG", "1")
    with pytest.raises(KeyError):
        run("list")


def test_an_interrupt_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verb("list"), "callback", interrupted)
    assert run("list").status == 130


@pytest.mark.parametrize(
    ("words", "made_into"),
    [
        ("", "open"),
        ("list --from 2005", "list --from 2005"),
        ("--db x.db list", "--db x.db list"),
        ("--db=x.db show baku", "--db=x.db show baku"),
        ("--db x.db", "--db x.db open"),
        ("file.svg --scale 2", "open file.svg --scale 2"),
        ("--screenshot out.png file.svg", "open --screenshot out.png file.svg"),
        ("--db x.db ./list", "--db x.db open ./list"),
        ("--help", "--help"),
        ("--version", "--version"),
    ],
)
def test_where_no_verb_stands_the_window_opens(words: str, made_into: str) -> None:
    assert with_verb(words.split(), VERB_NAMES) == made_into.split()
