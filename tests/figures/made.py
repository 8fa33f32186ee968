"""Made-up series and disagreements for the figures' tests."""

from collections.abc import Sequence

from azkz_desktop.dataset.records import Claim, Disagreement, Observation, Series
from azkz_desktop.figures.catalogue import TIME, Figure
from azkz_desktop.figures.layout import Told, chart_of
from azkz_desktop.figures.marks import Chart

NAMES = {"akiner2012": "Akiner 2012", "huseynov2017": "Huseynov 2017"}


def claim(
    no: int = 1, source: str = "huseynov2017", line: int = 10, as_stated: str = "", note: str = ""
) -> Claim:
    """A claim of the third paragraph under "Trade"."""
    return Claim(
        no, source, "Trade", 3, line, "Table 1", as_stated, "Goble, 2009", None, False, note
    )


def number(
    edtf: str,
    value: float,
    qualifier: str = "actual",
    *,
    of: str = "trade",
    by: Claim | None = None,
) -> Observation:
    """One number."""
    return Observation(of, edtf, value, qualifier, by or claim())


def series(
    series_id: str = "trade", unit: str = "USD", *numbers: Observation, name: str = "Trade"
) -> Series:
    """A series of Azerbaijan's with *numbers*."""
    return Series(series_id, name, "azerbaijan", "kazakhstan", "total", unit, numbers)


def disagreement(
    of: str, first: tuple[str, int, int | None, str], second: tuple[str, int, int | None, str]
) -> Disagreement:
    """Two sides, each (document, line, claim, value as said)."""
    (source_a, line_a, claim_a, value_a), (source_b, line_b, claim_b, value_b) = first, second
    return Disagreement(
        "series", of, "value", value_a, source_a, line_a, claim_a, value_b, source_b, line_b,
        claim_b, "They differ.",
    )  # fmt: skip


def chart(*of: Series, form: str = TIME, disagreements: Sequence[Disagreement] = ()) -> Chart:
    """The chart of these series."""
    figure = Figure("figure", "Figure", "trade", form, tuple(one.id for one in of))
    told = Told(NAMES.__getitem__, {of[0].id: tuple(disagreements)})
    return chart_of(figure, {one.id: one for one in of}, told)
