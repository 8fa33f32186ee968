"""What is pointed at is told to every view, and is no part of what can be undone."""

import numpy as np

from azkz_desktop.query.selection import Selection
from azkz_desktop.view.pointed import Pointed
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store


def test_who_listens_hears_of_each_move_once_until_it_stops() -> None:
    pointed, heard = Pointed(), list[tuple[int, ...]]()
    stop = pointed.subscribe(lambda: heard.append(pointed.rows))
    for rows in ((), (3,), (3,), (4, 5), (), ()):
        pointed.point(rows)
    assert heard == [(3,), (4, 5), ()]
    stop()
    pointed.point((7,))
    assert heard == [(3,), (4, 5), ()]
    assert pointed.rows == (7,)


def test_pointing_changes_no_view_and_leaves_no_step() -> None:
    store = Store(lambda _: Selection(np.arange(9, dtype=np.int32), 9, {}), ViewState())
    told: list[object] = []
    store.subscribe(told.append)
    store.pointed.point((3,))
    assert store.state == ViewState()
    assert store.history.undo_name is None
    assert told == []
