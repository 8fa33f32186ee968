"""Texts of labels are asked for once; elision and wrapping keep to the width."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline import wording as wording_module
from azkz_desktop.timeline.wording import Wording, elided, wrapped
from tests.timeline.made import MadeSource, columns_of, instant

TEXTS = st.text("abc dé", min_size=1, max_size=40).map(str.strip).filter(bool)


def measure(text: str, role: str) -> float:
    return (8.0 if role == "label-bold" else 7.0) * len(text)


def made(count: int = 30) -> tuple[Wording, MadeSource]:
    source = MadeSource(columns_of([instant(700_000)] * count))
    return Wording(source, measure), source


def test_a_text_is_asked_for_once_and_measured_in_its_font() -> None:
    wording, source = made()
    wide = wording.widths[3]
    assert wording.widths[3] == wide
    assert source.asked == 1
    assert wide == 7 * len(wording.shorts[3])
    title = wording.title(3, "label-bold")
    assert title.text.startswith(wording.shorts[3])
    assert title.width == 8 * len(title.text)


def test_it_does_not_grow_without_end() -> None:
    wording, source = made()
    most, wording_module.MOST = wording_module.MOST, 10
    try:
        for row in range(30):
            assert wording.widths[row]
        asked = source.asked
        wording.prepare([0])
        assert source.asked == asked
        wording.tidy()
        assert not wording.widths
        wording.prepare([29])
        asked = source.asked
        wording.tidy()
        wording.prepare([29])
        assert source.asked == asked
        wording.prepare([0])
        assert source.asked == asked + 1
    finally:
        wording_module.MOST = most


def test_no_width_outlives_its_text() -> None:
    wording, _ = made()
    most, wording_module.MOST = wording_module.MOST, 10
    try:
        wording.prepare(range(12))
        assert all(wording.widths[row] for row in range(5))
        wording.tidy()
        assert set(wording.widths) <= set(wording.shorts)
    finally:
        wording_module.MOST = most


@given(TEXTS, st.floats(8, 200))
def test_an_elided_text_fits(text: str, width: float) -> None:
    found = elided(text, "label", width, measure)
    assert measure(found, "label") <= width
    assert found == text or found.endswith("…")


@given(TEXTS, st.floats(8, 200), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_but_what_the_last_cuts(
    text: str, width: float, lines: int
) -> None:
    found = wrapped(text, "lane", width, lines, measure)
    assert len(found) <= lines
    assert all(measure(line, "lane") <= width for line in found)
    if not any(line.endswith("…") for line in found):
        assert " ".join(found).split() == text.split()


def test_many_texts_are_asked_for_at_once_and_none_twice() -> None:
    wording, source = made()
    wording.prepare([1, 2, 3])
    assert source.asked == 3
    wording.prepare([2, 3, 4])
    assert source.asked == 4
    assert not wording.widths
    assert set(wording.shorts) == {1, 2, 3, 4}
    wording.prepare_titles([1, 2])
    assert wording.title_width(1) == 7 * len(wording.titles[1])


def test_with_a_text_that_is_unknown_those_of_the_next_ones_are_asked_for() -> None:
    wording, source = made()
    wording.soon = [9, 4, 5, 6]
    assert wording.widths[4] == 7 * len(wording.shorts[4])
    assert set(wording.shorts) == {4, 5, 6}
    assert set(wording.widths) == {4}
    assert source.asked == 3
