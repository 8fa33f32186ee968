"""Bit planes: one bit per event and choice, packed in uint64, so that counting is popcounting."""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import Codes, Membership

Words = NDArray[np.uint64]
"""A set of events: bit *i* of word *w* is row 64 *w* + *i*; bits past the last row are zero."""

BITS = 64
SPARSE = 128
"""A choice that fewer than one event in so many has is a list of rows, not a plane."""
EVENT_BITS = 32
"""Bits of an event's row where a choice stands before it."""
PLANE_WORD, SPARSE_PAIR, ROW_PAIR = 1.4, 3.3, 20.0
"""Nanoseconds that a word of a plane, a listed row, and a choice of a row take to count.

As measured on one machine; only their proportions matter, and only for speed.
"""


def word_count(total: int) -> int:
    """How many words a set of *total* events takes."""
    return -(-total // BITS)


def full(total: int) -> Words:
    """The set of all *total* events."""
    return pack(np.ones(total, np.bool_))


def pack(passes: NDArray[np.bool_]) -> Words:
    """The set of the rows that are true in *passes*."""
    octets = np.zeros(word_count(len(passes)) * 8, np.uint8)
    packed = np.packbits(passes, bitorder="little")
    octets[: len(packed)] = packed
    return octets.view("<u8").astype(np.uint64, copy=False)


def pack_rows(rows: Iterable[int] | Codes, total: int) -> Words:
    """The set of *rows* (in any order) of *total* events."""
    passes = np.zeros(total, np.bool_)
    passes[np.asarray(rows, np.intp)] = True
    return pack(passes)


def unpack(words: Words, total: int) -> NDArray[np.bool_]:
    """One bool per event: whether it is in the set."""
    octets = words.astype("<u8", copy=False).view(np.uint8)
    return np.unpackbits(octets, count=total, bitorder="little").view(np.bool_)


class EventSet:
    """A set of events of `total`, as bits and, when asked, as rows."""

    def __init__(self, words: Words, total: int) -> None:
        self.words = words
        self.total = total

    @cached_property
    def size(self) -> int:
        """How many events are in it."""
        return int(np.bitwise_count(self.words).sum(dtype=np.int64))

    @cached_property
    def flags(self) -> NDArray[np.bool_]:
        """One bool per event."""
        return unpack(self.words, self.total)

    @cached_property
    def rows(self) -> NDArray[np.intp]:
        """The rows in it, ascending."""
        return np.flatnonzero(self.flags)

    @cached_property
    def complement(self) -> "EventSet":
        """The events that are not in it."""
        others = ~self.words
        if self.total % BITS:
            others[-1] &= np.uint64((1 << self.total % BITS) - 1)
        return EventSet(others, self.total)

    @cached_property
    def window(self) -> slice:
        """The words that hold its first and its last event, and all between.

        Rows are in order of time, so a period lies close together.
        """
        held = np.flatnonzero(self.words)
        return slice(int(held[0]), int(held[-1]) + 1) if len(held) else slice(0, 0)


class FacetPlanes:
    """The choices of one facet over all events, ready to be counted in three ways.

    A choice that many events have is a plane of bits; one that few have is a list of rows (a
    place in a file with ten thousand places); and where only few events are asked about, or all
    but a few, their own choices are counted. All give the same numbers.
    """

    def __init__(self, membership: Membership, total: int) -> None:
        self.ids = membership.ids
        self._total = total
        self._code = {choice: code for code, choice in enumerate(self.ids)}
        self._sizes = np.bincount(membership.code, minlength=len(self.ids)).astype(np.int64)
        self._by_event(membership)
        self._by_choice(membership)

    def _by_event(self, membership: Membership) -> None:
        # Small numbers: what is picked here and there should lie in the processor's cache.
        self._codes = membership.code.astype(np.min_scalar_type(len(self.ids)))
        many = np.bincount(membership.event, minlength=self._total)
        self._starts = np.concatenate(([0], np.cumsum(many))).astype(np.int32)

    def _by_choice(self, membership: Membership) -> None:
        # Choice and event are one number each: sorting these takes half the time of sorting places.
        rows = self._codes.astype(np.int64) << EVENT_BITS
        rows += membership.event
        rows.sort()
        rows &= (1 << EVENT_BITS) - 1
        self._rows = rows.astype(np.intp, copy=False)
        self._offsets = np.concatenate(([0], np.cumsum(self._sizes)))
        total = self._total
        dense = self._sizes * SPARSE >= max(total, 1)
        self._dense = np.flatnonzero(dense)
        self._planes = {
            int(code): pack_rows(self._of(int(code)), self._total) for code in self._dense
        }
        self._sparse = np.flatnonzero(~dense & (self._sizes > 0))
        self._sparse_rows = self._rows[np.repeat(~dense, self._sizes)]
        sparse_sizes = self._sizes[self._sparse]
        self._sparse_offsets = np.cumsum(sparse_sizes) - sparse_sizes

    def __contains__(self, choice: object) -> bool:
        return choice in self._code

    def _of(self, code: int) -> NDArray[np.intp]:
        return self._rows[self._offsets[code] : self._offsets[code + 1]]

    def any_of(self, choices: Iterable[str]) -> Words:
        """The events that have at least one of *choices*; KeyError for one not in `ids`."""
        found = np.zeros(word_count(self._total), np.uint64)
        for choice in choices:
            code = self._code[choice]
            plane = self._planes.get(code)
            found |= pack_rows(self._of(code), self._total) if plane is None else plane
        return found

    def counts(self, among: EventSet) -> NDArray[np.int64]:
        """How many events of the set *among* have each choice, int64 in the order of `ids`."""
        smaller = min((among, among.complement), key=self._cost)
        if self._cost_of_rows(smaller) <= self._cost_by_choice(smaller):
            counts = self._counts_of(smaller.rows)
        else:
            counts = self._counts_by_choice(smaller)
        return counts if smaller is among else self._sizes - counts

    def _cost(self, among: EventSet) -> float:
        return min(self._cost_of_rows(among), self._cost_by_choice(among))

    def _cost_of_rows(self, among: EventSet) -> float:
        return among.size * len(self._codes) / max(self._total, 1) * ROW_PAIR

    def _cost_by_choice(self, among: EventSet) -> float:
        words = len(among.words[among.window])
        return len(self._planes) * words * PLANE_WORD + len(self._sparse_rows) * SPARSE_PAIR

    def _counts_of(self, rows: NDArray[np.intp]) -> NDArray[np.int64]:
        """Counts over few events: their first choices, then their second ones, and so on."""
        counts = np.zeros(len(self.ids), np.int64)
        at, ends = self._starts[rows], self._starts[rows + 1]
        while len(at):
            held = at < ends
            at, ends = at[held], ends[held]
            counts += np.bincount(self._codes[at], minlength=len(self.ids))
            at = at + 1
        return counts

    def _counts_by_choice(self, among: EventSet) -> NDArray[np.int64]:
        counts = np.zeros(len(self.ids), np.int64)
        counts[self._dense] = self._plane_counts(among.words[among.window], among.window)
        if len(self._sparse):
            held = among.flags.view(np.uint8).take(self._sparse_rows)
            counts[self._sparse] = np.add.reduceat(held, self._sparse_offsets, dtype=np.int64)
        return counts

    def _plane_counts(self, words: Words, window: slice) -> list[int]:
        common = np.empty_like(words)
        bits = np.empty(len(words), np.uint8)
        counts = []
        for plane in self._planes.values():
            np.bitwise_and(plane[window], words, out=common)
            np.bitwise_count(common, out=bits)
            # uint32 sums twice as fast as int64 and holds four thousand million events.
            counts.append(int(bits.sum(dtype=np.uint32)))
        return counts
