"""Panels settle at once."""

from tests.settled import at_once

__all__ = ["at_once"]
