"""The import contracts hold, and fail when a floor is crossed."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
QT = re.compile(r"^\s*(from|import) (PySide6|pyqtgraph)", re.MULTILINE)
CROSSINGS = {
    "dates knows the dataset": ("dates/days.py", "import azkz_desktop.dataset.columns"),
    "query knows the panels": ("query/filter.py", "import azkz_desktop.panels.pages"),
    "the timeline knows the map": ("timeline/scale.py", "import azkz_desktop.map.projection"),
    "the view knows Qt": ("view/state.py", "import PySide6.QtCore"),
    "a layout knows Qt": ("timeline/layout.py", "import PySide6.QtGui"),
    "the map's layout knows Qt": ("map/layout.py", "import PySide6.QtGui"),
    "the running program reads source text": ("query/filter.py", "import yaml"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the code in *folder* to the contracts, from a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(folder / "src")}
    program = "from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache", "--config", str(folder / "pyproject.toml")],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The code as it stands, to be spoilt."""
    ignored = shutil.ignore_patterns("__pycache__", "*.db")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_a_crossed_floor_is_found(copy: Path, crossing: str) -> None:
    name, line = CROSSINGS[crossing]
    path = copy / "src" / "azkz_desktop" / name
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    done = lint(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "BROKEN" in done.stdout


def modules(*parts: str) -> dict[str, str]:
    """The text of each module of the packages *parts*, by its name."""
    package = ROOT / "src" / "azkz_desktop"
    paths = [path for part in parts for path in package.glob(f"{part}/*.py")]
    return {
        f"azkz_desktop.{path.parent.name}.{path.stem}": path.read_text(encoding="utf-8")
        for path in paths
        if path.stem != "__init__"
    }


def test_each_layout_module_stands_in_the_contract() -> None:
    """A new module without Qt under timeline, map or figures is held to stay without it.

    So is every other one that says of itself that it has no Qt.
    """
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    listed = {
        name
        for contract in contracts
        for name in contract.get("source_modules", ())
        if "PySide6" in contract.get("forbidden_modules", ())
    }
    layouts = modules("timeline", "map", "figures").items()
    free = {name for name, text in layouts if not QT.search(text)}
    free |= {name for name, text in modules("*").items() if "No Qt." in text.split('"""')[1]}
    assert sorted(name for name in free if not {name, name.rpartition(".")[0]} & listed) == []


def test_make_test_runs_every_folder_of_tests() -> None:
    """A folder that neither `logic`, `unit` nor `journeys` names would never be run."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"tests/(\w+)", makefile))
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    assert sorted(folders - named) == []
