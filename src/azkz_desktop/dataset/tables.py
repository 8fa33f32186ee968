"""The rows of the file while it is compiled, with the numbers that they refer to each other by."""

from collections.abc import Iterable, Sequence
from typing import Any

from azkz_desktop.dataset.outline import Outline
from azkz_desktop.dataset.resolve import Statement
from azkz_desktop.dataset.source import SourceText
from azkz_desktop.dataset.yaml_text import Block

Row = dict[str, Any]
UNDATED = 9999
"""Stands for the year of a document that has none: it is published last."""


class Tables:
    """Rows by table, in the order in which they are to be written.

    `numbers` has the number of each id in the numbered tables (source, actor, place, event …);
    `warnings` says what is allowed but likely an oversight, with file and line.
    """

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.rows: dict[str, list[Row]] = {}
        self.numbers: dict[str, dict[str, int]] = {}
        self.warnings: list[str] = []
        self._claims: dict[int, int] = {}
        self._sections: dict[tuple[str, int | str], int] = {}

    def add(self, table: str, **row: Any) -> None:
        """One more row of *table*."""
        self.rows.setdefault(table, []).append(row)

    def number(self, table: str, ids: Iterable[str]) -> dict[str, int]:
        """Number *ids* from 1 in the order given, as rows of *table* will be."""
        self.numbers[table] = {id_: no for no, id_ in enumerate(ids, start=1)}
        return self.numbers[table]

    def no(self, table: str, id_: str | None) -> int | None:
        """The number of an id, None for None."""
        return None if id_ is None else self.numbers[table][id_]

    def subject(self, id_: str, type_: str) -> None:
        """An id that exists, unique across all types."""
        self.add("subject", id=id_, type=type_)

    def claim(self, block: Block) -> int:
        """The number of a new claim, with section and paragraph found by its line."""
        section, paragraph, element = self._place(block)
        no = self._claims[id(block)] = len(self._claims) + 1
        self.add(
            "claim",
            no=no,
            source=self.no("source", block["source"]),
            section=section,
            paragraph=paragraph,
            line=block.get("line"),
            inferred=int(block.get("inferred", False)),
            via=self.no("source", block.get("via")),
            element=element,
            as_stated=block.get("as_stated", ""),
            cites=block.get("cites", ""),
            note=block.get("note", ""),
        )
        return no

    def claim_no(self, block: Block) -> int:
        """The number that the claim was given."""
        return self._claims[id(block)]

    def _place(self, block: Block) -> tuple[int, int | None, str]:
        """Section number, paragraph and element of a claim."""
        source = block["source"]
        outline = self.text.outlines.get(source)
        if outline is None:
            heading = block.get("section", "")
            return self._section(source, heading, heading, None), block.get("paragraph"), ""
        place = outline.locate(block["line"])
        return self._outlined(source, outline, place.section), place.paragraph, place.element

    def _outlined(self, source: str, outline: Outline, index: int) -> int:
        section = outline.sections[index]
        return self._section(source, index, section.heading, section.line)

    def _section(self, source: str, key: int | str, heading: str, line: int | None) -> int:
        no = self._sections.get((source, key))
        if no is None:
            no = self._sections[source, key] = len(self._sections) + 1
            number = self.no("source", source)
            self.add("section", no=no, source=number, heading=heading, line=line)
        return no


def by_id(tables: Tables, kind: str) -> list[Block]:
    """The blocks of a type in the order of their ids."""
    return sorted(tables.text.blocks[kind], key=lambda block: block["id"])


def statements(tables: Tables, claims: Sequence[Block]) -> list[Statement]:
    """Claims as what `resolve` reasons about."""
    years = {block["id"]: block.get("year", UNDATED) for block in tables.text.blocks["sources"]}
    return [
        Statement(
            claim["source"],
            claim.get("via"),
            years[claim["source"]],
            claim.get("date", "../.."),
            claim.get("rank"),
        )
        for claim in claims
    ]
