"""An event and its parts: who belongs together, and the lines between their marks."""

from dataclasses import replace

import numpy as np
import pytest

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.kinship import Family, Kinship, links, rings
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.marks import Flags
from azkz_desktop.timeline.source import Rows
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import columns_of, everything, instant
from tests.timeline.test_disputes import spots
from tests.timeline.test_layout import FIRST, layout_of


def visit_with_two_documents() -> EventColumns:
    """Row 1 is a visit, rows 2 and 3 the agreements signed there."""
    columns = columns_of([instant(FIRST + day) for day in range(4)], kinds=[0, 0, 3, 3])
    return replace(columns, parent=np.array([-1, -1, 1, 1], np.int32))


def test_parent_and_child_have_the_same_family_and_others_have_none() -> None:
    kinship = Kinship(visit_with_two_documents())
    family = Family(1, frozenset({2, 3}))
    assert kinship.of(1) == family
    assert kinship.of(3) == family
    assert kinship.of(0) is None
    assert kinship.of(None) is None


def test_links_run_from_the_parent_to_each_part_in_sight() -> None:
    shown = replace(spots([0, 2, 1]), x=np.array([10.0, 20.0, 30.0]), y=np.array([5.0, 40.0, 8.0]))
    (link,) = links(shown, Family(1, frozenset({2, 3})))
    assert (link.x0, link.y0, link.x1, link.y1) == (30.0, 8.0, 20.0, 40.0)
    assert links(spots([2, 3]), Family(1, frozenset({2, 3}))) == ()
    assert links(shown, None) == ()


def test_the_chosen_ring_lies_above_those_of_its_kin() -> None:
    found = rings(spots([1, 2, 3, 0]), 1, np.array([0], np.int32), Family(1, frozenset({2, 3})))
    assert [(ring.row, ring.role) for ring in found] == [
        (2, "kin"),
        (3, "kin"),
        (1, "chosen"),
        (0, "pointed"),
    ]


def test_a_chosen_visit_shows_what_was_signed_there() -> None:
    columns = visit_with_two_documents()
    view = ViewState(span=Span(FIRST - 5, FIRST + 9), focus=Focus("event", "event-1"))
    marks = layout_of(columns).marks(view, everything(columns), Canvas(600, 200))
    assert len(marks.links) == 2
    assert {ring.row for ring in marks.rings if ring.role == "kin"} == {2, 3}
    assert marks.legend == ""


def test_what_is_pointed_at_becomes_an_array_once(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = visit_with_two_documents()
    engine, pointed = layout_of(columns), (0, 3)
    view, asked, is_in = ViewState(span=Span(FIRST - 5, FIRST + 9)), [], np.isin

    def noted(rows: Rows, of: Rows) -> Flags:
        asked.append(of)
        return is_in(rows, of)

    monkeypatch.setattr(np, "isin", noted)
    for _ in range(2):
        canvas = Canvas(600, 200, pointed)
        marks = engine.marks(view, everything(columns), canvas)
        assert {ring.row for ring in marks.rings} == set(pointed)
    assert asked[0].dtype == np.int32
    assert asked[0] is asked[1]
    marks = engine.marks(view, everything(columns), Canvas(600, 200, (1,)))
    assert {ring.row for ring in marks.rings} == {1}
