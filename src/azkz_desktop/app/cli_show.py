"""The verbs `show` and `search`: one thing with its claims, and the way to find it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from azkz_desktop.app.cli_ground import Ground, emit, pass_ground
from azkz_desktop.app.cli_table import table
from azkz_desktop.export.data import to_json
from azkz_desktop.export.things import thing
from azkz_desktop.query.errors import nearest
from azkz_desktop.query.search import LIMIT, Hit, Search
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus

if TYPE_CHECKING:
    from azkz_desktop.panels.pages import ClaimRow, DetailPage, Link

MANY = 20_000
"""Events whose ids are compared with a mistyped one."""


@click.command(epilog="Example:  azkz-desktop show kazakh-oil-enters-btc")
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="As a JSON object.")
@pass_ground
def show(ground: Ground, id_: str, as_json: bool) -> None:
    """One thing with its claims.

    ID is that of an event, actor, place, route, area, boundary, series or document.
    """
    found = thing(ground.dataset, id_)
    if found is None:
        raise click.UsageError(_unknown(ground, id_))
    if as_json:
        emit(to_json(found))
        return
    from azkz_desktop.panels.things import page_of  # the panels' words; no Qt in them
    from azkz_desktop.view.library import Library

    page = page_of(Library(ground.database), Focus(found["type"], id_))
    emit("" if page is None else "\n".join(_lines(page, id_)) + "\n")


def _unknown(ground: Ground, id_: str) -> str:
    """There is no such id; the nearest ids, or what search finds."""
    dataset = ground.dataset
    known = {name.subject_id for name in dataset.names()} | set(dataset.sources())
    known.update(dataset.ids(range(min(len(dataset.columns()), MANY))))
    close = nearest(id_, known) or tuple(hit.id for hit in Search(dataset).find(id_, 3))
    said = translate("Command", "There is nothing with the id “%s”") % id_
    if not close:
        return said + "."
    return said + translate("Command", "; the nearest: %s.") % ", ".join(close)


def _lines(page: "DetailPage", id_: str) -> Iterator[str]:
    """A page as lines for the terminal."""
    yield page.title
    yield " · ".join(part for part in (page.overline, page.date, id_) if part)
    for links in (page.places, page.actors):
        if links:
            yield ", ".join(link.text for link in links)
    if page.summary:
        yield from ("", page.summary)
    for sentence in page.disagreements:
        yield from ("", translate("Command", "The documents disagree: %s") % sentence)
    if page.claims:
        yield from ("", page.claims_heading)
        yield from (line for claim in page.claims for line in _claim_lines(claim))
    if page.witnesses:
        yield page.witnesses
    for group in page.groups:
        yield from ("", group.heading)
        yield from table([_link_cells(link) for link in group.links]).splitlines()


def _claim_lines(claim: "ClaimRow") -> Iterator[str]:
    mark = "*" if claim.preferred else " "
    yield f"{mark} {claim.document.text}: {claim.value} ({claim.where_full or claim.where})"
    yield from (f"    {remark}" for remark in claim.remarks)


def _link_cells(link: "Link") -> tuple[str, str, str]:
    return f"  {link.note}", link.text, link.focus.id if link.focus else ""


@click.command(epilog="Example:  azkz-desktop search Назарбаев")
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="As a JSON array of objects.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=LIMIT, show_default=True)
@pass_ground
def search(ground: Ground, text: tuple[str, ...], as_json: bool, limit: int) -> None:
    """Find things by TEXT in any spelling or script, best hits first."""
    hits = Search(ground.dataset).find(" ".join(text), limit)
    if as_json:
        emit(to_json([_hit_object(hit) for hit in hits]))
        return
    emit(table([(hit.type, hit.id, hit.name, why(hit)) for hit in hits]))


def _hit_object(hit: Hit) -> dict[str, str]:
    return {
        "type": hit.type,
        "id": hit.id,
        "name": hit.name,
        "matched": hit.matched,
        "field": hit.field,
        "how": hit.how,
    }


def why(hit: Hit) -> str:
    """Why *hit* was found, in words: nothing where its own name says it."""
    if hit.how == "through":
        if hit.field == "words":
            return translate("Command", "has the words")
        return translate("Command", "through %s") % hit.matched
    if hit.matched == hit.name or hit.how == "id":
        return ""
    if hit.field == "summary":
        return translate("Command", "in its summary")
    return hit.matched
