"""Files that the window writes besides pictures."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Event
from azkz_desktop.export.data import as_csv, as_geojson, as_json, events_of
from azkz_desktop.saving import Check, save_text, unchecked
from azkz_desktop.translation import translate

WRITERS = {".csv": as_csv, ".json": as_json, ".geojson": as_geojson}
"""Each ending with what writes it; the first is the usual one."""
Watch = Callable[[Iterable[Event]], Iterator[Event]]


def write_rows(
    database: Path, rows: Codes, path: Path, watch: Watch = iter, check: Check = unchecked
) -> None:
    """Write the events in *rows* of *database* to *path*, in the format that its ending names.

    It may run in any thread: it reads through a connection of its own. The events go through
    *watch*, which may count them, and *check* is called before *path* is replaced; what either
    raises leaves it as it was. Raises ValueError for an ending that is none of ours, SavingError
    where writing fails.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        message = translate("Files", "Data end in .csv, .json or .geojson, not in “%s”.")
        raise ValueError(message % path.suffix)
    with Dataset(database) as dataset:
        text = writer(dataset, watch(events_of(dataset, (int(row) for row in rows))))
    save_text(path, text, check)
