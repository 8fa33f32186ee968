"""Where a text still has room: the occupied pixels of a lane's rows, one byte a pixel."""

from dataclasses import dataclass

FREE_GAP = 7
"""Free pixels between two texts of one row, at least."""


class Shelf:
    """The rows of one lane: row 0 is the line of the marks, the rows below hold labels.

    A row is a bytearray, zero where nothing lies; finding a one in a slice is one `memchr`.
    Pixels count from the plot's left edge.
    """

    def __init__(self, rows: int, width: int) -> None:
        self.width = width
        self._taken = [bytearray(width) for _ in range(rows + 1)]
        self._ones = b"\x01" * width

    @property
    def rows(self) -> int:
        """How many rows of labels lie below the line of the marks."""
        return len(self._taken) - 1

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Whether nothing lies on the pixels from *first* up to *last* of *row*."""
        return self._taken[row].find(1, max(first, 0), last) < 0

    def take(self, row: int, first: int, last: int) -> None:
        """Lay something on the pixels from *first* up to *last*; beyond the edges is cut off."""
        first, last = max(first, 0), min(last, self.width)
        if last > first:
            self._taken[row][first:last] = self._ones[: last - first]


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a text: its row and first pixel, and where its leader comes down, if any."""

    row: int
    x: int
    leader: int | None


def find_place(shelf: Shelf, anchor: int, width: int, after: int) -> Place | None:
    """The first free place for a text of *width* pixels whose mark stands at *anchor*.

    Tried in this order: each row of labels from the top, the text beginning at, centred about,
    ending at its mark; then on the line of the marks itself, from pixel *after* on.
    """
    for row in range(1, shelf.rows + 1):
        if row > 1 and not shelf.is_free(row - 1, anchor - 1, anchor + 2):
            break  # the leader would run through a text above; so it would for every row below
        for x in _beginnings(anchor, width, shelf.width):
            if shelf.is_free(row, x - FREE_GAP, x + width + FREE_GAP):
                return Place(row, x, anchor)
    if after + width <= shelf.width and shelf.is_free(0, after, after + width + FREE_GAP):
        return Place(0, after, None)
    return None


def _beginnings(anchor: int, width: int, room: int) -> tuple[int, ...]:
    """Where a text about *anchor* may begin so that it stays in the plot, best first."""
    last = room - width
    if last < 0:
        return ()
    wanted = (anchor - 4, anchor - width // 2, anchor - width + 4)
    return tuple(min(max(x, 0), last) for x in wanted)


def settle(shelf: Shelf, place: Place, width: int) -> None:
    """Lay a text of *width* pixels, and its leader, at *place*."""
    shelf.take(place.row, place.x, place.x + width)
    if place.leader is not None:
        for row in range(1, place.row):
            shelf.take(row, place.leader - 1, place.leader + 2)


def room_behind(shelf: Shelf, place: Place, width: int, wanted: int) -> bool:
    """Whether a settled text of *width* pixels can grow to *wanted* pixels to the right."""
    end = place.x + wanted
    if end > shelf.width:
        return False
    return shelf.is_free(place.row, place.x + width, end + FREE_GAP)
