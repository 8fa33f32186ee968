"""Every text stands out from what is behind it, and none is smaller than 11 pixels."""

import re

import pytest

from azkz_desktop.panels.style import style_sheet
from azkz_desktop.view.tokens import DARK, KIND_GROUPS, LIGHT, PRINT, Theme

TEXT, GRAPHIC = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for what is no text."""
THEMES = [LIGHT, DARK, PRINT]
SMALLEST = 11

TEXTS = [
    ("ink", "paper"), ("ink", "panel"), ("ink", "chosen"), ("ink", "disagreement_paper"),
    ("ink", "land"), ("ink", "two_states"), ("ink", "water"), ("ink", "hairline"),
    ("secondary", "paper"), ("secondary", "panel"), ("secondary", "chosen"),
    ("accent", "paper"), ("accent", "panel"), ("accent", "chosen"),
    ("panel", "ink"), ("panel", "accent"),
    ("sea_text", "water"), ("country", "land"), ("field", "land"), ("field", "water"),
]  # fmt: skip
GRAPHICS = [
    ("accent", "panel"), ("line_agreed", "water"), ("line_computed", "water"), ("oil", "land"),
    ("railway", "land"), ("sea_route", "water"), ("disagreement", "panel"),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "paper"), TEXTS)
def test_text_stands_out(theme: Theme, ink: str, paper: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, paper)) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("line", "ground"), GRAPHICS)
def test_what_carries_meaning_stands_out(theme: Theme, line: str, ground: str) -> None:
    assert contrast(getattr(theme, line), getattr(theme, ground)) >= GRAPHIC


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_sheets_own_pairs_stand_out(theme: Theme) -> None:
    """Rules that set both ink and paper, whatever colours the sheet itself brings."""
    pairs = []
    for rule in re.findall(r"\{([^}]*)\}", style_sheet(theme)):
        ink = re.search(r"(?<![-\w])color: (#\w{6})", rule)
        paper = re.search(r"background: (#\w{6})", rule)
        if ink is not None:
            pairs.append((ink[1], paper[1] if paper is not None else theme.panel))
    assert len(pairs) > 20
    assert [pair for pair in pairs if contrast(*pair) < TEXT] == []


def test_no_size_in_the_sheet_is_under_eleven_pixels() -> None:
    sizes = [int(size) for size in re.findall(r"font-size: (\d+)px", style_sheet(LIGHT))]
    assert sizes
    assert min(sizes) >= SMALLEST
    assert not re.search(r"font-size: [\d.]+(?!\d*px)(pt|em)", style_sheet(LIGHT))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_no_two_kinds_share_shape_or_colour_and_each_can_be_seen(theme: Theme) -> None:
    assert len({group.shape for group in KIND_GROUPS}) == len(KIND_GROUPS)
    assert len({group.colour for group in KIND_GROUPS}) == len(KIND_GROUPS)
    # Amber on white is 2.2 : 1 (Okabe and Ito): there the shape carries what the colour does not.
    seen = [group for group in KIND_GROUPS if contrast(group.colour, theme.panel) >= GRAPHIC]
    assert len(seen) >= len(KIND_GROUPS) - 1
