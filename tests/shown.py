"""A widget on the screen of a test."""

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound="QWidget")


class PutUp(Protocol):
    """Shows a widget, as large as is said or as it asks to be; it goes when the test is over."""

    def __call__(self, widget: W, *size: int) -> W:
        """*size* is width and height in pixels."""
