"""Rows of what contradicts: dates and numbers, computed; all else as people entered it."""

from collections.abc import Iterator

from azkz_desktop.dataset.resolve import Figure, contradicting_figures, contradictions
from azkz_desktop.dataset.source_checks import claims_of
from azkz_desktop.dataset.tables import UNDATED, Tables, statements
from azkz_desktop.dataset.yaml_text import Block
from azkz_desktop.dates.quantity import quantity
from azkz_desktop.dates.words import in_words
from azkz_desktop.lean import dataclass

_ALIKE = {"actual": "actual", "estimate": "actual", "about": "actual"}
"""Qualifiers of numbers that may be held against each other; others only against their own."""
_ROUGH = ("about", "estimate", "min", "max")
_KINDS = ("events", "routes", "areas", "boundaries", "series", "positions", "memberships")
_SCALES = ((10**9, "billion"), (10**6, "million"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of two claims that contradict: what it gives, where, and its block if it is a claim."""

    value: str
    said: str
    source: str
    line: int | None
    claim: Block | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides of one question about one subject, and the sentence that words it, if written."""

    subject: str
    field: str
    a: Side
    b: Side
    note: str | None
    period: str = ""


def contradictions_in(tables: Tables) -> list[Contradiction]:
    """All of them, by subject, computed ones first."""
    return [
        contradiction
        for kind in _KINDS
        for block in sorted(tables.text.blocks[kind], key=_subject)
        for contradiction in _of_block(tables, kind, block)
    ]


def add_disagreements(tables: Tables, found: list[Contradiction]) -> None:
    """Their rows; sides are in the order of publication."""
    for no, contradiction in enumerate(found, start=1):
        a, b = contradiction.a, contradiction.b
        tables.add(
            "disagreement",
            no=no,
            subject=contradiction.subject,
            field=contradiction.field,
            value_a=a.value,
            source_a=tables.no("source", a.source),
            line_a=a.line,
            claim_a=tables.claim_no(a.claim) if a.claim is not None else None,
            value_b=b.value,
            source_b=tables.no("source", b.source),
            line_b=b.line,
            claim_b=tables.claim_no(b.claim) if b.claim is not None else None,
            note=contradiction.note or default_sentence(tables, contradiction),
        )


def idle_sentences(tables: Tables, found: list[Contradiction]) -> Iterator[str]:
    """Sentences of the source text that word no contradiction, with file and line."""
    worded = {
        (one.subject, frozenset((one.a.claim.get("id"), one.b.claim.get("id"))))
        for one in found
        if one.a.claim is not None and one.b.claim is not None
    }
    for kind in ("events", "series"):
        for block in tables.text.blocks[kind]:
            for pair in block.get("sentences", {}):
                if (block["id"], frozenset(pair.split("-"))) not in worded:
                    where = f"{block.where('sentences')}: {block['id']}"
                    yield f"{where}: the claims {pair} do not contradict each other"


def default_sentence(tables: Tables, contradiction: Contradiction) -> str:
    """What is said of a contradiction that nobody has worded."""
    a, b, period = contradiction.a, contradiction.b, contradiction.period
    who = {block["id"]: called(block) for block in tables.text.blocks["sources"]}
    of = f" for {period}" if period else ""
    if a.source == b.source:
        return f"{who[a.source]} gives both {a.said} and {b.said}{of}."
    return f"{who[a.source]} gives {a.said}{of}; {who[b.source]} gives {b.said}."


def called(source: Block) -> str:
    """How a document is called in a sentence: "Huseynov (2017)"."""
    surnames = [author.split()[-1] for author in source["authors"]]
    who = " and ".join(surnames) if len(surnames) < 3 else f"{surnames[0]} and others"
    return f"{who} ({source['year']})" if "year" in source else who


def _subject(block: Block) -> str:
    return str(block.get("id") or block["body"])


def _of_block(tables: Tables, kind: str, block: Block) -> Iterator[Contradiction]:
    if kind == "events":
        yield from _of_dates(tables, block)
    elif kind == "series":
        yield from _of_numbers(tables, block)
    else:
        yield from _worded_dates(tables, block)
    yield from _entered(block)


def _of_dates(tables: Tables, block: Block) -> Iterator[Contradiction]:
    claims = _by_publication(tables, block["claims"])
    for one, other in contradictions(statements(tables, claims)):
        yield _dated(block, claims[one], claims[other])


def _dated(block: Block, a: Block, b: Block) -> Contradiction:
    sides = [
        Side(claim["date"], in_words(claim["date"]), claim["source"], claim.get("line"), claim)
        for claim in (a, b)
    ]
    return Contradiction(_subject(block), "date", sides[0], sides[1], _sentence(block, a, b))


def _worded_dates(tables: Tables, block: Block) -> Iterator[Contradiction]:
    """Dates of states contradict only where a person says so: a state lasts, and is told late."""
    claims = _by_publication(tables, claims_of(block))
    for pair in block.get("sentences", {}):
        a, b = (claim for claim in claims if claim.get("id") in pair.split("-"))
        yield _dated(block, a, b)


def _of_numbers(tables: Tables, block: Block) -> Iterator[Contradiction]:
    values = _by_publication(tables, block["values"])
    figures = [_figure(value) for value in values]
    for one, other in contradicting_figures(figures):
        a, b = values[one], values[other]
        yield Contradiction(
            block["id"],
            "value",
            _number(a, block["unit"]),
            _number(b, block["unit"]),
            _sentence(block, a, b),
            period=in_words(a["date"]),
        )


def _figure(value: Block) -> Figure:
    qualifier = value.get("qualifier", "actual")
    number = quantity(value["value"], value.get("as_stated", ""), rough=qualifier in _ROUGH)
    return Figure(value["date"], number, _ALIKE.get(qualifier, qualifier))


def _number(value: Block, unit: str) -> Side:
    number = value["value"]
    said = f"{_readable(number)}{'' if unit == '%' else ' '}{unit}"
    return Side(f"{number:.15g}", said, value["source"], value.get("line"), value)


def _readable(number: float) -> str:
    for scale, word in _SCALES:
        if abs(number) >= scale:
            return f"{number / scale:,.10g} {word}"
    return f"{number:,.10g}"


def _entered(block: Block) -> Iterator[Contradiction]:
    for entered in block.get("disagreements", ()):
        a, b = (
            Side(str(side["value"]), str(side["value"]), side["source"], side.get("line"), None)
            for side in (entered["a"], entered["b"])
        )
        yield Contradiction(_subject(block), entered["field"], a, b, entered["note"])


def _sentence(block: Block, a: Block, b: Block) -> str | None:
    """The sentence that a person wrote for these two claims, in either order."""
    ids = a.get("id"), b.get("id")
    sentences = block.get("sentences", {})
    written = sentences.get(f"{ids[0]}-{ids[1]}") or sentences.get(f"{ids[1]}-{ids[0]}")
    return str(written) if written else None


def _by_publication(tables: Tables, claims: list[Block]) -> list[Block]:
    years = {block["id"]: block.get("year", UNDATED) for block in tables.text.blocks["sources"]}
    return sorted(
        claims, key=lambda claim: (years[claim["source"]], claim["source"], claim.get("line", 0))
    )
