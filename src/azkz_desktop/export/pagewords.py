"""What is written on a snapshot's page: title, period, filter, legend, sources, version."""

import numpy as np

from azkz_desktop import __version__
from azkz_desktop.dataset.records import Series
from azkz_desktop.dates.days import ordinal
from azkz_desktop.dates.words import day_in_words, in_words
from azkz_desktop.export.page import LegendEntry, Page
from azkz_desktop.map.scenarios import in_a_paragraph, scenario_of
from azkz_desktop.map.stances import shown_stances, stances_in_a_paragraph
from azkz_desktop.query.selection import Selection
from azkz_desktop.translation import grouped, translate
from azkz_desktop.view.caspian import all_told
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import KIND_GROUPS
from azkz_desktop.view.vocabulary import group_word
from azkz_desktop.view.words import filter_in_words, period_in_words


def page_of(library: Library, state: ViewState, what: str, title: str = "") -> Page:
    """The words of the page of *state*."""
    selection = library.index.answer(state.filter)
    return Page(
        title=title or _title(what),
        period=_period(library, state, what),
        filter=_filter(library, state, selection, what),
        chosen=_chosen(library, state),
        legend=_legend(library, selection),
        notes=_notes(library, state, what),
        sources=(_sources(library, state, selection, what),),
        footer=_footer(library),
    )


def _chosen(library: Library, state: ViewState) -> str:
    """The chosen event by its whole title, whatever room its label has in the picture."""
    focus = state.focus
    event = library.dataset.event(focus.id) if focus and focus.type == "event" else None
    if event is None:
        return ""
    words = translate("Snapshot", "Chosen: {title} ({date})")
    return words.format(title=event.title, date=in_words(event.edtf))


def _title(what: str) -> str:
    return {
        "timeline": translate("Snapshot", "Azerbaijan and Kazakhstan: a timeline"),
        "map": translate("Snapshot", "Azerbaijan and Kazakhstan: the Caspian"),
    }.get(what, translate("Snapshot", "Azerbaijan and Kazakhstan: timeline and map"))


def _period(library: Library, state: ViewState, what: str) -> str:
    moment = translate("Snapshot", "the map as of %s") % in_words(state.moment)
    if what == "map":
        return moment[:1].upper() + moment[1:]
    words = _timeline_period(library, state)
    return words if what == "timeline" else f"{words}  ·  {moment}"


def _timeline_period(library: Library, state: ViewState) -> str:
    """What is in sight: the zoom where there is one, else the period asked for, else all."""
    asked = state.filter
    if state.span is None and (asked.start or asked.end):
        return period_in_words(asked.start, asked.end)
    first, last = library.days
    if state.span is not None:
        first, last = int(state.span.start), int(state.span.end - 0.001)
    return f"{day_in_words(max(first, 1))} – {day_in_words(last)}"


def _filter(library: Library, state: ViewState, selection: Selection, what: str) -> str:
    words = translate("Snapshot", "{shown} of %n event(s): {filter}", selection.total)
    asked = filter_in_words(state.filter, library.name_of)
    told = words.format(shown=grouped(len(selection)), filter=asked)
    outside = _out_of_sight(library, state, selection)
    if what == "map" or not outside:
        return told
    return f"{told} " + translate("Snapshot", "(%n outside this period)", outside)


def _out_of_sight(library: Library, state: ViewState, selection: Selection) -> int:
    """How many of the selected events lie outside the part of time that is shown."""
    if state.span is None:
        return 0
    columns, rows = library.columns, selection.rows
    inside = (columns.start_earliest[rows] < state.span.end) & (
        columns.end_latest[rows] >= state.span.start
    )
    return int(len(rows) - np.count_nonzero(inside))


def _legend(library: Library, selection: Selection) -> tuple[LegendEntry, ...]:
    codes = np.unique(library.columns.kind[selection.rows])
    kinds = {library.columns.kinds[code] for code in codes}
    return tuple(
        LegendEntry(group.shape, group.colour, group_word(group.id))
        for group in KIND_GROUPS
        if kinds & set(group.kinds)
    )


def _notes(library: Library, state: ViewState, what: str) -> tuple[str, ...]:
    timeline = translate(
        "Snapshot",
        "A soft span is a date known only to it; an amber link joins the dates that documents "
        "contradict each other in.",
    )
    chart = translate(
        "Snapshot",
        "Courses of lines are approximate, computed lines are illustrations and no boundaries; "
        "treaty coordinates are not included.",
    )
    chart_notes = tuple(text for text in (chart, *_division_notes(library, state)) if text)
    if what == "map":
        return chart_notes
    told = _lanes_note(state), _eras_note(state), _figures_note(library, state)
    more = tuple(text for text in told if text)
    return (timeline, *more) if what == "timeline" else (timeline, *more, *chart_notes)


def _division_notes(library: Library, state: ViewState) -> tuple[str, ...]:
    """What is said of a division that is illustrated, and of stances, with their documents."""
    names, notes = library.names("actor"), []
    scenario = scenario_of(state.scenario)
    if scenario is not None:
        notes.append(in_a_paragraph(scenario, names))
    if state.scope == "positions" and "lines" in state.layers:
        told = all_told(library.dataset)
        shown = shown_stances(told, ordinal(state.moment))
        notes.append(stances_in_a_paragraph(shown, names, library.names("source")))
    return tuple(notes)


def _lanes_note(state: ViewState) -> str:
    if state.lanes != "source":
        return ""
    return translate(
        "Snapshot",
        "Where documents disagree in a date, the mark in a document's lane stands at the date that "
        "this one gives.",
    )


def _eras_note(state: ViewState) -> str:
    if not state.eras:
        return ""
    return translate(
        "Snapshot",
        "Ribbons are eras as the documents date them: a slanting edge lies somewhere in that time, "
        "a dashed part is not told.",
    )


def _figures_note(library: Library, state: ViewState) -> str:
    """The whole names of the figures under the lanes, where the picture has room for short ones."""
    names = [series.name for series in _bands(library, state)]
    return translate("Snapshot", "Under the lanes: %s.") % "; ".join(names) if names else ""


def _bands(library: Library, state: ViewState) -> list[Series]:
    found = (library.dataset.one_series(one) for one in state.bands)
    return [series for series in found if series is not None]


def _sources(library: Library, state: ViewState, selection: Selection, what: str) -> str:
    """The documents behind all that is drawn: events, and figures and eras on the timeline."""
    membership = library.columns.facets["source"]
    told = np.isin(membership.event, selection.rows)
    keys = {membership.ids[code] for code in np.unique(membership.code[told])}
    if what != "map":
        series = _bands(library, state)
        keys |= {one.claim.source_key for each in series for one in each.observations}
        groups = (library.eras[one] for one in state.eras if one in library.eras)
        keys |= {key for group in groups for era in group.eras for key in era.documents}
    known = sorted(
        (source for key, source in library.dataset.sources().items() if key in keys),
        key=lambda source: (source.year or 0, source.id),
    )
    names = "; ".join(library.name_of("source", source.id) for source in known) or "–"
    if what != "timeline":
        basemap = translate("Snapshot", "base map: Natural Earth; names of towns: GeoNames")
        names = f"{names}; {basemap}"
    return translate("Snapshot", "Sources: %s") % names


def _footer(library: Library) -> str:
    words = translate("Snapshot", "AzKz Explorer {program}, data {version} (CC BY 4.0)")
    version = library.dataset.metadata().get("data_version", "?")
    return words.format(program=__version__, version=version)
