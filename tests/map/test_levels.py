"""The levels that are made beforehand: current, read as written, and enough without the data."""

from pathlib import Path

import numpy as np
import pytest

from azkz_desktop.map.basemap import LEVELS, Basemap, bundled_folder
from azkz_desktop.map.levels import FILE, read_layers, write_layers
from azkz_desktop.map.shapes import Shapes

HALF_A_METRE = 0.5


def same(one: Shapes, other: Shapes) -> bool:
    """Whether the two are the same shapes, to what float32 keeps of millions of metres."""
    return (
        one.closed == other.closed
        and np.array_equal(one.starts, other.starts)
        and np.array_equal(one.feature, other.feature)
        and bool((np.abs(one.xy - other.xy) <= HALF_A_METRE).all())
    )


@pytest.mark.parametrize("index", range(1, len(LEVELS)))
def test_the_file_holds_what_the_script_would_make(index: int) -> None:
    ready = read_layers(bundled_folder() / FILE)
    made = Basemap(bundled_folder()).made(index)
    assert made.keys() == {name for name in ready if name.startswith(f"{index}.")}
    assert [name for name, shapes in made.items() if not same(shapes, ready[name])] == []


def test_a_coarse_level_does_not_read_the_data(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes((bundled_folder() / FILE).read_bytes())
    basemap = Basemap(tmp_path)
    assert len(basemap.level(1).land) and len(basemap.far(1)[0])
    with pytest.raises(FileNotFoundError):
        basemap.level(0)


def test_without_the_file_levels_are_made_from_the_data(tmp_path: Path) -> None:
    for name in ("caspian.topojson", "far.topojson"):
        (tmp_path / name).write_bytes((bundled_folder() / name).read_bytes())
    bundled = Basemap(bundled_folder())
    assert same(Basemap(tmp_path).level(2).coast, bundled.level(2).coast)
    assert same(Basemap(tmp_path).far(2)[0], bundled.far(2)[0])


def test_what_is_written_is_read(tmp_path: Path) -> None:
    ring = Shapes(np.array([[0.0, 0], [4, 0], [0, 4]]), np.array([0, 3]), np.array([7]), True)
    two = Shapes(np.arange(10.0).reshape(5, 2), np.array([0, 2, 5]), np.array([0, 2]), False)
    none = Shapes(np.empty((0, 2)), np.array([0]), np.empty(0, dtype=np.intp), False)
    write_layers(tmp_path / FILE, {"ring": ring, "none": none, "two": two})
    found = read_layers(tmp_path / FILE)
    assert list(found) == ["ring", "none", "two"]
    assert same(found["ring"], ring) and same(found["two"], two) and same(found["none"], none)
