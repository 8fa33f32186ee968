"""Charts taken along: as pictures whose words are words, as CSV."""

import csv
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.dates.days import ordinal
from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.data import COLUMNS, as_csv
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.picture import (
    WIDTH,
    PictureError,
    height_of,
    picture,
)
from azkz_desktop.figures.sheet import Seen, ranges
from azkz_desktop.view.tokens import PRINT
from tests.figures.made import chart, claim, disagreement, number, series

TEXT = "{http://www.w3.org/2000/svg}text"


def trade() -> Chart:
    first = number("2012", 393e6, by=claim(1, "akiner2012", 5))
    other = number("2012", 340e6, by=claim(2, "huseynov2017", 9))
    part = number("2016-01/2016-06", 71e6)
    row = disagreement("trade", ("akiner2012", 5, 1, "393"), ("huseynov2017", 9, 2, "340"))
    return chart(series("trade", "USD", first, other, part), disagreements=[row])


def made(
    of: Chart, ending: str, days: tuple[float, float] | None = None, moment: str = ""
) -> bytes:
    seen = Seen(days or (of.left, of.right), ordinal(moment) if moment else None)
    return picture(of, "1.2.3", ending, seen)


def words(svg: bytes) -> list[str]:
    # What our own generator wrote: no foreign XML.
    return [node.text or "" for node in ET.fromstring(svg).iter(TEXT)]


def numbers_in(svg: bytes, axis: str) -> list[float]:
    """Every x (or y) of a rectangle or line's end in the file."""
    text = svg.decode()
    place = 0 if axis == "x" else 1
    points = re.findall(r"points=\"([^\"]*)\"", text)
    pairs = [pair.split(",") for run in points for pair in run.split()]
    boxes = re.findall(r"<rect x=\"([-\d.e]+)\" y=\"([-\d.e]+)\"", text)
    return [float(pair[place]) for pair in [*pairs, *boxes]]


def test_a_picture_says_what_it_shows_and_who_tells_it(qtbot: QtBot) -> None:
    said = words(made(trade(), ".svg"))
    assert said[:2] == ["Figure", "million USD"]
    told = "Told by: Akiner 2012; Huseynov 2017."
    shown = ("393", "Jan–Jun", "2012", "≠", "They differ.", told, "AzKz Explorer, data 1.2.3")
    for expected in shown:
        assert expected in said


def test_nothing_is_painted_beyond_the_page(qtbot: QtBot) -> None:
    close = made(trade(), ".svg", (735_000.0, 735_200.0))
    for axis, end in (("x", WIDTH), ("y", height_of(trade()))):
        assert all(-1 <= one <= end + 1 for one in numbers_in(close, axis))


def test_what_is_out_of_sight_is_not_in_the_picture(qtbot: QtBot) -> None:
    early = words(made(trade(), ".svg", (700_000.0, 701_000.0)))
    assert "393" not in early
    assert "≠" in early  # the legend still explains the sign, the chart does not show it
    assert early.count("≠") < words(made(trade(), ".svg")).count("≠")


def test_a_ranking_has_its_names(qtbot: QtBot) -> None:
    goods = [series(f"g{n}", "USD", number("2016", n * 1e6), name=f"Goods: g{n}") for n in (3, 9)]
    of = chart(*goods, form=RANKING)
    said = words(made(of, ".svg"))
    assert said.index("G9") < said.index("G3")
    assert height_of(of) < height_of(trade())
    (x0, x1), (y0, y1) = ranges(of, 800, 400, (0, 1))
    assert (x0, x1 > 9) == (0, True)
    assert y0 < 0 < 1 < y1


def test_a_picture_stands_at_the_moment_of_the_screen(qtbot: QtBot) -> None:
    of = trade()
    without, at = made(of, ".svg"), made(of, ".svg", moment="2012-05-08")
    assert "8 May 2012" in words(at)
    assert "Outlined: what holds on 8 May 2012." in words(at)
    assert not any("8 May" in one for one in words(without))
    outlines = [svg.count(b'stroke-width="1.8"') for svg in (without, at)]
    assert outlines == [0, 2]  # 393 and 340 are both told of 2012


