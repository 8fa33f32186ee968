"""The figures in a window: the list, the chart, its numbers, and what a hand does."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from azkz_desktop.figures.numbers import NumbersModel
from azkz_desktop.figures.panel import FiguresPanel
from azkz_desktop.figures.plot import ChartPlot
from azkz_desktop.figures.topic_list import ID
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import DARK, LIGHT
from tests.figures.made import chart, claim, disagreement, number, series
from tests.shown import PutUp


@pytest.fixture
def panel(qtbot: QtBot, put_up: PutUp, store: Store, library: Library) -> FiguresPanel:
    made = FiguresPanel(store, library, LIGHT)
    put_up(made, 1000, 700)
    qtbot.waitUntil(lambda: made.plot is not None)
    return made


def plot_of(panel: FiguresPanel) -> ChartPlot:
    assert panel.plot is not None
    return panel.plot


def show(store: Store, figure: str) -> None:
    store.change(replace(store.state, figure=figure, focus=None), "show")


def write_picture(panel: FiguresPanel, path: Path) -> None:
    assert panel.chart is not None
    panel.taking.write_picture(panel.chart, path)


def write_numbers(panel: FiguresPanel, path: Path) -> None:
    assert panel.chart is not None
    panel.taking.write_numbers(panel.chart, path)


def title(panel: FiguresPanel) -> str:
    return panel.page.title.text()


def test_the_import_waits_until_a_chart_is_needed() -> None:
    code = "import sys; import azkz_desktop.figures.panel;sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_words_and_numbers_come_before_the_chart(
    qtbot: QtBot, put_up: PutUp, store: Store, library: Library
) -> None:
    made = FiguresPanel(store, library, DARK)
    put_up(made)
    made.later.settle()
    assert made.plot is None
    assert made.page.waiting.isVisible()
    assert title(made).startswith("Trade of the two states")
    assert made.numbers.rowCount() > 20
    qtbot.waitUntil(lambda: made.plot is not None)
    assert not made.page.waiting.isVisible()


def test_without_pyqtgraph_the_numbers_are_still_there(
    qtbot: QtBot, put_up: PutUp, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "azkz_desktop.figures.plot", None)
    made = FiguresPanel(store, library, LIGHT)
    put_up(made)
    qtbot.waitUntil(lambda: "cannot be drawn" in made.page.waiting.text())
    assert made.numbers.rowCount() > 20


def test_a_choice_in_the_list_shows_the_figure_and_can_be_undone(
    panel: FiguresPanel, store: Store
) -> None:
    panel.list.taken.emit("coastlines")
    assert title(panel) == "Coastline of each state on the Caspian"
    assert store.state.focus is not None
    assert store.state.focus.type == "series"
    assert store.history.undo_name == "Show a figure"
    store.undo()
    assert title(panel).startswith("Trade of the two states")


def test_the_list_is_searched_and_enter_takes_the_first(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.list.field, "coastline")
    assert panel.list.list.count() < 6
    qtbot.keyClick(panel.list.field, Qt.Key.Key_Return)
    assert store.state.figure == "coastlines"
    qtbot.keyClicks(panel.list.field, "zebra")
    assert panel.list.nothing.isVisible()


def test_a_click_in_the_list_shows_a_figure_and_a_heading_none(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    items, before = panel.list.list, store.state
    heading = items.item(0)
    assert heading.data(ID) is None
    for item in (
        heading,
        next(one for one in panel.list.items() if one.data(ID) == "trade-growth"),
    ):
        assert store.state == before
        items.scrollToItem(item)
        at = items.visualItemRect(item).center()
        qtbot.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert store.state.figure == "trade-growth"
    current = items.currentItem()
    assert current is not None
    assert current.data(ID) == "trade-growth"


def test_figures_chosen_elsewhere_are_shown_here(panel: FiguresPanel, store: Store) -> None:
    focus = Focus("series", "census-azerbaijanis-in-kazakhstan")
    store.change(replace(store.state, focus=focus), "choose")
    assert title(panel).startswith("Azerbaijanis in Kazakhstan")
    current = panel.list.list.currentItem()
    assert current is not None
    assert current.text().startswith("Azerbaijanis in Kazakhstan")


def test_while_hidden_it_waits(panel: FiguresPanel, store: Store) -> None:
    panel.hide()
    show(store, "coastlines")
    assert title(panel).startswith("Trade of the two states")
    panel.show()
    assert title(panel).startswith("Coastline")


def test_a_disagreement_is_said_on_amber(panel: FiguresPanel, store: Store) -> None:
    show(store, "coastlines")
    assert "713 km" in panel.page.contradictions.text()
    image = plot_of(panel).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert LIGHT.disagreement_paper.lower() in colours
    show(store, "stakes-kashagan")
    assert not panel.page.contradictions.isVisible()


def test_a_click_on_a_mark_goes_to_its_number(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    plot = plot_of(panel)
    axes = plot.marks.axes()
    place = next(n for n, mark in enumerate(plot.chart.marks) if mark.text == "393.4")
    mark = plot.chart.marks[place]
    inside = QPointF(axes.x((mark.x0 + mark.x1) / 2), axes.y(mark.y1 * 0.6))
    at = plot.mapFromScene(plot.marks.mapToScene(inside))
    assert plot.mark_under(QPointF(at)) == place
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.table.currentIndex().row() == mark.numbers[0]
    assert store.state.focus == Focus("series", "trade-az-kz-total")
    assert plot.painter.lit == place
    assert plot.mark_under(QPointF(QPoint(2, 2))) is None


def test_a_number_lights_up_its_mark(panel: FiguresPanel) -> None:
    panel.table.selectRow(3)
    lit = plot_of(panel).painter.lit
    assert lit is not None
    assert 3 in plot_of(panel).chart.marks[lit].numbers


# Time


def test_linked_it_shows_the_years_of_the_timeline(panel: FiguresPanel, store: Store) -> None:
    span = Span(733_000.0, 735_000.0)
    store.change(replace(store.state, span=span), "zoom")
    assert plot_of(panel).days()[0] < 732_000
    panel.head.linked.click()
    assert store.state.figure_linked
    assert plot_of(panel).days() == pytest.approx((span.start, span.end))
    store.change(replace(store.state, span=Span(734_000.0, 736_000.0)), "pan")
    assert plot_of(panel).days() == pytest.approx((734_000, 736_000))


def test_linked_it_shows_what_the_timeline_shows_of_a_filter(
    qtbot: QtBot, put_up: PutUp, store: Store, library: Library
) -> None:
    def in_sight(state: ViewState) -> Span:
        return Span(732_000, 733_000) if state.filter.start else Span(728_000, 740_000)

    made = FiguresPanel(store, library, LIGHT, in_sight=in_sight)
    put_up(made, 1000, 700)
    qtbot.waitUntil(lambda: made.plot is not None)
    whole = plot_of(made).days()
    filtered, closer = replace(store.state.filter, start="2005"), (733_100, 733_200)
    store.change(replace(store.state, filter=filtered), "filter")
    assert plot_of(made).days() == pytest.approx(whole)
    made.head.linked.click()
    assert plot_of(made).days() == pytest.approx((732_000, 733_000))
    store.change(replace(store.state, filter=replace(filtered, start="")), "no filter")
    assert plot_of(made).days() == pytest.approx((728_000, 740_000))
    made.head.linked.click()
    plot_of(made).show_days(*closer)
    store.change(replace(store.state, span=Span(734_000, 736_000)), "pan")
    assert plot_of(made).days() == pytest.approx(closer)  # not linked, its days are its own


def test_linked_its_keys_move_the_timeline(panel: FiguresPanel, store: Store, qtbot: QtBot) -> None:
    panel.head.linked.click()
    first, last = plot_of(panel).days()
    qtbot.keyClick(plot_of(panel), Qt.Key.Key_Plus)
    span = store.state.span
    assert span is not None
    assert span.days == pytest.approx((last - first) / 1.5)
    qtbot.keyClick(plot_of(panel), Qt.Key.Key_Right)
    later = store.state.span
    assert later is not None
    assert later.start > span.start


def test_unlinked_its_keys_leave_the_timeline_alone(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    first, last = plot_of(panel).days()
    qtbot.keyClick(plot_of(panel), Qt.Key.Key_Minus)
    wider = plot_of(panel).days()
    assert wider[1] - wider[0] == pytest.approx((last - first) * 1.5)
    qtbot.keyClick(plot_of(panel), Qt.Key.Key_Home)
    assert plot_of(panel).days() == pytest.approx((first, last))
    assert not store.history.before


def test_a_ranking_has_no_years_to_link(panel: FiguresPanel, store: Store, qtbot: QtBot) -> None:
    show(store, "coastlines")
    assert not panel.head.linked.isVisible()
    before = plot_of(panel).view.viewRange()
    qtbot.keyClick(plot_of(panel), Qt.Key.Key_Right)
    assert plot_of(panel).view.viewRange() == before


# Taking it along


def test_the_picture_shows_the_days_that_are_seen(panel: FiguresPanel, tmp_path: Path) -> None:
    path = tmp_path / "trade.svg"
    write_picture(panel, path)
    assert b"393.4" in path.read_bytes()
    assert str(path) in panel.page.said.text()
    plot_of(panel).show_days(736_000, 737_000)
    write_picture(panel, path)
    assert b"393.4" not in path.read_bytes()


def test_the_picture_stands_at_the_moment_of_the_view(
    panel: FiguresPanel, store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "trade.svg"
    for moment, said in (("2012-05-08", b"8 May 2012"), ("2014-02-01", b"1 Feb 2014")):
        store.change(replace(store.state, moment=moment), "Move the moment")
        write_picture(panel, path)
        assert said in path.read_bytes()
    assert b"8 May 2012" not in path.read_bytes()


def test_the_view_is_put_into_the_picture(
    qtbot: QtBot, store: Store, library: Library, tmp_path: Path
) -> None:
    asked: list[str] = []

    def enclose(made: bytes, ending: str) -> bytes:
        asked.append(ending)
        return made + b"<!-- view -->"

    made = FiguresPanel(store, library, LIGHT, enclose)
    qtbot.addWidget(made)
    made.refresh()
    write_picture(made, tmp_path / "trade.svg")
    assert asked == [".svg"]
    assert (tmp_path / "trade.svg").read_bytes().endswith(b"<!-- view -->")


def test_the_numbers_are_written_as_csv(panel: FiguresPanel, tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    write_numbers(panel, path)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("series_id,")
    assert "trade-kz-az-export" in text


def test_the_buttons_ask_for_a_file(
    panel: FiguresPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return (str(tmp_path / Path(proposed).name) if len(asked) < 3 else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    panel.head.save_picture.click()
    panel.head.save_data.click()
    panel.head.save_data.click()
    assert asked == ["trade-by-direction.svg"] + 2 * ["trade-by-direction.csv"]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("name", ["folder/trade.svg", "trade.gif"])
def test_what_cannot_be_written_is_said(panel: FiguresPanel, tmp_path: Path, name: str) -> None:
    write_picture(panel, tmp_path / name)
    assert panel.page.said.text().startswith("Nothing was written.")
    assert not list(tmp_path.iterdir())


# Its parts


def test_the_numbers_keep_qts_rules(qtbot: QtBot) -> None:
    model = NumbersModel(LIGHT)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = number("2012", 713.0, by=claim(1, "akiner2012", 5))
    other = number("2015", 800.0, by=claim(2, "huseynov2017", 9))
    row = disagreement("coast", ("akiner2012", 5, 1, "713"), ("huseynov2017", 9, 2, "800"))
    model.show(chart(series("coast", "km", first, other), disagreements=[row]))
    assert (model.rowCount(), model.columnCount()) == (2, 6)
    value = model.index(0, model.columns.index("value"))
    assert value.data() == "713 km  ≠"
    assert value.data(Qt.ItemDataRole.BackgroundRole).name() == LIGHT.disagreement_paper.lower()
    said = value.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("another document contradicts it")
    model.show(chart(series("a", "km", first), series("b", "km", other)))
    assert model.columns[1] == "series"


def test_a_file_without_figures_says_so(
    put_up: PutUp, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.dataset, "series", dict)
    made = FiguresPanel(store, library, LIGHT)
    put_up(made)
    made.later.settle()
    assert title(made) == "This file has no figures."
    assert not made.head.save_picture.isEnabled()
    assert ViewState().figure == ""
