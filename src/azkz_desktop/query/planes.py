"""Bit planes: one bit per event and choice, packed in uint64, so that counting is popcounting."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import Codes, Membership

Words = NDArray[np.uint64]
"""A set of events: bit *i* of word *w* is row 64 *w* + *i*; bits past the last row are zero."""

BITS = 64


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


class FacetPlanes:
    """The choices of one facet over all events.

    A choice that many events have is a plane of its own; a choice that fewer than one event in
    64 has is cheaper as a list of rows (a place in a file with ten thousand places). Both give
    the same answers.
    """

    def __init__(self, membership: Membership, total: int) -> None:
        self.ids = membership.ids
        self._total = total
        self._code = {choice: code for code, choice in enumerate(self.ids)}
        by_code = np.argsort(membership.code, kind="stable")
        self._rows = membership.event[by_code].astype(np.intp)
        sizes = np.bincount(membership.code, minlength=len(self.ids))
        self._offsets = np.concatenate(([0], np.cumsum(sizes)))
        dense = sizes * BITS >= max(total, 1)
        self._dense = np.flatnonzero(dense)
        self._planes = {int(code): pack_rows(self._of(int(code)), total) for code in self._dense}
        self._sparse = np.flatnonzero(~dense & (sizes > 0))
        self._sparse_rows = self._rows[np.repeat(~dense, sizes)]
        sparse_sizes = sizes[self._sparse]
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

    def counts(self, among: Words) -> NDArray[np.int64]:
        """How many events of the set *among* have each choice, int64 in the order of `ids`."""
        counts = np.zeros(len(self.ids), np.int64)
        counts[self._dense] = self._dense_counts(among)
        if len(self._sparse):
            passes = unpack(among, self._total).view(np.uint8)
            counts[self._sparse] = np.add.reduceat(
                passes.take(self._sparse_rows), self._sparse_offsets, dtype=np.int64
            )
        return counts

    def _dense_counts(self, among: Words) -> list[int]:
        common = np.empty_like(among)
        bits = np.empty(len(among), np.uint8)
        counts = []
        for plane in self._planes.values():
            np.bitwise_and(plane, among, out=common)
            np.bitwise_count(common, out=bits)
            # uint32 sums twice as fast as int64 and holds four thousand million events.
            counts.append(int(bits.sum(dtype=np.uint32)))
        return counts
