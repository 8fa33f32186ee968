"""What is written on a snapshot's page of eras and figures."""

from azkz_desktop.export.pagewords import page_of
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import ViewState


def test_figures_under_the_lanes_are_named_whole(library: Library) -> None:
    notes = page_of(library, ViewState(), "timeline").notes
    assert "Under the lanes: Trade turnover of Azerbaijan and Kazakhstan." in notes
    assert not any("Under the lanes" in note for note in page_of(library, ViewState(), "map").notes)
    bare = page_of(library, ViewState(bands=("no-such-series",)), "view").notes
    assert not any("Under the lanes" in note for note in bare)


def test_eras_are_explained_where_there_are_some(library: Library) -> None:
    plain = page_of(library, ViewState(), "timeline").notes
    told = page_of(library, ViewState(eras=("conflicts",)), "timeline").notes
    assert not any("eras" in note for note in plain)
    assert any("slanting" in note for note in told)


def test_lanes_by_document_are_explained(library: Library) -> None:
    plain, told = (
        page_of(library, ViewState(lanes=lanes), "timeline").notes for lanes in ("kind", "source")
    )
    assert set(plain) < set(told)
    (note,) = set(told) - set(plain)
    assert "in a document's lane stands at the date that this one gives" in note
    assert note not in page_of(library, ViewState(lanes="source"), "map").notes


def test_sources_are_of_all_that_is_drawn(library: Library) -> None:
    nothing = Filter(text="no event is called so")
    bare = page_of(library, ViewState(filter=nothing, bands=()), "timeline").sources[0]
    assert "Akiner" not in bare
    eras = ViewState(filter=nothing, bands=(), eras=("bodies", "no-such-group"))
    assert "Akiner 2012" in page_of(library, eras, "timeline").sources[0]
    bands = ViewState(filter=nothing, bands=("coastline-length-kazakhstan",))
    told = page_of(library, bands, "timeline").sources[0]
    assert "Akiner 2012" in told
    assert "Hamzaoğlu 2021" in told
    assert "Akiner" not in page_of(library, bands, "map").sources[0]


def test_the_base_map_is_named_where_a_map_is_drawn(library: Library) -> None:
    for what in ("map", "view"):
        told = page_of(library, ViewState(), what).sources[0]
        assert "Natural Earth" in told
        assert "GeoNames" in told
    told = page_of(library, ViewState(), "timeline").sources[0]
    assert "Huseynov 2017" in told
    assert "Natural Earth" not in told


def test_a_division_is_said_to_be_an_illustration_with_its_areas(library: Library) -> None:
    plain = page_of(library, ViewState(), "map").notes
    told = page_of(library, ViewState(scenario="median"), "map").notes
    assert len(told) == len(plain) + 1
    assert "no state's claim and no boundary" in told[-1]
    assert "Kazakhstan about 31 %, 117,000 km²" in told[-1]
    assert page_of(library, ViewState(scenario="median"), "view").notes[-1] == told[-1]
    assert told[-1] not in page_of(library, ViewState(scenario="median"), "timeline").notes


def test_stances_carry_their_documents(library: Library) -> None:
    shown = ViewState(scope="positions", moment="2008-11-03")
    told = page_of(library, shown, "map").notes[-1]
    assert "Iran: no less than 20 % (2008; Hamzaoğlu 2021)" in told
    silent = ViewState(scope="positions", moment="1980-01-01")
    assert page_of(library, silent, "map").notes[-1].count("not told by these documents") == 5
