"""From one era to the next by key: along a line of ribbons, from line to line, back to the lanes.

No Qt.
"""

from collections.abc import Callable
from typing import NamedTuple

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.translation import translate
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus, Span

YEAR = 365.0
"""Days that are shown of an era which lies beyond what the file covers."""
FARTHEST = 1_000_000
"""More eras than any line has."""


class Stop(NamedTuple):
    """An era on the way: in which line of which group it lies, and its place in that line."""

    group: EraGroup
    line: int
    place: int
    era: Era


class EraWalk:
    """The way through the eras that the view shows, line by line as they are drawn.

    *height* tells the pixels of the widget.

    What is walked to is chosen, so that all views show it. Besides that it is remembered here
    that the keyboard is among the eras (a war is an event, too, and may have been chosen in the
    lanes), for as long as nothing else is chosen.
    """

    def __init__(self, navigator: Navigator, height: Callable[[], float]) -> None:
        self._navigator, self._height = navigator, height
        self._engine, self._store = navigator.engine, navigator.store
        self._stop: Stop | None = None
        self._coming: Stop | None = None
        self._day: float | None = None
        self._event: int | None = None

    def lines(self) -> list[list[Stop]]:
        """All eras that are shown, from the uppermost line down."""
        state = self._store.state
        plan = self._engine.heights(state, self._height()).eras
        found: list[list[Stop]] = []
        for group, line in plan.lines if plan else ():
            at = len(found)
            found.append([Stop(group, at, place, era) for place, era in enumerate(line)])
        return found

    def here(self) -> Stop | None:
        """The era on which the keyboard is, None where it is in the lanes."""
        focus, stop = self._store.state.focus, self._stop
        if focus is None or not self._store.state.eras:
            return None
        every = [one for line in self.lines() for one in line]
        if stop is not None and stop.era.focus == focus:
            # Groups may have been put above it meanwhile.
            return next((one for one in every if one.era is stop.era), None)
        if focus.type == "event":
            return None
        return next((one for one in every if one.era.focus == focus), None)

    def focus_changed(self) -> None:
        """Something else was chosen: by the walk itself, or elsewhere, which ends it."""
        self._stop = self._coming

    def choose(self, focus: Focus, name: str) -> None:
        """Choose the era *name* of *focus*, to which a hand pointed."""
        every = [one for line in self.lines() for one in line]
        mine = [one for one in every if (one.era.focus, one.era.name) == (focus, name)]
        if mine:
            self._event = self._navigator.chosen()
            self._day = None
            self._go(mine[0])

    # Steps; each tells whether there was anything to walk to

    def enter(self) -> bool:
        """From the lanes into the lowest line: to what was when the chosen event was."""
        lines = self.lines()
        if not lines:
            return False
        row, scale = self._navigator.chosen(), self._navigator.scale()
        day = (scale.start + scale.end) / 2 if row is None else self._navigator.day_of(row)
        self._event = row
        self._day = min(max(day, scale.start), scale.end)
        self._go(nearest(lines[-1], self._day))
        return True

    def along(self, step: int) -> bool:
        """*step* eras to the right (left where negative) in the same line."""
        here = self.here()
        if here is None:
            return False
        line = self.lines()[here.line]
        self._day = None
        self._go(line[min(max(here.place + step, 0), len(line) - 1)])
        return True

    def to_end(self, last: bool) -> bool:
        """To the first or last era of the line."""
        here = self.here()
        return here is not None and self.along(FARTHEST if last else -FARTHEST)

    def across(self, step: int) -> bool:
        """*step* lines down (up where negative), to what was at the same time.

        From the lowest line down it goes back to the lanes.
        """
        here = self.here()
        if here is None:
            return False
        lines = self.lines()
        to = max(here.line + step, 0)
        if to >= len(lines):
            return self.leave()
        if self._day is None:
            self._day = self._middle(here.era)
        self._go(nearest(lines[to], self._day))
        return True

    def leave(self) -> bool:
        """Back to the event from which the eras were entered, or to the first one in the era.

        Of what is in sight; where nothing of the era is, nothing is chosen.
        """
        here = self.here()
        if here is None:
            return False
        first, last = days_of(here.era, self._engine.period)
        scale = self._navigator.scale()
        row = self._way_back(max(first, scale.start), min(last, scale.end))
        self._stop = None
        self._navigator.choose(row)
        return True

    def _way_back(self, first: float, last: float) -> int | None:
        """Where it was entered, or the first event, if the mark stands from *first* to *last*."""
        navigator, entered = self._navigator, self._event
        seen = entered is not None and entered in navigator.ways.rows()
        if entered is not None and seen and first <= navigator.day_of(entered) < last:
            return entered
        rows, order = navigator.ways.apart(), navigator.ways.order
        at = order.first_from(rows, first)
        return int(rows[at]) if at < order.first_from(rows, last) else None

    def zoom_to(self) -> bool:
        """Show the whole span of the era."""
        here = self.here()
        if here is not None:
            name = translate("Timeline", "Zoom to the era")
            self._navigator.zoom_to_days(*days_of(here.era, self._engine.period), name)
        return here is not None

    def _go(self, stop: Stop) -> None:
        self._coming = stop
        self._navigator.choose_thing(stop.era.focus, days_of(stop.era, self._engine.period))
        self._stop, self._coming = stop, None

    def _middle(self, era: Era) -> float:
        """The middle of as much of *era* as is in sight."""
        first, last = days_of(era, self._engine.period)
        scale = self._navigator.scale()
        return (max(first, scale.start) + min(last, scale.end)) / 2

    def day_here(self) -> float | None:
        """The middle of what is in sight of the era on which the keyboard is; None: nothing is."""
        here, scale = self.here(), self._navigator.scale()
        if here is None:
            return None
        first, last = days_of(here.era, self._engine.period)
        return self._middle(here.era) if first < scale.end and last > scale.start else None

    def words(self) -> str:
        """The era on which the keyboard is in plain sentences, as a screen reader says it."""
        here = self.here()
        if here is None:
            return ""
        eras = here.group.eras
        text = translate("Timeline", "{era}, {dates}. {group}, {place} of {count}").format(
            era=here.era.name,
            dates=here.era.dates,
            group=here.group.title,
            place=eras.index(here.era) + 1,
            count=len(eras),
        )
        if here.era.contested:
            text += ". " + translate("Timeline", "The documents disagree.")
        return text


def days_of(era: Era, period: Span) -> tuple[float, float]:
    """The first day on which *era* may have been, and the day after the last one.

    Where nobody tells since when or until when, what is sure, or what the file covers, stands
    for it.
    """
    first, begun, ended, last = (float(day) for day in era.bounds)
    if last >= NO_END:
        last = ended if first < ended - YEAR and ended < NO_END else max(period.end, begun + YEAR)
    if first <= NO_START:
        first = begun if NO_START < begun < last - YEAR else min(period.start, last - YEAR)
    return first, last + 1


def nearest(line: list[Stop], day: float) -> Stop:
    """Of the eras of a line what was on *day*, else what was nearest to it."""

    def away(stop: Stop) -> tuple[float, int]:
        first, _, _, last = stop.era.bounds
        return max(first - day, day - last - 1, 0.0), -stop.place

    return min(line, key=away)
