"""References in APA and Chicago style, formatted by the library citeproc-py. No Qt."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from azkz_desktop.dataset.bundled import resources_path
from azkz_desktop.dataset.records import Source
from azkz_desktop.export.citations import csl_item

Style = Literal["apa", "chicago"]
STYLES: dict[Style, str] = {"apa": "apa", "chicago": "chicago-author-date-16th-edition"}
# American style has full stops inside quotation marks, which the library does not do yet.
_MENDED = (("”.", ".”"), ("”,", ",”"))


def references(sources: Sequence[Source], style: Style) -> list[str]:
    """One reference a document, in plain text, in the order that the style asks.

    Raises ImportError where the library is not installed.
    """
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    items = CiteProcJSON([csl_item(source) for source in sources])
    bibliography = CitationStylesBibliography(_style(style), items, formatter.plain)
    for source in sources:
        bibliography.register(Citation([CitationItem(source.id)]))
    bibliography.sort()
    return [_mended(str(entry), style) for entry in bibliography.bibliography()]


@lru_cache
def _style(style: Style) -> Any:
    from citeproc import CitationStylesStyle

    path = resources_path() / "citations" / f"{STYLES[style]}.csl"
    return CitationStylesStyle(str(path), validate=False)


def _mended(reference: str, style: Style) -> str:
    if style == "chicago":
        for wrong, right in _MENDED:
            reference = reference.replace(wrong, right)
    return reference
