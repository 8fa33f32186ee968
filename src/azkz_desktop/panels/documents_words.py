"""What is said about the documents: which, by whom, how far they know, who is not heard. No Qt."""

from azkz_desktop.dataset.records import Source
from azkz_desktop.dates.words import in_words
from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library, source_name
from azkz_desktop.view.state import Focus


@dataclass(frozen=True, slots=True)
class Card:
    """One document: its short citation, and lines below it. `focus` shows it in the detail."""

    name: str
    title: str
    lines: tuple[str, ...]
    focus: Focus


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


def cards(library: Library) -> tuple[Card, ...]:
    """The documents that the data are made of, by year; none that is only drawn upon."""
    return tuple(_card(library, one) for one in _inside(library))


def _inside(library: Library) -> list[Source]:
    return [one for one in library.dataset.sources().values() if not one.outside]


def _card(library: Library, source: Source) -> Card:
    lines = (
        ", ".join(source.authors) + _where_from(source.id),
        ", ".join(part for part in (source.container, str(source.year or "")) if part),
        f"doi:{source.doi}" if source.doi else source.url,
        _reach(source),
        translate("Documents", "%n event(s) of this file rest on it.", _events(library, source.id)),
    )
    told = tuple(line for line in lines if line)
    return Card(source_name(source), source.title, told, Focus("document", source.id))


def _where_from(source_id: str) -> str:
    """Where the authors worked, as the document itself prints it."""
    places = {
        "akiner2012": translate("Documents", " (University of London and University of Cambridge)"),
        "huseynov2017": translate("Documents", " (ThePoliticon.net, Azerbaijan)"),
        "hamzaoglu2021": translate("Documents", " (Kafkas University, Türkiye)"),
        "yagubova2022": translate("Documents", " (ADA University, Baku)"),
        "egamberdiyev2023": translate(
            "Documents", " (Al-Farabi Kazakh National University, Almaty)"
        ),
    }
    return places.get(source_id, "")


def _reach(source: Source) -> str:
    if not source.horizon:
        return ""
    words = translate("Documents", "It knows what happened until %s.")
    return words % in_words(source.horizon)


def _events(library: Library, source_id: str) -> int:
    facet = library.columns.facets["source"]
    return int((facet.code == facet.ids.index(source_id)).sum()) if source_id in facet.ids else 0


def sections(library: Library) -> tuple[Section, ...]:
    """What a reader must know about all of them together."""
    return (_rule(), _absent(), _until(library), _names(), _drawn_upon(library))


def _rule() -> Section:
    return Section(
        translate("Documents", "What is shown here"),
        (
            translate(
                "Documents",
                "Everything shown is what one of these documents says, with the place where it "
                "says so. Where they are silent the application is silent: nothing told does not "
                "mean that nothing happened. What a document expected when it was written is "
                "never shown as having come about.",
            ),
            translate(
                "Documents",
                "Where two of them contradict each other both are shown, on amber, and neither "
                "is called right. Titles and summaries are written for this file; judgements are "
                "left with those who make them.",
            ),
        ),
    )


def _absent() -> Section:
    return Section(
        translate("Documents", "Whose voices are absent"),
        (
            translate(
                "Documents",
                "The authors worked in Azerbaijan, Kazakhstan, Türkiye and the United Kingdom. "
                "None writes from Armenia, from among the Armenians of Karabakh, from Russia, "
                "Iran, Turkmenistan or Georgia: what these said and did is told here only as the "
                "five report it.",
            ),
            translate(
                "Documents",
                "All five are scholarly or policy papers in English, and most are sympathetic to "
                "closer relations of the two states. Treaties, archives and witnesses are heard "
                "through them alone; they tell of the agreements that mattered to them, not of "
                "all.",
            ),
        ),
    )


def _until(library: Library) -> Section:
    until = in_words(library.dataset.metadata().get("data_until", "")) or "?"
    words = translate(
        "Documents",
        "The latest event told is of {until}. Each document ends earlier or there, as its entry "
        "says; what one of them calls unsettled may have been settled after it was written.",
    )
    return Section(
        translate("Documents", "To which month the data reach"), (words.format(until=until),)
    )


def _names() -> Section:
    return Section(
        translate("Documents", "Names that are disputed"),
        (
            translate(
                "Documents",
                "A place, a person or a body has one name on the screen: the English form that "
                "these documents use most, or the name in force at the time where it was changed. "
                "Every other name, also the one that another party uses, is kept, is found by "
                "search in its own script, and stands on the page of the thing. A name shown "
                "takes no side, nor does a line on the map: it is drawn as agreed, claimed or "
                "computed, as it was at the moment chosen.",
            ),
        ),
    )


def _drawn_upon(library: Library) -> Section:
    outside = [one for one in library.dataset.sources().values() if one.outside]
    lines = tuple(f"{', '.join(one.authors)}: {one.title}. {one.container}" for one in outside)
    words = translate(
        "Documents",
        "Points, outlines and a few texts that the five refer to come from elsewhere, and are "
        "marked so:",
    )
    return Section(translate("Documents", "Drawn upon besides"), (words, *lines))
