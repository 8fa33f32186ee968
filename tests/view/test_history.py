"""Going back: undoing everything gives the first view, redoing everything the last."""

import gc
from collections.abc import Callable
from dataclasses import replace
from weakref import ref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.history import LONGEST, RUN, History, Step
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Change, Store, weakly

FEW_STATES = st.builds(
    ViewState,
    filter=st.sampled_from((Filter(), Filter(kinds=("visit",)), Filter(start="2004"))),
    lanes=st.sampled_from(("kind", "actor")),
    moment=st.sampled_from(("2001-01-01", "2006-05-25")),
    focus=st.sampled_from((None, Focus("event", "btc-opens"))),
)
NAMES = st.sampled_from(["Zoom", "Filter", "Choose"])
GESTURES = st.none() | st.sampled_from(["drag-1", "drag-2", "wheel-1"])
ACTIONS = st.lists(
    st.tuples(FEW_STATES, NAMES, GESTURES) | st.sampled_from(["undo", "redo"]), max_size=15
)


def answer(wanted: Filter) -> Selection:
    if wanted.text == "refused":
        raise ValueError("refused")
    return Selection(np.zeros(len(wanted.kinds), np.int32), 10, {})


def act(store: Store, action: tuple[ViewState, str, str | None] | str) -> None:
    if isinstance(action, tuple):
        store.change(*action)
    else:
        {"undo": store.undo, "redo": store.redo}[action]()


def to_the_end(step: Callable[[], None], store: Store, left: str) -> None:
    while getattr(store.history, left) is not None:
        step()


@given(FEW_STATES, ACTIONS)
def test_undoing_all_random_actions_gives_the_first_view(
    first: ViewState, actions: list[tuple[ViewState, str, str | None] | str]
) -> None:
    store = Store(answer, first)
    for action in actions:
        act(store, action)
    last = store.state
    redone = [step.state for step in store.history.after]
    to_the_end(store.undo, store, "undo_name")
    assert store.state == first
    to_the_end(store.redo, store, "redo_name")
    assert store.state == (redone[-1] if redone else last)


@given(FEW_STATES, ACTIONS)
def test_listeners_hear_each_change_once_and_in_a_chain(
    first: ViewState, actions: list[tuple[ViewState, str, str | None] | str]
) -> None:
    store = Store(answer, first)
    heard: list[Change] = []
    stop = store.subscribe(heard.append)
    for action in actions:
        act(store, action)
    stop()
    store.change(replace(store.state, moment="1900-01-01"), "Unheard")
    shown = first
    for change in heard:
        assert change.old == shown
        assert change.new != change.old
        assert change.filter_changed == (change.old.filter != change.new.filter)
        assert len(change.selection) == len(change.new.filter.kinds)
        shown = change.new


def names(store: Store) -> tuple[str | None, str | None]:
    return store.history.undo_name, store.history.redo_name


def test_steps_of_one_gesture_are_one_step_back() -> None:
    store = Store(answer)
    first = store.state
    for day in ("2001-01-01", "2001-01-02", "2001-01-03"):
        store.change(replace(first, moment=day), "Move the moment", "drag-1")
    assert store.history.undo_name == "Move the moment"
    store.undo()
    assert store.state == first
    assert names(store) == (None, "Move the moment")


def test_two_drags_are_two_steps() -> None:
    history = History(Step(ViewState()))
    for gesture in ("drag-1", "drag-2"):
        history = history.push(Step(ViewState(moment="2001-01-01"), "Move", gesture))
    assert len(history.before) == 2


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def moved(store: Store, day: int, gesture: str = "pan") -> None:
    store.change(replace(store.state, moment=f"2001-01-{day:02}"), "Move", gesture)


def undone(store: Store) -> list[str]:
    """The moments that undoing leads to, one after the other."""
    found = []
    while store.history.undo_name is not None:
        store.undo()
        found.append(store.state.moment)
    return found


@given(st.lists(st.floats(0.0, 3.0), min_size=1, max_size=20))
def test_the_same_key_goes_on_with_a_step_for_about_a_second(pauses: list[float]) -> None:
    clock = Clock()
    store = Store(answer, clock=clock)
    expected = [store.state.moment]
    for day, pause in enumerate(pauses, 1):
        clock.now += pause
        if day > 1 and clock.now - (clock.now - pause) > RUN:
            expected.append(store.state.moment)
        moved(store, day)
    assert undone(store) == expected[::-1]


def test_a_hand_that_rests_goes_on_with_its_step_until_it_lets_go() -> None:
    clock = Clock()
    store = Store(answer, clock=clock)
    first = store.state.moment
    moved(store, 1)  # by key, just before
    for day in (2, 4):
        hold = store.hold()
        moved(store, day)
        clock.now += 60
        moved(store, day + 1)
        store.let_go(hold)
    moved(store, 6)  # by key, at once
    assert undone(store) == ["2001-01-05", "2001-01-03", "2001-01-01", first]


def test_letting_go_of_one_hold_does_not_end_anothers() -> None:
    clock = Clock()
    store = Store(answer, clock=clock)
    first = store.state.moment
    runs_on = store.hold()
    moved(store, 1)
    drags = store.hold()
    moved(store, 2)
    store.let_go(runs_on)
    clock.now += 60
    moved(store, 3)
    store.let_go(drags)
    store.let_go(drags)
    assert store.held is None
    assert undone(store) == ["2001-01-01", first]


