"""Dates as people type them: EDTF level 0 without intervals (2005, 2005-05, 2005-05-24)."""

import re

from azkz_desktop.dates.days import EdtfError, first_and_last
from azkz_desktop.translation import translate

_TYPED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def day_range(text: str) -> tuple[int, int]:
    """The first and last day (ordinals) of what a person typed.

    Raises EdtfError with a sentence that can be shown where it is no date.
    """
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        message = translate("Dates", "“%s” is no date: write 2005, 2005-05 or 2005-05-24.")
        raise EdtfError(message % text)
    year, month, day = (int(part) if part else None for part in match.groups())
    return first_and_last(text, year or 0, month, day)
