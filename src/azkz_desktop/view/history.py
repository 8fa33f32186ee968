"""Undo and redo: a list of views with the name of the step that led to each."""

from dataclasses import replace

from azkz_desktop.lean import dataclass
from azkz_desktop.view.state import ViewState

LONGEST = 500
RUN = 1.0
"""Seconds within which keys pressed or a wheel turned again go on with the same step."""


@dataclass(frozen=True, slots=True)
class Step:
    """A view and the name of the change that led to it ("Zoom", "Filter by actor").

    `at` is when that was, in seconds since any one time.
    """

    state: ViewState
    name: str = ""
    gesture: str | None = None
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class History:
    """Views before, now, and after; immutable like everything in it.

    Steps of one `gesture` (a drag, a run of wheel turns) count as one: they replace each other,
    as long as no more than `RUN` lies between two of them. One that is back where it began is
    none.
    """

    now: Step
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()

    def push(self, step: Step, *, held: bool = False) -> "History":
        """The history after *step*; what had been undone is gone.

        *held*: a hand has not let go since the last one, however long ago that was.
        """
        now = self.now
        goes_on = step.gesture is not None and step.gesture == now.gesture
        if goes_on and (held or step.at - now.at <= RUN):
            if self.before and self.before[-1].state == step.state:
                return History(self.before[-1], self.before[:-1])
            return History(step, self.before)
        return History(step, (*self.before, self.now)[-LONGEST:])

    def ended(self) -> "History":
        """The same history, whose last step nothing goes on with."""
        if self.now.gesture is None:
            return self
        return History(replace(self.now, gesture=None), self.before, self.after)

    def amended(self, state: ViewState) -> "History":
        """The same steps, of which the last led to *state*."""
        return History(replace(self.now, state=state), self.before, self.after)

    def gathered(self, since: "History") -> "History":
        """The same view, to which one step leads from where *since* was; none if it is that view.

        The same history where *since* is no part of it (any more).
        """
        for place, step in enumerate(self.before):
            if step is since.now:
                if step.state == self.now.state:
                    return History(step, self.before[:place])
                return History(self.now, self.before[: place + 1], self.after)
        return self

    def undo(self) -> "History":
        """One step back; the same history where there is none."""
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> "History":
        """One step forward again; the same history where nothing was undone."""
        if not self.after:
            return self
        return History(self.after[0], (*self.before, self.now), self.after[1:])

    @property
    def undo_name(self) -> str | None:
        """What undo would take back, None where there is nothing."""
        return self.now.name if self.before else None

    @property
    def redo_name(self) -> str | None:
        """What redo would do again, None where there is nothing."""
        return self.after[0].name if self.after else None