def test_what_is_amended_belongs_to_the_last_step() -> None:
    store = Store(answer)
    first = store.state
    moved(store, 1, "drag-1")
    moved(store, 2, "drag-2")
    heard: list[Change] = []
    store.subscribe(heard.append)
    for _ in range(2):
        store.amend(replace(store.state, lanes="actor"))
    assert [change.new.lanes for change in heard] == ["actor"]
    moved(store, 3, "drag-2")
    assert (store.state.moment, store.state.lanes) == ("2001-01-03", "actor")
    assert undone(store) == ["2001-01-01", first.moment]


class Listener:
    def __init__(self) -> None:
        self.heard: list[Change] = []

    def hear(self, change: Change) -> None:
        self.heard.append(change)


def test_who_listens_weakly_hears_everything_and_is_held_by_others_alone() -> None:
    store, listener = Store(answer), Listener()
    known, stop = ref(listener), store.subscribe(weakly(listener.hear))
    gc.collect()
    moved(store, 1)
    assert [change.new for change in listener.heard] == [store.state]
    del listener
    gc.collect()
    assert known() is None
    moved(store, 2)
    stop()


def test_letting_go_keeps_what_was_undone_and_tells_nobody() -> None:
    store = Store(answer)
    moved(store, 1)
    store.undo()
    heard: list[Change] = []
    store.subscribe(heard.append)
    store.let_go(store.hold())
    assert store.history.redo_name == "Move"
    assert heard == []


def test_a_gesture_that_is_back_where_it_began_is_no_step() -> None:
    store = Store(answer)
    first = store.state
    store.change(replace(first, lanes="actor"), "Lanes by actor")
    for day in ("2001-01-01", first.moment):
        store.change(replace(store.state, moment=day), "Move the moment", "drag-1")
    assert names(store) == ("Lanes by actor", None)
    store.change(replace(store.state, moment="2001-01-01"), "Move the moment", "drag-1")
    store.undo()
    assert (store.state.lanes, store.state.moment) == ("actor", first.moment)


@given(FEW_STATES, ACTIONS, ACTIONS)
def test_what_is_given_up_leaves_no_step_behind(
    first: ViewState,
    before: list[tuple[ViewState, str, str | None] | str],
    drag: list[tuple[ViewState, str, str | None] | str],
) -> None:
    store = Store(answer, first)
    for action in before:
        act(store, action)
    heard: list[Change] = []
    store.subscribe(heard.append)
    history, shown = store.history, store.selection
    for action in drag:
        act(store, action)
    store.put_back(history)
    assert store.history == history
    assert store.state == history.now.state
    assert len(store.selection) == len(shown)
    if heard:
        assert heard[-1].new == store.state


@given(FEW_STATES, ACTIONS, ACTIONS)
def test_what_is_gathered_is_one_step_or_none(
    first: ViewState,
    before: list[tuple[ViewState, str, str | None] | str],
    steps: list[tuple[ViewState, str, str | None] | str],
) -> None:
    store = Store(answer, first)
    for action in before:
        act(store, action)
    history, shown = store.history, store.state
    for action in steps:
        act(store, action)
    last, known = store.state, store.history
    part = any(step is history.now for step in known.before)
    store.gather(history)
    assert store.state == last
    if part and last == shown:
        assert (store.history.now, store.history.before) == (history.now, history.before)
    elif part:
        assert store.history.before == (*history.before, history.now)
        store.undo()
        assert store.state == shown
    else:
        assert store.history == known  # undone, or gone on with by the same gesture


def test_who_listens_is_told_that_another_step_would_be_taken_back() -> None:
    store = Store(answer)
    first = store.state
    moved(store, 1)
    before = store.history
    store.change(replace(store.state, lanes="actor"), "There")
    store.change(replace(store.state, lanes=first.lanes), "Back")
    said: list[tuple[str | None, str | None]] = []
    store.subscribe(lambda _: said.append(names(store)))
    store.gather(before)
    store.gather(before)  # there is nothing any more that could be gathered
    assert said == [("Move", None)]


def test_a_new_step_forgets_what_was_undone() -> None:
    store = Store(answer)
    store.change(replace(store.state, lanes="actor"), "Lanes by actor")
    store.undo()
    store.change(replace(store.state, lanes="theme"), "Lanes by theme")
    assert store.history.redo_name is None
    store.redo()
    assert store.state.lanes == "theme"


def test_the_oldest_steps_are_forgotten_after_many() -> None:
    history = History(Step(ViewState()))
    for n in range(LONGEST + 10):
        history = history.push(Step(ViewState(focus=Focus("event", f"e{n}")), "Choose"))
    assert len(history.before) == LONGEST


def test_showing_the_same_view_is_no_step() -> None:
    store = Store(answer)
    store.change(ViewState(), "Nothing")
    assert store.history.undo_name is None


def test_a_filter_that_cannot_be_asked_changes_nothing() -> None:
    store = Store(answer)
    before = store.state
    heard: list[Change] = []
    store.subscribe(heard.append)
    with pytest.raises(ValueError, match="refused"):
        store.change(replace(before, filter=Filter(text="refused")), "Filter")
    assert (store.state, store.history.undo_name, heard) == (before, None, [])
