"""The view as JSON: nothing is lost, and nothing odd gets in."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.query.filter import Filter
from azkz_desktop.view.codec import VERSION, read_written, to_json
from azkz_desktop.view.errors import ViewError
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.view.states import STATES

FIRST = """{"format": "azkz-view", "version": 1,
  "filter": {"start": "2004", "end": "2008-05", "actors": [["ilham-aliyev", "heydar-aliyev"]]},
  "span": {"start": 731000, "end": 733000.5}, "moment": "2006-05-25"}"""


@given(STATES)
def test_what_is_written_is_read_back(state: ViewState) -> None:
    written = to_json(state)
    assert written.isascii()
    assert read_written(written).state == state


@given(STATES, st.dictionaries(st.text(max_size=5), st.just("1.0.0 – Ақтау")))
def test_what_is_said_about_a_view_comes_along(state: ViewState, about: dict[str, str]) -> None:
    read = read_written(to_json(state, about, indent=2))
    assert (read.state, dict(read.about)) == (state, about)


def changed(**changes: object) -> str:
    written: dict[str, Any] = json.loads(to_json(ViewState(focus=Focus("event", "btc-opens"))))
    for path, value in changes.items():
        *parents, last = path.split("__")
        part = written
        for parent in parents:
            part = part[parent]
        part[last] = value
    return json.dumps(written)


def test_a_view_of_the_first_version_still_opens() -> None:
    assert read_written(FIRST).state == ViewState(
        filter=Filter("2004", "2008-05", actors=(("ilham-aliyev", "heydar-aliyev"),)),
        span=Span(731000.0, 733000.5),
        moment="2006-05-25",
    )


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '"azkz-view"', "{}", '{"format": "other", "version": 1}',
     "[" * 100_000, "9" * 5000, FIRST.replace("2006-05-25", "\x00"), "NaN"],
)  # fmt: skip
def test_what_is_no_view_is_refused(text: str) -> None:
    with pytest.raises(ViewError):
        read_written(text)


def test_what_is_too_long_is_not_even_read() -> None:
    with pytest.raises(ViewError, match="too long"):
        read_written(to_json(ViewState()) + " " * 4_000_000)


def test_a_newer_format_is_refused_politely() -> None:
    with pytest.raises(ViewError, match=r"newer version of the program \(format 2\); update it"):
        read_written(changed(version=VERSION + 1))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("version", "1"), ("version", 0), ("version", True), ("about", ["x"]),
        ("about", {"data": 3}), ("filter", None), ("filter", []), ("filter__start", 1991),
        ("filter__certainly", 1), ("filter__kinds", "visit"), ("filter__kinds", [3]),
        ("filter__actors", ["russia"]), ("filter__text", "\ud800"), ("lanes", None),
        ("span", [1, 2]), ("span", {"start": 1}), ("map__lon", "49"), ("map__lat", True),
        ("map__width_km", 10**400), ("layers", "rivers"), ("focus", "btc-opens"),
        ("focus__id", None), ("moment", 2008), ("table", []), ("table__sort", "date"),
        ("figure", None),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_named(where: str, value: object) -> None:
    with pytest.raises(ViewError, match=f"“{where.replace('__', '.')}".rstrip("_")):
        read_written(changed(**{where: value}))


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("lanes", "colour"), ("layers", ["rivers", "rivers"]), ("layers", ["dragons"]),
        ("moment", "2008-11"), ("moment", "20081103"), ("moment", "2008-02-30"),
        ("span", {"start": 2.0, "end": 2.0}), ("span", {"start": 0.0, "end": 1e300}),
        ("map__lon", 181.0), ("map__lat", -91.0), ("map__width_km", 0.0),
        ("map__width_km", 1e9), ("focus__id", ""), ("focus__id", "BTC opens"),
        ("filter__actors", [[]]), ("filter__text", "x" * 1001), ("table__columns", []),
        ("table__columns", ["date", "date"]), ("table__sort", ["date", "-date"]),
        ("table__sort", ["Date"]), ("figure", "Trade!"), ("question", "Who?"),
        ("lane_order", ["visits", "visits"]), ("lane_order", [""]), ("scrolled", -1.0),
        ("scrolled", 1e300), ("eras", ["Wars!"]), ("opened", ["a b"]), ("compare", "2006"),
        ("divider", 0.0), ("divider", 1.0), ("scope", "air"), ("scenario", "Median!"),
        ("language", "fr"), ("band_scale", "square"),
    ],
)  # fmt: skip
def test_a_value_out_of_bounds_is_named(where: str, value: object) -> None:
    with pytest.raises(ViewError, match=where.partition("__")[0]):
        read_written(changed(**{where: value}))


def test_a_date_that_is_none_is_said() -> None:
    with pytest.raises(ViewError, match="1995-02-29"):
        read_written(changed(filter__start="1995-02-29"))
    with pytest.raises(ViewError, match="begins"):
        read_written(changed(filter__start="1995", filter__end="1994"))


def test_a_key_that_nobody_knows_is_named() -> None:
    with pytest.raises(ViewError, match=r"“filter\.colour”, which is unknown"):
        read_written(changed(filter__colour="red"))


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["start", "filter", "span", "map", "lon"]), inner),
))  # fmt: skip
def test_whatever_comes_in_is_a_view_or_refused(value: object) -> None:
    for where in ("filter", "span", "map", "focus", "layers", "moment", "table"):
        try:
            state = read_written(changed(**{where: value})).state
        except ViewError:
            continue
        assert read_written(to_json(state)).state == state
