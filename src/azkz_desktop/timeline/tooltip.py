"""What the timeline says about the thing under the pointer."""

from datetime import date
from html import escape

import numpy as np

from azkz_desktop.dates.words import day_in_words
from azkz_desktop.timeline.hits import Hit
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.translation import translate


def tooltip(found: Hit, source: TimelineSource, marks: Marks, scale: Scale, x: float) -> str:
    """The words as simple HTML; empty where there is nothing to say."""
    if found.what == "event" and found.row is not None:
        return _event(source, found.row)
    if found.what == "density" and found.lane is not None:
        return _density(marks, found.lane, scale, x)
    if found.what == "moment" and marks.moment:
        text = translate("Timeline", "The map shows %s. Drag to another day.")
        return escape(text % marks.moment.text)
    if found.what == "band":
        return "<br>".join(escape(line) for line in found.words.splitlines())
    return ""


def _event(source: TimelineSource, row: int) -> str:
    rows = np.array([row], np.int32)
    lines = [f"<b>{escape(source.titles(rows)[0])}</b>", escape(source.date_words(rows)[0])]
    if source.columns.contested[row]:
        lines.append(escape(translate("Timeline", "The documents disagree.")))
    return "<br>".join(lines)


def _density(marks: Marks, lane: int, scale: Scale, x: float) -> str:
    density = next(density for density in marks.densities if density.lane == lane)
    at = int(min(max(x - density.rect.x, 0), len(density.begun) - 1))
    first, last = (_words(scale.day(density.rect.x + pixel)) for pixel in (at, at + 1))
    counts = (
        translate("Timeline", "%n begin here", int(density.begun[at])),
        translate("Timeline", "%n run here", int(density.running[at])),
    )
    return escape(f"{first} – {last}") + "<br>" + escape(", ".join(counts))


def _words(day: float) -> str:
    return day_in_words(int(min(max(day, 1), date.max.toordinal())))
