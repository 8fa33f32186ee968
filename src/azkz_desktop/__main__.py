"""`python -m azkz_desktop` and the installed command `azkz-desktop`: the same program."""

import sys

from azkz_desktop.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
