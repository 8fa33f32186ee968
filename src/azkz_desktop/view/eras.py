"""Eras: named periods that a file tells of, made by rule from its claims, in groups.

Offices: persons who were president of a state (memberships whose body is the state). Conflicts:
events of that kind that last a month or more. Bodies: what both states belonged to together with
others. What the documents do not tell is no era: nothing is filled up from elsewhere.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.dataset.records import BodyMember, Claim
from azkz_desktop.dates.edtf import PRECISIONS, parse
from azkz_desktop.dates.words import in_words
from azkz_desktop.translation import translate
from azkz_desktop.view.citing import where_words
from azkz_desktop.view.eranames import (
    BODIES,
    CONFLICTS,
    ERAS,
    OFFICE,
    STATES,
    group_title,
    short_title,
)
from azkz_desktop.view.library import Library, day_bounds
from azkz_desktop.view.state import Focus
from azkz_desktop.view.terms import LEAST_DAYS, Bounds, contradict, is_term, tells, tightened

MOST = 24
"""So many conflicts at the most, the weightiest: a researcher's file may have thousands."""
JOINED = ("member", "founder")


class Era(NamedTuple):
    """A named period; `focus` is the actor or event that it tells of.

    The bounds are as in `EventColumns`: `NO_START` in both starts (`NO_END` in both ends) is
    open; `NO_START` in the first alone says that nobody tells since when. `told` has a line for
    each claim behind it: what it says, and where; `documents` are those that say it. `edtf` is
    the term of an office as the document that is followed gives it.
    """

    name: str
    short: str
    focus: Focus
    dates: str
    bounds: Bounds
    contested: bool
    told: tuple[str, ...]
    documents: tuple[str, ...] = ()
    edtf: str = ""


class EraGroup(NamedTuple):
    """Eras of one sort, in order of time; `short` is the title where there is little room."""

    id: str
    title: str
    short: str
    eras: tuple[Era, ...]


