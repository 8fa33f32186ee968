"""Rows of the table as text that pastes into a spreadsheet: tabs, lines, a header. No Qt."""

import re
from collections.abc import Generator, Iterable, Sequence

from azkz_desktop.panels.table_columns import Column, TableSource, column_title

AT_ONCE = 16
_BREAKS = re.compile(r"\s*[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+\s*")
_FORMULA = ("=", "+", "-", "@")


def cell(text: str) -> str:
    """*text* so that it stays one cell, and text.

    Tabs and line ends become spaces. A text that a spreadsheet would take for a formula gets an
    apostrophe before it: data files come from anywhere, and a formula can reach outside.
    """
    flat = _BREAKS.sub(" ", text).strip()
    return f"'{flat}" if flat.startswith(_FORMULA) else flat


def header(columns: Sequence[Column]) -> str:
    """The line of headings."""
    return "\t".join(cell(column_title(column.id)) for column in columns)


def line(source: TableSource, row: int, columns: Sequence[Column]) -> str:
    """One event as a line."""
    return "\t".join(cell(column.text(source, row)) for column in columns)


def copy_rows(
    source: TableSource, rows: Iterable[int], columns: Sequence[Column], lines: list[str]
) -> Generator[int, None, None]:
    """Write header and *rows* into *lines*; yields how many rows have been written."""
    lines.append(header(columns))
    for done, row in enumerate(rows, start=1):
        lines.append(line(source, int(row), columns))
        if done % AT_ONCE == 0:
            yield done
