"""What is told of what lies under the pointer."""

import numpy as np

from azkz_desktop.map.hit import Hit
from azkz_desktop.map.marks import Bubble, Ref
from azkz_desktop.map.things import Things
from azkz_desktop.map.wording import MOST, Wording, as_html
from azkz_desktop.view.state import ViewState
from tests.map.made import MadeSource

WORDING = Wording(Things(MadeSource(), lambda xy: np.ones(len(xy), dtype=bool)))


def told(ref: Ref, moment: str) -> list[str]:
    return WORDING.lines(Hit(refs=(ref,)), ViewState(moment=moment))


def test_a_route_tells_its_status_date_and_documents() -> None:
    assert told(Ref("route", "west"), "2010-01-01") == [
        "west line",
        "in operation: May 2006 (Akiner 2012, Hamzaoglu 2021)",
    ]


def test_what_may_have_begun_later_says_so() -> None:
    lines = told(Ref("route", "train"), "1995-01-01")
    assert lines[-1] == "since when is not told; it may have begun later"
    assert len(told(Ref("route", "train"), "2015-01-01")) == 2


def test_silence_is_not_told_as_no() -> None:
    lines = told(Ref("route", "west"), "1990-01-01")
    assert lines[1] == "not told by these documents at this moment"


def test_an_area_tells_each_track() -> None:
    lines = told(Ref("area", "district"), "2000-01-01")
    assert lines[0] == "Agdam"
    assert any(line.startswith("under Armenian control") for line in lines)
    assert any(line.startswith("recognised as Azerbaijan's") for line in lines)


def test_a_line_tells_its_states_scope_and_year() -> None:
    lines = told(Ref("boundary", "line-a"), "2010-01-01")
    assert lines[:2] == ["Kazakhstan–Russia", "seabed, 1998"]
    assert lines[2].startswith("agreed: July 1998")


def test_the_junction_tells_its_distances() -> None:
    lines = told(Ref("junction", "2003"), "2010-01-01")
    assert "42°33.6′ N 49°53.3′ E" in lines[0]
    assert "Russia 134, Kazakhstan 131, Azerbaijan 132" in lines[1]


def test_events_are_named_and_the_rest_counted() -> None:
    rows = tuple(range(7)) * 2
    bubble = Bubble(0, 0, 9, rows, ((0, 14),), ("baku", "aktau"))
    lines = WORDING.lines(Hit(rows=rows, bubble=bubble), ViewState())
    assert lines[0] == "Baku, Aktau"
    assert lines[1] == "Title of contract — 1994-09-20"
    assert len(lines) == MOST + 2
    assert lines[-1] == "and 7 more"


def test_a_place_and_nothing() -> None:
    assert told(Ref("place", "aktau"), "2010-01-01") == ["Aktau"]
    assert told(Ref("actor", "who"), "2010-01-01") == []
    assert as_html([]) == ""


def test_a_state_on_the_sea_tells_its_stance() -> None:
    silent = "not told by these documents at this moment"
    assert told(Ref("actor", "iran"), "2010-01-01") == ["Iran", silent]


def test_a_line_tells_only_of_the_scope_that_is_shown() -> None:
    found = Hit(refs=(Ref("boundary", "line-a"),))
    wording = Wording(Things(MadeSource(), lambda xy: np.zeros(len(xy), bool)))
    said = {
        scope: " ".join(wording.lines(found, ViewState(moment="2010-01-01", scope=scope)))
        for scope in ("seabed", "surface")
    }
    assert "agreed" in said["seabed"]
    assert "agreed" not in said["surface"].replace("no agreement", "")


def test_html_is_safe() -> None:
    assert as_html(["A & B <i>", "next"]) == "<b>A &amp; B &lt;i></b><br>next"
