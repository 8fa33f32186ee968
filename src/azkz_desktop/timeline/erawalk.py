"""From one era to the next by key: through a group, from group to group, back to the lanes.

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
"""More eras than any group has."""


class Stop(NamedTuple):
    """An era on the way: which group's it is, and its place in that one.

    `row` is the number of the group, from the top; `drawn`: it has room there now.
    """

    group: EraGroup
    row: int
    place: int
    era: Era
    drawn: bool = True


class EraWalk:
    """The way through the groups of eras that the view shows, each in order of time.

    Those that have no room are among them: what is walked to gets it.

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

    def groups(self) -> list[list[Stop]]:
        """All eras of the groups that are shown, from the uppermost group down."""
        plan = self._engine.heights(self._store.state, self._height()).eras
        found: list[list[Stop]] = []
        for row, (group, lines) in enumerate(plan.groups if plan else ()):
            drawn = {id(era) for line in lines for era in line}
            found.append(
                [Stop(group, row, at, era, id(era) in drawn) for at, era in enumerate(group.eras)]
            )
        return found

    def _every(self) -> list[Stop]:
        return [one for group in self.groups() for one in group]

    def here(self) -> Stop | None:
        """The era on which the keyboard is, None where it is in the lanes."""
        focus, stop = self._store.state.focus, self._stop
        if focus is None or not self._store.state.eras:
            return None
        every = self._every()
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
        every = self._every()
        mine = [one for one in every if (one.era.focus, one.era.name) == (focus, name)]
        if mine:
            self._event = self._navigator.chosen()
            self._day = None
            self._go(mine[0])

    def choose_without_room(self, group: str) -> None:
        """Choose of *group* the next era that has no room, and so gives it room."""
        left = [one for one in self._every() if one.group.id == group and not one.drawn]
        here = self.here()
        after = here.place if here and here.group.id == group else -1
        if left:
            self._event, self._day = self._navigator.chosen(), None
            self._go(next((one for one in left if one.place > after), left[0]))

    # Steps; each tells whether there was anything to walk to

    def enter(self) -> bool:
        """From the lanes into the lowest group: to what was when the chosen event was."""
        groups = self.groups()
        if not groups:
            return False
        row, scale = self._navigator.chosen(), self._navigator.scale()
        day = (scale.start + scale.end) / 2 if row is None else self._navigator.day_of(row)
        self._event = row
        self._day = min(max(day, scale.start), scale.end)
        self._go(nearest(groups[-1], self._day))
        return True

    def along(self, step: int) -> bool:
        """*step* eras on (back where negative) in the same group."""
        here = self.here()
        if here is None:
            return False
        group = self.groups()[here.row]
        self._day = None
        self._go(group[min(max(here.place + step, 0), len(group) - 1)])
        return True

    def to_end(self, last: bool) -> bool:
        """To the first or last era of the group."""
        here = self.here()
        return here is not None and self.along(FARTHEST if last else -FARTHEST)

    def across(self, step: int) -> bool:
        """*step* groups down (up where negative), to what was at the same time.

        From the lowest group down it goes back to the lanes.
        """
        here = self.here()
        if here is None:
            return False
        groups = self.groups()
        to = max(here.row + step, 0)
        if to >= len(groups):
            return self.leave()
        if self._day is None:
            self._day = self._middle(here.era)
        self._go(nearest(groups[to], self._day))
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


def nearest(group: list[Stop], day: float) -> Stop:
    """Of the eras of a group what was on *day*, else what was nearest to it.

    Of several that were the one that is drawn already, and that began last.
    """

    def away(stop: Stop) -> tuple[float, bool, int]:
        first, _, _, last = stop.era.bounds
        return max(first - day, day - last - 1, 0.0), not stop.drawn, -stop.place

    return min(group, key=away)
