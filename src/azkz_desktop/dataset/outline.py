"""Where a line of a document stands: under which heading, in which paragraph, in which table."""

from bisect import bisect_right
from typing import Any, NamedTuple

from azkz_desktop.lean import dataclass


class Location(NamedTuple):
    """A place in a document: `section` is an index into `Outline.sections`, paragraphs from 1."""

    section: int
    paragraph: int
    element: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading as printed, its line, where paragraphs (or pieces of them) begin, its tables.

    `starts` are first lines, ascending, each with the number of its paragraph; `elements` are
    names with first and last line.
    """

    heading: str
    line: int
    starts: tuple[tuple[int, int], ...]
    elements: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a document in the order of their lines."""

    sections: tuple[Section, ...]

    def locate(self, line: int) -> Location:
        """The section, paragraph and table, chart or footnote of *line* (1-based).

        A line in a table gets the number of the paragraph before it, one before the first
        paragraph of its section counts to that.
        """
        index = max(bisect_right([section.line for section in self.sections], line) - 1, 0)
        section = self.sections[index]
        before = bisect_right([start for start, _ in section.starts], line)
        paragraph = section.starts[before - 1][1] if before else 1
        elements = (name for name, first, last in section.elements if first <= line <= last)
        return Location(index, paragraph, next(elements, ""))


def outline_of(block: dict[str, Any]) -> Outline:
    """The outline that a checked file of `outlines/` describes."""
    sections = sorted(map(_section, block["sections"]), key=lambda section: section.line)
    return Outline(tuple(sections))


def _section(block: dict[str, Any]) -> Section:
    starts = []
    for number, pieces in enumerate(block["paragraphs"], start=1):
        starts += [(piece, number) for piece in (pieces if isinstance(pieces, list) else [pieces])]
    elements = [(element["name"], *element["lines"]) for element in block.get("elements", ())]
    return Section(block["heading"], block["line"], tuple(sorted(starts)), tuple(elements))
