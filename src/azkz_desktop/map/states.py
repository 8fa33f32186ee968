"""What held at a moment: the status of a route, an area or a line, as the documents tell it."""

from collections.abc import Sequence

from azkz_desktop.dataset.records import State
from azkz_desktop.dates.days import EdtfError
from azkz_desktop.dates.edtf import parse
from azkz_desktop.lean import dataclass

BUILT = ("operational", "expanded")
SETTLED = ("agreed", "in_force")
NEVER = -(2**30)
EVER = 2**30


@dataclass(frozen=True, slots=True)
class Stage:
    """A status over days `first` to `last` (inclusive), on one track.

    The documents let it begin anywhere from `first` to `sure`; `edtf` is the preferred claim's
    date, `told` the documents behind it, in the order of their years, `tellings` every claim's
    document and date.
    """

    track: str
    status: str
    first: int
    sure: int
    last: int
    edtf: str
    told: tuple[str, ...]
    tellings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What held at a moment; `sure` is false where it may have begun later."""

    stage: Stage
    sure: bool

    @property
    def status(self) -> str:
        """The status that held."""
        return self.stage.status


def stages(states: Sequence[State]) -> tuple[Stage, ...]:
    """The claims of each resolved stretch joined, in order of time."""
    groups: dict[tuple[str, str, int], list[State]] = {}
    for state in states:
        first = NEVER if state.start_earliest is None else state.start_earliest
        groups.setdefault((state.track, state.status, first), []).append(state)
    found = [_stage(key, group) for key, group in groups.items()]
    return tuple(sorted(found, key=lambda stage: (stage.first, stage.last)))


def _stage(key: tuple[str, str, int], group: list[State]) -> Stage:
    track, status, first = key
    main = next((state for state in group if state.rank == "preferred"), group[0])
    last = EVER if main.end_latest is None else main.end_latest
    return Stage(
        track,
        status,
        first,
        max(first, _begun_by(main.edtf)),
        last,
        main.edtf,
        tuple(dict.fromkeys(state.claim.source_key for state in group)),
        tuple((state.claim.source_key, state.edtf) for state in group),
    )


def _begun_by(edtf: str) -> int:
    """The day by which what has this date had certainly begun; long ago where none is given."""
    try:
        latest = parse(edtf).start_latest
    except EdtfError:
        return NEVER
    return NEVER if latest is None else latest


def held(life: Sequence[Stage], day: int, track: str | None = None) -> Held | None:
    """What held on *day* (None: nothing is told), on one *track* or on any.

    Where stretches overlap, the one that began last holds.
    """
    found = [
        stage
        for stage in life
        if stage.first <= day <= stage.last and (track is None or stage.track == track)
    ]
    if not found:
        return None
    stage = max(found, key=lambda one: (one.first, one.sure))
    return Held(stage, stage.sure <= day)


def is_told(status: Held) -> bool:
    """Whether enough is told to draw it.

    What may have been built "by 2016" may have stood long before: it is drawn, pale. Of a mere
    plan of which only that is told nothing can be said at an earlier moment.
    """
    bounded = status.stage.first > NEVER
    return status.sure or bounded or status.status in BUILT


def tracks(life: Sequence[Stage]) -> tuple[str, ...]:
    """The tracks (an area's) or scopes (a line's) that are told of, in order of time."""
    return tuple(dict.fromkeys(stage.track for stage in life))


def agreed_until(life: Sequence[Stage], day: int) -> dict[str, tuple[str, ...]]:
    """For each scope the dates (EDTF) of what had been agreed by *day*, in order of time."""
    agreed: dict[str, tuple[str, ...]] = {}
    for stage in life:
        if stage.status in SETTLED and stage.first <= day:
            agreed[stage.track] = (*agreed.get(stage.track, ()), stage.edtf)
    return agreed
