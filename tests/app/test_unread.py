"""What no window needs of the libraries is left unread, unless it is asked for after all."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from azkz_desktop.app.unread import NUMPYS_DOCUMENTATION, Unread, leave_unread
from tests.app.test_start import printed


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a module that can be imported."""
    (tmp_path / "seldom_read.py").write_text("WORD = 'read'\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield "seldom_read"
    del sys.modules["seldom_read"]


def test_it_is_read_when_something_in_it_is_asked_for(module: str) -> None:
    leave_unread(module)
    stand_in = sys.modules[module]
    assert isinstance(stand_in, Unread)
    assert stand_in.WORD == "read"
    assert not isinstance(sys.modules[module], Unread)
    assert sys.modules[module].WORD == "read"


def test_what_is_not_in_it_is_an_attribute_error(module: str) -> None:
    leave_unread(module)
    with pytest.raises(AttributeError, match="OTHER"):
        sys.modules[module].OTHER  # noqa: B018 - asking is what is tested


def test_to_ask_where_it_is_from_does_not_read_it(module: str) -> None:
    leave_unread(module)
    assert not hasattr(sys.modules[module], "__file__")
    assert isinstance(sys.modules[module], Unread)


def test_what_has_been_read_stays() -> None:
    leave_unread("sys")
    assert sys.modules["sys"] is sys


def test_nothing_asks_for_numpys_documentation_until_every_view_is_there() -> None:
    code = """
import sys
from azkz_desktop.app.start import timed_start
from azkz_desktop.app.unread import NUMPYS_DOCUMENTATION
def painted():
    print(*(type(sys.modules[name]).__name__ for name in NUMPYS_DOCUMENTATION))
timed_start("whole_window", painted)
"""
    assert printed(code) == ["Unread"] * len(NUMPYS_DOCUMENTATION)


def test_what_builds_on_numpy_does_without_its_documentation() -> None:
    code = """
import azkz_desktop.app.start
import numpy.ma, numpy.random, pyqtgraph, shapely.ops
print(numpy.ndarray.__doc__, numpy.ma.array([1, 2]).sum())
"""
    assert printed(code) == ["None", "3"]
