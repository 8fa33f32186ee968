"""What is needed once data are open: the first view, the store, the session kept."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from azkz_desktop.app.own import keep, own_file
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dates.days import iso
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.query.errors import QueryError
from azkz_desktop.query.selection import Selection
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store

if TYPE_CHECKING:
    from azkz_desktop.view.codec import Written
    from azkz_desktop.view.saved import SavedViews

OPENING = Focus("event", "kazakh-oil-enters-btc")
"""What the first start shows: a thing that joins the timeline, the map and several documents."""


def first_view(library: Library) -> ViewState:
    """The view of the first start: ready and interesting, never empty."""
    state = ViewState(span=library.opening_span())
    if library.has(OPENING):
        return replace(state, focus=OPENING)
    if len(library.columns):
        row = int(library.columns.weight.argmax())
        return replace(state, focus=Focus("event", library.ids([row])[0]))
    return state


def changed(
    library: Library, state: ViewState, select: str | None, moment: str | None
) -> ViewState:
    """*state* with another choice or moment; raises QueryError or ValueError for what is none."""
    if select is not None:
        focus = Focus("event", select)
        if not library.has(focus):
            message = translate("Start", "There is no event “%s” in this database.")
            raise QueryError(message % select)
        state = replace(state, focus=focus)
    if moment is not None:
        state = replace(state, moment=iso(day_range(moment)[0]))
    return state


def store_of(library: Library, state: ViewState) -> Store:
    """A store that shows *state*, without the filter where the file does not know it.

    A view saved over other data may filter by what this file does not have. Wherever an event
    is chosen, the timeline shows it.
    """

    def follow(old: ViewState, new: ViewState, selection: Selection) -> ViewState:
        from azkz_desktop.timeline.following import followed  # nobody chooses at the start

        return followed(old, new, selection, library)

    try:
        return library.store(state, follow)
    except QueryError:
        return library.store(replace(state, filter=ViewState().filter, focus=None), follow)


def saved_views() -> "SavedViews":
    """The person's saved views and last session, in their own folder."""
    from azkz_desktop.view.saved import SavedViews  # a start that keeps no session does without

    return SavedViews(own_file(""))


def _hints_mark() -> Path:
    return own_file("hints-put-away")


def hints_wanted() -> bool:
    """Whether the hints of the first minutes have not been put away yet."""
    return not _hints_mark().exists()


def put_hints_away() -> None:
    """Remember that the hints are known; where that cannot be written they come again."""
    keep(_hints_mark(), "")


def kept_session() -> "Written | None":
    """What was written down when the window was last closed, if it can be read."""
    return saved_views().read_session()


def known(library: Library, state: ViewState) -> ViewState:
    """*state* without a choice that *library* does not know."""
    if state.focus is not None and not library.has(state.focus):
        return replace(state, focus=None)
    return state


def keep_session(made: MainWindow) -> None:
    """Write the view down when *made* is closed, and how its room is shared.

    What fails then is no reason to stay open.
    """

    def write() -> None:
        from azkz_desktop.saving import SavingError

        shares = made.rooms.shares if hasattr(made, "rooms") else made.shares
        try:
            saved_views().write_session(made.store.state, shares.written() if shares else {})
        except SavingError as error:
            made.statusBar().showMessage(str(error))

    made.when_closed = write
