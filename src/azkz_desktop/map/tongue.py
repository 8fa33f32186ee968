"""What things are called on the map: in a language, and at a moment.

The data have names of states, places and areas in five languages, some of them for a time only.
Where they have none in the language, the English name of the time stands. What the data do not
hold (far seas, two states at the rim) has its names here, and towns that only the basemap has come
with theirs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, Protocol

from azkz_desktop.dataset.records import CASPIAN, Name
from azkz_desktop.map.labels import Wish
from azkz_desktop.translation import translate
from azkz_desktop.view.state import LANGUAGES

ENGLISH: Final = "en"
SECOND: Final[Mapping[str, str]] = {"kk": "ru"}
"""What a town is called where no name in the language is known: in the same letters."""
DOTTED: Final = ("az", "tr")
"""Languages in which a capital i keeps its dot."""
RENAMED: Final = ("area", "place")
"""Types of things whose labels begin with their names."""
_COUNTRIES: Final[Mapping[str, Mapping[str, str]]] = {
    "iraq": {"az": "İraq", "kk": "Ирак", "ru": "Ирак", "tr": "Irak"},
    "syria": {"az": "Suriya", "kk": "Сирия", "ru": "Сирия", "tr": "Suriye"},
}
_WATERS: Final[Mapping[str, Mapping[str, str]]] = {
    "black": {"az": "Qara dəniz", "kk": "Қара теңіз", "ru": "Чёрное море", "tr": "Karadeniz"},
    "azov": {
        "az": "Azov dənizi", "kk": "Азов теңізі", "ru": "Азовское море", "tr": "Azak Denizi",
    },
    "aral": {
        "az": "Aral dənizi", "kk": "Арал теңізі", "ru": "Аральское море", "tr": "Aral Denizi",
    },
    "garabogaz": {
        "az": "Qarabuğazqol", "kk": "Қарабұғазкөл", "ru": "Кара-Богаз-Гол", "tr": "Karaboğazgöl",
    },
    "mediterranean": {
        "az": "Aralıq dənizi", "kk": "Жерорта теңізі", "ru": "Средиземное море", "tr": "Akdeniz",
    },
    "gulf": {
        "az": "Fars körfəzi", "kk": "Парсы шығанағы", "ru": "Персидский залив",
        "tr": "Basra Körfezi",
    },
    "balkhash": {
        "az": "Balxaş gölü", "kk": "Балқаш көлі", "ru": "озеро Балхаш", "tr": "Balkaş Gölü",
    },
    "urmia": {"az": "Urmiya gölü", "kk": "Үрмия көлі", "ru": "озеро Урмия", "tr": "Urmiye Gölü"},
    "van": {"az": "Van gölü", "kk": "Ван көлі", "ru": "озеро Ван", "tr": "Van Gölü"},
    "sevan": {"az": "Sevan gölü", "kk": "Севан көлі", "ru": "озеро Севан", "tr": "Sevan Gölü"},
}  # fmt: skip
_DISPUTED: Final[Mapping[str, Mapping[str, str]]] = {
    "crimea": {"az": "Krım", "kk": "Қырым", "ru": "Крым", "tr": "Kırım"},
    "abkhazia": {"az": "Abxaziya", "kk": "Абхазия", "ru": "Абхазия", "tr": "Abhazya"},
    "ossetia": {
        "az": "Cənubi Osetiya", "kk": "Оңтүстік Осетия", "ru": "Южная Осетия",
        "tr": "Güney Osetya",
    },
}  # fmt: skip
_SAID_DISPUTED: Final[Mapping[str, str]] = {
    "az": "(mübahisəli)", "kk": "(даулы)", "ru": "(спорно)", "tr": "(tartışmalı)",
}  # fmt: skip


class NamedDataset(Protocol):
    """What is read of the file."""

    def names(self) -> Sequence[Name]:
        """Every spelling of everything."""
        ...


def name_at(names: Sequence[Name], main: str, day: int, language: str = ENGLISH) -> str:
    """What a thing was called on *day* in a language; *main* is its English name today.

    A name of the language that held for a time comes before one without dates, and the first
    of those before any English one.
    """
    own = [name for name in names if name.language == language]
    if language != ENGLISH and own:
        plain = (one.name for one in own if one.valid_from is None and one.valid_to is None)
        found = _dated(own, day) or next(plain, None)
        if found is not None:
            return found
    return _dated([name for name in names if name.language in (ENGLISH, "und")], day) or main


def town_name(names: Sequence[str | None], language: str) -> str:
    """What a town of the basemap is called today; *names* are those in `LANGUAGES`.

    Where there is none in Kazakh the Russian one stands, which whoever reads the map in Kazakh
    can read; else the English one.
    """
    own = dict(zip(LANGUAGES, names, strict=True))
    second = own.get(SECOND[language]) if language in SECOND else None
    return own.get(language) or second or own[ENGLISH] or ""


def with_english(own: str, main: str) -> str:
    """A name as the map writes it and, where that is another, the English one behind it."""
    return own if own == main else f"{own} ({main})"


def _dated(names: Iterable[Name], day: int) -> str | None:
    """The name that held for a time and did so on *day*."""
    for name in names:
        since, until = name.valid_from, name.valid_to
        if (since is not None or until is not None) and (
            (since is None or since <= day) and (until is None or day <= until)
        ):
            return name.name
    return None


def upper(text: str, language: str) -> str:
    """*text* in capitals, as the language writes them."""
    return (text.replace("i", "İ") if language in DOTTED else text).upper()


class Tongue:
    """Names of the data's things by language and day."""

    def __init__(self, dataset: NamedDataset) -> None:
        self._dataset = dataset

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], list[Name]]:
        found: dict[tuple[str, str], list[Name]] = {}
        for name in self._dataset.names():
            found.setdefault((name.subject_type, name.subject_id), []).append(name)
        return found

    def name(self, kind: str, key: str, main: str, language: str, day: int) -> str:
        """What a thing of the type *kind* was called; *main* where nothing else is known."""
        return name_at(self._names.get((kind, key), ()), main, day, language)

    def told(self, kind: str, key: str, main: str, language: str, day: int) -> str:
        """A name as the map writes it, with the English one; of an area in English that alone."""
        if kind == "area" and language == ENGLISH:
            return main
        return with_english(self.name(kind, key, main, language, day), main)

    def actors(
        self, mains: Mapping[str, str], keys: Iterable[str], language: str, day: int
    ) -> dict[str, str]:
        """The names of some actors, by id; *mains* has their English ones."""
        return {key: self.name("actor", key, mains.get(key, key), language, day) for key in keys}

    def renamed(self, wish: Wish, language: str, day: int) -> Wish:
        """A label that begins with a thing's name, with that name in the language."""
        ref = wish.ref
        if language == ENGLISH or ref is None or ref.type not in RENAMED:
            return wish
        main, *more = wish.lines
        return replace(wish, lines=(self.name(*ref, main, language, day), *more))

    def country(self, country: str, language: str, day: int) -> str:
        """A country's name in capitals."""
        if language == ENGLISH:
            return country_word(country)
        other = _COUNTRIES.get(country, {}).get(language)
        main = country_word(country).capitalize()
        return upper(other or self.name("actor", country, main, language, day), language)

    def water(self, water: str, language: str, day: int) -> tuple[str, ...]:
        """A sea's or lake's name."""
        main = water_word(water)
        if language == ENGLISH:
            return main
        if water == "caspian":
            return (self.name("area", CASPIAN, main[0], language, day),)
        return (_WATERS[water].get(language, main[0]),)

    def disputed(self, area: str, language: str) -> tuple[str, ...]:
        """A disputed area's name, said to be disputed."""
        main = disputed_word(area)
        if language == ENGLISH:
            return main
        name = _DISPUTED[area].get(language, main[0])
        return (name, _SAID_DISPUTED.get(language, main[1]))


