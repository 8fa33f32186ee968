"""The dataset as panels, map and export read it, held against the public views."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from azkz_desktop.dataset.columns import NO_END, NO_START, EventColumns
from azkz_desktop.dataset.fold import fold, sound_key
from azkz_desktop.dataset.read import Dataset, TextHit
from azkz_desktop.dataset.records import Claim
from azkz_desktop.dates.days import iso, ordinal


@pytest.fixture
def small(small_db: Path) -> Iterator[Dataset]:
    with Dataset(small_db) as dataset:
        yield dataset


@pytest.fixture
def bundled(bundled_db: Path) -> Iterator[Dataset]:
    with Dataset(bundled_db) as dataset:
        yield dataset


def view(dataset: Dataset, query: str) -> list[sqlite3.Row]:
    with closing(sqlite3.connect(f"file:{dataset.path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(query).fetchall()


def test_columns_say_what_the_view_says(bundled: Dataset) -> None:
    columns = bundled.columns()
    rows = view(bundled, "SELECT * FROM events")
    assert len(columns) == len(rows) > 100
    assert bundled.ids(range(len(rows))) == [row["event_id"] for row in rows]
    for name, none in (
        ("start_earliest", NO_START),
        ("start_latest", NO_START),
        ("end_earliest", NO_END),
        ("end_latest", NO_END),
    ):
        days = getattr(columns, name)
        assert days.dtype == np.int32
        assert days.tolist() == [none if row[name] is None else ordinal(row[name]) for row in rows]
    assert [columns.kinds[code] for code in columns.kind] == [row["kind"] for row in rows]
    assert [columns.precisions[code] for code in columns.precision] == [
        row["precision"] for row in rows
    ]
    assert columns.contested.tolist() == [bool(row["contested"]) for row in rows]
    assert columns.contested.any()
    ids = bundled.ids(range(len(rows)))
    assert [None if row < 0 else ids[row] for row in columns.parent] == [
        row["parent_id"] for row in rows
    ]


def test_facets_say_what_the_lists_say(bundled: Dataset) -> None:
    columns = bundled.columns()
    rows = view(bundled, "SELECT * FROM events")
    lists = {"actor": "actors", "theme": "themes", "place": "places", "source": "source_keys"}
    for facet, column in lists.items():
        found: list[list[str]] = [[] for _ in rows]
        member = columns.facets[facet]
        assert (np.diff(member.event) >= 0).all()
        for event, code in zip(member.event.tolist(), member.code.tolist(), strict=True):
            found[event].append(member.ids[code])
        assert found == [json.loads(row[column]) for row in rows]
    kinds = columns.facets["kind"]
    assert [kinds.ids[code] for code in kinds.code] == [row["kind"] for row in rows]


def test_weights_are_all_different(bundled: Dataset) -> None:
    columns = bundled.columns()
    assert columns.weight.dtype == np.float32
    assert len(set(columns.weight.tolist())) == len(columns)


def test_qualifiers_of_dates_are_bits(small: Dataset) -> None:
    edtfs = small.edtfs(range(len(small.columns())))
    bits = small.columns().qualifier.tolist()
    assert bits == [("~" in edtf) + 2 * ("?" in edtf) for edtf in edtfs]


def test_an_event_is_read_whole(small: Dataset) -> None:
    event = small.event("nazarbayev-visit-to-azerbaijan-1")
    assert event is not None
    assert event.row == small.row_of(event.id)
    assert (event.kind, event.edtf, event.precision) == ("visit", "1996-09", "month")
    assert event.start_earliest == ordinal("1996-09-01")
    assert event.end_latest == ordinal("1996-09-30")
    assert event.actors[0] == "nursultan-nazarbayev"
    assert event.documents == ("Agreement on cooperation in the oil and gas industry",)
    assert event.source_keys == ("akiner2012", "huseynov2017")
    assert (event.contested, event.importance, event.parent_id) == (False, 4, None)
    assert small.titles([event.row]) == [event.title]
    assert small.shorts([event.row]) == [event.title]
    assert small.event("no-such-event") is None
    assert small.row_of("no-such-event") is None


def test_every_event_is_read_as_the_view_has_it(bundled: Dataset) -> None:
    for row in view(bundled, "SELECT * FROM events"):
        event = bundled.event(row["event_id"])
        assert event is not None
        assert event.title == row["title"]
        assert event.summary == row["summary"]
        assert list(event.documents) == json.loads(row["documents"])
        assert event.parent_id == row["parent_id"]
        starts = None if event.start_earliest is None else iso(event.start_earliest)
        assert starts == row["start_earliest"]


def test_claims_begin_with_the_preferred_one(small: Dataset) -> None:
    claims = small.claims("az-kz-diplomatic-relations")
    assert [claim.rank for claim in claims] == ["preferred", "normal", "normal", "normal"]
    second = claims[1]
    assert (second.edtf, second.event_id) == ("1992-08-30", "az-kz-diplomatic-relations")
    assert second.claim == Claim(
        no=second.claim.no,
        source_key="huseynov2017",
        section="Political relations",
        paragraph=2,
        line=35,
        element="",
        as_stated="August 30, 1992",
        cites="Azərbaycan-Qazaxıstan, 2014",
        via=None,
        inferred=False,
        note="",
    )
    assert claims[3].claim.via == "huseynov2017"


def test_all_claims_are_those_of_the_view(bundled: Dataset) -> None:
    rows = view(bundled, "SELECT * FROM event_claims")
    found = {
        (claim.event_id, claim.edtf, claim.rank, claim.claim.source_key, claim.claim.line)
        for id_ in bundled.ids(range(len(bundled.columns())))
        for claim in bundled.claims(id_)
    }
    columns = ("event_id", "edtf", "rank", "source_key", "line")
    assert found == {tuple(row[column] for column in columns) for row in rows}


def test_what_belongs_together(small: Dataset) -> None:
    visit = "nazarbayev-visit-to-azerbaijan-1"
    assert small.children(visit) == ("oil-and-gas-agreement",)
    assert small.related(visit) == ("az-kz-diplomatic-relations",)
    assert small.related("az-kz-diplomatic-relations") == (visit,)
    assert small.children("oil-and-gas-agreement") == small.related("karabakh-war") == ()


def test_things_by_their_ids(small: Dataset) -> None:
    assert next(iter(small.sources())) == "akiner2012"
    assert small.sources()["natural-earth"].outside
    assert small.sources()["huseynov2017"].authors == ("Rusif Huseynov",)
    assert small.actors()["heydar-aliyev"].country == "azerbaijan"
    assert small.places()["aktau"].lon == 51.15
    assert small.places()["tbilisi"].country is None
    route = small.routes()["baku-tbilisi-ceyhan"]
    assert (route.from_place, route.via_places, route.to_place) == ("baku", ("tbilisi",), "ceyhan")
    assert route.geometry_source == "drawn for tests"
    assert small.areas()["kashagan"].geometry_source == "natural-earth"
    assert small.areas()["nagorno-karabakh"].geometry is None
    line = small.boundaries()["line-kazakhstan-russia"]
    assert (line.state_a, line.state_b) == ("kazakhstan", "russia")
    assert line.name == "Kazakhstan–Russia line in the Caspian"
    assert small.metadata()["schema_version"] == "1"


def test_states_are_in_order_of_time(small: Dataset) -> None:
    states = small.states("baku-tbilisi-ceyhan")
    assert [(state.status, state.rank) for state in states] == [
        ("proposed", "preferred"),
        ("operational", "preferred"),
        ("operational", "normal"),
        ("suspended", "preferred"),
        ("operational", "preferred"),
    ]
    assert states[-1].end_latest is None
    assert {state.track for state in small.states("line-kazakhstan-russia")} == {"seabed", "all"}
    assert small.states("nothing") == ()


def test_numbers_stances_and_members(small: Dataset) -> None:
    series = small.series()["trade-az-kz-total"]
    assert (series.entity, series.counterpart, series.unit) == ("azerbaijan", "kazakhstan", "USD")
    assert [one.value for one in series.observations][:2] == [132e6, 132.4e6]
    assert series.observations[4].qualifier == "plan"
    (one, other) = small.positions()
    assert (one.id, one.edtf, other.edtf) == ("kazakhstan-median-line", "1998", None)
    assert other.claim.inferred
    members = {member.actor_id: member for member in small.memberships()}
    assert members["azerbaijan"].start_earliest == ordinal("2009-10-03")
    assert members["azerbaijan"].end_latest is None
    assert members["kazakhstan"].edtf is None


def test_disagreements_name_their_claims(small: Dataset) -> None:
    first, _ = small.disagreements("az-kz-diplomatic-relations")
    numbers = {claim.claim.no for claim in small.claims("az-kz-diplomatic-relations")}
    assert {first.claim_a, first.claim_b} < numbers
    (entered,) = small.disagreements("bodies-work-together")
    assert (entered.claim_a, entered.claim_b, entered.field) == (None, None, "scope")
    assert small.disagreements("karabakh-war") == ()


def test_what_one_thing_is_contradicted_in_is_read_without_all_others(small: Dataset) -> None:
    things = ("az-kz-diplomatic-relations", "bodies-work-together", "karabakh-war")
    alone = [small.disagreements_about(one) for one in things]
    assert alone == [small.disagreements(one) for one in things]
    assert alone == [small.disagreements_about(one) for one in things]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Nazarbayev", ["nazarbayev-visit-to-azerbaijan-1"]),
        ("НАЗАРБАЕВ visit", ["nazarbayev-visit-to-azerbaijan-1"]),
        ("əliyev Bakı", ["nazarbayev-visit-to-azerbaijan-1"]),
        ("Aqtau", ["trade-house-opens", "kazakh-oil-enters-btc"]),
        ("oil ceyhan", ["kazakh-oil-enters-btc"]),
        ("nazar", []),
        ("oil nothing", []),
        ("  ", []),
        ('"', []),
        ("NOT oil OR", []),
    ],
)
def test_events_with_all_words(small: Dataset, words: str, ids: list[str]) -> None:
    assert small.ids(small.rows_with_words(words)) == ids


def test_words_are_held_against_the_view(bundled: Dataset) -> None:
    spellings: dict[str, list[str]] = {}
    for row in view(bundled, "SELECT * FROM names"):
        spellings.setdefault(row["subject_id"], []).append(row["name"])
    rows = view(bundled, "SELECT * FROM events")
    words: list[set[str]] = []
    for row in rows:
        texts = [row["title"], row["summary"]]
        for id_ in json.loads(row["actors"]) + json.loads(row["places"]):
            texts += spellings[id_]
        words.append({word for text in texts for word in fold(text).split()})
    for asked in ("Əliyev", "pipeline", "Қазақстан baku", "trade usd", "first summit", "1992"):
        wanted = set(fold(asked).split())
        expected = [row for row, there in enumerate(words) if wanted <= there]
        assert bundled.rows_with_words(asked).tolist() == expected


def test_texts_are_found_exactly_folded_and_by_sound(small: Dataset) -> None:
    hit = TextHit("actor", "heydar-aliyev", "alias", "Heydər Əliyev")
    assert hit in small.texts_with_words("Heydər Əliyev", "exact")
    assert hit not in small.texts_with_words("Heydar Aliyev", "exact")
    assert hit in small.texts_with_words(fold("heydar aliyev"), "folded")
    assert hit in small.texts_with_words(sound_key("Гейдар Алиев"), "sound")
    author = TextHit("document", "huseynov2017", "authors", "Rusif Huseynov")
    assert author in small.texts_with_words("huseynov", "folded")
    begun = small.texts_with_words("nursult", "folded", begun=True)
    assert {hit.subject_id for hit in begun} == {"nursultan-nazarbayev"}
    assert small.texts_with_words("nursult", "folded") == []
    assert small.texts_with_words(' "" ', "folded") == []


def test_every_thread_has_its_own_connection(small: Dataset) -> None:
    found: list[object] = []

    def read() -> None:
        found.append(small.claims("karabakh-war"))
        found.append(small.titles([3]))

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert found.count(small.titles([3])) == 4


def test_a_thread_that_leaves_gives_its_connection_back_and_may_ask_again(small: Dataset) -> None:
    found = []

    def read() -> None:
        for _ in range(2):
            found.append(small.row_of("nothing"))
            small.leave()
            small.leave()

    before = list(small._connections)
    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert found == [None, None]
    assert small._connections == before
    assert small.sources()


def test_a_file_of_many_events_is_read_by_two_threads_and_gives_the_same(
    small: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    from azkz_desktop.dataset import read

    whole = small.columns()
    monkeypatch.setattr(read, "MANY", 1)
    with Dataset(small.path) as again:
        parts = again.columns()
    for name in set(EventColumns.__dataclass_fields__) - {"facets"}:
        assert np.array_equal(getattr(whole, name), getattr(parts, name)), name
    for facet, membership in whole.facets.items():
        for one, other in zip(membership, parts.facets[facet], strict=True):
            assert np.array_equal(np.asarray(one), np.asarray(other)), facet


def test_parents_are_rows(bundled: Dataset) -> None:
    parents = bundled.columns().parent
    ids = bundled.ids(range(len(parents)))
    told = {
        (ids[row], child)
        for row in np.flatnonzero(np.bincount(parents[parents >= 0])).tolist()
        for child in bundled.children(ids[row])
    }
    assert told == {(ids[parent], ids[row]) for row, parent in enumerate(parents) if parent >= 0}
    assert len(told) > 3


def test_what_was_read_is_kept(small: Dataset) -> None:
    assert small.columns() is small.columns()
    assert small.event("karabakh-war") is small.event("karabakh-war")


def test_a_row_that_is_none_is_an_index_error(small: Dataset) -> None:
    with pytest.raises(IndexError):
        small.titles([8])
