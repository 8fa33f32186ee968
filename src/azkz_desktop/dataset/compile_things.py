"""Rows of who and where, of numbers, stances and memberships."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from azkz_desktop.dataset.tables import UNDATED, Tables, by_id
from azkz_desktop.dataset.yaml_text import Block
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.level0 import day_range


def add_sources(tables: Tables) -> None:
    """Documents, numbered by year of publication."""
    blocks = sorted(
        tables.text.blocks["sources"], key=lambda block: (block.get("year", UNDATED), block["id"])
    )
    tables.number("source", [block["id"] for block in blocks])
    for no, block in enumerate(blocks, start=1):
        tables.subject(block["id"], "document")
        tables.add(
            "source",
            no=no,
            id=block["id"],
            authors=json.dumps(block["authors"], ensure_ascii=False),
            year=block.get("year"),
            title=block["title"],
            container=block.get("container", ""),
            doi=block.get("doi", ""),
            url=block.get("url", ""),
            horizon=block.get("horizon", ""),
            outside=int(block.get("outside", False)),
        )


def add_actors(tables: Tables) -> None:
    """Persons, states, organisations, companies."""
    blocks = by_id(tables, "actors")
    numbers = tables.number("actor", [block["id"] for block in blocks])
    for block in blocks:
        tables.subject(block["id"], "actor")
        tables.add(
            "actor",
            no=numbers[block["id"]],
            id=block["id"],
            type=block["type"],
            name=block["name"],
            country=tables.no("actor", block.get("country")),
            role=block.get("role", ""),
        )
        add_names(tables, block)


def add_places(tables: Tables) -> None:
    """Points."""
    blocks = by_id(tables, "places")
    numbers = tables.number("place", [block["id"] for block in blocks])
    for block in blocks:
        tables.subject(block["id"], "place")
        tables.add(
            "place",
            no=numbers[block["id"]],
            id=block["id"],
            name=block["name"],
            lon=block["lon"],
            lat=block["lat"],
            country=tables.no("actor", block.get("country")),
            source=tables.no("source", block["coordinates"]),
        )
        add_names(tables, block)


def add_names(tables: Tables, block: Block, main: str | None = None) -> None:
    """Every spelling of a thing, the main one first, each once a language and time."""
    _add_spellings(tables, block["id"], _spellings(block, main or block["name"]))


def add_aliases(tables: Tables, block: Block) -> None:
    """What else an event is called, besides its title."""
    _add_spellings(tables, block["id"], block.get("names") or {})


def _add_spellings(
    tables: Tables, subject: str, spellings: Mapping[str, Sequence[str | Block]]
) -> None:
    seen: set[tuple[Any, ...]] = set()
    for language, names in spellings.items():
        for name in names:
            row = _name(language, name)
            if tuple(row.values()) not in seen:
                seen.add(tuple(row.values()))
                no = len(tables.rows.get("name", ())) + 1
                tables.add("name", no=no, subject=subject, **row)


def _spellings(block: Block, main: str) -> dict[str, list[str | Block]]:
    spellings = dict(block.get("names") or {})
    return {"en": [main, *spellings.pop("en", [])], **spellings}


def _name(language: str, name: str | Block) -> dict[str, Any]:
    block = name if isinstance(name, Block) else Block(name=name)
    start, end = block.get("from"), block.get("to")
    return {
        "name": block["name"],
        "language": language,
        "valid_from": day_range(start)[0] if start else None,
        "valid_to": day_range(end)[1] if end else None,
    }


def add_series(tables: Tables) -> None:
    """Numbers."""
    for block in by_id(tables, "series"):
        tables.subject(block["id"], "series")
        tables.add(
            "series",
            id=block["id"],
            name=block["name"],
            entity=block["entity"],
            counterpart=block.get("counterpart"),
            direction=block.get("direction"),
            unit=block["unit"],
        )
        add_names(tables, block)
        for value in block["values"]:
            tables.add(
                "observation",
                claim=tables.claim(value),
                series=block["id"],
                edtf=value["date"],
                value=float(value["value"]),
                qualifier=value.get("qualifier", "actual"),
            )


def add_positions(tables: Tables) -> None:
    """Stances."""
    for block in by_id(tables, "positions"):
        tables.subject(block["id"], "position")
        tables.add(
            "position",
            id=block["id"],
            actor=tables.no("actor", block["actor"]),
            issue=block["issue"],
            stance=block["stance"],
        )
        for claim in block["claims"]:
            no = tables.claim(claim)
            tables.add("position_claim", claim=no, position=block["id"], edtf=claim.get("date"))


def add_memberships(tables: Tables) -> None:
    """Who belonged to which body."""
    blocks = sorted(tables.text.blocks["memberships"], key=lambda block: block["body"])
    for block in blocks:
        for member in block["members"]:
            edtf = member.get("date")
            span = parse(edtf) if edtf else None
            tables.add(
                "membership",
                claim=tables.claim(member),
                actor=tables.no("actor", member["actor"]),
                body=tables.no("actor", block["body"]),
                status=member["status"],
                edtf=edtf,
                start_earliest=span.start_earliest if span else None,
                end_latest=span.end_latest if span else None,
            )