def country_word(country: str) -> str:
    """A country's name on the map."""
    return {
        "kazakhstan": translate("Map", "KAZAKHSTAN"),
        "azerbaijan": translate("Map", "AZERBAIJAN"),
        "russia": translate("Map", "RUSSIA"),
        "turkmenistan": translate("Map", "TURKMENISTAN"),
        "uzbekistan": translate("Map", "UZBEKISTAN"),
        "iran": translate("Map", "IRAN"),
        "georgia": translate("Map", "GEORGIA"),
        "armenia": translate("Map", "ARMENIA"),
        "turkiye": translate("Map", "TÜRKIYE"),
        "ukraine": translate("Map", "UKRAINE"),
        "china": translate("Map", "CHINA"),
        "iraq": translate("Map", "IRAQ"),
        "syria": translate("Map", "SYRIA"),
        "afghanistan": translate("Map", "AFGHANISTAN"),
        "kyrgyzstan": translate("Map", "KYRGYZSTAN"),
        "tajikistan": translate("Map", "TAJIKISTAN"),
        "pakistan": translate("Map", "PAKISTAN"),
        "romania": translate("Map", "ROMANIA"),
        "bulgaria": translate("Map", "BULGARIA"),
        "belarus": translate("Map", "BELARUS"),
        "mongolia": translate("Map", "MONGOLIA"),
    }[country]


def water_word(water: str) -> tuple[str, ...]:
    """A sea's or lake's name on the map."""
    return {
        "caspian": (translate("Map", "Caspian Sea"),),
        "black": (translate("Map", "Black Sea"),),
        "azov": (translate("Map", "Sea of Azov"),),
        "aral": (translate("Map", "Aral Sea"),),
        "garabogaz": (translate("Map", "Garabogazköl"),),
        "mediterranean": (translate("Map", "Mediterranean Sea"),),
        "gulf": (translate("Map", "Persian Gulf"),),
        "balkhash": (translate("Map", "Lake Balkhash"),),
        "urmia": (translate("Map", "Lake Urmia"),),
        "van": (translate("Map", "Lake Van"),),
        "sevan": (translate("Map", "Lake Sevan"),),
    }[water]


def disputed_word(area: str) -> tuple[str, ...]:
    """A disputed area's name, said to be disputed."""
    return {
        "crimea": (translate("Map", "Crimea"), translate("Map", "(disputed)")),
        "abkhazia": (translate("Map", "Abkhazia"), translate("Map", "(disputed)")),
        "ossetia": (translate("Map", "South Ossetia"), translate("Map", "(disputed)")),
    }[area]
