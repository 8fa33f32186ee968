"""What a chart draws: marks in the units of its axes, and the numbers behind them. No Qt."""

from dataclasses import field

from azkz_desktop.lean import dataclass

BAR, POINT, SPAN, RANGE = "bar", "point", "span", "range"


@dataclass(frozen=True, slots=True)
class Number:
    """One claim of a number, in words for the table, the tooltip and who cannot see the chart."""

    series_id: str
    series: str
    period: str
    value: str
    quality: str
    document: str
    where: str
    remarks: tuple[str, ...] = ()
    contested: bool = False
    source_key: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing drawn.

    Along the years x is days (ordinals) and y the number; in a ranking x is the number and y
    the place, downwards from 0.

    `form`: a bar from nought, a point (with a whisker from `x0` to `x1` where the day is not
    known), a span (a number for several years), a range (from one number to another). `rough`:
    no actual number but planned, expected or estimated; `part`: of a part of a year. `bound` is
    +1 for "at least" and −1 for "at most". `numbers` are places in the chart's numbers.

    It was measured over the days (ordinals) from `first` to the one before `end`; it `stays`
    after them where it was counted, unlike what adds up over a period.
    """

    form: str
    series: int
    x0: float
    x1: float
    y0: float
    y1: float
    text: str
    note: str = ""
    rough: bool = False
    part: bool = False
    bound: int = 0
    open_start: bool = False
    open_end: bool = False
    numbers: tuple[int, ...] = ()
    first: int = 0
    end: int = 0
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two marks whose documents contradict each other, as places in the chart's marks."""

    first: int
    second: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything that a figure shows.

    `factor`: numbers are drawn divided by it, and `unit` says so ("million USD"). `legend`
    names the series by their place; `places` are the names along a ranking. `left` to `right`
    are the days, or the numbers, in sight at first, `top` the largest number.
    """

    id: str
    title: str
    form: str
    unit: str
    factor: float
    legend: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    links: tuple[Contradiction, ...] = ()
    numbers: tuple[Number, ...] = ()
    sentences: tuple[str, ...] = ()
    left: float = 0.0
    right: float = 1.0
    top: float = 1.0
    series_ids: tuple[str, ...] = field(default_factory=tuple)
