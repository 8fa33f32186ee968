"""Whether the blocks of the source text fit together: ids resolve, dates are dates."""

from collections.abc import Iterator
from dataclasses import field

from azkz_desktop.dataset.messages import nearest
from azkz_desktop.dataset.source import SourceText
from azkz_desktop.dataset.yaml_text import Block
from azkz_desktop.dates.days import EdtfError
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.lean import dataclass

CLAIMS = ("claims", "states", "values", "members", "seats")
"""The keys under which a block holds its claims."""
_IDENTIFIED = (
    ("sources", "document"),
    ("actors", "actor"),
    ("places", "place"),
    ("events", "event"),
    ("routes", "route"),
    ("areas", "area"),
    ("boundaries", "boundary"),
    ("series", "series"),
    ("positions", "position"),
)
_REFERENCES: dict[str, dict[str, str]] = {
    "actors": {"country": "actor"},
    "places": {"country": "actor", "coordinates": "document"},
    "events": {"actors": "actor", "places": "place", "parent": "event", "related": "event"},
    "routes": {"from": "place", "to": "place", "via": "place"},
    "areas": {"coordinates": "document", "country": "actor"},
    "boundaries": {"a": "actor", "b": "actor"},
    "series": {"entity": "", "counterpart": ""},
    "positions": {"actor": "actor"},
    "memberships": {"body": "actor"},
    "capitals": {"state": "actor"},
    "sources": {},
}
"""Keys that hold ids, and the type of what they name ("" is any)."""


def claims_of(block: Block) -> list[Block]:
    """All claims that a block holds."""
    return [claim for key in CLAIMS for claim in block.get(key, ())]


