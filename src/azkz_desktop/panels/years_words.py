"""The words of the table of five states by years. No Qt."""

from collections.abc import Callable, Iterable, Sequence

from azkz_desktop.dataset.records import CASPIAN
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.saying import state_words
from azkz_desktop.panels.table_copy import cell
from azkz_desktop.translation import translate
from azkz_desktop.view.caspian import LITTORAL, Row, Said, Told
from azkz_desktop.view.citing import where_words

NameOf = Callable[[str, str], str]
"""How a choice of a facet is called, as the library says it."""


def heads(name_of: NameOf) -> tuple[str, ...]:
    """The headings of the columns."""
    return (translate("Years", "Year"), *(name_of("actor", state) for state in LITTORAL))


def year_words(row: Row) -> str:
    """The year of a row, once for all rows of it."""
    if row.part:
        return ""
    return translate("Years", "no date") if row.year is None else str(row.year)


def silence() -> str:
    """What stands where the documents are silent."""
    return translate("Years", "not told")


def cell_words(told: Told | None, part: int, name_of: NameOf) -> tuple[str, str]:
    """What a cell says, and below it scope, dates and documents."""
    if told is None:
        return ("" if part else silence(), "")
    if told.stance:
        return told.stance, _below(told, name_of, "")
    return _line(told, name_of), _below(told, name_of, scope_words(told.scope))


def _line(told: Told, name_of: NameOf) -> str:
    if told.id == CASPIAN:
        return translate("Years", "The whole sea: %s") % state_words(told.status).lower()
    words = translate("Years", "{status}: line with {neighbour}")
    neighbour = name_of("actor", told.other)
    return words.format(status=state_words(told.status), neighbour=neighbour)


def scope_words(scope: str) -> str:
    """Of what a line is told."""
    return {
        "seabed": translate("Years", "seabed"),
        "surface": translate("Years", "surface"),
        "fishing": translate("Years", "fishing"),
        "all": translate("Years", "whatever is divided"),
    }.get(scope, scope)


def _below(told: Told, name_of: NameOf, scope: str) -> str:
    """Scope, then each date with the documents that give it."""
    by_date: dict[str, list[Said]] = {}
    for said in told.said:
        by_date.setdefault(said.edtf, []).append(said)
    parts = [scope] if scope else []
    for edtf, own in by_date.items():
        names = dict.fromkeys(name_of("source", said.claim.source_key) for said in own)
        when = in_words(edtf) if edtf else ""
        parts.append(" ".join(part for part in (when, f"({', '.join(names)})") if part))
    return " · ".join(parts)


def told_whole(told: Told, name_of: NameOf) -> str:
    """A cell with every place where a document says it, for the tooltip."""
    head, below = cell_words(told, 0, name_of)
    places = (
        f"{name_of('source', said.claim.source_key)}: {where_words(said.claim)}"
        + (f" — {said.claim.note}" if said.claim.note else "")
        for said in told.said
    )
    return "\n".join((head, below, *dict.fromkeys(places)))


def table_text(rows: Sequence[Row], name_of: NameOf) -> str:
    """The whole table as text that pastes into a spreadsheet."""
    lines = ["\t".join(heads(name_of)), *(_row_text(row, name_of) for row in rows)]
    return "\n".join(lines) + "\n"


def _row_text(row: Row, name_of: NameOf) -> str:
    year = translate("Years", "no date") if row.year is None else str(row.year)
    return "\t".join((year, *_cells(row, name_of)))


def _cells(row: Row, name_of: NameOf) -> Iterable[str]:
    for told in row.cells:
        head, below = cell_words(told, row.part, name_of)
        yield cell(f"{head} [{below}]" if below else head)


def last_year(rows: Sequence[Row], year: int) -> int | None:
    """The place of the row that begins the last year not after *year*, None before all."""
    found = [n for n, row in enumerate(rows) if row.year is not None and row.year <= year]
    if not found:
        return None
    last = rows[found[-1]].year
    return next(n for n, row in enumerate(rows) if row.year == last)
