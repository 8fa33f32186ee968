"""The FILTER of the command line: its options, and the filter that they ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from azkz_desktop.app.cli_ground import Ground, say
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate

if TYPE_CHECKING:
    from azkz_desktop.query.names import NameBook

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--from", "start", metavar="DATE",
                 help="Not before DATE: 2005, 2005-05 or 2005-05-24."),
    click.option("--to", "end", metavar="DATE",
                 help="Not after DATE; 2005 means its last day."),
    click.option("--certainly", is_flag=True,
                 help="Only events that touch the period whatever their true dates are."),
    click.option("--actor", "actors", metavar="NAME", multiple=True,
                 help="A person, state or body: an id, any spelling, a surname. Repeatable: any."),
    click.option("--all-actors", is_flag=True,
                 help="All the actors named, not any of them."),
    click.option("--kind", "kinds", metavar="K", multiple=True,
                 help="visit, agreement, energy … Repeatable: any."),
    click.option("--theme", "themes", metavar="T", multiple=True,
                 help="caspian, karabakh, transport … Repeatable: any."),
    click.option("--place", "places", metavar="P", multiple=True,
                 help="A place, by its id or any spelling. Repeatable: any."),
    click.option("--source", "sources", metavar="KEY", multiple=True,
                 help="A document: huseynov2017, akiner2012 … Repeatable: any."),
    click.option("--contested", is_flag=True,
                 help="Only events about which the documents contradict each other."),
    click.option("--text", metavar="WORDS", default="",
                 help="All these words, in any script, each a whole word."),
)  # fmt: skip


def filter_options(command: F) -> F:
    """Give *command* the options of FILTER; it gets them by keyword (see `filter_of`)."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def filter_of(ground: Ground, words: dict[str, Any]) -> Filter:
    """The filter that the options ask for, names resolved; raises QueryError for what is off.

    A name that fits several things is said on standard error with what was taken.
    """
    from azkz_desktop.query.index import period_days  # the window has no filter to ask for
    from azkz_desktop.query.names import NameBook, resolve_word

    dataset = ground.dataset
    persons = {actor.id for actor in dataset.actors().values() if actor.type == "person"}
    book = NameBook(dataset.names(), persons)
    facets = dataset.columns().facets

    def known(facet: str, typed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(resolve_word(facet, one, facets[facet].ids) for one in typed))

    places = [_resolved(book, "place", typed) for typed in words["places"]]
    wanted = Filter(
        start=words["start"],
        end=words["end"],
        certainly=words["certainly"],
        actors=tuple(dict.fromkeys(_resolved(book, "actor", one) for one in words["actors"])),
        all_actors=words["all_actors"],
        kinds=known("kind", words["kinds"]),
        themes=known("theme", words["themes"]),
        places=tuple(dict.fromkeys(place for ids in places for place in ids)),
        sources=known("source", words["sources"]),
        contested=words["contested"],
        text=words["text"],
    )
    period_days(wanted)  # refuses dates that are none before anything is answered
    return wanted


def _resolved(book: "NameBook", facet: str, typed: str) -> tuple[str, ...]:
    found = book.resolve(facet, typed)
    if found.is_ambiguous:
        names = ", ".join(f"{book.main(one)} ({one})" for one in found.ids)
        said = translate("Command", "“%(typed)s” is taken as any of: %(names)s")
        say(said % {"typed": typed, "names": names})
    return found.ids
