"""The whole view as one immutable value: what is asked, what is in sight, what is chosen."""

from dataclasses import field

from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter

LANES = ("kind", "actor", "theme", "place", "source")
PANES = ("timeline", "table", "figures", "disagreements", "years")
LAYERS = (
    "rivers",
    "borders",
    "cities",
    "graticule",
    "sectors",
    "lines",
    "routes",
    "areas",
    "arcs",
    "events",
)

SCOPES = ("seabed", "surface", "positions")
"""What of the Caspian's division the map shows: lines on the seabed, on the surface, or stances."""
BAND_SCALES = ("own", "shared", "log")
"""How high numbers stand in a band: by the largest of its own, by that of all bands of the same
unit, or by their logarithm."""
SCENARIOS = ("median", "mainland", "equal", "undivided")
"""The divisions of the sea that can be illustrated, in the order of the menu."""
LANGUAGES = ("en", "az", "kk", "ru", "tr")
"""The languages (BCP 47) that places and states can be named in."""

FIRST_LAYERS = tuple(layer for layer in LAYERS if layer not in ("sectors", "arcs"))
"""What is on at first: not the computed sectors, and no visits from far outside the picture."""


@dataclass(frozen=True, slots=True)
class Span:
    """The part of time in sight on the timeline, in days.

    Days are proleptic Gregorian ordinals (1 is 1 January of the year 1) and may be fractions:
    day *d* lies between *d* and *d* + 1.
    """

    start: float
    end: float

    @property
    def days(self) -> float:
        """Its length in days."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class MapWindow:
    """What the map shows: the point in its middle and how many kilometres its width spans.

    In a frame wider than 2.1 times its height more is shown at the sides, so that what is
    in sight from north to south does not depend on the frame.
    """

    lon: float = 49.5
    lat: float = 42.2
    width_km: float = 2600.0


@dataclass(frozen=True, slots=True)
class Focus:
    """The one thing chosen: its type (event, actor, place, route …) and its id."""

    type: str
    id: str


TABLE_COLUMNS = ("date", "kind", "title", "actors", "places", "sources", "disagreement")
"""The columns that the table shows until others are chosen."""


@dataclass(frozen=True, slots=True)
class TableLook:
    """How the table is set up: its columns from left to right, and what it is sorted by.

    `sort` has the ids of columns, the first one first; a `-` before an id: the other way round.
    """

    columns: tuple[str, ...] = TABLE_COLUMNS
    sort: tuple[str, ...] = ("date",)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything that decides what is shown; nothing else remembers it.

    `moment` is an ISO day: the map is drawn as of it. `span` None means the whole period of
    the data (or of the filter). `layers` are the map layers that are on; `hidden_lanes` and
    `folded_lanes` hold lane ids. `figure` is the id of a figure (a chart of one or several
    series); empty: the first one; with `figure_linked` it shows the days of `span`. `question`
    is the id of the guided question whose answer stands beside, empty for none. `pane` is
    what stands below the map, one of `PANES`; `bands` are the ids of series that run as bands
    under the timeline's lanes.

    `lane_order` has ids of lanes that come first, in that order; `scrolled` is how many pixels
    the lanes are scrolled down; `eras` are the groups of named periods behind the lanes;
    `opened` are the ids of events that show their children inside them. `band_scale` is one of
    `BAND_SCALES`.

    `compare` is the day of a second map beside the first (empty: none), which takes the right
    of the frame from `divider` on, a part of its width. `scope` is one of `SCOPES`,
    `scenario` the id of a division of the sea to illustrate (empty: none), `language` the one
    of `LANGUAGES` in which the map names places.
    """

    filter: Filter = field(default_factory=Filter)
    span: Span | None = None
    lanes: str = "kind"
    hidden_lanes: tuple[str, ...] = ()
    folded_lanes: tuple[str, ...] = ()
    map: MapWindow = field(default_factory=MapWindow)
    layers: tuple[str, ...] = FIRST_LAYERS
    moment: str = "2008-11-03"
    focus: Focus | None = None
    table: TableLook = field(default_factory=TableLook)
    figure: str = ""
    figure_linked: bool = False
    question: str = ""
    pane: str = "timeline"
    bands: tuple[str, ...] = ("trade-az-kz-total",)
    lane_order: tuple[str, ...] = ()
    scrolled: float = 0.0
    eras: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    band_scale: str = "own"
    compare: str = ""
    divider: float = 0.5
    scope: str = "seabed"
    scenario: str = ""
    language: str = "en"
