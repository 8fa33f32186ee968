"""Typed names become ids: by id, by any spelling in any script, by surname."""

import pytest

from azkz_desktop.dataset.records import Name
from azkz_desktop.query.errors import UnknownChoice
from azkz_desktop.query.names import NameBook, resolve_word, surname

SPELLINGS = {
    ("actor", "nursultan-nazarbayev"): ["Nursultan Nazarbayev", "Nazarbaev", "Нұрсұлтан Назарбаев"],
    ("actor", "ilham-aliyev"): ["Ilham Aliyev", "İlham Əliyev", "Ильхам Алиев"],
    ("actor", "heydar-aliyev"): ["Heydar Aliyev", "Heydər Əliyev", "Гейдар Алиев"],
    ("actor", "levon-ter-petrosyan"): ["Levon Ter-Petrosyan"],
    ("actor", "turkiye"): ["Türkiye", "Turkey", "Турция"],
    ("actor", "usa"): ["United States", "Washington"],
    ("actor", "air-astana"): ["Air Astana"],
    ("place", "aktau"): ["Aktau", "Aqtau", "Ақтау", "Shevchenko"],
    ("place", "washington"): ["Washington"],
    ("place", "baku"): ["Baku", "Bakı", "Баку"],
}
PERSONS = {"nursultan-nazarbayev", "ilham-aliyev", "heydar-aliyev", "levon-ter-petrosyan"}
BOOK = NameBook(
    (
        Name(subject_type, subject_id, name, "und", None, None)
        for (subject_type, subject_id), names in SPELLINGS.items()
        for name in names
    ),
    PERSONS,
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("nursultan-nazarbayev", ("nursultan-nazarbayev",)),
        ("Nazarbaev", ("nursultan-nazarbayev",)),
        ("nazarbayev", ("nursultan-nazarbayev",)),
        ("НАЗАРБАЕВ", ("nursultan-nazarbayev",)),
        ("Nursultan  Nazarbayev", ("nursultan-nazarbayev",)),
        ("Aliyev", ("heydar-aliyev", "ilham-aliyev")),
        ("Əliyev", ("heydar-aliyev", "ilham-aliyev")),
        ("Алиев", ("heydar-aliyev", "ilham-aliyev")),
        ("ilham aliyev", ("ilham-aliyev",)),
        ("Ter-Petrosyan", ("levon-ter-petrosyan",)),
        ("TURKIYE", ("turkiye",)),
        ("Washington", ("usa",)),
    ],
)
def test_an_actor_is_found_by_what_people_write(typed: str, ids: tuple[str, ...]) -> None:
    found = BOOK.resolve("actor", typed)
    assert found.ids == ids
    assert found.is_ambiguous == (len(ids) > 1)


@pytest.mark.parametrize("typed", ["Aqtau", "ақтау", "shevchenko", "aktau"])
def test_a_place_is_found_among_places(typed: str) -> None:
    assert BOOK.resolve("place", typed).ids == ("aktau",)


@pytest.mark.parametrize(
    ("facet", "typed", "first"),
    [
        ("actor", "Nazarbajev", "Nursultan Nazarbayev"),
        ("actor", "Nasarbayev", "Nursultan Nazarbayev"),
        ("actor", "Turkie", "Türkiye"),
        ("place", "Aktaw", "Aktau"),
        ("place", "Bako", "Baku"),
    ],
)
def test_what_fits_nothing_is_refused_with_the_nearest(facet: str, typed: str, first: str) -> None:
    with pytest.raises(UnknownChoice) as caught:
        BOOK.resolve(facet, typed)
    assert caught.value.nearest[0] == first
    assert f"There is no {facet} “{typed}”; the nearest: {first}" in str(caught.value)


@pytest.mark.parametrize("typed", ["", " ", "…", "Astana", "Nur", "qqqqqqqqqqqq"])
def test_nothing_is_guessed(typed: str) -> None:
    """Neither a part of a name nor the last word of a company's is taken for it."""
    with pytest.raises(UnknownChoice):
        BOOK.resolve("actor", typed)


def test_the_main_name_is_the_first_spelling() -> None:
    assert BOOK.main("aktau") == "Aktau"
    assert BOOK.main("no-such-thing") == "no-such-thing"


@pytest.mark.parametrize(
    ("name", "last"),
    [("Levon Ter-Petrosyan", "ter petrosyan"), ("Назарбаев", "nazarbaev"), ("", "")],
)
def test_surnames(name: str, last: str) -> None:
    assert surname(name) == last


def test_kinds_and_keys_are_words_whatever_their_case() -> None:
    assert resolve_word("kind", " Visit ", ("visit", "energy")) == "visit"
    assert resolve_word("source", "Akiner2012", ("akiner2012",)) == "akiner2012"
    with pytest.raises(UnknownChoice, match="the nearest: energy"):
        resolve_word("kind", "enegry", ("visit", "energy"))
