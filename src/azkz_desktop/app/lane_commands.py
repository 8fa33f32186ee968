"""What the window does with the lanes of its timeline: go along them, fold, hide, move."""

from collections.abc import Callable
from functools import partial

from azkz_desktop.app.exporting import Exporting


class LaneCommands(Exporting):
    """One method for each action of `lane_actions` that the window does."""

    def toggle_inside(self) -> None:
        """Open or close what belongs to the chosen event."""
        self.window.timeline.toggle_chosen()

    def previous_lane(self) -> None:
        """Go to the lane above the current one."""
        self._go_to_lane(-1)

    def next_lane(self) -> None:
        """Go to the lane below the current one."""
        self._go_to_lane(1)

    def previous_in_lane(self) -> None:
        """Choose the event before the chosen one in the current lane."""
        self._go_along_lane(-1)

    def next_in_lane(self) -> None:
        """Choose the event after the chosen one in the current lane."""
        self._go_along_lane(1)

    def fold_lane(self) -> None:
        """Fold the current lane, or unfold it."""
        self._with_lane(self.window.timeline.navigator.fold)

    def hide_lane(self) -> None:
        """Hide the current lane and go on to the next one."""
        from azkz_desktop.timeline.keys import hide_lane  # only when asked

        self._with_lane(partial(hide_lane, self.window.timeline))

    def all_lanes(self) -> None:
        """Show all lanes, unfolded."""
        self.window.timeline.navigator.show_lanes()

    def lane_up(self) -> None:
        """Move the current lane up."""
        self._with_lane(lambda lane: self.window.timeline.lanes.shift(lane, -1))

    def lane_down(self) -> None:
        """Move the current lane down."""
        self._with_lane(lambda lane: self.window.timeline.lanes.shift(lane, 1))

    def _go_to_lane(self, step: int) -> None:
        from azkz_desktop.timeline.keys import go_to_lane  # only when asked

        go_to_lane(self.window.timeline, step)
        self._tell_lane()

    def _go_along_lane(self, step: int) -> None:
        from azkz_desktop.timeline.keys import go_along_lane  # only when asked

        go_along_lane(self.window.timeline, step)

    def _with_lane(self, do: Callable[[str], None]) -> None:
        lane = self.window.timeline.current_lane()
        if lane is None:
            self._done(self.tr("Which lane? Click in one, or go to one by Ctrl+Down."))
            return
        do(lane)
        self._tell_lane()

    def _tell_lane(self) -> None:
        self._done(self.window.timeline.lane_walk.words())
