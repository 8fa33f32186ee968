"""Where the one ViewState lives: data flows from here to every view, and only from here."""

from collections.abc import Callable
from time import monotonic
from typing import ParamSpec
from weakref import WeakMethod

from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.history import History, Step
from azkz_desktop.view.pointed import Pointed
from azkz_desktop.view.state import ViewState

P = ParamSpec("P")
Answer = Callable[[Filter], Selection]
Follow = Callable[[ViewState, ViewState, Selection], ViewState]
"""From the view before, the one that is wanted and what is shown: what follows from it."""


def weakly(method: Callable[P, object]) -> Callable[P, None]:
    """A listener that calls the bound *method* for as long as anybody else holds its object.

    A widget stops to listen when it is destroyed: held by what it listens to, one without a
    parent never would be.
    """
    known = WeakMethod(method)

    def listener(*args: P.args, **kwargs: P.kwargs) -> None:
        found = known()
        if found is not None:
            found(*args, **kwargs)

    return listener


@dataclass(frozen=True, slots=True)
class Change:
    """What every listener is told: the view before and now, and what answers the filter."""

    old: ViewState
    new: ViewState
    selection: Selection

    @property
    def filter_changed(self) -> bool:
        """Whether another filter, and so another selection, is shown."""
        return self.old.filter != self.new.filter


class Store:
    """Holds the view, asks the query when the filter changes, and tells who listens.

    `answer` is the query: a filter in, a `Selection` out. It may raise ValueError for a filter
    that cannot be asked; then nothing changes. `clock` tells seconds: what one gesture does
    within a second or so, or from `hold` to `let_go`, is one step back. `follow` may add to what
    a change asks for what belongs to it; both are one step. `pointed` stands beside the view: at
    which events the pointer is.
    """

    def __init__(
        self,
        answer: Answer,
        state: ViewState | None = None,
        clock: Callable[[], float] = monotonic,
        follow: Follow = lambda _old, new, _selection: new,
    ) -> None:
        self._answer = answer
        self._clock = clock
        self._follow = follow
        self.pointed = Pointed()
        self._held: int | None = None
        self._holds = 0
        self._history = History(Step(state or ViewState()))
        self._selection = answer(self.state.filter)
        self._listeners: list[Callable[[Change], None]] = []

    @property
    def state(self) -> ViewState:
        """The view as it is now."""
        return self._history.now.state

    @property
    def selection(self) -> Selection:
        """What answers the filter now."""
        return self._selection

    @property
    def history(self) -> History:
        """What can be undone and redone."""
        return self._history

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Tell *listener* of every change from now on; call what is returned to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def change(self, state: ViewState, name: str, gesture: str | None = None) -> None:
        """Show *state* from now on; *name* says in the menu what undo would take back."""
        if state != self.state:
            state = self._follow(self.state, state, self._selection)
            step = Step(state, name, gesture, self._clock())
            self._move(self._history.push(step, held=self._held is not None))

    def amend(self, state: ViewState) -> None:
        """Show *state* from now on, as part of the last step, whatever that was."""
        if state != self.state:
            self._move(self._history.amended(state))

    @property
    def held(self) -> int | None:
        """Which hold lasts now, None where no hand has hold."""
        return self._held

    def hold(self) -> int:
        """A hand takes hold: what it does until `let_go` is one step, however long it rests.

        Which hold this is, to be named when it ends; that of another hand ends with it.
        """
        self._history = self._history.ended()
        self._holds += 1
        self._held = self._holds
        return self._holds

    def let_go(self, hold: int) -> None:
        """The hand has let go: what the next one does is another step, however soon.

        Where another has taken hold since *hold* began, this is none of its business.
        """
        if hold == self._held:
            self._held = None
            self._history = self._history.ended()

    def undo(self) -> None:
        """Back to the view before the last step."""
        self._move(self._history.undo())

    def redo(self) -> None:
        """Forward to the view that was undone last."""
        self._move(self._history.redo())

    def gather(self, since: History) -> None:
        """All steps since *since* was the history are one: a person felt them as one.

        Who listens is told, though the view is as it was: another step would be taken back.
        """
        self._move(self._history.gathered(since))

    def put_back(self, history: History) -> None:
        """All is as it was when *history* was that of now, as if no step had been made since.

        That is how a drag is given up: no step of it is left to undo or to redo.
        """
        self._move(history)

    def _move(self, history: History) -> None:
        if history is self._history:
            return
        old, new = self.state, history.now.state
        if old.filter != new.filter:
            self._selection = self._answer(new.filter)
        self._history = history
        change = Change(old, new, self._selection)
        for listener in tuple(self._listeners):
            listener(change)


class FirstClick:
    """The click that may be the first of two on a view of *store*: both are one step back."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._since: History | None = None

    def forget(self) -> None:
        """A button is pressed: what was clicked before is not the first of two."""
        self._since = None

    def done(self, since: History) -> None:
        """A click has done what it does; *since* was the history when the button was pressed."""
        self._since = since

    def gather(self) -> None:
        """The second click has done what it does: one step with the first, where there was one."""
        since, self._since = self._since, None
        if since is not None:
            self._store.gather(since)
