"""Contradictions in words: how documents are called, how numbers are said."""

import pytest

from azkz_desktop.dataset.compile_disagreements import (
    Contradiction,
    Side,
    called,
    contradictions_in,
    default_sentence,
)
from azkz_desktop.dataset.source import SourceText
from azkz_desktop.dataset.tables import Tables
from azkz_desktop.dataset.yaml_text import Block

SOURCES = [
    Block(id="huseynov2017", authors=["Rusif Huseynov"], year=2017),
    Block(id="both2023", authors=["M. Sh. Egamberdiyev", "A. B. Shaldarbekova"], year=2023),
    Block(id="many", authors=["A One", "B Two", "C Three"]),
]


def tables(**blocks: list[Block]) -> Tables:
    kinds = ("events", "routes", "areas", "boundaries", "series", "positions", "memberships")
    found = {kind: blocks.get(kind, []) for kind in kinds} | {"sources": SOURCES}
    return Tables(SourceText(found, {}, Block(), {}, ""))


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "Huseynov (2017)"), (1, "Egamberdiyev and Shaldarbekova (2023)"), (2, "One and others")],
)
def test_documents_are_called_by_their_authors(number: int, name: str) -> None:
    assert called(SOURCES[number]) == name


def test_a_sentence_is_made_where_none_is_written() -> None:
    one = Side("2005", "2005", "huseynov2017", 1, None)
    other = Side("2006", "2006", "both2023", 2, None)
    sentence = default_sentence(tables(), Contradiction("x", "date", one, other, None))
    assert (
        sentence == "Huseynov (2017) gives 2005; Egamberdiyev and Shaldarbekova (2023) gives 2006."
    )
    alone = default_sentence(tables(), Contradiction("x", "date", one, one, None, "2001"))
    assert alone == "Huseynov (2017) gives both 2005 and 2005 for 2001."


def value(number: float, as_stated: str, source: str = "huseynov2017", **more: object) -> Block:
    return Block(source=source, line=1, date="2005", value=number, as_stated=as_stated, **more)


def contradictions_of(unit: str, *values: Block) -> list[tuple[str, str]]:
    series = Block(id="x", unit=unit, values=list(values))
    return [(one.a.said, one.b.said) for one in contradictions_in(tables(series=[series]))]


@pytest.mark.parametrize(
    ("one", "other", "unit", "said"),
    [
        (
            (132e6, "132 million"),
            (140e6, "140 million"),
            "USD",
            [("132 million USD", "140 million USD")],
        ),
        ((36.5, "36.5%"), (12, "12%"), "%", [("36.5%", "12%")]),
        ((1.2e9, "1.2 billion"), (2e9, "2 bn"), "t", [("1.2 billion t", "2 billion t")]),
        (
            (93490, "93,490"),
            (130000, "over 130,000"),
            "persons",
            [("93,490 persons", "130,000 persons")],
        ),
        ((132e6, "132 million"), (132.4e6, "132.4 million"), "USD", []),
    ],
)
def test_numbers_are_said_with_their_unit(
    one: tuple[float, str], other: tuple[float, str], unit: str, said: list[tuple[str, str]]
) -> None:
    assert contradictions_of(unit, value(*one), value(*other)) == said


@pytest.mark.parametrize(
    ("one", "other", "compared"),
    [
        ("actual", "estimate", True),
        ("actual", "about", True),
        ("forecast", "forecast", True),
        ("actual", "forecast", False),
        ("actual", "plan", False),
        ("min", "max", False),
        ("actual", "cumulative", False),
        ("capacity", "actual", False),
    ],
)
def test_only_numbers_of_one_sort_are_compared(one: str, other: str, compared: bool) -> None:
    values = value(100, "100", qualifier=one), value(500, "500", qualifier=other)
    assert bool(contradictions_of("t", *values)) is compared


def test_sides_are_in_the_order_of_publication() -> None:
    later = value(5, "5", source="both2023")
    earlier = value(7, "7", source="huseynov2017")
    assert contradictions_of("t", later, earlier) == [("7 t", "5 t")]
