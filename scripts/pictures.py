"""The pictures of the documentation, made by the application itself (`make pictures`)."""

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from azkz_desktop.query.filter import Filter
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.state import Focus, Span, ViewState

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
PROGRAM = [sys.executable, "-m", "azkz_desktop"]

WINDOWS = {
    "window-light": ["--theme", "light"],
    "window-dark": ["--theme", "dark"],
}
THEMES = ("light", "dark")


def years(first: int, last: int) -> Span:
    """From the first day of *first* to the last one of *last*."""
    return Span(date(first, 1, 1).toordinal(), date(last + 1, 1, 1).toordinal())


def days(first: str, last: str) -> Span:
    """From *first* to *last*, both days whole."""
    return Span(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal() + 1)


VIEWS = {
    # As near as to see both days: three documents have it on the 30th, one on the 27th.
    "contested": ViewState(
        span=days("1992-08-06", "1992-09-23"),
        focus=Focus("event", "az-kz-diplomatic-relations"),
        moment="1992-09-10",
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
    "timeline-eras": ViewState(
        span=years(1991, 2023),
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

SNAPSHOTS = {
    "timeline-2004-2008.svg": ["--from", "2004", "--to", "2008", "--actor", "kazakhstan"],
}


def run(arguments: list[str]) -> None:
    """Run the program with *arguments*; stop where it fails."""
    subprocess.run([*PROGRAM, *arguments], check=True, cwd=ROOT)  # noqa: S603


def paint(name: str, options: list[str]) -> None:
    """Paint the window as *options* say."""
    picture = FOLDER / f"{name}.png"
    run(["--screenshot", str(picture), "--size", "1440x900", *options])
    print(picture.relative_to(ROOT))


def main() -> None:
    """Make every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, options in WINDOWS.items():
        paint(name, options)
    with tempfile.TemporaryDirectory() as folder:
        for name, state in VIEWS.items():
            view = Path(folder) / f"{name}.json"
            view.write_text(to_json(state), encoding="ascii")
            for theme in THEMES:
                paint(f"{name}-{theme}", ["--view", str(view), "--theme", theme])
    subprocess.run([sys.executable, "-m", "scripts.map_pictures"], check=True, cwd=ROOT)
    for name, options in SNAPSHOTS.items():
        run(["snapshot", str(FOLDER / name), *options])
        print((FOLDER / name).relative_to(ROOT))


if __name__ == "__main__":
    main()
