"""The numbers of a figure as CSV, each with its claim. No Qt."""

import csv
import io
from collections.abc import Iterable

from azkz_desktop.dataset.records import Observation, Series

COLUMNS = (
    "series_id", "series_name", "entity", "counterpart", "direction", "edtf", "value", "unit",
    "qualifier", "source_key", "section", "paragraph", "line", "as_stated", "cites", "via",
    "inferred", "note",
)  # fmt: skip
"""The columns of the public view `observations`, the claim's behind it."""


def as_csv(series: Iterable[Series]) -> str:
    """A table with a header, a line a number; what is not there is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in series:
        writer.writerows(_row(one, number) for number in one.observations)
    return out.getvalue()


def _row(series: Series, number: Observation) -> tuple[object, ...]:
    claim = number.claim
    value = f"{number.value:.15g}" if number.value % 1 else f"{number.value:.0f}"
    return (
        series.id, series.name, series.entity, series.counterpart or "", series.direction or "",
        number.edtf, value, series.unit, number.qualifier, claim.source_key, claim.section,
        "" if claim.paragraph is None else claim.paragraph,
        "" if claim.line is None else claim.line,
        claim.as_stated, claim.cites, claim.via or "", int(claim.inferred), claim.note,
    )  # fmt: skip