@dataclass
class Checker:
    """Looks at all blocks together; `problems` has a line a problem afterwards."""

    text: SourceText
    problems: list[str] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    _name: str = ""

    def run(self) -> list[str]:
        """Everything that does not fit, each with file and line."""
        self._collect_ids()
        for kind, blocks in self.text.blocks.items():
            for block in blocks:
                self._name = block.get("id") or block.get("body") or block["state"]
                self._references(kind, block)
                self._names(block)
                self._claims(block)
                self._judgements(block)
        self._parents()
        return self.problems

    def _say(self, block: Block, key: str, what: str) -> None:
        self.problems.append(f"{block.where(key)}: {self._name}: {what}")

    def _collect_ids(self) -> None:
        for kind, type_ in _IDENTIFIED:
            for block in self.text.blocks[kind]:
                self._name = block["id"]
                if block["id"] in self.types:
                    other = self.types[block["id"]]
                    self._say(block, "id", f"the id is already that of a {other}")
                self.types[block["id"]] = type_

    def _references(self, kind: str, block: Block) -> None:
        for key, type_ in _REFERENCES[kind].items():
            value = block.get(key, [])
            for id_ in value if isinstance(value, list) else [value]:
                self._resolve(block, key, id_, type_)
        for member in block.get("members", ()):
            self._resolve(member, "actor", member["actor"], "actor")
        for seat in block.get("seats", ()):
            self._resolve(seat, "place", seat["place"], "place")

    def _resolve(self, block: Block, key: str, id_: str, type_: str) -> None:
        found = self.types.get(id_)
        if found and type_ in ("", found):
            return
        if found:
            self._say(
                block,
                key,
                f"“{id_}” is of the type {found}, but “{key}” must name one of the type {type_}",
            )
            return
        known = [one for one, its_type in self.types.items() if type_ in ("", its_type)]
        self._say(block, key, f"there is no {type_ or 'thing'} “{id_}”{nearest(id_, known)}")

    def _names(self, block: Block) -> None:
        dated = (
            name
            for names in (block.get("names") or {}).values()
            for name in names
            if isinstance(name, Block)
        )
        for name in dated:
            for key in ("from", "to"):
                try:
                    day_range(name.get(key, "2000"))
                except EdtfError as error:
                    self._say(name, key, str(error))

    def _claims(self, block: Block) -> None:
        for claim in claims_of(block):
            self._date(claim)
            self._document(claim)
            if claim.get("inferred") and not claim.get("note"):
                self._say(claim, "inferred", "an inferred claim needs a note that says how")
            if claim.get("rank") and not claim.get("note"):
                self._say(claim, "rank", "a rank that a person gives needs a note that says why")

    def _date(self, claim: Block) -> None:
        try:
            parse(claim.get("date", "2000"))
        except EdtfError as error:
            self._say(claim, "date", str(error))

    def _document(self, claim: Block) -> None:
        self._resolve(claim, "source", claim["source"], "document")
        if "via" in claim:
            self._via(claim)
        told = claim["source"] in self.text.outlines
        outside = self._outside(claim["source"])
        if not told and not outside:
            self._say(claim, "source", "this document has no outline in outlines/")
        if not outside and "line" not in claim:
            self._say(claim, "source", "“line” is missing: where in the document is it printed?")

    def _via(self, claim: Block) -> None:
        self._resolve(claim, "via", claim["via"], "document")
        if claim["via"] == claim["source"]:
            self._say(claim, "via", "a document is not heard through itself")
        elif self._outside(claim["via"]):
            self._say(claim, "via", f"“{claim['via']}” is from outside: name it in “cites”")

    def _outside(self, key: str) -> bool:
        return any(
            block["id"] == key and block.get("outside", False)
            for block in self.text.blocks["sources"]
        )

    def _judgements(self, block: Block) -> None:
        """The disagreements and sentences that a person wrote."""
        for disagreement in block.get("disagreements", ()):
            for side in (disagreement["a"], disagreement["b"]):
                self._resolve(side, "source", side["source"], "document")
        ids = [claim["id"] for claim in claims_of(block) if "id" in claim]
        for pair in block.get("sentences", {}):
            for id_ in pair.split("-"):
                if ids.count(id_) != 1:
                    self._say(
                        block, "sentences", f"“{pair}”: {ids.count(id_)} claims have id {id_}"
                    )

    def _parents(self) -> None:
        """No event is part of itself."""
        parents = {block["id"]: block.get("parent") for block in self.text.blocks["events"]}
        for block in self.text.blocks["events"]:
            above, seen = block.get("parent"), {block["id"]}
            while above is not None and above not in seen:
                seen.add(above)
                above = parents.get(above)
            self._name = block["id"]
            if above == block["id"]:
                self._say(block, "parent", "the event is part of itself")


def warnings(text: SourceText) -> Iterator[str]:
    """What is allowed but likely an oversight, each with file and line."""
    countries = {block["id"]: block.get("country") for block in text.blocks["actors"]}
    persons = {block["id"] for block in text.blocks["actors"] if block["type"] == "person"}
    parents = {
        block["parent"]
        for block in text.blocks["events"]
        if "parent" in block and block["kind"] == "agreement"
    }
    drawn = {
        block["id"] for kind in ("routes", "areas", "boundaries") for block in text.blocks[kind]
    }
    for id_, shape in text.shapes.items():
        if id_ not in drawn:
            yield f"{shape.where}: there is no route, area or line “{id_}”{nearest(id_, drawn)}"
    for block in text.blocks["events"]:
        where = f"{block.where('actors')}: {block['id']}"
        actors = block.get("actors", ())
        for actor in persons.intersection(actors):
            if countries.get(actor) and countries[actor] not in actors:
                yield f"{where}: {actor} acts, but {countries[actor]} is no actor of the event"
        if block.get("documents") and block["id"] not in parents:
            yield f"{where}: documents were signed, but no agreement has this event as parent"
        yield from _entered_dates(block)


def _entered_dates(block: Block) -> Iterator[str]:
    """Dates of events are compared: what a person enters beside them is of no claim."""
    for entered in block.get("disagreements", ()):
        if entered["field"] == "date":
            where = f"{block.where('disagreements')}: {block['id']}"
            yield f"{where}: dates of events are compared: add the other date as a claim"