def test_the_line_stands_in_the_middle_of_its_day(qtbot: QtBot) -> None:
    of, day = trade(), ordinal("2012-05-08")
    near = QImage.fromData(made(of, ".png", (day - 50.0, day + 51.0), "2012-05-08"))
    without = QImage.fromData(made(of, ".png", (day - 50.0, day + 51.0)))
    y = near.height() // 2
    ink = QColor(PRINT.ink)
    dark = [x for x in range(near.width()) if near.pixelColor(x, y) == ink]
    plain = [x for x in range(near.width()) if without.pixelColor(x, y) == ink]
    left, right = 2 * 24 + 40, near.width() - 2 * 24
    added = [x for x in dark if x not in plain and left < x < right]
    assert len(added) <= 2 + 8
    assert any(abs(x - (left + right) / 2) < 60 for x in added)


def test_a_moment_out_of_sight_has_no_line(qtbot: QtBot) -> None:
    of = trade()
    days = float(ordinal("2012-01-01")), float(ordinal("2013-01-01"))
    assert "8 May 2015" not in words(made(of, ".svg", days, "2015-05-08"))


def test_of_what_holds_out_of_sight_nothing_is_said(qtbot: QtBot) -> None:
    of = trade()
    year = float(ordinal("2012-01-01")), float(ordinal("2013-01-01"))
    for away in (-4000.0, 366.0):
        days = year[0] + away, year[1] + away
        said = words(made(of, ".svg", days, "2012-05-08"))
        assert not any("Outlined" in one for one in said)
    for days in ((year[0] - 99, year[0] + 99), year, (year[1] - 99, year[1] + 99)):
        said = words(made(of, ".svg", days, "2012-05-08"))
        assert "Outlined: what holds on 8 May 2012." in said


def test_of_a_count_its_point_is_in_sight_or_nothing_is_outlined(qtbot: QtBot) -> None:
    of = chart(series("people", "persons", number("2010-07-01", 9e6)))
    day = float(ordinal("2010-07-01"))
    for days, expected in (((day - 9, day + 9), True), ((day + 9, day + 99), False)):
        said = words(made(of, ".svg", days, "2010-07-01"))
        assert any("Outlined" in one for one in said) == expected


def test_in_a_ranking_what_holds_is_outlined_and_no_line_stands(qtbot: QtBot) -> None:
    goods = [series(f"g{n}", "USD", number("2016", n * 1e6), name=f"Goods: g{n}") for n in (3, 9)]
    of = chart(*goods, form=RANKING)
    said = words(made(of, ".svg", moment="2016-07-01"))
    assert "Outlined: what holds on 1 Jul 2016." in said
    assert "1 Jul 2016" not in said
    before = words(made(of, ".svg", moment="2015-07-01"))
    assert not any("Outlined" in one for one in before)


@pytest.mark.parametrize(("ending", "head"), [(".pdf", b"%PDF"), (".PNG", b"\x89PNG")])
def test_other_formats(qtbot: QtBot, ending: str, head: bytes) -> None:
    assert made(trade(), ending).startswith(head)


def test_a_png_is_sharp_and_has_the_colours_of_print(qtbot: QtBot) -> None:
    image = QImage.fromData(made(trade(), ".png"))
    assert (image.width(), image.height()) == (2 * WIDTH, 2 * height_of(trade()))
    assert image.pixelColor(3, 3).name() == "#ffffff"
    assert image.text("Title") == "Figure"


def test_another_format_is_refused_in_a_sentence(qtbot: QtBot) -> None:
    with pytest.raises(PictureError, match=r"\.svg, \.pdf or \.png, not in “\.gif”"):
        made(trade(), ".gif")


def test_numbers_as_csv_carry_their_claims() -> None:
    numbers = (
        number("2005", 132e6, by=claim(1, as_stated='USD 132 "million"', note="a\nb")),
        number("2006", 0.25, "min"),
    )
    table = list(csv.DictReader(io.StringIO(as_csv([series("trade", "USD", *numbers)]))))
    assert tuple(table[0]) == COLUMNS
    assert [row["value"] for row in table] == ["132000000", "0.25"]
    assert table[0]["as_stated"] == 'USD 132 "million"'
    assert table[0]["note"] == "a\nb"
    assert (table[1]["qualifier"], table[1]["paragraph"], table[1]["section"]) == (
        "min", "3", "Trade",
    )  # fmt: skip


def test_a_picture_replaces_a_file_only_when_it_is_whole(tmp_path: Path, qtbot: QtBot) -> None:
    from azkz_desktop.saving import save_bytes

    path = tmp_path / "trade.svg"
    path.write_text("before")
    with pytest.raises(PictureError):
        save_bytes(path, made(trade(), ".gif"))
    assert path.read_text() == "before"
    save_bytes(path, made(trade(), ".svg"))
    assert b"<svg" in path.read_bytes()
