"""Plain tables for the terminal: columns as wide as what stands in them."""

import unicodedata
from collections.abc import Sequence

NARROW = 24
"""Cells up to which a column always grows; a longer one may run over into its line."""


def table(rows: Sequence[Sequence[str]]) -> str:
    """*rows* with their columns aligned, two spaces apart, a line each; the last is ragged."""
    if not rows:
        return ""
    widths = [_column_width([row[at] for row in rows]) for at in range(len(rows[0]))]
    return "".join(_line(row, widths) for row in rows)


def width(text: str) -> int:
    """Cells that *text* takes in a terminal: marks that combine take none, some letters two."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def _column_width(cells: Sequence[str]) -> int:
    """The width of the widest cell but for the few that are much wider than the others."""
    widths = sorted(width(cell) for cell in cells)
    usual = widths[int(0.9 * (len(widths) - 1))]
    return max(one for one in widths if one <= max(usual * 1.2, NARROW))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [text + " " * (wide - width(text)) for text, wide in zip(row, widths, strict=True)]
    return "  ".join(cells).rstrip() + "\n"
