"""What `make run` does: open the window, or where there is no screen, take pictures of it."""

import subprocess
import sys
from pathlib import Path

from azkz_desktop.app.display import has_display

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [sys.executable, "-m", "azkz_desktop"]


def take_pictures() -> int:
    """Write the whole window and the timeline under build/ and say where they are."""
    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    window, timeline = folder / "first-look.png", folder / "timeline.svg"
    calls = (
        ["--screenshot", str(window), "--size", "1440x900"],
        ["snapshot", str(timeline)],
    )
    for call in calls:
        status = subprocess.run([*PROGRAM, *call], check=False).returncode  # noqa: S603
        if status:
            return status
    print("There is no display here, so two pictures were made instead:")
    for path in (window, timeline):
        print(f"  {path}")
    return 0


if __name__ == "__main__":
    sys.exit(subprocess.call(PROGRAM) if has_display() else take_pictures())  # noqa: S603
