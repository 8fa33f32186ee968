"""The documents behind the events as CSL-JSON, BibTeX and RIS. No Qt.

One record, a CSL item, is made of a document; the other forms are written from it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from azkz_desktop.dataset.records import Event, Source
from azkz_desktop.export.data import to_json

Item = dict[str, Any]
"""A document as a CSL item (CSL-JSON schema 1.0.2)."""

_JOURNAL = re.compile(
    r"(?P<journal>\D+?) (?P<volume>\d+)(?: \((?P<issue>[^)]+)\))?"
    r"(?:, (?P<page>\d+(?:[–-]\d+)?))?(?:, (?P<publisher>.+))?"
)
_REPORT = re.compile(
    r"(?P<genre>[^,]*\b(?:brief|report|paper|study)\b[^,]*), (?P<publisher>.+)", re.IGNORECASE
)
_BODY = re.compile(
    r"\b(?:Nations|Organi[sz]ation|Ministry|Union|Government|Commission|Agency|Council|Company"
    r"|Institute|University|Committee|Association|Convention|[a-z]+ors|of)\b"
)
_LATEX = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    | {sign: "\\" + sign for sign in "&%$#_{}"}
)
_BIBTEX = {"article-journal": "article", "report": "techreport"}
_PUBLISHER = {"article": "publisher", "techreport": "institution"}
_RIS = {"article-journal": "JOUR", "report": "RPRT", "webpage": "ELEC"}


def documents_of(events: Iterable[Event], sources: Mapping[str, Source]) -> list[Source]:
    """The documents that tell of *events*, in the order of *sources* (by year)."""
    keys = {key for event in events for key in event.source_keys}
    return [source for key, source in sources.items() if key in keys]


def csl_item(source: Source) -> Item:
    """A document as a CSL item."""
    item: Item = {"id": source.id, **_container(source), "title": source.title}
    if source.authors:
        item["author"] = [_name(author) for author in source.authors]
    if source.year:
        item["issued"] = {"date-parts": [[source.year]]}
    if source.doi:
        item["DOI"] = source.doi
    if source.url:
        item["URL"] = source.url
    return item


def as_csl_json(sources: Iterable[Source]) -> str:
    """An array of CSL items."""
    return to_json([csl_item(source) for source in sources])


def as_bibtex(sources: Iterable[Source]) -> str:
    """BibTeX entries in UTF-8 (for biber, or bibtex with a recent format)."""
    return "\n".join(_bibtex(csl_item(source)) for source in sources)


def as_ris(sources: Iterable[Source]) -> str:
    """RIS records."""
    return "\n".join(_ris(csl_item(source)) for source in sources)


def _container(source: Source) -> Item:
    """Type and where it appeared, from the container as a person wrote it."""
    text = source.container
    if found := _REPORT.fullmatch(text):
        return {"type": "report"} | found.groupdict()
    if source.outside:
        return {"type": "webpage" if source.url else "document", "publisher": text}
    if found := _JOURNAL.fullmatch(text):
        parts = {name: part for name, part in found.groupdict().items() if part}
        return {"type": "article-journal", "container-title": parts.pop("journal")} | parts
    return {"type": "article-journal", "container-title": text}


def _name(author: str) -> dict[str, str]:
    """A person's family and given name; a body's name stays whole."""
    given, _, family = author.rpartition(" ")
    if not given or _BODY.search(author):
        return {"literal": author}
    return {"family": family, "given": given}


def _bibtex(item: Item) -> str:
    kind = _BIBTEX.get(item["type"], "misc")
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in item.get("author", ())),
        "title": f"{{{_latex(item['title'])}}}",
        "year": _year(item),
        "journal": _latex(item.get("container-title", "")),
        "volume": item.get("volume", ""),
        "number": item.get("issue", ""),
        "pages": item.get("page", "").replace("–", "--"),
        "type": _latex(item.get("genre", "")),
        _PUBLISHER.get(kind, "howpublished"): _latex(item.get("publisher", "")),
        "doi": item.get("DOI", ""),
        "url": item.get("URL", ""),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{item['id']},", *lines, "}", ""])


def _bibtex_name(name: dict[str, str]) -> str:
    if "literal" in name:
        return f"{{{_latex(name['literal'])}}}"
    return f"{_latex(name['family'])}, {_latex(name['given'])}"


def _year(item: Item) -> str:
    return str(item["issued"]["date-parts"][0][0]) if "issued" in item else ""


def _latex(text: str) -> str:
    return text.translate(_LATEX)


def _ris(item: Item) -> str:
    first, _, last = item.get("page", "").replace("–", "-").partition("-")
    names = item.get("author", ())
    authors = [name.get("literal") or f"{name['family']}, {name['given']}" for name in names]
    pairs = [
        ("TY", _RIS.get(item["type"], "GEN")),
        *(("AU", author) for author in authors),
        ("PY", _year(item)),
        ("TI", item["title"]),
        ("T2", item.get("container-title", "")),
        ("VL", item.get("volume", "")),
        ("IS", item.get("issue", "")),
        ("SP", first),
        ("EP", last),
        ("M3", item.get("genre", "")),
        ("PB", item.get("publisher", "")),
        ("DO", item.get("DOI", "")),
        ("UR", item.get("URL", "")),
        ("ID", item["id"]),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in pairs if value) + "ER  - \n"
