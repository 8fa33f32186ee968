"""What is said where nothing is shown: why, and on a screen what to do about it. No Qt."""

from azkz_desktop.query.filter import Filter
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.timeline.wording import Measure, wrapped
from azkz_desktop.translation import translate
from azkz_desktop.view.words import chips, plain_names

MOST_LINES = 4


def why_nothing(
    source: TimelineSource, wanted: Filter, selected: int, lanes: int, *, interactive: bool
) -> str:
    """Why nothing is shown of what passes the filter *wanted*, and, if *interactive*, a way out.

    *selected* events pass it, *lanes* are not hidden.
    """
    if not len(source.columns):
        return translate("Timeline", "There is no event in this file.")
    if not selected:
        words = _filtered_out(source, wanted)
        way = translate("Timeline", "Press Ctrl+Backspace to clear it.")
    elif not lanes:
        words = translate("Timeline", "All lanes are hidden.")
        way = translate("Timeline", "Press Ctrl+Shift+A to show them again, or right-click.")
    elif wanted.is_empty:
        words = translate("Timeline", "No event in sight.")
        way = translate("Timeline", "Press 0 for the whole period.")
    else:
        words = translate("Timeline", "No event in sight.")
        way = translate("Timeline", "Press 9 for the selected events, 0 for the whole period.")
    return f"{words} {way}" if interactive else words


def _filtered_out(source: TimelineSource, wanted: Filter) -> str:
    """That the filter leaves nothing; what it asks, where that is one thing."""

    def name_of(facet: str, choice: str) -> str:
        known = {} if facet in ("kind", "theme") else source.names(facet)
        return known.get(choice) or plain_names(facet, choice)

    parts = chips(wanted, name_of)
    if len(parts) == 1:
        return translate("Timeline", "No event passes the filter: %s.") % parts[0].text
    if parts:
        return translate("Timeline", "No event passes all parts of the filter.")
    return translate("Timeline", "No event passes the filter.")


def in_lines(words: str, width: float, measure: Measure) -> str:
    """*words* of the role "lane", with a break where *width* pixels are full."""
    return "\n".join(wrapped(words, "lane", width, MOST_LINES, measure))
