"""What the timeline says about the thing under the pointer."""

from calendar import monthrange
from datetime import date
from html import escape
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from azkz_desktop.dates.words import day_in_words, in_words
from azkz_desktop.timeline.bands import without_number
from azkz_desktop.timeline.extents import bounds_of
from azkz_desktop.timeline.hits import Hit
from azkz_desktop.timeline.marks import BandMark, Density, LaneMark, Marks, MomentMark
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, TimelineSource
from azkz_desktop.translation import translate

if TYPE_CHECKING:
    from azkz_desktop.timeline.asked import AskedMark
    from azkz_desktop.timeline.eras import EraMark

LAST = date.max.toordinal() - 1


def tooltip(
    found: Hit, source: TimelineSource, marks: Marks, scale: Scale, x: float, document: str = ""
) -> str:
    """The words as simple HTML; empty where there is nothing to say.

    In the lane of a *document* what that says comes before what others do.
    """
    if found.what in ("event", "badge", "away") and found.row is not None:
        event = _event(source, found.row, _held(marks, found.row), found.claims, document)
        # Where bars cover all of a density, it is told of with each.
        dense = [] if found.lane is None else [_density(marks, found.lane, scale, x)]
        return "<hr>".join([event, *dense])
    if found.what == "density" and found.lane is not None:
        return _density(marks, found.lane, scale, x)
    if found.what == "moment" and marks.moment:
        band = [_band(marks.bands[found.band or 0], found, scale, x)] if found.bars else []
        return "<hr>".join([_moment(marks, marks.moment), *band])
    if found.what == "lane-name" and found.lane is not None:
        return _lane(marks.lanes[found.lane])
    if found.what == "era" and found.era:
        return _era(found.era)
    if found.what in ("era-name", "era-more"):
        return f"<b>{escape(found.words)}</b>"
    if found.band is not None:
        return _band(marks.bands[found.band], found, scale, x)
    return _elsewhere(found, marks, x)


def _elsewhere(found: Hit, marks: Marks, x: float) -> str:
    """What the axis says, and the words about more inside."""
    if found.what == "axis" and marks.asked and marks.asked.contains(x):
        return escape(asked_words(marks.asked))
    return _way_on() if found.what == "more-inside" else ""


def asked_words(asked: "AskedMark") -> str:
    """Which period the filter asks for, and how to see just that."""
    text = translate("Timeline", "The filter asks for %s. Press 0 to see just that.")
    return text % asked.words


def _way_on() -> str:
    return escape(translate("Timeline", "Click to go on to these, the nearest one first."))


def _moment(marks: Marks, moment: MomentMark) -> str:
    """The day, and the eras in which it lies."""
    text = translate("Timeline", "The map shows %s. Drag to another day.")
    eras = [] if moment.away else _eras_at(marks, moment.x)
    return "<br>".join(map(escape, [text % moment.text, *eras]))


def _band(band: BandMark, found: Hit, scale: Scale, x: float) -> str:
    """The claims behind the numbers there, or that there is none; at the name, the whole of it."""
    if found.what == "band-name":
        hint = translate("Timeline", "Click to choose the figures under the lanes.")
        return f"<b>{escape(band.name)}</b><br>{escape(band.note)}<br>{escape(hint)}"
    if not found.bars:
        return "<br>".join(map(escape, [band.name, *_no_figure(band, scale, x)]))
    blocks = []
    for head, *rest in dict.fromkeys(told for bar in found.bars for told in bar.told()):
        blocks.append(
            "<br>".join(
                [f"<b>{escape(head)}</b>" if rest else f"<i>{escape(head)}</i>", *map(escape, rest)]
            )
        )
    return escape(band.name) + "<hr>" + "<hr>".join(blocks)


def _no_figure(band: BandMark, scale: Scale, x: float) -> list[str]:
    """For which part of the year there is no number: the rest of it may have one, out of sight."""
    if not band.values:
        return []  # the line of figures without room
    days = without_number(band.values, min(max(scale.day_in(x), 1), LAST))
    if days is None:
        return []
    text = translate("Timeline", "The documents give no figure for %s.")
    return [text % in_words(_part_of_year(*days))]


