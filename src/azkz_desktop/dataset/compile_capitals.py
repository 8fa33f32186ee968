"""Rows of which city was the capital of which state, and when."""

from azkz_desktop.dataset.tables import Tables
from azkz_desktop.dates.edtf import parse


def add_capitals(tables: Tables) -> None:
    """Which place was whose capital."""
    for block in sorted(tables.text.blocks["capitals"], key=lambda block: block["state"]):
        for seat in block["seats"]:
            edtf = seat.get("date")
            span = parse(edtf) if edtf else None
            tables.add(
                "capital",
                claim=tables.claim(seat),
                state=tables.no("actor", block["state"]),
                place=tables.no("place", seat["place"]),
                edtf=edtf,
                start_earliest=span.start_earliest if span else None,
                end_latest=span.end_latest if span else None,
            )