class Eras(Mapping[str, EraGroup]):
    """All groups of a file by id; each is made when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, EraGroup] = {}

    def __getitem__(self, group: str) -> EraGroup:
        if group not in ERAS:
            raise KeyError(group)
        if group not in self._made:
            self._made[group] = _make(self._library, group)
        return self._made[group]

    def __iter__(self) -> Iterator[str]:
        return iter(ERAS)

    def __len__(self) -> int:
        return len(ERAS)


def _make(library: Library, group: str) -> EraGroup:
    makers: dict[str, Callable[[], Iterable[Era]]] = {
        CONFLICTS: lambda: _conflicts(library),
        BODIES: lambda: _bodies(library),
    }
    office = lambda: one_after_another(_office(library, group.removeprefix(OFFICE)))  # noqa: E731
    eras = sorted(makers.get(group, office)(), key=lambda era: era.bounds)
    return EraGroup(group, group_title(group), short_title(group), tuple(eras))


# Offices


def _office(library: Library, state: str) -> Iterator[Era]:
    """Who was president of *state*, as far as a document gives a term (not only one moment)."""
    actors = library.dataset.actors()
    for person, claims in _by_actor(library, state, ("president",)).items():
        actor = actors[person]
        era = _of_members(library, claims, Focus("actor", person), actor.name)
        if actor.type == "person" and era is not None:
            yield era._replace(short=f"{actor.name[0]}. {actor.name.split()[-1]}")


def _by_actor(library: Library, body: str, statuses: Sequence[str]) -> dict[str, list[BodyMember]]:
    found: dict[str, list[BodyMember]] = {}
    for one in library.dataset.memberships():
        if one.body_id == body and one.status in statuses and one.edtf:
            found.setdefault(one.actor_id, []).append(one)
    return found


def _of_members(
    library: Library, claims: Sequence[BodyMember], focus: Focus, name: str
) -> Era | None:
    """The era that *claims* tell of; None where none of them gives more than a moment."""
    terms = [one for one in claims if is_term(one.edtf or "")]
    if not terms:
        return None
    chosen = max(terms, key=lambda one: _worth(one, terms)).edtf or ""
    bounds = day_bounds(chosen)
    moments = [one for one in claims if one not in terms and tells(bounds, one.edtf or "")]
    spans = [parse(one.edtf or "") for one in terms]
    return Era(
        name,
        name,
        focus,
        in_words(chosen),
        tightened(bounds, [one.edtf or "" for one in moments]),
        any(contradict(one, other) for one, other in combinations(spans, 2)),
        tuple(
            _told(library, one.edtf or "", one.claim)
            for one in claims
            if one in terms or one in decisive(moments)
        ),
        tuple(dict.fromkeys(one.claim.source_key for one in (*terms, *decisive(moments)))),
        chosen,
    )


def _worth(one: BodyMember, terms: Sequence[BodyMember]) -> tuple[int, int]:
    """First what most documents agree with, then what is most precise, then what comes first."""
    span = parse(one.edtf or "")
    agreed = {
        other.claim.via or other.claim.source_key
        for other in terms
        if not contradict(span, parse(other.edtf or ""))
    }
    return len(agreed), -PRECISIONS.index(span.precision)


def decisive(moments: Sequence[BodyMember]) -> list[BodyMember]:
    """Of claims on single moments the first one and the last one: what the others say follows."""
    if not moments:
        return []
    spans = [parse(one.edtf or "") for one in moments]
    first = min(range(len(moments)), key=lambda at: spans[at].end_latest or NO_END)
    last = max(range(len(moments)), key=lambda at: spans[at].start_earliest or NO_START)
    return [moments[at] for at in dict.fromkeys((first, last))]


def one_after_another(eras: Iterable[Era]) -> list[Era]:
    """Terms of an office that one person holds at a time, each within what the next one leaves.

    Who is followed by somebody has gone, at the latest, on the day on which the other has
    certainly come.
    """
    ordered = sorted(eras, key=lambda era: era.bounds)
    held = []
    for era, following in pairwise(ordered):
        first, start_latest, end_earliest, last = era.bounds
        last = min(last, max(following.bounds[1], start_latest))
        held.append(era._replace(bounds=(first, start_latest, min(end_earliest, last), last)))
    return held + ordered[-1:]


# Conflicts


def _conflicts(library: Library) -> Iterator[Era]:
    """Events of conflict that last, the weightiest where there are many."""
    columns = library.columns
    if "conflict" not in columns.kinds:
        return
    starts, ends = columns.start_latest, columns.end_earliest
    lasting = (columns.start_earliest != ends) | (starts != columns.end_latest)
    long = columns.end_latest.astype(np.int64) - columns.start_earliest >= LEAST_DAYS
    wanted = lasting & long & (columns.kind == columns.kinds.index("conflict"))
    rows = np.flatnonzero(wanted)
    rows = rows[np.argsort(-columns.weight[rows], kind="stable")[:MOST]]
    for event_id in library.ids(rows.astype(np.int32)):
        event = library.dataset.event(event_id)
        if event is not None:
            yield Era(
                event.title,
                event.short or event.title,
                Focus("event", event_id),
                in_words(event.edtf),
                day_bounds(event.edtf),
                event.contested,
                tuple(
                    _told(library, one.edtf, one.claim) for one in library.dataset.claims(event_id)
                ),
                event.source_keys,
            )


# Bodies


def _bodies(library: Library) -> Iterator[Era]:
    """What both states belonged to together with others, while both did."""
    actors, letters = library.dataset.actors(), _initials(library)
    bodies = dict.fromkeys(one.body_id for one in library.dataset.memberships())
    for body in bodies:
        joined = _by_actor(library, body, JOINED)
        if not set(STATES) < set(joined):
            continue
        focus, name = Focus("actor", body), actors[body].name
        each = [_of_members(library, joined[state], focus, name) for state in STATES]
        if (both := _while_both(each)) is not None:
            yield both._replace(short=letters.get(body, name))


def _initials(library: Library) -> dict[str, str]:
    """The names in capitals that bodies go by ("ECO")."""
    return {
        one.subject_id: one.name
        for one in library.dataset.names()
        if one.language == "und" and one.name.isupper() and " " not in one.name
    }


def _while_both(each: Sequence[Era | None]) -> Era | None:
    one, other = each
    if one is None or other is None:
        return None
    starts = [max(a, b) for a, b in zip(one.bounds[:2], other.bounds[:2], strict=True)]
    ends = [min(a, b) for a, b in zip(one.bounds[2:], other.bounds[2:], strict=True)]
    bounds = starts[0], starts[1], ends[0], ends[1]
    if bounds[3] < bounds[0]:
        return None
    return one._replace(
        bounds=bounds,
        contested=one.contested or other.contested,
        told=tuple(dict.fromkeys((*one.told, *other.told))),
        documents=tuple(dict.fromkeys((*one.documents, *other.documents))),
    )


def _told(library: Library, edtf: str, claim: Claim) -> str:
    """What one claim says and where: "1993–2003: Huseynov 2017, Political relations, ¶ 3"."""
    name = library.source_names.get(claim.source_key, claim.source_key)
    where = where_words(claim)
    said = translate("Eras", "{dates}: {source}").format(dates=in_words(edtf), source=name)
    return f"{said}, {where}" if where else said
