"""The lean `dataclass` is what Python's is, only made later."""

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from azkz_desktop import lean

OPTIONS = [
    {},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "eq": False},
    {"frozen": True, "eq": False},
    {"slots": True},
]


def body() -> type:
    class Point:
        """A point."""

        x: int
        y: float = 2.0
        names: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False)

        def moved(self, by: int) -> "Any":
            """Further right."""
            return replace(self, x=self.x + by)  # type: ignore[type-var]

    return Point


def both(options: dict[str, bool]) -> tuple[Any, Any]:
    """The same class by Python and by us."""
    return dataclass(**options)(body()), lean.dataclass(**options)(body())


@pytest.mark.parametrize("options", OPTIONS)
def test_it_says_compares_and_copies_as_pythons_own(options: dict[str, bool]) -> None:
    for made in both(options):
        one, same, other = made(1), made(1, 2.0, []), made(1, y=3.0)
        assert repr(one).endswith("Point(x=1, y=2.0, names=[], note='')")
        assert (one == same) is options.get("eq", True)
        assert one != other
        assert one != (1, 2.0, [], "")
        assert (one == made(1, note="aside")) is options.get("eq", True)
        assert one.names is not same.names
        assert one.moved(2).x == 3
        assert dataclasses.asdict(other) == {"x": 1, "y": 3.0, "names": [], "note": ""}
        assert copy.copy(other).y == 3.0
        assert copy.deepcopy(other).names is not other.names
        assert [one.name for one in fields(made)] == ["x", "y", "names", "note"]
        assert hasattr(one, "__dict__") is not options.get("slots", False)


@pytest.mark.parametrize("options", OPTIONS)
def test_what_cannot_be_changed_stays(options: dict[str, bool]) -> None:
    for made in both(options):
        one = made(1)
        if options.get("frozen"):
            with pytest.raises(FrozenInstanceError):
                one.x = 2
            with pytest.raises(FrozenInstanceError):
                del one.x
        else:
            one.x = 2
            assert one.x == 2
        with pytest.raises(TypeError):
            made()
        with pytest.raises(TypeError):
            made(1, z=2)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("before", [0, lean.FEW])
def test_the_first_few_are_made_as_all_others(options: dict[str, bool], before: int) -> None:
    """Until then the constructor is not compiled; whatever is given, it does the same."""
    given: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
        ((1,), {}),
        ((1, 2.5), {"note": "n"}),
        ((), {"x": 3, "names": ["a"]}),
        ((1, 2.0, ["b"], "c"), {}),
        ((), {}),
        ((1,), {"x": 2}),
        ((1,), {"z": 2}),
        ((1, 2.0, [], "", 5), {}),
        ((), {"y": 2.0}),
    ]
    for values, named in given:
        theirs, ours = both(options)
        for _ in range(before):
            ours(0)
        try:
            wanted = theirs(*values, **named)
        except TypeError as error:
            with pytest.raises(TypeError) as raised:
                ours(*values, **named)
            assert str(raised.value).split("__init__")[1] == str(error).split("__init__")[1]
        else:
            found = ours(*values, **named)
            told = [getattr(found, one.name) for one in fields(ours)]
            assert told == [getattr(wanted, one.name) for one in fields(theirs)]


def test_each_gets_a_list_of_its_own() -> None:
    _, ours = both({"frozen": True, "slots": True})
    made = [ours(1) for _ in range(3 * lean.FEW)]
    assert len({id(one.names) for one in made}) == len(made)


def test_a_hash_goes_with_the_values() -> None:
    @lean.dataclass(frozen=True, slots=True)
    class Pair:
        """Two numbers."""

        a: int
        b: int = 0

    assert {Pair(1), Pair(1, 0), Pair(2)} == {Pair(2), Pair(1)}
    theirs, ours = both({})
    for made in (theirs, ours):
        with pytest.raises(TypeError):
            hash(made(1))


def test_the_constructor_can_be_asked_what_it_takes() -> None:
    theirs, ours = both({"frozen": True, "slots": True})
    assert list(inspect.signature(ours).parameters) == list(inspect.signature(theirs).parameters)
    assert ours.__init__.__annotations__ == theirs.__init__.__annotations__


def test_an_own_method_is_kept() -> None:
    @lean.dataclass(frozen=True, slots=True)
    class Loud:
        """One that speaks for itself."""

        a: int = 1

        def __repr__(self) -> str:
            return "LOUD"

    assert repr(Loud()) == "LOUD"
    assert Loud() == Loud()


def test_what_is_not_offered_is_refused_when_the_class_is_made() -> None:
    with pytest.raises(TypeError):
        lean.dataclass(order=True)(body())


def test_a_view_survives_a_pickle() -> None:
    from azkz_desktop.view.state import Focus, ViewState

    state = ViewState(focus=Focus("event", "a"))
    assert pickle.loads(pickle.dumps(state)) == state  # noqa: S301 - our own


def test_it_is_several_times_as_quick_to_make() -> None:
    """In a process of its own, in turns, by the processor's time."""
    code = """
import dataclasses, time
from azkz_desktop import lean
def plain():
    class A:
        "One"
        a: int
        b: float = 0.0
        c: str = ""
        d: bool = False
    return A
def took(make):
    begin = time.process_time()
    for _ in range(20):
        make(frozen=True, slots=True)(plain())
    return time.process_time() - begin
pairs = [(took(dataclasses.dataclass), took(lean.dataclass)) for _ in range(5)]
print(sorted(theirs / ours for theirs, ours in pairs)[2])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) > 3
