"""Everybody and everything is found under the names that people write."""

import re
import sqlite3
from collections import defaultdict

import pytest

LANGUAGES = {"az", "kk", "ru", "tr"}
"""In which everybody and every place is spelled."""
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
CYRILLIC = re.compile(r"[Ѐ-ӿ]")
SCRIPTS = {"ru": CYRILLIC, "uk": CYRILLIC, "en": LATIN, "az": LATIN, "tr": LATIN}
"""In which script a language is written (Kazakh in both)."""
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
    "karabakh-44-day-war": ["44-day war", "Vətən müharibəsi", "Вторая Карабахская война"],
    "contract-of-the-century": ["Əsrin müqaviləsi", "Контракт века"],
    "caspian-convention-signed": ["Convention on the Legal Status of the Caspian Sea"],
}
CAPITAL = [
    ("Tselinograd", None, "1992-07-05"),
    ("Akmola", "1992-07-06", "1998-05-05"),
    ("Astana", "1998-05-06", "2019-03-22"),
    ("Nur-Sultan", "2019-03-23", "2022-09-16"),
    ("Astana", "2022-09-17", None),
]
"""What Astana was called, from which day to which."""
Spellings = dict[str, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def spellings(db: sqlite3.Connection) -> Spellings:
    """Names with their languages, by the id of what they name."""
    found: Spellings = defaultdict(list)
    for row in db.execute("SELECT subject_id, name, language FROM names"):
        found[row["subject_id"]].append((row["name"], row["language"]))
    return found


def test_all_have_their_preferred_spelling(db: sqlite3.Connection, spellings: Spellings) -> None:
    for view, column in (("actors", "actor_id"), ("places", "place_id")):
        for row in db.execute(f"SELECT {column} AS id, name FROM {view}"):
            assert spellings[row["id"]][0] == (row["name"], "en")


@pytest.mark.parametrize(("view", "column"), [("actors", "actor_id"), ("places", "place_id")])
def test_all_are_spelled_in_every_language(
    db: sqlite3.Connection, spellings: Spellings, view: str, column: str
) -> None:
    ids = [row[0] for row in db.execute(f"SELECT {column} FROM {view}")]
    assert len(ids) > 100
    lacking = {id_: LANGUAGES - {language for _, language in spellings[id_]} for id_ in ids}
    assert {id_: languages for id_, languages in lacking.items() if languages} == {}


@pytest.mark.parametrize(
    ("view", "column"),
    [
        ("actors", "actor_id"),
        ("places", "place_id"),
        ("routes", "route_id"),
        ("areas", "area_id"),
    ],
)
def test_all_are_written_in_both_scripts(
    db: sqlite3.Connection, spellings: Spellings, view: str, column: str
) -> None:
    lacking = [
        row[0]
        for row in db.execute(f"SELECT {column} FROM {view}")
        for script in (LATIN, CYRILLIC)
        if not any(script.search(name) for name, _ in spellings[row[0]])
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
    db: sqlite3.Connection, name: str, start: str | None, end: str | None
) -> None:
    query = "SELECT valid_from, valid_to FROM names WHERE subject_id = 'astana' AND name = ?"
    assert (start, end) in [tuple(row) for row in db.execute(query, (name,))]


def test_names_that_held_for_a_time_end_after_they_begin(db: sqlite3.Connection) -> None:
    query = "SELECT name FROM names WHERE valid_from > valid_to"
    assert db.execute(query).fetchall() == []
