"""The pictures of the documentation, made by the application itself (`make pictures`)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
PROGRAM = [sys.executable, "-m", "azkz_desktop"]

WINDOWS = {
    "window-light": ["--theme", "light"],
    "window-dark": ["--theme", "dark"],
    "contested": ["--theme", "light", "--select", "az-kz-diplomatic-relations"],
    "map-1998": ["--theme", "light", "--moment", "1998-12-31"],
    "map-2022": ["--theme", "dark", "--moment", "2022-10-01"],
}
SNAPSHOTS = {
    "timeline-2004-2008.svg": ["--from", "2004", "--to", "2008", "--actor", "kazakhstan"],
}


def run(arguments: list[str]) -> None:
    """Run the program with *arguments*; stop where it fails."""
    subprocess.run([*PROGRAM, *arguments], check=True, cwd=ROOT)  # noqa: S603


def main() -> None:
    """Make every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, options in WINDOWS.items():
        picture = FOLDER / f"{name}.png"
        run(["--screenshot", str(picture), "--size", "1440x900", *options])
        print(picture.relative_to(ROOT))
    for name, options in SNAPSHOTS.items():
        run(["snapshot", str(FOLDER / name), *options])
        print((FOLDER / name).relative_to(ROOT))


if __name__ == "__main__":
    main()
