"""The pictures of the documentation, made by the application itself (`make pictures`).

    python -m scripts.pictures

Writes the window with 256 colours, which nobody sees and which makes it a third as large.
"""

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from PySide6.QtGui import QImage

from azkz_desktop.query.filter import Filter
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.state import FIRST_LAYERS, Focus, Span, ViewState
from scripts import map_pictures

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
PROGRAM = [sys.executable, "-m", "azkz_desktop"]

WINDOWS = {
    "window-light": ["--theme", "light"],
    "window-dark": ["--theme", "dark"],
}
THEMES = ("light", "dark")
SAMPLE = 100_000
"""Events of the file that `timeline-many` shows: invented ones, as the benchmarks' are."""


def years(first: int, last: int) -> Span:
    """From the first day of *first* to the last one of *last*."""
    return Span(date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal())


def days(first: str, last: str) -> Span:
    """From *first* to *last*, both days whole."""
    return Span(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1)


VIEWS = {
    # As near as to see both days: three documents have it on the 30th, one on the 27th, on which
    # Kazakhstan and Armenia did the same; what both states took part in leaves that out.
    "contested": ViewState(
        filter=Filter(actors=(("azerbaijan",), ("kazakhstan",)), all_actors=True),
        span=days("1992-08-21", "1992-09-06"),
        focus=Focus("event", "az-kz-diplomatic-relations"),
        moment="1992-09-03",
        bands=(),
    ),
    "timeline-disputes": ViewState(
        filter=Filter(contested=True),
        span=years(2006, 2012),
        focus=Focus("event", "turkic-council-founded"),
        moment="2009-10-03",
        bands=(),
    ),
    "timeline-actors": ViewState(
        lanes="actor", span=years(1991, 2023), focus=Focus("event", "kazakh-oil-enters-btc")
    ),
    "timeline-themes": ViewState(
        lanes="theme",
        span=years(1991, 2023),
        focus=Focus("event", "btc-opens"),
        moment="2006-07-13",
        bands=(),
    ),
    # Three documents that tell of one thing, each with its own date.
    "timeline-documents": ViewState(
        lanes="source",
        span=years(2008, 2009),
        focus=Focus("event", "kazakh-oil-enters-btc"),
        moment="2009-03-01",
        bands=(),
    ),
    "timeline-open": ViewState(
        span=years(1995, 2000),
        opened=("heydar-aliyev-visit-to-kazakhstan-1",),
        focus=Focus("event", "heydar-aliyev-visit-to-kazakhstan-1"),
        moment="1997-06-10",
        bands=(),
    ),
    "timeline-period": ViewState(
        filter=Filter(start="2004", end="2008", actors=(("kazakhstan",),)),
        span=years(2002, 2010),
        focus=Focus("event", "kazakh-oil-enters-btc"),
        moment="2006-06-16",
    ),
    "timeline-eras": ViewState(
        span=years(1988, 2006),
        focus=Focus("actor", "heydar-aliyev"),
        eras=("presidents-azerbaijan", "presidents-kazakhstan", "conflicts"),
        moment="1997-06-10",
        bands=(),
    ),
    "timeline-figures": ViewState(
        span=years(1969, 2023),
        focus=Focus("series", "investment-az-in-kz"),
        bands=(
            "trade-az-kz-total", "census-azerbaijanis-in-kazakhstan", "investment-az-in-kz",
        ),
    ),
}  # fmt: skip
"""States of the timeline, each in both themes."""

MANY = {
    # Its places are as invented as its events: the map has none of them.
    "timeline-many": ViewState(
        span=years(2006, 2010),
        focus=Focus("event", "event-0049750"),
        layers=tuple(layer for layer in FIRST_LAYERS if layer not in ("cities", "events")),
        bands=(),
    ),
}
"""States of a large file."""

SNAPSHOTS = {
    "timeline-2004-2008.svg": ["--from", "2004", "--to", "2008", "--actor", "kazakhstan"],
}


def run(arguments: list[str]) -> None:
    """Run the program with *arguments*; stop where it fails."""
    subprocess.run([*PROGRAM, *arguments], check=True, cwd=ROOT)  # noqa: S603


def paint(name: str, options: list[str]) -> None:
    """Paint the window as *options* say."""
    picture = FOLDER / f"{name}.png"
    run([*options, "--screenshot", str(picture), "--size", "1440x900"])
    map_pictures.write(picture, QImage(str(picture)))


def paint_all(views: dict[str, ViewState], folder: Path, options: Sequence[str] = ()) -> None:
    """Paint each of *views* in both themes; their files lie in *folder* meanwhile."""
    for name, state in views.items():
        view = folder / f"{name}.json"
        view.write_text(to_json(state), encoding="ascii")
        for theme in THEMES:
            paint(f"{name}-{theme}", [*options, "--view", str(view), "--theme", theme])


def make_sample(path: Path) -> None:
    """Write a file of so many invented events that no lane has room for a mark of each."""
    command = [sys.executable, "-m", "benchmarks.sample", str(SAMPLE), str(path)]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603
    # Its short titles, which are for measuring, end within a word.
    whole = "UPDATE event_text SET short = substr(title, 1, instr(title, ' number') - 1)"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(whole)


def main() -> None:
    """Make every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, options in WINDOWS.items():
        paint(name, options)
    with tempfile.TemporaryDirectory() as folder:
        paint_all(VIEWS, Path(folder))
        sample = Path(folder) / "sample.db"
        make_sample(sample)
        paint_all(MANY, Path(folder), ["--db", str(sample)])
    map_pictures.main()
    for name, options in SNAPSHOTS.items():
        run(["snapshot", str(FOLDER / name), *options])
        print((FOLDER / name).relative_to(ROOT))


if __name__ == "__main__":
    main()
