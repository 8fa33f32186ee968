"""Events as a TimelineJS document (its JSON form), for lessons and articles. No Qt."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Event
from azkz_desktop.dates.words import in_words
from azkz_desktop.export.data import to_json
from azkz_desktop.translation import translate
from azkz_desktop.view.library import source_name
from azkz_desktop.view.vocabulary import kind_word

Slide = dict[str, Any]
Parts = dict[str, int]
"""Year, then month and day where they are known."""


def as_timelinejs(dataset: Dataset, events: Iterable[Event], title: str = "") -> str:
    """Slides in the order of *events*; one without any date at all cannot be one."""
    slides = [slide for event in events if (slide := _slide(dataset, event)) is not None]
    document: Slide = {"events": slides, "scale": "human"}
    if title:
        document["title"] = {"text": {"headline": escape(title)}}
    return to_json(document)


def _slide(dataset: Dataset, event: Event) -> Slide | None:
    start = parts_of(event.start_earliest, event.start_latest)
    end = parts_of(event.end_earliest, event.end_latest)
    if start is None and end is None:
        return None
    slide: Slide = {
        "unique_id": event.id,
        "start_date": start or end,
        "display_date": in_words(event.edtf),
        "text": {"headline": escape(event.title), "text": _text(dataset, event)},
        "group": kind_word(event.kind),
        "autolink": False,
    }
    if _is_after(end, start):
        slide["end_date"] = end
    return slide


def parts_of(first: int | None, last: int | None) -> Parts | None:
    """The year, month and day in which *first* and *last* agree, as far as they do.

    Where one of them is open it is the year of the other, None where both are.
    """
    if first is None or last is None:
        known = first if last is None else last
        return None if known is None else {"year": date.fromordinal(known).year}
    low, high = date.fromordinal(first), date.fromordinal(last)
    parts = {"year": low.year}
    if (low.year, low.month) == (high.year, high.month):
        parts["month"] = low.month
        if low.day == high.day:
            parts["day"] = low.day
    return parts


def _is_after(end: Parts | None, start: Parts | None) -> bool:
    """Whether *end* is another date than *start* and none before it (an open start's stand-in)."""
    return end is not None and start is not None and list(end.values()) > list(start.values())


def _text(dataset: Dataset, event: Event) -> str:
    """The summary, and below it which documents tell of it."""
    known = dataset.sources()
    told = "; ".join(source_name(known[key]) for key in event.source_keys)
    by = translate("Export", "Told by %s.") % escape(told)
    return f"<p>{escape(event.summary)}</p><p>{by}</p>"
