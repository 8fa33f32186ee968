"""Write what the documentation tells of the data: counts, views, words, examples.

    python -m scripts.dataset_docs

Compiles `data/source/` and rewrites what stands between `<!-- begin NAME -->` and
`<!-- end NAME -->` in `docs/dataset.md`, and the examples of `docs/source-format.md`.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from azkz_desktop.dataset.compile import build
from azkz_desktop.dataset.vocabulary import VIEWS
from scripts import datapackage

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "data" / "source"
DATASET = ROOT / "docs" / "dataset.md"
FORMAT = ROOT / "docs" / "source-format.md"

CLAIMS = {
    "event_claims": "Events",
    "route_states": "Routes",
    "area_states": "Areas",
    "boundary_states": "Lines",
    "observations": "Numbers",
    "positions": "Stances",
    "memberships": "Memberships",
    "capitals": "Capitals",
}
"""The views that carry claims, and how their columns are headed."""
_MARKED = re.compile(r"(<!-- begin (?P<name>[\w-]+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)
_EXAMPLE = re.compile(
    r"(<!-- example (?P<file>\S+) (?P<id>\S+?)(?: (?P<lines>\d+))? -->\n```yaml\n).*?(```)",
    re.DOTALL,
)
Cells = Sequence[Any]
Rows = Iterable[Cells]


def table(head: Cells, rows: Rows) -> str:
    """A table in Markdown; columns after the first that hold numbers are set to the right."""
    lines = [[str(cell) for cell in row] for row in rows]
    right = [
        at > 0
        and all(line[at].strip("– %") == "" or line[at].strip("– %").isdigit() for line in lines)
        for at in range(len(head))
    ]
    rule = ["--:" if to_right else "---" for to_right in right]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in [head, rule, *lines])


def by_document(db: sqlite3.Connection) -> str:
    """How many claims of each document stand in each view."""
    rows: list[tuple[bool, int, list[Any]]] = []
    for key, year, outside in db.execute("SELECT source_key, year, outside FROM sources"):
        counts = [_count(db, view, "source_key = ?", key) for view in CLAIMS]
        inferred, via = (
            sum(_count(db, view, f"source_key = ? AND {which}", key) for view in CLAIMS)
            for which in ("inferred", "via IS NOT NULL")
        )
        if sum(counts):
            name = f"`{key}`" + (" (outside)" if outside else "")
            share = f"{100 * inferred / sum(counts):.0f} %"
            rows.append((bool(outside), year or 9999, [name, *counts, sum(counts), share, via]))
    cells = [row for *_, row in sorted(rows, key=lambda row: row[:2])]
    totals = [sum(column) for column in zip(*(row[1:-2] for row in cells), strict=True)]
    cells.append(["all", *totals, "", sum(row[-1] for row in cells)])
    return table(["Document", *CLAIMS.values(), "Claims", "Inferred", "Via"], cells)


def _count(db: sqlite3.Connection, view: str, where: str, *values: str) -> int:
    query = f"SELECT count(*) FROM {view} WHERE {where}"  # noqa: S608 - names of ours
    (count,) = db.execute(query, values).fetchone()
    return int(count)


def by_section(db: sqlite3.Connection) -> str:
    """Under which heading of each document the claims stand, in the order of the document."""
    query = """
    SELECT source.id, section.heading FROM section JOIN source ON source.no = section.source
    WHERE NOT source.outside ORDER BY source.year, section.line
    """
    parts: dict[str, list[Cells]] = {}
    for source, heading in db.execute(query):
        where = "source_key = ? AND section = ?"
        counts = [_count(db, view, where, source, heading) for view in CLAIMS]
        parts.setdefault(source, []).append([heading or "(no heading)", *counts, sum(counts)])
    return "\n".join(
        f"`{source}`\n\n{table(['Section', *CLAIMS.values(), 'Claims'], rows)}"
        for source, rows in parts.items()
    )


def rows_of_views(db: sqlite3.Connection) -> str:
    """How many rows each public view has, and what a row is."""
    views = datapackage.words()["views"]
    return table(
        ["View", "Rows", "One row is"],
        [
            [f"`{view}`", _count(db, view, "1"), views[view]["is"].removeprefix("One row is ")]
            for view in VIEWS
        ],
    )


def columns(_: sqlite3.Connection) -> str:
    """Every column of every view."""
    common = datapackage.words()["columns"]
    parts = []
    for view, described in datapackage.described().items():
        own = {name: one for name, one in described.items() if common.get(name) is not one}
        shared = [f"`{name}`" for name in described if name not in own]
        rest = f"\nand {', '.join(shared)} (below)\n" if shared else ""
        lines = [[f"`{name}`", datapackage.description(one)] for name, one in own.items()]
        parts.append(f"**{view}**\n\n{table(['Column', 'What it is'], lines)}{rest}")
    lines = [[f"`{name}`", datapackage.description(one)] for name, one in common.items()]
    parts.append(f"**in several views**\n\n{table(['Column', 'What it is'], lines)}")
    return "\n".join(parts)


def vocabulary(_: sqlite3.Connection) -> str:
    """The words that columns hold, with their meanings."""
    return "\n".join(
        f"**{name.replace('_', ' ')}**\n\n"
        + table(["Word", "Meaning"], [[f"`{word}`", told] for word, told in meanings.items()])
        for name, meanings in datapackage.words()["vocabulary"].items()
    )


def contradictions(db: sqlite3.Connection) -> str:
    """What the documents contradict each other, or themselves, about."""
    query = """
    SELECT field, count(*), sum(source_a <> source_b), sum(source_a = source_b)
    FROM disagreements GROUP BY field ORDER BY 2 DESC, field
    """
    return table(["About", "Rows", "Between documents", "Within one"], db.execute(query))


def gaps(db: sqlite3.Connection) -> str:
    """How much is open."""
    asked = {
        "Events": "SELECT count(*) FROM events",
        "Contested": "SELECT sum(contested) FROM events",
        "Known to the day": "SELECT sum(precision = 'day') FROM events",
        "Known to the month or season": "SELECT sum(precision IN ('month', 'season')) FROM events",
        "Known to the year or less": (
            "SELECT sum(precision IN ('year', 'decade', 'century')) FROM events"
        ),
        "Without a place": "SELECT sum(places = '[]') FROM events",
        "Told by more than one document": (
            "SELECT sum(json_array_length(source_keys) > 1) FROM events"
        ),
        "Routes that are not drawn": "SELECT sum(geometry IS NULL) FROM routes",
        "Areas that are not drawn": "SELECT sum(geometry IS NULL) FROM areas",
        "Lines that are not drawn": "SELECT sum(geometry IS NULL) FROM boundaries",
    }
    return table(
        ["", "Number"],
        [[name, db.execute(query).fetchone()[0]] for name, query in asked.items()],
    )


PARTS: dict[str, Callable[[sqlite3.Connection], str]] = {
    "by-document": by_document,
    "by-section": by_section,
    "views": rows_of_views,
    "columns": columns,
    "vocabulary": vocabulary,
    "contradictions": contradictions,
    "gaps": gaps,
}


def example(file: str, id_: str, lines: int | None = None) -> str:
    """A block of the source text as it stands there (its first *lines*, where given)."""
    text = (SOURCE / file).read_text(encoding="utf-8")
    if id_ == "*":
        block = text
    else:
        found = re.search(
            rf"^- (?:id|body|state): {re.escape(id_)}\n(?:(?!- ).*\n)*"
            rf"|^- \{{id: {re.escape(id_)},.*\n",
            text,
            re.MULTILINE,
        )
        if found is None:
            raise LookupError(f"{file} has no block {id_}")
        block = re.sub(r"(?m)^#.*\n|^\n", "", found[0])
    return "".join(block.splitlines(keepends=True)[:lines])


def with_examples(text: str) -> str:
    """The text of a document with its examples as the source text has them now."""
    return _EXAMPLE.sub(
        lambda found: (
            found[1]
            + example(found["file"], found["id"], int(found["lines"]) if found["lines"] else None)
            + "```"
        ),
        text,
    )


def with_counts(text: str, db: sqlite3.Connection) -> str:
    """The text of a document with its marked parts as the data have them now."""
    return _MARKED.sub(lambda found: f"{found[1]}\n{PARTS[found['name']](db)}\n{found[3]}", text)


def main() -> None:
    """Rewrite both documents."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "azkz.db"
        build(SOURCE, path)
        with closing(sqlite3.connect(path)) as db:
            DATASET.write_text(with_counts(DATASET.read_text("utf-8"), db), "utf-8")
    FORMAT.write_text(with_examples(FORMAT.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
