"""Everybody and everything is found under the names that people write."""

import re
import sqlite3
from collections import defaultdict

import pytest

LANGUAGES = {"az", "kk", "ru", "tr"}
"""In which every state and place of some importance, and everybody, is spelled."""
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
SCRIPTS = {"ru": CYRILLIC, "uk": CYRILLIC, "en": LATIN, "az": LATIN, "tr": LATIN}
"""In which script a language is written (Kazakh in both)."""
OFTEN = 3
"""Events from which on somebody or something counts as important."""
LOOKED_FOR = {
    "nursultan-nazarbayev": ["Nazarbayev", "Nazarbaev", "Назарбаев"],
    "heydar-aliyev": ["Aliyev", "Əliyev", "Алиев", "Әлиев"],
    "ilham-aliyev": ["Aliyev", "Əliyev", "Алиев", "Әлиев"],
    "aktau": ["Aktau", "Aqtau", "Ақтау", "Актау"],
    "astana": ["Astana", "Akmola", "Nur-Sultan", "Астана", "Нур-Султан"],
    "baku": ["Baku", "Bakı", "Баку"],
    "azerbaijan": ["Azerbaijan", "Azərbaycan", "Азербайджан", "Әзербайжан"],
    "kazakhstan": ["Kazakhstan", "Qazaxıstan", "Казахстан", "Қазақстан", "Kazakistan"],
    "turkiye": ["Türkiye", "Turkey", "Турция", "Türkiyə"],
    "turkic-council": ["Organization of Turkic States", "Turkic Council"],
    "nagorno-karabakh": ["Nagorno-Karabakh", "Dağlıq Qarabağ", "Нагорный Карабах"],
    "baku-tbilisi-ceyhan": ["BTC"],
    "trans-caspian-route": ["Middle Corridor", "Central Corridor", "TITR"],
}
CAPITAL = [("Akmola", "1992-07-06", "1998-05-06"), ("Nur-Sultan", "2019-03-23", "2022-09-17")]
"""What Astana was called, from which day to which."""
Spellings = dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def spellings(db: sqlite3.Connection) -> Spellings:
    """Names with their languages, by the id of what they name."""
    found: Spellings = defaultdict(list)
    for row in db.execute("SELECT subject_id, name, language FROM names"):
        found[row["subject_id"]].append((row["name"], row["language"]))
    return found


def in_events(db: sqlite3.Connection, column: str) -> dict[str, int]:
    """How many events name each actor or place."""
    query = f"SELECT value, count(*) FROM events, json_each({column}) GROUP BY value"
    return dict(tuple(row) for row in db.execute(query))


def unspelled(ids: list[str], spellings: Spellings) -> dict[str, set[str]]:
    """Which languages lack a spelling of each."""
    lacking = {id_: LANGUAGES - {language for _, language in spellings[id_]} for id_ in ids}
    return {id_: languages for id_, languages in lacking.items() if languages}


def test_all_have_their_preferred_spelling(db: sqlite3.Connection, spellings: Spellings) -> None:
    for view, column in (("actors", "actor_id"), ("places", "place_id")):
        for row in db.execute(f"SELECT {column} AS id, name FROM {view}"):
            assert spellings[row["id"]][0] == (row["name"], "en")


def test_states_are_spelled_in_every_language(db: sqlite3.Connection, spellings: Spellings) -> None:
    states = [row[0] for row in db.execute("SELECT actor_id FROM actors WHERE type = 'state'")]
    assert len(states) > 20
    assert unspelled(states, spellings) == {}


def test_who_acts_often_is_spelled_in_every_language(
    db: sqlite3.Connection, spellings: Spellings
) -> None:
    counted = in_events(db, "actors")
    query = "SELECT actor_id FROM actors WHERE type = 'person'"
    often = [row[0] for row in db.execute(query) if counted.get(row[0], 0) >= OFTEN]
    assert len(often) > 3
    assert unspelled(often, spellings) == {}


def test_where_much_happened_is_spelled_in_every_language(
    db: sqlite3.Connection, spellings: Spellings
) -> None:
    often = [place for place, count in in_events(db, "places").items() if count >= OFTEN]
    assert len(often) > 10
    assert unspelled(often, spellings) == {}


def test_who_acts_and_where_is_written_in_both_scripts(
    db: sqlite3.Connection, spellings: Spellings
) -> None:
    query = "SELECT actor_id FROM actors WHERE type IN ('person', 'state')"
    named = {row[0] for row in db.execute(query)} & set(in_events(db, "actors"))
    named |= set(in_events(db, "places"))
    often = {actor for actor, count in in_events(db, "actors").items() if count >= OFTEN}
    lacking = [
        id_
        for id_ in sorted(named | often)
        for script in (LATIN, CYRILLIC)
        if not any(script.search(name) for name, _ in spellings[id_])
    ]
    assert lacking == []


def test_languages_are_written_in_their_scripts(db: sqlite3.Connection) -> None:
    query = "SELECT actor_id FROM actors WHERE type = 'company'"
    companies = {row[0] for row in db.execute(query)}  # a brand is written as it is
    wrong = [
        (row["subject_id"], row["name"], row["language"])
        for row in db.execute("SELECT * FROM names")
        if row["subject_id"] not in companies
        and row["language"] in SCRIPTS
        and not SCRIPTS[row["language"]].search(row["name"])
    ]
    assert wrong == []


@pytest.mark.parametrize("subject", LOOKED_FOR)
def test_what_people_look_for_is_a_name(subject: str, spellings: Spellings) -> None:
    there = " | ".join(name for name, _ in spellings[subject])
    assert [name for name in LOOKED_FOR[subject] if name not in there] == []


@pytest.mark.parametrize(("name", "start", "end"), CAPITAL)
def test_the_capital_is_named_as_it_was(
    db: sqlite3.Connection, name: str, start: str, end: str
) -> None:
    query = "SELECT valid_from, valid_to FROM names WHERE subject_id = 'astana' AND name = ?"
    assert (start, end) in [tuple(row) for row in db.execute(query, (name,))]


def test_names_that_held_for_a_time_end_after_they_begin(db: sqlite3.Connection) -> None:
    query = "SELECT name FROM names WHERE valid_from > valid_to"
    assert db.execute(query).fetchall() == []
