"""The page as plain text says what the panel says."""

from dataclasses import replace
from pathlib import Path

import pytest

from azkz_desktop.panels.pages import ClaimRow, DetailPage, Group, Link
from azkz_desktop.panels.plain import as_text
from azkz_desktop.panels.things import page_of
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus

FULL = DetailPage(
    overline="Visit", shape="circle", colour="#000", title="A visit", date="May 1997",
    places=(Link("Baku"),), actors=(Link("Azerbaijan"), Link("Kazakhstan")),
    summary="They met.", disagreements=("One says May, one June.",),
    claims_heading="What each says",
    claims=(
        ClaimRow(Link("Huseynov 2017"), "May 1997", "§ 2", "2 Relations, ¶ 3", ("citing TASS",)),
        ClaimRow(Link("Akiner 2012"), "June 1997", ""),
    ),
    witnesses="2 documents tell of it.",
    groups=(Group("Before", (Link("Another", None, "1996"), Link("A third"))),),
)  # fmt: skip

SAID = """A visit
Visit · May 1997 · Baku
Azerbaijan, Kazakhstan

They met.

The documents disagree. One says May, one June.

What each says
- Huseynov 2017: May 1997 (2 Relations, ¶ 3); citing TASS
- Akiner 2012: June 1997

2 documents tell of it.

Before
- 1996 Another
- A third
"""


def test_everything_is_said_from_top_to_bottom() -> None:
    assert as_text(FULL) == SAID


def test_what_is_not_there_leaves_no_gap() -> None:
    assert as_text(DetailPage("Place", "", "", "Aktau", "")) == "Aktau\nPlace\n"


def test_only_a_route_goes_from_place_to_place() -> None:
    ends = (Link("Baku"), Link("Ceyhan"))
    assert replace(FULL, places=ends, row=None).where == "Baku → Ceyhan"
    assert replace(FULL, places=ends, row=7).where == "Baku, Ceyhan"


@pytest.mark.parametrize("type_", ["event", "actor", "document"])
def test_the_pages_of_the_file_have_no_markup(bundled_db: Path, type_: str) -> None:
    library = Library(bundled_db)
    ids = {
        "event": "az-kz-diplomatic-relations",
        "actor": "kazakhstan",
        "document": "huseynov2017",
    }
    page = page_of(library, Focus(type_, ids[type_]))
    assert page is not None
    text = as_text(page)
    assert text.startswith(page.title)
    assert "<" not in text
    assert "\n\n\n" not in text
    assert all(claim.document.text in text for claim in page.claims)
