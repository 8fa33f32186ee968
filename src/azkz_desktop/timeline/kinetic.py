"""Kinetic panning: what is let go in motion runs on and slows down. No Qt, no clock."""

from dataclasses import field

from azkz_desktop.lean import dataclass

MEMORY = 0.08
"""Seconds before the hand lets go that tell how fast it was."""
FRICTION = 5.0
"""How quickly it slows: the speed falls to a third in 1 / 5 of a second or so."""
SLOWEST = 30.0
"""Pixels a second; below that it rests."""


@dataclass
class Flick:
    """The movement of a hand that drags, and how it runs on. Seconds and pixels."""

    moves: list[tuple[float, float]] = field(default_factory=list)
    speed: float = 0.0

    def grab(self, time: float, x: float) -> None:
        """A hand takes hold at *x*: whatever ran on stops."""
        self.moves = [(time, x)]
        self.speed = 0.0

    def move(self, time: float, x: float) -> None:
        """The hand is at *x*."""
        self.moves = [(then, at) for then, at in self.moves if then >= time - MEMORY]
        self.moves.append((time, x))

    def release(self, time: float) -> bool:
        """The hand lets go; whether it runs on."""
        recent = [(then, at) for then, at in self.moves if then >= time - MEMORY]
        self.moves = []
        if len(recent) < 2:
            return False
        (first, start), (last, end) = recent[0], recent[-1]
        self.speed = (end - start) / max(last - first, 0.001)
        return abs(self.speed) > SLOWEST

    def run(self, seconds: float) -> float:
        """How many pixels it runs in the next *seconds*; 0 when it rests."""
        if abs(self.speed) <= SLOWEST:
            self.speed = 0.0
            return 0.0
        # The mean of the speed before and after: exact enough at any frame rate.
        after = self.speed / (1 + FRICTION * seconds)
        pixels = (self.speed + after) / 2 * seconds
        self.speed = after
        return pixels
