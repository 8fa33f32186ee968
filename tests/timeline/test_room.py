"""However many eras and figures are wanted, axis and lanes keep their room."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.eralines import EraPlan
from azkz_desktop.timeline.eras import EraStrip
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.tooltip import tooltip
from azkz_desktop.view.eras import EraGroup
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import MadeSource, everything, some_events, told
from tests.timeline.test_eras import SCALE, SIZES, known, measure
from tests.timeline.test_layout import FIRST, layout_of


@given(st.integers(0, 400), st.integers(1, 6), st.integers(1, 6))
def test_eras_fill_no_more_than_their_room_but_for_a_line_of_each(
    room: int, one: int, other: int
) -> None:
    groups = {
        name: EraGroup(
            name,
            name.title(),
            name,
            tuple(known(str(at), "2001-01-01", "2004-01-01") for at in range(many)),
        )
        for name, many in (("a", one), ("b", other))
    }
    made = EraStrip(groups, SIZES, measure)
    wanted = made.plan(("a", "b")).height
    plan = made.plan(("a", "b"), float(room))
    high = plan.height
    assert high <= max(room, 2 * SIZES.era)
    assert high == wanted or high + SIZES.era > room
    rows = made.rows(plan, SCALE, 20.0)
    assert sum(row.rect.height for row in rows) == high
    assert [group.id for group, lines in plan.groups for _ in lines] == [
        row.group for row in rows for _ in range(int(row.rect.height / SIZES.era))
    ]
    for row in rows:
        shown = len(row.marks)
        assert row.shown.endswith(f" +{len(groups[row.group].eras) - shown}") == (
            shown < len(groups[row.group].eras)
        )
        assert (" no room: " in row.words) == (shown < len(groups[row.group].eras))


def test_heights_are_worked_out_once_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    columns, asked = some_events(30), list[float]()
    group = EraGroup("a", "A", "A", (known("one", "2001-01-01", "2004-01-01"),))
    engine = layout_of(columns, eras=lambda: {"a": group})
    plan = EraStrip.plan

    def counted(
        self: EraStrip, wanted: Sequence[str], room: float, chosen: Focus | None
    ) -> EraPlan:
        asked.append(room)
        return plan(self, wanted, room, chosen)

    monkeypatch.setattr(EraStrip, "plan", counted)
    view = ViewState(span=Span(FIRST, FIRST + 1000), bands=(), eras=("a",), scrolled=4.0)
    marks = engine.marks(view, everything(columns), Canvas(700, 120))
    assert len(asked) == 1
    assert marks.eras[0].rect.height == engine.sizes.era
    assert marks.plot.y == engine.sizes.axis + engine.sizes.era
    assert marks.scroll is not None


def least_for_lanes(height: float, sizes: Sizes) -> float:
    """Five lanes, or half of what is below the axis; two in any case."""
    return max(2 * sizes.lane, min(5 * sizes.lane, (height - sizes.axis) / 2))


@given(st.integers(0, 9), st.integers(1, 6), st.integers(90, 900))
def test_lanes_have_room_first_then_one_figure_then_eras_then_further_figures(
    wanted: int, lines: int, height: int
) -> None:
    value = BandValue(FIRST, FIRST + 365, 7.0, "7", told("seven"))
    names = tuple(f"series {at}" for at in range(wanted))
    eras = tuple(known(str(at), "2001-01-01", "2004-01-01") for at in range(lines))
    engine = layout_of(
        some_events(10),
        bands={name: Band(name, name, "USD", (value,)) for name in names},
        eras=lambda: {"a": EraGroup("a", "A", "A", eras)},
    )
    high = engine.heights(ViewState(bands=names, eras=("a",)), height)
    sizes, least = engine.sizes, least_for_lanes(height, engine.sizes)
    assert high.lanes >= least - sizes.era, "a group of eras has one line in any case"
    used = sizes.axis + high.over_lanes + high.bands * sizes.band + high.notice
    assert not (high.bands and high.notice)
    assert used + high.lanes == max(height, used)
    room = height - sizes.axis - least
    if wanted and room >= sizes.band + sizes.era:
        assert high.bands >= 1, "eras push the last figure out"
        assert high.bands == wanted or room - high.over_lanes < (high.bands + 1) * sizes.band
    if high.bands > 1:
        alone = engine.heights(ViewState(bands=(), eras=("a",)), height)
        assert high.over_lanes >= min(alone.over_lanes, room - sizes.band - sizes.era)


@given(st.integers(0, 9), st.integers(30, 900))
def test_however_many_figures_are_wanted_lanes_have_room(wanted: int, height: int) -> None:
    columns = some_events(10)
    value = BandValue(FIRST, FIRST + 365, 7.0, "7", told("seven"))
    names = tuple(f"series {at}" for at in range(wanted))
    engine = layout_of(columns, bands={name: Band(name, name, "USD", (value,)) for name in names})
    view = ViewState(span=Span(FIRST, FIRST + 1000), bands=names)
    marks = engine.marks(view, everything(columns), Canvas(700, height))
    sizes = engine.sizes
    least = least_for_lanes(height, sizes)
    assert [band.id for band in marks.bands] == list(names[: len(marks.bands)])
    for band in marks.bands:
        assert band.rect.y >= marks.plot.y + least
    shown = [band for band in marks.bands if band.values]
    left = wanted - len(shown)
    if left and not shown and height - sizes.axis >= least + sizes.notice:
        (line,) = marks.bands
        assert line.note == f"No room for {wanted} figure{'s' if wanted > 1 else ''}"
        assert all(name in line.name for name in names)
        assert line.rect.bottom == height
        at = hit(marks, 3, line.rect.y + 2)
        assert at.what == "band-name"
        scale = engine.scale(view, everything(columns), 700)
        beside = hit(marks, 690, line.rect.y + 2)
        words = tooltip(beside, MadeSource(columns), marks, scale, 690)
        assert words == line.name, "no figure is denied that has no room"
    elif left and shown:
        assert marks.bands[-1].note == f"USD +{left}"
        words = "1 more has no room below" if left == 1 else f"{left} more have no room below"
        assert words in marks.bands[-1].name
        # There is none for one more.
        assert height - sizes.axis < least + (len(marks.bands) + 1) * sizes.band
    elif marks.bands:
        assert marks.bands[-1].note == "USD"


@given(st.integers(150, 1600), st.sampled_from([1.0, 1.5, 2.0]), st.floats(2, 40_000))
def test_the_link_to_the_legend_never_lies_over_the_axis(
    width: int, factor: float, days: float
) -> None:
    columns, sizes = some_events(10), Sizes(13.0 * factor)

    def measure(text: str, role: str) -> float:
        return factor * len(text) * (7.2 if role.endswith("bold") else 6.6)

    engine = Layout(MadeSource(columns), measure, sizes)
    view = ViewState(span=Span(FIRST, FIRST + days))
    marks = engine.marks(view, everything(columns), Canvas(width, 300, interactive=True))
    end = sizes.margin + measure(marks.legend, "note")
    assert marks.legend
    assert all(end < tick.text_x for tick in marks.ticks if tick.text)
    if width >= 700 * factor:
        assert marks.legend == "How dates are drawn"
