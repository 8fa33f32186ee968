"""What the detail panel says of one thing, as values: words and links, no widgets, no Qt."""

from azkz_desktop.lean import dataclass
from azkz_desktop.view.state import Focus


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another thing; `shape` and `colour` are an event's symbol."""

    text: str
    focus: Focus | None = None
    note: str = ""
    shape: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """What one document says: which, the value in words, where it stands, and remarks.

    `where` is short enough for a narrow column, `where_full` has the heading as printed.
    """

    document: Link
    value: str
    where: str
    where_full: str = ""
    remarks: tuple[str, ...] = ()
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and links below it ("Before", "Documents signed")."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DetailPage:
    """Everything that is said of the chosen thing, from top to bottom.

    `citable` and `placed` say whether there is a document to cite and a point to go to; `row`
    is an event's row.
    """

    overline: str
    shape: str
    colour: str
    title: str
    date: str
    places: tuple[Link, ...] = ()
    actors: tuple[Link, ...] = ()
    summary: str = ""
    disagreements: tuple[str, ...] = ()
    claims_heading: str = ""
    claims: tuple[ClaimRow, ...] = ()
    witnesses: str = ""
    groups: tuple[Group, ...] = ()
    citable: bool = False
    placed: bool = False
    row: int | None = None

    @property
    def where(self) -> str:
        """The places in words: along a route, or those of an event, of which none comes first."""
        return (" → " if self.row is None else ", ").join(place.text for place in self.places)
