import re
import zlib
from dataclasses import replace
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.export import snapshot
from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.export.snapshot import (
    Order,
    SnapshotError,
    picture_of_view,
    snapshot_of_view,
    write_snapshot,
)
from azkz_desktop.query.filter import Filter
from azkz_desktop.saving import SavingError
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, Span, ViewState

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def state() -> ViewState:
    return ViewState(
        filter=Filter(start="2004", end="2008", actors=(("kazakhstan",),)),
        span=Span(731581.0, 733408.0),
        focus=Focus("event", "kazakh-oil-enters-btc"),
        moment="2006-06-16",
    )


def svg_words(path: Path) -> str:
    return " ".join("".join(one.itertext()) for one in ElementTree.parse(path).iter(SVG + "text"))


@pytest.mark.parametrize("what", ["timeline", "map", "view"])
@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_snapshot_opens_again_as_the_view_it_was(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path, what: str, ending: str
) -> None:
    out = tmp_path / f"a picture.{ending}"
    snapshot_of_view(library, state, out, Order(what, 1200, 700))
    written = read_snapshot(out)
    assert written.state == state
    assert written.about["data_version"] == library.dataset.metadata()["data_version"]


@pytest.mark.parametrize("what", ["timeline", "map", "view"])
@pytest.mark.parametrize("ending", [".svg", ".png"])  # a PDF says when it was made
def test_another_thread_makes_the_same_picture(
    qtbot: QtBot, library: Library, state: ViewState, what: str, ending: str
) -> None:
    order, made = Order(what, 800, 500), list[bytes]()
    thread = Thread(target=lambda: made.append(picture_of_view(library, state, ending, order)))
    thread.start()
    thread.join()
    assert made == [picture_of_view(library, state, ending, order)]


def test_an_svg_has_its_words_as_words(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path
) -> None:
    out = tmp_path / "t.svg"
    snapshot_of_view(library, state, out, Order(title="Oil on the Caspian"))
    words = svg_words(out)
    assert "Oil on the Caspian" in words
    assert "Kazakh oil in BTC" in words
    assert "Chosen: Kazakh oil enters the Baku–Tbilisi–Ceyhan pipeline (3 November 2008)" in words
    assert "2004–2008" in words
    assert "involving Kazakhstan" in words
    assert re.search(r"Sources: .*Huseynov 2017", words)
    assert "data " + library.dataset.metadata()["data_version"] in words
    assert "Energy, transport" in words


def test_a_pdf_has_text_and_no_picture(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path
) -> None:
    out = tmp_path / "t.pdf"
    snapshot_of_view(library, state, out)
    data = out.read_bytes()
    assert data.startswith(b"%PDF-")
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    drawn = b"".join(_inflated(one) for one in streams)
    assert len(re.findall(rb"\bTj\b|\bTJ\b", drawn)) > 40
    assert b"/Subtype /Image" not in data


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_a_png_is_twice_as_dense_as_the_page(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path
) -> None:
    out = tmp_path / "t.png"
    snapshot_of_view(library, state, out, Order("timeline", 1000, 600))
    image = QImage(str(out))
    assert (image.width(), image.height()) == (2000, 1200)
    colours = {image.pixelColor(x, y).name() for x in range(0, 2000, 7) for y in range(0, 1200, 7)}
    assert len(colours) > 20


def test_the_filter_decides_what_is_in_the_picture(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path
) -> None:
    everything, some = tmp_path / "all.svg", tmp_path / "some.svg"
    # 1990 to 1996 in both: there is room for the label, and only the filter takes it away.
    early = replace(state, focus=None, span=Span(726468.0, 729025.0))
    snapshot_of_view(library, replace(early, filter=Filter()), everything)
    snapshot_of_view(library, early, some)
    assert "diplomatic relations" in svg_words(everything).lower()
    assert "diplomatic relations" not in svg_words(some).lower()


def test_the_command_lines_door_makes_the_same(
    qtbot: QtBot, bundled_db: Path, tmp_path: Path
) -> None:
    out = tmp_path / "t.svg"
    write_snapshot(bundled_db, out, filter=Filter(kinds=("visit",)), lanes="source", title="Visits")
    assert read_snapshot(out).state.lanes == "source"
    assert "Visits" in svg_words(out)
    assert "Huseynov 2017" in svg_words(out)


def test_another_ending_is_refused_in_a_sentence(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path
) -> None:
    with pytest.raises(SnapshotError, match=r"\.svg, \.pdf or \.png"):
        snapshot_of_view(library, state, tmp_path / "t.gif")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_leaves_nothing_behind(
    qtbot: QtBot, library: Library, state: ViewState, tmp_path: Path
) -> None:
    with pytest.raises(SavingError):
        snapshot_of_view(library, state, tmp_path / "nowhere" / "t.svg")
    assert not list(tmp_path.iterdir())


def test_a_picture_can_be_given_up_before_each_part_and_before_it_is_packed(
    qtbot: QtBot, library: Library, state: ViewState, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("paint_map", "paint_timeline"):
        monkeypatch.setattr(snapshot, name, lambda *_, name=name: done.append(name))
    order = Order("view", 300, 200)
    picture_of_view(library, state, ".png", order, check=lambda: done.append("check"))
    assert done == ["check", "paint_map", "check", "paint_timeline", "check"]
