"""Where a document says something, in words for a reader."""

from azkz_desktop.dataset.records import Claim


def where_words(claim: Claim) -> str:
    """Where a claim stands: heading, paragraph, table or footnote."""
    return where_under(claim, claim.section)


def where_under(claim: Claim, heading: str) -> str:
    """The same with *heading* instead of the whole one."""
    parts = [heading]
    if claim.paragraph is not None:
        parts.append(f"¶\N{NO-BREAK SPACE}{claim.paragraph}")
    if claim.element:
        parts.append(claim.element)
    return ", ".join(part for part in parts if part)
