"""Modules that a library imports at once, though a window never needs them, are left unread."""

import sys
from importlib import import_module
from types import ModuleType

NUMPYS_DOCUMENTATION = ("numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars")
"""They write 350 docstrings, in a sixth of the time of numpy's import; nothing else is in them."""


class Unread(ModuleType):
    """Stands for a module, which is read after all should something in it be asked for."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # who looks through all modules asks where they are from
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(import_module(self.__name__), name)


def leave_unread(*names: str) -> None:
    """Keep the modules of these *names* from being read, where they have not been yet."""
    for name in names:
        sys.modules.setdefault(name, Unread(name))
