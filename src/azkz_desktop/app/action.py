"""What a command of the application is."""

from collections.abc import Callable

from azkz_desktop.lean import dataclass
from azkz_desktop.view.state import Span, ViewState


@dataclass(frozen=True, slots=True)
class Facts:
    """What an action may know besides the view: the data's period.

    `in_sight`: what the timeline shows, which the view may leave to data and filter.
    """

    first: int
    last: int
    in_sight: Span | None = None


ViewChange = Callable[[ViewState, Facts], ViewState]


@dataclass(frozen=True, slots=True)
class Action:
    """One command: `keys` are Qt key sequences, the first one shown in menus.

    The actions of a `group` exclude each other and stand in a submenu of their own, where they
    are called `entry`; `title` is what they are called without it. `given` goes with `window`.
    """

    id: str
    menu: str
    title: str
    keys: tuple[str, ...] = ()
    view: ViewChange | None = None
    window: str = ""
    separate: bool = False
    group: str = ""
    entry: str = ""
    given: str = ""
