"""What the basemap's towns are called in the map's languages, and where that comes from."""

import json

import pytest
from scripts.town_names import LEFT_OUT, numbers, rows

from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.camera import camera_of
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.tongue import town_name
from azkz_desktop.view.state import LANGUAGES, MapWindow, ViewState
from tests.map.made import MadeSource, Ruler, day, everything

NAMES = ["Volgograd", "Volqoqrad", "Волгоград", "Волгоград", None]


def city(number: int, name: str, lon: float, people: int, *others: str) -> dict[str, object]:
    place = {"longitude": lon, "latitude": 48.7, "population": people}
    return {"geonameid": number, "name": name, "alternatenames": list(others), **place}


TOWNS = [
    {"name": "Volgograd", "lon": 44.5, "lat": 48.71},
    {"name": "Nowhere", "lon": 44.5, "lat": 48.7},
]


def test_a_town_is_the_largest_of_its_name_near_it() -> None:
    cities = [
        city(1, "Volgograd", 44.4, 20),
        city(2, "Wolgograd", 44.6, 1000, "Volgograd"),
        city(3, "Volgograd", 45.5, 5000),
        city(4, "Beketovka", 44.5, 9000),
    ]
    assert numbers(TOWNS, cities) == [2, None]


def test_names_are_in_the_letters_of_their_language() -> None:
    names = {
        "az": {"2": "Volqoqrad"},
        "kk": {"2": "Volgograd"},
        "ru": {"2": "Волгоград"},
        "tr": {"7": "Elsewhere"},
    }
    found = rows(TOWNS, [2, None], names)
    assert found[0] == ["Volgograd", "Volqoqrad", None, "Волгоград", None]
    assert found[1] == ["Nowhere", None, None, None, None]


def test_the_bundled_names_stand_beside_their_towns(basemap: Basemap) -> None:
    assert len(basemap.town_names) == len(basemap.towns)
    for town, names in zip(basemap.towns, basemap.town_names, strict=True):
        assert len(names) == len(LANGUAGES)
        assert names[0] == town.name
        for language, name in zip(LANGUAGES, names, strict=True):
            assert (town.name, language) not in LEFT_OUT or name is None
            if name is not None:
                letters = [c for c in name if c.isalpha()]
                assert all(("Ѐ" <= c <= "ӿ") == (language in ("kk", "ru")) for c in letters)


def test_most_towns_are_known_in_russian(basemap: Basemap) -> None:
    known = [sum(names[i] is not None for names in basemap.town_names) for i in range(5)]
    assert known[0] == len(basemap.towns)
    assert known[3] > 800
    assert min(known) > 140


def test_the_original_is_corrected_where_it_is_misspelt() -> None:
    names = {row["name"] for row in json.loads((bundled_folder() / "places.json").read_text())}
    assert {"Sevastopol", "Nalchik", "Panevėžys"} <= names
    assert not {"Sevastapol", "Naltchik"} & names
    assert all(c.isprintable() for name in names for c in name)


def test_without_a_kazakh_name_the_russian_one_stands_else_the_english() -> None:
    assert [town_name(NAMES, one) for one in LANGUAGES] == [
        "Volgograd", "Volqoqrad", "Волгоград", "Волгоград", "Volgograd",
    ]  # fmt: skip
    assert town_name(["Saratov", None, None, "Саратов", None], "kk") == "Саратов"
    assert town_name(["Saratov", None, None, None, None], "kk") == "Saratov"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Volgograd"), ("ru", "Волгоград"), ("az", "Volqoqrad"), ("tr", "Volgograd")],
)
def test_the_map_names_towns_in_its_language(
    basemap: Basemap, language: str, expected: str
) -> None:
    layout = Layout(MadeSource(), basemap, Ruler())
    state = ViewState(language=language, map=MapWindow(44.5, 48.7, 600.0))
    camera = camera_of(state.map, 1000, 800)
    scene = layout.scene(state, everything(), camera)
    assert expected in {label.lines[0] for label in scene.labels}
    towns = layout.names.towns(camera, day("2008-01-01"), frozenset(), None, {}, language)
    assert expected in {wish.lines[0] for _, wish in towns}
