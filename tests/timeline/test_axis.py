from datetime import date

from azkz_desktop.timeline.axis import axis_ticks
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.view.state import Span


def test_a_year_that_begins_is_never_covered_by_the_one_before() -> None:
    """From December 2003 on, the axis says 2004 where it begins, not only 2003 at its edge."""
    start = date(2003, 12, 5).toordinal()
    scale = Scale.of(Span(start, start + 1830), 1270.0, 160.0)
    texts = {mark.text: mark for mark in axis_ticks(scale, lambda text, _role: 6.0 * len(text))}
    assert "2004" in texts
    assert "2003" not in texts
    assert {"2005", "2006", "2007", "2008"} <= set(texts)
