"""The whole period: of all events of a file, and as a filter asks for it."""

from datetime import date

import numpy as np

from azkz_desktop.dataset.columns import NO_END, NO_START, EventColumns
from azkz_desktop.dates.days import EdtfError
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.state import Span

FALLBACK = Span(date(1991, 1, 1).toordinal(), date(2024, 1, 1).toordinal())
"""What is in sight where no event has a date."""


def period_of(columns: EventColumns) -> Span:
    """From the first to the last day that any event of the file names."""
    days = [
        bound[(bound > NO_START) & (bound < NO_END)]
        for bound in (columns.start_earliest, columns.end_latest)
    ]
    known = np.concatenate((days[0], days[1]))
    if not len(known):
        return FALLBACK
    return Span(float(known.min()), float(known.max()) + 1)


def filter_period(wanted: Filter, data: Span) -> Span:
    """The period that the filter asks for; where it leaves a side open, that of the data."""
    try:
        start = day_range(wanted.start)[0] if wanted.start else data.start
        end = day_range(wanted.end)[1] + 1 if wanted.end else data.end
    except EdtfError:
        return data
    return Span(start, end) if end > start else data
