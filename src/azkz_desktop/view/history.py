"""Undo and redo: a list of views with the name of the step that led to each."""

from azkz_desktop.lean import dataclass
from azkz_desktop.view.state import ViewState

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A view and the name of the change that led to it ("Zoom", "Filter by actor")."""

    state: ViewState
    name: str = ""
    gesture: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Views before, now, and after; immutable like everything in it.

    Steps of one `gesture` (a drag, a run of wheel turns) count as one: they replace each other.
    One that is back where it began is none.
    """

    now: Step
    before: tuple[Step, ...] = ()
    after: tuple[Step, ...] = ()

    def push(self, step: Step) -> "History":
        """The history after *step*; what had been undone is gone."""
        if step.gesture is not None and step.gesture == self.now.gesture:
            if self.before and self.before[-1].state == step.state:
                return History(self.before[-1], self.before[:-1])
            return History(step, self.before)
        return History(step, (*self.before, self.now)[-LONGEST:])

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
