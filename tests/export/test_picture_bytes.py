"""Pictures of other rooms carry the view as snapshots do."""

from dataclasses import replace
from pathlib import Path

import pytest

from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.export.picture_bytes import encloser
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Store
from tests.export.test_embed import PNG, SVG


@pytest.mark.parametrize(("ending", "picture"), [(".svg", SVG), (".png", PNG)], ids=["svg", "png"])
def test_the_view_of_the_moment_of_saving_comes_back(
    library: Library, store: Store, tmp_path: Path, ending: str, picture: bytes
) -> None:
    enclose = encloser(library, store)
    store.change(replace(store.state, focus=Focus("series", "coastline-length-iran")), "choose")
    path = tmp_path / f"chart{ending}"
    path.write_bytes(enclose(picture, ending))
    found = read_snapshot(path)
    assert found.state == store.state
    assert found.about["data_version"] == library.dataset.metadata()["data_version"]


def test_a_format_that_carries_no_view_stays_as_it_is(library: Library, store: Store) -> None:
    pdf = b"%PDF-1.7 made elsewhere"
    assert encloser(library, store)(pdf, ".pdf") == pdf
