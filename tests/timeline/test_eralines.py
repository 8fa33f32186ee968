"""Which eras have a line: as many as have room, and always what is chosen."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.eralines import ALL_LINES, EraLines, EraPlan, in_lines, without_room
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus

HEIGHT = 14.0


def eras_of(spans: list[tuple[int, int]], group: str) -> EraGroup:
    """A group of eras of these first days and lengths."""
    eras = []
    for number, (first, days) in enumerate(sorted(spans)):
        name, last = f"{group}{number}", first + days
        bounds = first, first, last, last
        eras.append(Era(name, name, Focus("actor", name), "", bounds, False, ()))
    return EraGroup(group, group.title(), group, tuple(eras))


def groups() -> st.SearchStrategy[dict[str, EraGroup]]:
    spans = st.lists(st.tuples(st.integers(0, 2000), st.integers(1, 900)), min_size=1, max_size=12)
    return st.tuples(spans, spans).map(
        lambda two: {name: eras_of(own, name) for name, own in zip("ab", two, strict=True)}
    )


def names(plan: EraPlan) -> list[str]:
    return [era.name for _, lines in plan.groups for line in lines for era in line]


@given(groups(), st.integers(0, 12))
def test_what_is_chosen_has_a_line_and_nothing_else_gets_higher(
    made: dict[str, EraGroup], room: int
) -> None:
    lines = EraLines(made, HEIGHT)
    plain = lines.plan(("a", "b"), room * HEIGHT)
    for era in (era for group in made.values() for era in group.eras):
        plan = lines.plan(("a", "b"), room * HEIGHT, era.focus)
        assert era.name in names(plan)
        assert plan.height == plain.height
        for (_, shown), (group, before) in zip(plan.groups, plain.groups, strict=True):
            assert len(shown) == len(before)
            changed = sum(one is not other for one, other in zip(shown, before, strict=True))
            is_new = era in group.eras and era.name not in names(plain)
            assert changed == is_new
    assert lines.plan(("a", "b"), room * HEIGHT) == plain


@given(groups(), st.integers(0, 12))
def test_something_else_that_is_chosen_changes_nothing(
    made: dict[str, EraGroup], room: int
) -> None:
    lines = EraLines(made, HEIGHT)
    plan = lines.plan(("a", "b"), room * HEIGHT, Focus("event", "a0"))
    assert plan == lines.plan(("a", "b"), room * HEIGHT)


@given(groups())
def test_with_all_room_at_most_four_lines_each(made: dict[str, EraGroup]) -> None:
    plan = EraLines(made, HEIGHT).plan(("a", "b", "nobody"))
    for group, lines in plan.groups:
        assert len(lines) == min(len(in_lines(group.eras)), 4) < ALL_LINES


def test_what_has_no_room_is_named_the_first_six_of_it() -> None:
    group = eras_of([(at, 1) for at in range(9)], "war")._replace(title="{Wars}")
    shown = [group.eras[:1], group.eras[3:4]]
    names = "war1; war2; war4; war5; war6; war7 …"
    assert without_room(group, [*shown]) == f"{{Wars}}: 7 more have no room: {names}"
    two = without_room(group, [group.eras[:7]])
    assert two == "{Wars}: 2 more have no room: war7; war8"
    assert without_room(group, [group.eras[1:]]) == "{Wars}: 1 more has no room: war0"
