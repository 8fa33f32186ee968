"""A page of the detail panel as plain text, for a letter or notes. No Qt."""

from collections.abc import Iterator

from azkz_desktop.panels.pages import ClaimRow, DetailPage, Link
from azkz_desktop.translation import translate


def as_text(page: DetailPage) -> str:
    """What *page* says, from top to bottom: paragraphs divided by an empty line."""
    return "\n\n".join(_paragraphs(page)) + "\n"


def _paragraphs(page: DetailPage) -> Iterator[str]:
    yield "\n".join(_head(page))
    if page.summary:
        yield page.summary
    if page.disagreements:
        yield translate("Detail", "The documents disagree. %s") % "\n".join(page.disagreements)
    if page.claims:
        yield "\n".join([page.claims_heading, *map(_claim, page.claims)])
    if page.witnesses:
        yield page.witnesses
    for group in page.groups:
        yield "\n".join([group.heading, *(f"- {_words(link)}" for link in group.links)])


def _head(page: DetailPage) -> Iterator[str]:
    yield page.title
    told = (page.overline, page.date, page.where)
    yield " · ".join(part for part in told if part)
    if page.actors:
        yield ", ".join(link.text for link in page.actors)


def _claim(claim: ClaimRow) -> str:
    where = claim.where_full or claim.where
    said = f"- {claim.document.text}: {claim.value}" + (f" ({where})" if where else "")
    return "; ".join((said, *claim.remarks))


def _words(link: Link) -> str:
    return f"{link.note} {link.text}" if link.note else link.text
