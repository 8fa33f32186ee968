"""Saving what was exported: the house's one checked way (see `azkz_desktop.saving`)."""

from azkz_desktop.saving import SavingError, save_bytes, save_text, saving_to, write_all

__all__ = ["SavingError", "save_bytes", "save_text", "saving_to", "write_all"]
