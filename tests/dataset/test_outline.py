"""Where a line of a document stands."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.outline import Location, outline_of

BLOCK = {
    "source": "huseynov2017",
    "sections": [
        {
            "heading": "Energy",
            "line": 201,
            "paragraphs": [203],
            "elements": [{"name": "Table 1", "lines": [205, 210]}],
        },
        {
            "heading": "Political relations",
            "line": 31,
            "paragraphs": [33, [55, 60], 58, 62],
            "elements": [{"name": "Footnote 1", "lines": [57, 57]}],
        },
        {"heading": "Bibliography", "line": 338, "paragraphs": []},
    ],
}


def at(line: int) -> tuple[str, int, str]:
    outline = outline_of(BLOCK)
    place = outline.locate(line)
    assert isinstance(place, Location)
    return outline.sections[place.section].heading, place.paragraph, place.element


def test_a_paragraph_that_a_page_break_cuts_counts_once() -> None:
    assert at(56) == ("Political relations", 2, "")
    assert at(58) == ("Political relations", 3, "")
    assert at(60) == ("Political relations", 2, "")
    assert at(62) == ("Political relations", 4, "")


def test_a_table_has_the_number_of_the_paragraph_before_it() -> None:
    assert at(207) == ("Energy", 1, "Table 1")
    assert at(57) == ("Political relations", 2, "Footnote 1")


def test_a_heading_counts_to_its_first_paragraph() -> None:
    assert at(31) == ("Political relations", 1, "")
    assert at(1) == ("Political relations", 1, "")
    assert at(340) == ("Bibliography", 1, "")


@given(st.integers(1, 400))
def test_the_section_is_the_last_that_begins_before_the_line(line: int) -> None:
    begun = [(31, "Political relations"), (201, "Energy"), (338, "Bibliography")]
    expected = [heading for first, heading in begun if first <= line] or ["Political relations"]
    assert at(line)[0] == expected[-1]
