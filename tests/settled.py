"""What follows a change follows at once, where a test does not look at that itself."""

import pytest

from azkz_desktop.painting.later import Later


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Later, "at_once", True)
