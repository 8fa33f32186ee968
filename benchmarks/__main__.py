"""Run one benchmark: its module's `measure` answers with what is printed as JSON."""

import importlib
import json
import os
import sys
from pathlib import Path

HELPERS = ("__init__", "__main__")


def names() -> list[str]:
    """The benchmarks there are: modules of this folder that can `measure`."""
    folder = Path(__file__).parent
    texts = ((path.stem, path.read_text(encoding="utf-8")) for path in folder.glob("*.py"))
    return sorted(stem for stem, text in texts if "\ndef measure(" in text and stem not in HELPERS)


def main() -> int:
    """Print the JSON of the benchmark that is named."""
    if len(sys.argv) < 2 or sys.argv[1] not in names():
        print(f"usage: python -m benchmarks {{{'|'.join(names())}}}", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    module = importlib.import_module(f"benchmarks.{sys.argv[1]}")
    print(json.dumps(module.measure(*sys.argv[2:]), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
