"""How large letters are: one factor for all that is shown, and lengths that grow with them.

Pictures and pages that are files do not ask here: they have the normal size, whoever makes them.
"""

from PySide6.QtCore import QEvent

SMALLEST = 11
"""Pixels: nothing is written smaller."""
BODY = 13
"""Pixels of the letters of panels and tables at the normal size."""
_LENGTH = r"(?<![-\w])(font-size|(?:min-)?(?:width|height)): (\d\d)px"
"""In a style sheet: letters, and what is as large as they are; lines and gaps are thinner."""


class Letters:
    """`factor` is how much larger letters are than at the normal size."""

    factor: float = 1.0


class LetterSize:
    """In which size of letters a widget stands, so that it hears when that is another."""

    def __init__(self) -> None:
        self._factor = Letters.factor

    def changed_by(self, event: QEvent) -> bool:
        """Whether letters have another size than when this was last told, as of *event*."""
        if not is_about_letters(event) or self._factor == Letters.factor:
            return False
        self._factor = Letters.factor
        return True


def is_about_letters(event: QEvent) -> bool:
    """Whether a widget that changes may have other letters: its font or its style sheet did."""
    return event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)


def letter_pixels(size: float) -> int:
    """Pixels of letters that have *size* pixels at the normal size."""
    return max(round(size * Letters.factor), SMALLEST)


def grown(length: float) -> int:
    """Pixels of a length that holds letters; *length* is what it has at the normal size."""
    return round(length * Letters.factor)


def grown_sheet(sheet: str) -> str:
    """A style sheet with its letters, and what is as large as they are, in the present size."""
    if Letters.factor == 1.0:
        return sheet
    import re  # few have another size

    def larger(found: "re.Match[str]") -> str:
        name, size = found[1], int(found[2])
        return f"{name}: {letter_pixels(size) if name == 'font-size' else grown(size)}px"

    return re.sub(_LENGTH, larger, sheet)
