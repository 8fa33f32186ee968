"""The verb `list`: events that pass a filter, in order of time, in many formats."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from azkz_desktop.app.cli_filter import filter_of, filter_options
from azkz_desktop.app.cli_ground import Ground, emit, pass_ground, say
from azkz_desktop.app.cli_table import table
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Event
from azkz_desktop.dates.words import in_words
from azkz_desktop.export import citations
from azkz_desktop.export.data import as_csv, as_geojson, as_json, events_of
from azkz_desktop.export.timelinejs import as_timelinejs
from azkz_desktop.query.index import EventIndex
from azkz_desktop.translation import translate
from azkz_desktop.view.vocabulary import kind_word

Write = Callable[[Dataset, list[Event]], str]


def _as_table(_dataset: Dataset, events: list[Event]) -> str:
    """Date, kind, title and id; ≠ marks what the documents contradict each other in."""
    return table(
        [
            (in_words(event.edtf) + (" ≠" if event.contested else ""), kind_word(event.kind),
             event.title, event.id)
            for event in events
        ]
    )  # fmt: skip


def _documents(write: Callable[[list[Any]], str]) -> Write:
    return lambda dataset, events: write(citations.documents_of(events, dataset.sources()))


MANY = 2000
"""Events whose reading takes long enough to show how far it is."""
FORMATS: dict[str, Write] = {
    "table": _as_table,
    "json": as_json,
    "csv": as_csv,
    "geojson": as_geojson,
    "timelinejs": as_timelinejs,
    "bibtex": _documents(citations.as_bibtex),
    "ris": _documents(citations.as_ris),
    "csl-json": _documents(citations.as_csl_json),
}


def _watched(events: Iterator[Event], count: int) -> Iterator[Event]:
    """*events* with a bar on the terminal where they are many; nothing in a pipe."""
    if count < MANY or not sys.stderr.isatty():
        yield from events
        return
    label = translate("Command", "Reading %n events", count)
    with click.progressbar(events, length=count, label=label, file=sys.stderr) as bar:
        yield from bar


@click.command("list", epilog="Example:  azkz-desktop list --from 2004 --to 2008 --actor Aliyev")
@filter_options
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="table",
              help="bibtex, ris and csl-json give the documents behind the events.")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file.")
@pass_ground
def list_events(ground: Ground, /, form: str, output: Path | None, **words: Any) -> None:
    """Events in order of time; ≠ marks dates and facts that the documents disagree about."""
    dataset = ground.dataset
    wanted = filter_of(ground, words)
    index = EventIndex(dataset.columns(), dataset.rows_with_words)
    rows = index.answer(wanted).rows.tolist()
    events = list(_watched(events_of(dataset, rows), len(rows)))
    if not events:
        say(translate("Command", "No event passes this filter."))
    emit(FORMATS[form](dataset, events), output)
