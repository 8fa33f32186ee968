"""Files that the window writes besides pictures."""

from pathlib import Path

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.export.data import as_csv, as_geojson, as_json, events_of
from azkz_desktop.saving import save_text
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library

WRITERS = {".csv": as_csv, ".json": as_json, ".geojson": as_geojson}


def write_rows(library: Library, rows: Codes, path: Path) -> None:
    """Write the events in *rows* to *path*, in the format that its ending names.

    Raises ValueError for an ending that is none of ours, SavingError where writing fails.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        message = translate("Files", "Data end in .csv, .json or .geojson, not in “%s”.")
        raise ValueError(message % path.suffix)
    save_text(path, writer(library.dataset, events_of(library.dataset, rows)))
