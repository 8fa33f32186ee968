"""Rows of what the map draws: routes, areas and lines, with the states that they had."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from shapely.geometry import MultiLineString, Point

from azkz_desktop.dataset.compile_things import add_names
from azkz_desktop.dataset.errors import SourceError
from azkz_desktop.dataset.geometry import as_area, as_lines, length_km, wkb
from azkz_desktop.dataset.resolve import Stage, Stretch, ranks, stretches, surprises
from azkz_desktop.dataset.tables import Tables, by_id, statements
from azkz_desktop.dataset.vocabulary import AREA_STATUSES, BOUNDARY_STATUSES, ROUTE_STATUSES
from azkz_desktop.dataset.yaml_text import Block


def add_routes(tables: Tables) -> None:
    """Routes with their courses and states."""
    for block in by_id(tables, "routes"):
        shape = tables.text.shapes.get(block["id"])
        course = _course(tables, block["id"])
        tables.subject(block["id"], "route")
        tables.add(
            "route",
            id=block["id"],
            name=block["name"],
            mode=block["mode"],
            commodity=block.get("commodity"),
            from_place=tables.no("place", block.get("from")),
            to_place=tables.no("place", block.get("to")),
            length_km=length_km(course) if course is not None else None,
            published_length_km=block.get("published_length_km"),
            geometry_source=shape.source if shape else None,
            geometry=wkb(course) if course is not None else None,
        )
        for position, place in enumerate(block.get("via", ())):
            tables.add(
                "route_via", route=block["id"], position=position, place=tables.no("place", place)
            )
        add_names(tables, block)
        add_states(tables, block, "", ROUTE_STATUSES)


def _course(tables: Tables, id_: str) -> MultiLineString | None:
    shape = tables.text.shapes.get(id_)
    if shape is None:
        return None
    lines = as_lines(shape.geometry)
    if lines is None:
        raise SourceError([f"{shape.where}: the course of {id_} is no line"])
    return lines


def add_areas(tables: Tables) -> None:
    """Areas with their outlines (or points) and states."""
    for block in by_id(tables, "areas"):
        shape = tables.text.shapes.get(block["id"])
        outline = as_area(shape.geometry) if shape else None
        source = shape.source if shape else None
        if shape and outline is None:
            raise SourceError([f"{shape.where}: {block['id']} is neither surface nor point"])
        if outline is None and "lon" in block and "lat" in block:
            outline, source = Point(block["lon"], block["lat"]), block.get("coordinates")
        tables.subject(block["id"], "area")
        tables.add(
            "area",
            id=block["id"],
            name=block["name"],
            type=block["type"],
            geometry_source=source,
            geometry=wkb(outline) if outline is not None else None,
        )
        add_names(tables, block)
        add_states(tables, block, "track", AREA_STATUSES)


def add_boundaries(tables: Tables) -> None:
    """Lines between sectors with their states."""
    names = {block["id"]: block["name"] for block in tables.text.blocks["actors"]}
    for block in by_id(tables, "boundaries"):
        shape = tables.text.shapes.get(block["id"])
        course = _course(tables, block["id"])
        name = block.get("name", f"{names[block['a']]}–{names[block['b']]} line in the Caspian")
        tables.subject(block["id"], "boundary")
        tables.add(
            "boundary",
            id=block["id"],
            name=name,
            state_a=tables.no("actor", block["a"]),
            state_b=tables.no("actor", block["b"]),
            method=block.get("method", ""),
            geometry_source=shape.source if shape else None,
            geometry=wkb(course) if course is not None else None,
        )
        add_names(tables, block, name)
        add_states(tables, block, "scope", BOUNDARY_STATUSES)


def add_states(tables: Tables, block: Block, track_key: str, statuses: Sequence[str]) -> None:
    """The states of one route, area or line: each track (scope) is resolved by itself."""
    states = block.get("states", ())
    for state in states:
        tables.claim(state)
    for track in sorted({_track(state, track_key) for state in states}):
        on_track = [state for state in states if _track(state, track_key) == track]
        stages = _stages(tables, on_track, statuses)
        lives = [stage.stage for stage in stages]
        for surprise in surprises(lives) if track != "control" else ():
            tables.warnings.append(f"{block.where('states')}: {block['id']}: {surprise}")
        for told, stretch in zip(stages, stretches(lives), strict=True):
            _add_stage(tables, block["id"], track, told, stretch)


def _track(state: Block, key: str) -> str:
    """An area's track (use where none is named), a boundary's scope, nothing for a route."""
    return str(state.get(key, "use")) if key else ""


class ToldStage(NamedTuple):
    """A stage with the claims that tell of it and their ranks."""

    stage: Stage
    claims: list[Block]
    ranks: list[str]


def _stages(tables: Tables, states: Sequence[Block], statuses: Sequence[str]) -> list[ToldStage]:
    """The claims on each status and episode, judged together."""

    def key(state: Block) -> tuple[int, int]:
        return state.get("episode", 1), statuses.index(state["status"])

    stages = []
    for (episode, step), same in groupby(sorted(states, key=key), key=key):
        claims = list(same)
        said = statements(tables, claims)
        judged = ranks(said)
        edtf = said[judged.index("preferred")].edtf
        stages.append(ToldStage(Stage(statuses[step], edtf, episode, step), claims, judged))
    return stages


def _add_stage(tables: Tables, subject: str, track: str, told: ToldStage, stretch: Stretch) -> None:
    for claim, rank in zip(told.claims, told.ranks, strict=True):
        tables.add(
            "state",
            claim=tables.claim_no(claim),
            subject=subject,
            track=track,
            episode=told.stage.episode,
            status=told.stage.status,
            rank="normal" if rank == "preferred" and not stretch.leads else rank,
            edtf=claim["date"],
            start_earliest=stretch.start,
            end_latest=stretch.end,
        )
