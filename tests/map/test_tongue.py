"""Names on the map in a language and of a time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.records import Name
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import camera_of
from azkz_desktop.map.ground_names import COUNTRY_ANCHORS, DISPUTED, WATERS
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.tongue import Tongue, name_at, upper
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import LANGUAGES, MapWindow, ViewState
from tests.map.made import MadeSource, Ruler, day, everything

TODAY = day("2023-05-01")
OTHERS = [language for language in LANGUAGES if language != "en"]


def name(text: str, language: str, first: str = "", last: str = "") -> Name:
    since, until = (day(one) if one else None for one in (first, last))
    return Name("place", "astana", text, language, since, until)


ASTANA = (
    name("Astana", "en"),
    name("Akmola", "und", "1992-07-06", "1998-05-05"),
    name("Aqmola", "und"),
    name("Ақмола", "kk", "1992-07-06", "1998-05-05"),
    name("Астана", "kk", "1998-05-06"),
    name("Астана", "ru"),
    name("Акмола", "ru", "1992-07-06", "1998-05-05"),
)


@pytest.mark.parametrize(
    ("language", "when", "found"),
    [
        ("en", "2023-05-01", "Astana"),
        ("en", "1997-01-01", "Akmola"),
        ("kk", "2023-05-01", "Астана"),
        ("kk", "1997-01-01", "Ақмола"),
        ("kk", "1990-01-01", "Astana"),  # no Kazakh name is known of then: the English one stands
        ("ru", "2023-05-01", "Астана"),
        ("ru", "1997-01-01", "Акмола"),  # a name of the time comes before one without dates
        ("tr", "1997-01-01", "Akmola"),
        ("tr", "2023-05-01", "Astana"),
    ],
)
def test_the_name_is_of_the_language_and_the_time(language: str, when: str, found: str) -> None:
    assert name_at(ASTANA, "Astana", day(when), language) == found


def test_what_has_no_names_keeps_its_own() -> None:
    assert name_at((), "Nowhere", TODAY, "kk") == "Nowhere"
    assert (
        Tongue(MadeSource().dataset).name("place", "nowhere", "Nowhere", "ru", TODAY) == "Nowhere"
    )


NAMES = st.lists(
    st.builds(
        Name,
        st.just("place"),
        st.just("x"),
        st.text(min_size=1, max_size=3),
        st.sampled_from(("en", "und", *OTHERS)),
        st.one_of(st.none(), st.integers(0, 50)),
        st.one_of(st.none(), st.integers(0, 50)),
    ),
    max_size=6,
)


@given(NAMES, st.sampled_from(LANGUAGES), st.integers(0, 50))
def test_a_name_is_never_one_of_another_language_or_time(
    names: list[Name], language: str, when: int
) -> None:
    """By brute force: what is shown is a name that may be."""
    shown = name_at(names, "main", when, language)
    allowed = {"main"}
    for one in names:
        timely = (one.valid_from is None or one.valid_from <= when) and (
            one.valid_to is None or when <= one.valid_to
        )
        if timely and one.language in (language, "en", "und"):
            allowed.add(one.name)
    assert shown in allowed


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Rusiya", "az", "RUSİYA"),
        ("İran", "az", "İRAN"),
        ("Qırğızıstan", "az", "QIRĞIZISTAN"),
        ("Türkiye", "tr", "TÜRKİYE"),
        ("Қазақстан", "kk", "ҚАЗАҚСТАН"),
        ("Kiribati", "en", "KIRIBATI"),
    ],
)
def test_capitals_are_the_language_s_own(text: str, language: str, found: str) -> None:
    assert upper(text, language) == found


def test_only_labels_that_are_names_are_renamed() -> None:
    tongue = Tongue(MadeSource().dataset)
    when = day("1997-01-01")

    def told(ref: Ref | None, *lines: str) -> tuple[str, ...]:
        wish = Wish(lines, "area", "ink", 0, 0, 0, 1, ref=ref)
        return tongue.renamed(wish, "ru", when).lines

    assert told(Ref("place", "astana"), "Astana") == ("Akmola",)
    assert told(Ref("boundary", "line-a"), "A–B") == ("A–B",)
    assert told(Ref("place", "astana"), "Astana", "(disputed)") == ("Akmola", "(disputed)")
    assert told(None, "Illustration") == ("Illustration",)


# The data


@pytest.fixture(scope="module")
def library(bundled_db: Path) -> Library:
    return Library(bundled_db)


@pytest.mark.parametrize("language", OTHERS)
def test_every_place_and_country_has_a_name_in_every_language(
    library: Library, language: str
) -> None:
    """Whoever adds a place gives it a name in each: what has none would stand in English."""
    named = {
        (one.subject_type, one.subject_id)
        for one in library.dataset.names()
        if one.language == language
    }
    assert {place for place in library.dataset.places() if ("place", place) not in named} == set()
    tongue = Tongue(library.dataset)
    for country in {anchor[0] for anchor in COUNTRY_ANCHORS}:
        shown = tongue.country(country, language, TODAY)
        assert shown == shown.replace("i", "").replace("ı", "")
        assert ("actor", country) in named or country in ("iraq", "syria")


@pytest.mark.parametrize("language", OTHERS)
def test_every_water_and_disputed_area_is_named(library: Library, language: str) -> None:
    tongue = Tongue(library.dataset)
    for water in {one for one, *_ in WATERS}:
        (shown,) = tongue.water(water, language, TODAY)
        assert shown != tongue.water(water, "en", TODAY)[0] or language in ("az", "tr")
        assert any("а" <= letter <= "ӿ" for letter in shown.lower()) == (language in ("kk", "ru"))
    for area, *_ in DISPUTED:
        shown, said = tongue.disputed(area, language)
        assert (shown, said) != tongue.disputed(area, "en")
        assert said.startswith("(")


def test_some_names_as_a_reader_expects_them(library: Library) -> None:
    tongue = Tongue(library.dataset)
    assert tongue.water("caspian", "az", TODAY) == ("Xəzər dənizi",)
    assert tongue.water("caspian", "kk", TODAY) == ("Каспий теңізі",)
    assert tongue.country("azerbaijan", "az", TODAY) == "AZƏRBAYCAN"
    assert tongue.country("turkiye", "tr", TODAY) == "TÜRKİYE"
    assert tongue.name("place", "astana", "Astana", "kk", day("2020-01-01")) == "Нұр-Сұлтан"
    assert tongue.name("place", "aktau", "Aktau", "ru", TODAY) == "Актау"


# The map


def labels(library: Library, basemap: Basemap, **change: object) -> set[str]:
    layout = Layout(library, basemap, Ruler())
    state = ViewState(map=MapWindow(52.0, 43.0, 3000), **change)  # type: ignore[arg-type]
    selection = library.index.answer(state.filter)
    scene = layout.scene(state, selection, camera_of(state.map, 1400, 900))
    return {line for label in scene.labels for line in label.lines}


def test_the_map_speaks_the_language_and_falls_back_to_english(
    library: Library, basemap: Basemap
) -> None:
    english = labels(library, basemap)
    azerbaijani = labels(library, basemap, language="az")
    assert {"Baku", "Black Sea", "KAZAKHSTAN"} <= english
    assert {"Bakı", "Qara dəniz", "QAZAXISTAN", "İRAN"} <= azerbaijani
    assert not {"Baku", "Black Sea", "KAZAKHSTAN"} & azerbaijani
    assert {"Volqoqrad", "Saratov"} <= azerbaijani  # of the second none is at hand
    shares = labels(library, basemap, language="az", scenario="median")
    assert {"Qazaxıstan", "Rusiya"} <= shares


@pytest.mark.parametrize("moment", ["1998-12-31", "2006-12-31", "2022-10-01"])
@pytest.mark.parametrize("width", [1600, 2000, 2600, 4000])
def test_the_sea_is_named_however_busy_it_is(
    library: Library, basemap: Basemap, moment: str, width: float
) -> None:
    layout = Layout(library, basemap, Ruler())
    state = ViewState(map=MapWindow(50.6, 42.1, width), moment=moment, language="az")
    selection = library.index.answer(state.filter)
    scene = layout.scene(state, selection, camera_of(state.map, 1000, 560))
    assert "Xəzər dənizi" in {" ".join(label.lines) for label in scene.labels}


def test_the_map_knows_the_name_of_the_time(basemap: Basemap) -> None:
    layout = Layout(MadeSource(), basemap, Ruler())
    state = ViewState(map=MapWindow(71.0, 51.0, 900), moment="1997-01-01")
    for language, shown in (("en", "Akmola"), ("kk", "Akmola")):
        scene = layout.scene(
            ViewState(map=state.map, moment=state.moment, language=language),
            everything(),
            camera_of(state.map, 1000, 700),
        )
        assert shown in {line for label in scene.labels for line in label.lines}
