"""From the view to marks: what the timeline shows, computed without Qt."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from azkz_desktop.lean import dataclass
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.arrange import Heights, LaneRoom, Sizes, plot_rects
from azkz_desktop.timeline.away import away_mark
from azkz_desktop.timeline.axis import BESIDE, OVERHANG, axis_ticks
from azkz_desktop.timeline.bands import Band, band_marks
from azkz_desktop.timeline.containers import Containers
from azkz_desktop.timeline.disputes import Disputes
from azkz_desktop.timeline.kinship import Kinship, links, rings
from azkz_desktop.timeline.lanemarks import lanes_marks
from azkz_desktop.timeline.lanes import Lane, lanes_by, styles_of_kinds
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.moments import moment_mark
from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.period import filter_period, period_of
from azkz_desktop.timeline.scale import Limits, Scale, fit
from azkz_desktop.timeline.sight import PlacedLane, Setting
from azkz_desktop.timeline.source import Rows, TimelineSource
from azkz_desktop.timeline.stack import Stack
from azkz_desktop.timeline.standing import MOST, Standing
from azkz_desktop.timeline.whole import Whole
from azkz_desktop.timeline.wording import Measure, Wording
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, Span, ViewState

if TYPE_CHECKING:
    from azkz_desktop.timeline.asked import AskedMark
    from azkz_desktop.timeline.eras import EraStrip
    from azkz_desktop.timeline.inside import Inside
    from azkz_desktop.view.eras import EraGroup


FEWEST = 2
"""For so many lanes there is room, however many eras and figures are wanted."""
MANY = 5
"""And for so many in half of the height."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """How large the picture is, in pixels, and the rows that are pointed at.

    `interactive`: on a screen, where the picture can be asked to explain itself.
    """

    width: float
    height: float
    pointed: tuple[int, ...] = ()
    interactive: bool = False


class Layout:
    """Turns a view into marks; keeps the lanes of the last selection, which are costly to sort.

    `measure` gives the width in pixels of a text in the font of a role (see `marks`); `eras` is
    asked for the groups of eras once a view wants some. `placed` are the lanes that were in sight
    last, from the top.
    """

    def __init__(
        self,
        source: TimelineSource,
        measure: Measure,
        sizes: Sizes | None = None,
        bands: Mapping[str, Band] | None = None,
        eras: "Callable[[], Mapping[str, EraGroup]] | None" = None,
    ) -> None:
        self.source = source
        self.placed: Sequence[PlacedLane] = ()
        self.disputes = Disputes(source)
        self._kinship = Kinship(source.columns)
        # Whether there are any is not asked: to count them all series of the file would be read.
        self.known_bands: Mapping[str, Band] = {} if bands is None else bands
        self._known_eras = eras
        self.write_in(measure, sizes or Sizes())
        self.period = period_of(source.columns)
        self.limits = Limits.around(self.period)
        self._styles = styles_of_kinds(source.columns)
        self._whole = Whole(source.columns)
        self._lanes_of_all: dict[str, tuple[Lane, ...]] = {}
        self._lanes_for: tuple[Rows, str] | None = None
        self._lanes: tuple[Lane, ...] = ()
        self._standing_for: tuple[list[PlacedLane], Inside | None] | None = None
        self._stood: Standing | None = None
        self._row_for: tuple[Focus, int | None] | None = None
        self.containers = Containers(source)

    def write_in(self, measure: Measure, sizes: Sizes) -> None:
        """Lay out texts as wide as *measure* says and all else in *sizes* from now on."""
        self.measure, self.sizes = measure, sizes
        self.wording = Wording(self.source, measure)
        self._stack = Stack(sizes, measure)
        self._era_strip: EraStrip | None = None

    def lanes(self, view: ViewState, selection: Selection) -> tuple[Lane, ...]:
        """All lanes of the selection, hidden ones too."""
        wanted = self._lanes_for
        if wanted is None or wanted[0] is not selection.rows or wanted[1] != view.lanes:
            self._lanes = self._made_lanes(view.lanes, selection.rows)
            self._lanes_for = selection.rows, view.lanes
        return self._lanes

    def span(self, view: ViewState) -> Span:
        """The part of time in sight."""
        if view.span is not None:
            return self.limits.hold(view.span)
        period = filter_period(view.filter, self.period)
        return fit(period.start, period.end, self.limits)

    def scale(self, view: ViewState, selection: Selection, width: float) -> Scale:
        """Days to pixels in a picture of *width* pixels."""
        shown = self.shown(view, selection)
        axis, _ = plot_rects(width, 0.0, self.gutter(shown, width), self.sizes)
        return Scale.of(self.span(view), axis.width, axis.x)

    def row_of(self, focus: Focus | None) -> int | None:
        """The row of the event that is chosen, None where none is. Asked of the source once."""
        if focus is None or focus.type != "event":
            return None
        if self._row_for is None or self._row_for[0] != focus:
            self._row_for = focus, self.source.row_of(focus.id)
        return self._row_for[1]

    def bands(self, view: ViewState) -> tuple[Band, ...]:
        """The figures that are to run under the lanes, as far as the file has them."""
        return tuple(self.known_bands[one] for one in view.bands if one in self.known_bands)

    def gutter(self, lanes: Sequence[Lane], width: float) -> float:
        """The width of the column of names: as the longest lane needs, at most a quarter.

        The link to the legend has room, up to a third, and clear of the first tick.
        """
        texts = [self.measure(lane.title, "lane") for lane in lanes]
        wanted = max(texts, default=0.0) + 18 * self.sizes.factor
        link = self.measure(_legend_link(), "note") + self.sizes.margin + OVERHANG + BESIDE
        return round(max(min(wanted, width / 4), min(link, width / 3)))

    def _legend(self, gutter: float) -> str:
        """The link to the legend, so short that it is clear of the first tick's text."""
        room = gutter - self.sizes.margin - OVERHANG - 1
        words = (_legend_link(), translate("Timeline", "Legend"))
        return next((one for one in words if self.measure(one, "note") <= room), "?")

    def content_height(self, view: ViewState, selection: Selection, height: float) -> float:
        """How high all lanes are together, which may be more than there is room for."""
        rooms = self.rooms(view, selection, height)
        return rooms[-1].top + rooms[-1].height if rooms else 0.0

    def most_scroll(self, view: ViewState, selection: Selection, height: float) -> float:
        """How far the lanes can be scrolled in a picture of *height* pixels."""
        return _overhang(self.rooms(view, selection, height), self.lanes_height(view, height))

    def scrolled(self, view: ViewState, selection: Selection, height: float) -> float:
        """How far the lanes are scrolled: as *view* says, but no further than there are lanes."""
        return min(view.scrolled, self.most_scroll(view, selection, height)) if view.scrolled else 0

    def lanes_height(self, view: ViewState, height: float) -> float:
        """How much of a picture of *height* pixels is left for lanes."""
        return self.heights(view, height).lanes

    def heights(self, view: ViewState, height: float) -> Heights:
        """How a picture of *height* pixels is shared out, whatever is in sight.

        First a few lanes have room, then one figure, then eras, and then further figures. (Lines
        of eras that are out of sight stay empty: so lanes keep their places while one pans, and
        at any zoom there are times that need all of them.)
        """
        room, sizes, wanted = height - self.sizes.axis, self.sizes, len(self.bands(view))
        least = max(min(MANY * sizes.lane, room / 2), FEWEST * sizes.lane)
        spare = room - least
        notice = sizes.notice if wanted and spare >= sizes.notice else 0.0
        one = sizes.band if wanted and spare >= sizes.band else notice
        most = min(spare - one, room / 2)
        eras = self._eras().plan(view.eras, most, view.focus) if view.eras else None
        over = eras.height if eras else 0.0
        bands = min(wanted, max(int((spare - over) // sizes.band), 0))
        notice = 0.0 if bands or spare - over < notice else notice
        lanes = max(room - over - bands * sizes.band - notice, 0.0)
        return Heights(bands, eras, lanes, notice)

    def _eras(self) -> "EraStrip":
        """What lays out the eras."""
        if self._era_strip is None:
            from azkz_desktop.timeline.eras import EraStrip  # only where a view has eras

            known = self._known_eras() if self._known_eras else {}
            self._era_strip = EraStrip(known, self.sizes, self.measure)
        return self._era_strip

    def marks(self, view: ViewState, selection: Selection, canvas: Canvas) -> Marks:
        """The whole picture."""
        lanes = self.shown(view, selection)
        gutter = self.gutter(lanes, canvas.width)
        axis, plot = plot_rects(canvas.width, canvas.height, gutter, self.sizes)
        high = self.heights(view, canvas.height)
        plot = plot.lowered(high.over_lanes)
        scale = Scale.of(self.span(view), axis.width, axis.x)
        rooms = self._rooms(lanes, view, selection, high.lanes)
        area = plot._replace(height=high.lanes)
        scrolled = min(view.scrolled, _overhang(rooms, high.lanes))
        placed = self._stack.placed(lanes, rooms, view.folded_lanes, area, scrolled)
        self.placed = placed
        setting = self._setting(view, selection, scale, placed)
        told = partial(self.disputes.standing, setting, selection.rows, placed)
        result = lanes_marks(setting, placed, told)
        family = self._kinship.of(setting.chosen)
        if family and family.parent in setting.opened:
            family = None  # its box says who belongs to whom
        named = Labels.of(result.labels)
        disputes = self.disputes.of(
            scale, result.spots, self.sizes.spot, result.told, setting.voices
        )
        about = rings(result.spots, setting.chosen, self._kinship.lit(canvas.pointed), family)
        return Marks(
            width=canvas.width,
            height=canvas.height,
            plot=plot,
            axis=axis,
            ticks=axis_ticks(scale, self.measure),
            lanes=tuple(one.mark for one in placed),
            spots=result.spots,
            spans=result.spans,
            labels=named,
            densities=result.densities,
            disputes=disputes,
            bands=band_marks(
                self.bands(view),
                view.band_scale,
                plot,
                scale,
                self.sizes,
                self.measure,
                high.bands,
            )
            if high.bands or high.notice
            else (),
            eras=self._eras().rows(high.eras, scale, axis.bottom, view.focus) if high.eras else (),
            moment=moment_mark(view.moment, scale, canvas.interactive),
            rings=about,
            links=links(result.spots, family),
            legend=self._legend(gutter) if canvas.interactive else "",
            empty=self._nothing(view, selection, len(lanes), canvas, plot.width)
            if result.is_empty and not disputes and (placed or not lanes)
            else "",
            scroll=self._stack.scroll_mark(rooms, area, scrolled),
            badges=result.badges,
            boxes=result.boxes,
            mores=result.mores,
            piles=result.piles,
            inside=setting.inside.of(result.spots.row) if setting.inside else None,
            asked=_asked(view, scale),
            away=away_mark(setting, placed, named, about) if canvas.interactive else None,
        )

    def _nothing(
        self, view: ViewState, selection: Selection, lanes: int, canvas: Canvas, width: float
    ) -> str:
        """Why nothing is shown, in lines of the *width* of the plot."""
        from azkz_desktop.timeline.nothing import in_lines, why_nothing  # most often something is

        words = why_nothing(
            self.source, view.filter, len(selection), lanes, interactive=canvas.interactive
        )
        return in_lines(words, width - 2 * self.sizes.margin, self.measure)

    def shown(self, view: ViewState, selection: Selection) -> list[Lane]:
        """The lanes that are not hidden, from the top."""
        lanes = self.usual(view, selection)
        if view.lane_order:
            from azkz_desktop.timeline.laneorder import in_order  # most views have the usual order

            lanes = in_order(lanes, view.lane_order)
        return [lane for lane in lanes if lane.id not in view.hidden_lanes]

    def usual(self, view: ViewState, selection: Selection) -> Sequence[Lane]:
        """All lanes as they stand while nobody has moved one: those first that the filter names."""
        lanes = self.lanes(view, selection)
        if view.lanes == "kind":
            return lanes
        from azkz_desktop.timeline.laneorder import filtered, in_order  # none at the start

        return in_order(lanes, filtered(view.lanes, view.filter))

    def _made_lanes(self, facet: str, rows: Rows) -> tuple[Lane, ...]:
        """The lanes of *rows*; those of all events are kept, as one comes back to them often."""
        columns = self.source.columns
        are_all = len(rows) == len(columns)
        if are_all and facet in self._lanes_of_all:
            return self._lanes_of_all[facet]
        names = {} if facet == "kind" else self.source.names(facet)
        lanes = lanes_by(facet, columns, rows, names, self._whole)
        if are_all:
            self._lanes_of_all[facet] = lanes
        return lanes

    def _standing(self, placed: list[PlacedLane], inside: "Inside | None") -> Standing | None:
        """The events of the lanes in sight, put in order; None where they are too many."""
        wanted = self._standing_for
        if wanted is None or wanted[0] is not placed or wanted[1] is not inside:
            lanes = [one.lane for one in placed]
            few = sum(len(lane) for lane in lanes) <= MOST
            self._standing_for = placed, inside
            lines = [one.lines for one in placed]
            self._stood = Standing(self.source.columns, lanes, inside, lines) if few else None
        return self._stood

    def _setting(
        self, view: ViewState, selection: Selection, scale: Scale, placed: list[PlacedLane]
    ) -> Setting:
        chosen = self.row_of(view.focus)
        inside = self.containers.inside(selection)
        by_document = None
        if view.lanes == "source":
            by_document = self.disputes.voices(selection.rows, placed)
        return Setting(
            columns=self.source.columns,
            wording=self.wording,
            scale=scale,
            sizes=self.sizes,
            styles=self._styles,
            selected=len(selection),
            chosen=chosen,
            inside=inside,
            standing=self._standing(placed, inside),
            voices=by_document,
            disputes=self.disputes,
            opened=self.containers.opened(view, selection),
        )

    def rooms(self, view: ViewState, selection: Selection, height: float) -> list[LaneRoom]:
        """Where the lanes that are shown lie, from the top of the first one."""
        lanes = self.shown(view, selection)
        return self._rooms(lanes, view, selection, self.lanes_height(view, height))

    def _rooms(
        self, lanes: Sequence[Lane], view: ViewState, selection: Selection, space: float
    ) -> list[LaneRoom]:
        """Where *lanes* lie in *space* pixels."""
        boxed = self.containers.rows_needed(lanes, view, selection, self.span(view))
        return self._stack.rooms(lanes, view.folded_lanes, boxed, space)


def _overhang(rooms: Sequence[LaneRoom], space: float) -> float:
    """How many pixels more than *space* lanes need."""
    return max(rooms[-1].top + rooms[-1].height - space, 0.0) if rooms else 0.0


def _asked(view: ViewState, scale: Scale) -> "AskedMark | None":
    if not (view.filter.start or view.filter.end):
        return None
    from azkz_desktop.timeline.asked import asked_mark  # most views ask for no period

    return asked_mark(view.filter, scale)


def _legend_link() -> str:
    """What leads to the legend, over the names of the lanes."""
    return translate("Timeline", "How dates are drawn")
