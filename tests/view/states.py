"""Views of every shape, for hypothesis."""

from datetime import date

from hypothesis import strategies as st

from azkz_desktop.query.filter import Filter
from azkz_desktop.view.state import (
    BAND_SCALES,
    LANES,
    LANGUAGES,
    LAYERS,
    PANES,
    SCOPES,
    Focus,
    MapWindow,
    Span,
    TableLook,
    ViewState,
)

IDS = st.text("abyz09-", min_size=1, max_size=6)
SOME = st.lists(IDS, max_size=2).map(tuple)
YEARS = st.integers(1, 9999).map("{:04}".format)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)

FILTERS = st.builds(
    Filter,
    start=st.none() | st.integers(1, 1990).map("{:04}".format),
    end=st.none() | st.dates(date(1990, 1, 1)).map(date.isoformat),
    certainly=st.booleans(),
    actors=st.lists(st.lists(IDS, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    all_actors=st.booleans(),
    kinds=SOME,
    themes=SOME,
    places=SOME,
    sources=SOME,
    contested=st.booleans(),
    text=TEXTS,
)


def spans() -> st.SearchStrategy[Span]:
    days = st.floats(-1e6, 4e6)
    return st.lists(days, min_size=2, max_size=2, unique=True).map(lambda d: Span(*sorted(d)))


STATES = st.builds(
    ViewState,
    filter=FILTERS,
    span=st.none() | spans(),
    lanes=st.sampled_from(LANES),
    hidden_lanes=SOME,
    folded_lanes=SOME,
    map=st.builds(
        MapWindow,
        lon=st.floats(-180, 180),
        lat=st.floats(-90, 90),
        width_km=st.floats(1, 20_000),
    ),
    layers=st.lists(st.sampled_from(LAYERS), unique=True).map(tuple),
    moment=st.dates().map(date.isoformat),
    focus=st.none() | st.builds(Focus, type=st.sampled_from(("event", "actor")), id=IDS),
    table=st.builds(
        TableLook,
        columns=st.lists(IDS, min_size=1, max_size=4, unique=True).map(tuple),
        sort=st.lists(st.sampled_from(("date", "-title", "kind")), unique=True).map(tuple),
    ),
    figure=st.just("") | IDS,
    figure_linked=st.booleans(),
    question=st.just("") | IDS,
    pane=st.sampled_from(PANES),
    bands=SOME,
    lane_order=st.lists(IDS, max_size=3, unique=True).map(tuple),
    scrolled=st.floats(0, 1e6),
    eras=SOME,
    opened=SOME,
    band_scale=st.sampled_from(BAND_SCALES),
    compare=st.just("") | st.dates().map(date.isoformat),
    divider=st.floats(0.01, 0.99),
    scope=st.sampled_from(SCOPES),
    scenario=st.just("") | IDS,
    language=st.sampled_from(LANGUAGES),
)
