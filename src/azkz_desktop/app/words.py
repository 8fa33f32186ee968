"""Sentences of the window about the file it shows: what it is, from whom, how to cite."""

from typing import TYPE_CHECKING

from azkz_desktop import __version__
from azkz_desktop.dataset.records import Source
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.saying import type_word
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus

if TYPE_CHECKING:
    from azkz_desktop.query.search import Hit


def data_words(library: Library) -> str:
    """The data's version and reach, for the status bar."""
    told = library.dataset.metadata()
    words = translate("Window", "data {version}, to {until}  ·  read-only")
    until = in_words(told.get("data_until", ""))
    return words.format(version=told.get("data_version", "?"), until=until or "?")


def source_words(library: Library) -> str:
    """How many documents there are and of which years."""
    inside = [one for one in library.dataset.sources().values() if not one.outside]
    years = sorted(one.year for one in inside if one.year)
    if not years:
        return ""
    words = translate("Window", "%n document(s), {first}–{last}", len(inside))
    return words.format(first=years[0], last=years[-1])


def hit_note(library: Library, hit: "Hit") -> str:
    """What kind of thing was found, and why where that is another name."""
    words = {
        "place": translate("Window", "place"),
        "boundary": translate("Window", "sector line"),
        "series": translate("Window", "figures"),
        "document": translate("Window", "document"),
    }
    dataset = library.dataset
    if hit.type == "actor":
        word = type_word(dataset.actors()[hit.id].type).lower()
    elif hit.type == "route":
        word = type_word(dataset.routes()[hit.id].mode).lower()
    elif hit.type == "area":
        word = type_word(dataset.areas()[hit.id].type).lower()
    else:
        word = words.get(hit.type, hit.type)
    return word if hit.matched in ("", hit.name, hit.id) else f"{word} · {hit.matched}"


def about_words(library: Library) -> str:
    """The program, its version and its licences."""
    words = translate(
        "Window",
        "AzKz Explorer {program}, data {version}.\n\nThe program is under the MIT licence, the "
        "data are under CC BY 4.0. Base map: Natural Earth (public domain); its towns' "
        "names in other languages, and coordinates of places: GeoNames (CC BY 4.0). Made with "
        "Qt, PySide6 and pyqtgraph, numpy and shapely.",
    )
    version = library.dataset.metadata().get("data_version", "?")
    return words.format(program=__version__, version=version)


def cited(library: Library, focus: Focus) -> list[Source]:
    """The documents behind the chosen thing: an event's, or whoever tells of its states."""
    dataset = library.dataset
    keys: list[str] = []
    if focus.type == "document":
        keys = [focus.id]
    elif focus.type == "event":
        event = dataset.event(focus.id)
        keys = list(event.source_keys) if event is not None else []
    elif focus.type == "series":
        keys = [one.claim.source_key for one in dataset.series()[focus.id].observations]
    elif focus.type == "actor":
        keys = [one.claim.source_key for one in dataset.positions() if one.actor_id == focus.id]
    elif focus.type in ("route", "area", "boundary"):
        keys = [one.claim.source_key for one in dataset.states(focus.id)]
    sources = dataset.sources()
    return [sources[key] for key in dict.fromkeys(keys) if key in sources]


def citation(library: Library, focus: Focus, style: str = "apa") -> str:
    """The documents behind the chosen thing, cited in *style*.

    Styles: `apa`, `chicago` (a line each), `bibtex`, `ris`, `csl-json`.
    """
    from azkz_desktop.export import citations  # heavy libraries: only when asked
    from azkz_desktop.export.references import references

    known = cited(library, focus)
    if not known:
        return ""
    if style in ("apa", "chicago"):
        return "\n".join(references(known, "chicago" if style == "chicago" else "apa"))
    make = {
        "bibtex": citations.as_bibtex,
        "ris": citations.as_ris,
        "csl-json": citations.as_csl_json,
    }[style]
    return make(known)
