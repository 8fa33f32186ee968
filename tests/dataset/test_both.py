"""Two at once: both answers, and what either raises."""

import threading
from collections.abc import Callable

import pytest

from azkz_desktop.dataset.both import both


def test_both_run_at_the_same_time_and_both_answers_come() -> None:
    meeting = threading.Barrier(2, timeout=10)
    threads = []

    def meet(word: str) -> str:
        threads.append(threading.current_thread())
        meeting.wait()
        return word

    assert both(lambda: meet("here"), lambda: meet("there")) == ("here", "there")
    assert len(set(threads)) == 2


def fail() -> str:
    raise ValueError("no")


@pytest.mark.parametrize("sides", [(fail, str), (str, fail), (fail, fail)])
def test_what_one_raises_is_raised_when_both_have_ended(
    sides: tuple[Callable[[], str], Callable[[], str]],
) -> None:
    before = threading.active_count()
    with pytest.raises(ValueError, match="no"):
        both(*sides)
    assert threading.active_count() == before