def _part_of_year(first: int, last: int) -> str:
    """The days *first* to *last* of one year as a date: the year, months or days of it."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    letters = 10
    if begin.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        letters = 4 if (begin.month, end.month) == (1, 12) else 7
    ends = dict.fromkeys((begin.isoformat()[:letters], end.isoformat()[:letters]))
    return "/".join(ends)


def _eras_at(marks: Marks, x: float) -> list[str]:
    """Which eras the documents tell of at a pixel, a line for each group."""
    lines = []
    for row in marks.eras:
        names = [_name_at(mark, x) for mark in row.marks if mark.soft0 <= x <= mark.soft1]
        if names:
            lines.append(f"{row.title}: {', '.join(names)}")
    return lines


def _name_at(era: "EraMark", x: float) -> str:
    if era.top0 <= x <= era.foot1:
        return era.name
    return translate("Timeline", "perhaps %s") % era.name


def _era(era: "EraMark") -> str:
    """Its name and dates, what each document says of it, and what a click does."""
    name, dates, *told = era.words.splitlines()
    lines = [f"<b>{escape(name)}</b>", escape(dates)]
    if era.contested:
        lines.append(escape(translate("Timeline", "The documents disagree.")))
    return "<br>".join([*lines, *map(escape, told)])


def _held(marks: Marks, row: int) -> int:
    return marks.inside.get(row, 0) if marks.inside else 0


def inside_in_words(held: int) -> str:
    """How many events are inside another."""
    return translate("Timeline", "%n inside", held)


def spoken(source: TimelineSource, row: int, held: int = 0) -> str:
    """An event, which holds so many others, in one plain sentence, as a screen reader says it."""
    rows = np.array([row], np.int32)
    words = [f"{source.titles(rows)[0]}, {source.date_words(rows)[0]}"]
    if source.columns.contested[row]:
        words.append(translate("Timeline", "The documents disagree."))
    if held:
        words.append(inside_in_words(held))
    *before, last = words
    return ". ".join([*(word.removesuffix(".") for word in before), last])


def _event(
    source: TimelineSource,
    row: int,
    held: int = 0,
    pointed: tuple[ClaimDate, ...] = (),
    document: str = "",
) -> str:
    """Its title and date, what the documents disagree about, and each one's date, if about that.

    First the *pointed* dates of others, then what the *document* says in whose lane that is.
    """
    rows = np.array([row], np.int32)
    lines = [f"<b>{escape(source.titles(rows)[0])}</b>"]
    told = source.contested_dates(rows)[0] if source.columns.contested[row] else ()
    told = tuple(dict.fromkeys(told))
    own = tuple(one for one in told if one.source_key == document and one not in pointed)
    lines += [f"<b>{escape(_claim(source, claim))}</b>" for claim in pointed or own]
    lines += [escape(_claim(source, claim)) for claim in own if pointed]
    lines.append(escape(_preferred(source, row, document, told)))
    if held:
        hint = translate("Timeline", "click the number to open or close")
        lines.append(escape(f"{inside_in_words(held)}: {hint}"))
    if source.columns.contested[row]:
        disagree = translate("Timeline", "The documents disagree.")
        lines.append(escape(" ".join([disagree, *source.disputes(rows)[0]])))
        said = {*pointed, *own}
        lines += [escape(_claim(source, claim)) for claim in told if claim not in said]
    return "<br>".join(lines)


def _preferred(source: TimelineSource, row: int, document: str, told: tuple[ClaimDate, ...]) -> str:
    """The preferred date of an event; said to be that where its mark stands at another one."""
    words = source.date_words(np.array([row], np.int32))[0]
    own = [one[:4] for one in told if one.source_key == document]
    if not own or bounds_of(source.columns, row) in own:
        return words
    return translate("Timeline", "Preferred: %s") % words


def _claim(source: TimelineSource, claim: ClaimDate) -> str:
    """Who says so, and the date in words as it is told."""
    name = source.names("source").get(claim.source_key, claim.source_key)
    return f"{name}: {in_words(claim.edtf)}"


def _lane(lane: LaneMark) -> str:
    hint = translate("Timeline", "Click to fold or unfold, drag to move, right-click for more.")
    return f"<b>{escape(lane.title)}</b><br>{escape(lane.note)}<br>{escape(hint)}"


def _density(marks: Marks, lane: int, scale: Scale, x: float) -> str:
    density = next(density for density in marks.densities if density.lane == lane)
    first, last = _days_of_column(density, scale, x)
    begun, running = (0, 0)
    if density.index is not None:
        begun, running = density.index.begun_in(first, last), density.index.count(first, last)
    counts = (
        translate("Timeline", "%n begin here", begun),
        translate("Timeline", "%n run here", running),
    )
    days = dict.fromkeys((_words(first), _words(last)))
    return escape(" – ".join(days)) + "<br>" + escape(", ".join(counts))


def _days_of_column(density: Density, scale: Scale, x: float) -> tuple[int, int]:
    """The days that begin in the column of a pixel, as its bar counts them.

    Where none does, for a day is wider, the one that it lies in.
    """
    at = int(min(max(x - density.rect.x, 0), len(density.begun) - 1))
    left, right = (scale.day(density.rect.x + pixel) for pixel in (at, at + 1))
    first, last = ceil(left), ceil(right) - 1
    return (first, last) if first <= last else (last, last)


def _words(day: float) -> str:
    return day_in_words(int(min(max(day, 1), date.max.toordinal())))
