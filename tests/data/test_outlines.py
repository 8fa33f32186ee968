"""Outlines match the documents: headings stand in their lines, paragraphs begin where said."""

import re
from collections.abc import Iterator

import pytest

from azkz_desktop.dataset.outline import Outline
from azkz_desktop.dataset.source import SourceText
from tests.data.audit import plain

PARAGRAPHLESS = {"Bibliography", "References", "Streszczenie"}
"""Headings under which paragraphs need not be counted: nothing is claimed there."""


def five(text: SourceText) -> list[str]:
    return [block["id"] for block in text.blocks["sources"] if not block.get("outside", False)]


def starts(outline: Outline) -> Iterator[int]:
    """The first line of every paragraph (and of its pieces after a page break)."""
    return (line for section in outline.sections for line, _ in section.starts)


def bare(line: str) -> str:
    """A line without the marks of a heading: #, *, _."""
    return plain(re.sub(r"^#+|[*_]", "", line))


def test_there_is_an_outline_of_each_of_the_five(text: SourceText) -> None:
    assert len(five(text)) == 5
    assert set(text.outlines) == set(five(text))


def test_paragraphs_go_on_and_lie_in_their_sections(text: SourceText) -> None:
    for source, outline in text.outlines.items():
        lines = list(starts(outline))
        assert lines == sorted(set(lines)), source
        ends = [section.line for section in outline.sections[1:]] + [10**6]
        for section, end in zip(outline.sections, ends, strict=True):
            assert all(section.line <= line < end for line, _ in section.starts), section.heading
            assert all(section.line <= a <= b < end for _, a, b in section.elements), section


def test_headings_are_told_apart(text: SourceText) -> None:
    for source, outline in text.outlines.items():
        headings = [section.heading for section in outline.sections]
        assert len(headings) == len(set(headings)), source


@pytest.mark.documents
def test_headings_are_printed_in_their_lines(
    text: SourceText, documents: dict[str, list[str]]
) -> None:
    """A heading may run over two lines; one that is not printed is empty."""
    wrong = [
        (source, section.line, section.heading, documents[source][section.line - 1][:60])
        for source, outline in text.outlines.items()
        for section in outline.sections
        if section.heading
        and plain(section.heading)
        not in bare(" ".join(documents[source][section.line - 1 : section.line + 2]))
    ]
    assert wrong == []


@pytest.mark.documents
def test_paragraphs_begin_with_text(text: SourceText, documents: dict[str, list[str]]) -> None:
    wrong = [
        (source, line)
        for source, outline in text.outlines.items()
        for line in starts(outline)
        if line > len(documents[source]) or not documents[source][line - 1].strip()
    ]
    assert wrong == []


@pytest.mark.documents
def test_every_line_of_text_is_in_a_paragraph(
    text: SourceText, documents: dict[str, list[str]]
) -> None:
    """Where each paragraph is one line: none is forgotten, so that none is counted wrong."""
    forgotten = []
    for source, outline in text.outlines.items():
        known = set(starts(outline)) | {section.line for section in outline.sections}
        for number, line in enumerate(documents[source], start=1):
            section = outline.sections[outline.locate(number).section]
            in_element = any(first <= number <= last for _, first, last in section.elements)
            long = len(line.split()) > 40
            if long and number not in known and not in_element and section.starts:
                forgotten.append((source, number, line[:50]))
    assert forgotten == []
