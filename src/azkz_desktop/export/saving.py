"""Saving what was exported: the house's one checked way (see `azkz_desktop.saving`)."""

from azkz_desktop.saving import (
    Check,
    SavingError,
    save_bytes,
    save_text,
    saving_to,
    unchecked,
    write_all,
)

__all__ = [
    "Check",
    "SavingError",
    "save_bytes",
    "save_text",
    "saving_to",
    "unchecked",
    "write_all",
]
