"""Two things done at once: SQLite lets other threads run while it reads."""

import threading
from collections.abc import Callable
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def both(here: Callable[[], A], there: Callable[[], B]) -> tuple[A, B]:
    """What *here* answers and what *there* answers, which runs in a thread of its own.

    Raises what either raises, once both have come to an end.
    """
    answers: list[B] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(there())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        answer = here()
    finally:
        thread.join()
    if raised:
        raise raised[0]
    return answer, answers[0]
