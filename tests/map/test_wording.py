"""What is told of what lies under the pointer."""

import numpy as np

from azkz_desktop.map.changes import changes
from azkz_desktop.map.hit import Hit
from azkz_desktop.map.marks import Bubble, Ref
from azkz_desktop.map.things import Things
from azkz_desktop.map.wording import MOST, Wording, as_html
from azkz_desktop.view.library import Library
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


# In the language of the map


def test_a_heading_is_the_name_on_the_map_with_the_english_one(library: Library) -> None:
    wording = Wording(Things(library, lambda xy: np.ones(len(xy), dtype=bool)))

    def heading(ref: Ref, **view: str) -> str:
        return wording.lines(Hit(refs=(ref,)), ViewState(**view))[0]  # type: ignore[arg-type]

    assert heading(Ref("place", "baku")) == "Baku"
    assert heading(Ref("place", "baku"), language="az") == "Bakı (Baku)"
    assert heading(Ref("place", "astana"), moment="1995-06-01") == "Akmola (Astana)"
    assert heading(Ref("actor", "kazakhstan"), language="kk") == "Қазақстан (Kazakhstan)"
    line = Ref("boundary", "line-azerbaijan-kazakhstan")
    assert heading(line) == "Azerbaijan–Kazakhstan"
    assert heading(line, language="az") == "Azərbaycan–Qazaxıstan (Azerbaijan–Kazakhstan)"
    assert heading(Ref("area", "caspian-sea"), language="ru") == "Каспийское море (Caspian Sea)"


def test_bubbles_and_ways_are_named_as_on_the_map(library: Library) -> None:
    wording = Wording(Things(library, lambda xy: np.ones(len(xy), dtype=bool)))
    bubble = Bubble(0, 0, 9, (0, 1), ((0, 2),), ("baku", "aktau"))
    assert wording.lines(Hit(rows=(0, 1), bubble=bubble), ViewState(language="az"))[0] == (
        "Bakı (Baku), Aktau"
    )
    arc = Hit(rows=(0, 1), refs=(Ref("visits", "astana>baku"),))
    early = ViewState(language="az", moment="2021-01-01")
    assert wording.lines(arc, early)[0].startswith("Nur-Sultan (Astana) → Bakı (Baku): ")


def test_what_changed_is_named_as_on_the_map(library: Library) -> None:
    things = Things(library, lambda xy: np.ones(len(xy), dtype=bool))
    state = ViewState(moment="1997-01-01", compare="2008-01-01", layers=("lines",), language="tr")
    names = {one.name for one in changes(things, state)}
    assert "Azerbaycan–Kazakistan (Azerbaijan–Kazakhstan)" in names
