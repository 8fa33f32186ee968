"""What the documentation tells of the data is so: counts, views, examples, links."""

import re
import sqlite3
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from scripts import datapackage, dataset_docs

from azkz_desktop.dataset.messages import problems_of
from azkz_desktop.dataset.source import TYPES
from azkz_desktop.dataset.vocabulary import VIEWS
from azkz_desktop.dataset.yaml_text import Block, read_yaml

DOCS = Path(dataset_docs.DATASET).parent
OURS = ["dataset.md", "source-format.md", "neutrality.md"]
COMMAND = "run `python -m scripts.dataset_docs` and commit what it writes"
FENCE = re.compile(r"<!-- example (\S+) (\S+?)(?: \d+)? -->\n```yaml\n(.*?)```", re.DOTALL)
EXAMPLES = FENCE.findall((DOCS / "source-format.md").read_text("utf-8"))


def test_counts_are_current(db: sqlite3.Connection) -> None:
    text = (DOCS / "dataset.md").read_text("utf-8")
    assert dataset_docs.with_counts(text, db) == text, COMMAND


def test_examples_are_current() -> None:
    text = (DOCS / "source-format.md").read_text("utf-8")
    assert dataset_docs.with_examples(text) == text, COMMAND


def test_every_part_stands_in_the_document() -> None:
    text = (DOCS / "dataset.md").read_text("utf-8")
    assert re.findall(r"<!-- begin ([\w-]+) -->", text) == re.findall(
        r"<!-- end ([\w-]+) -->", text
    )
    assert set(re.findall(r"<!-- begin ([\w-]+) -->", text)) == set(dataset_docs.PARTS)


@pytest.mark.parametrize(("file", "id_", "text"), EXAMPLES, ids=[e[1] for e in EXAMPLES])
def test_examples_are_valid(file: str, id_: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(text, "utf-8")
    content = read_yaml(path, file)
    kind = file.split("/")[0].removesuffix(".yaml")
    blocks = [content] if isinstance(content, Block) else content
    schema = Draft202012Validator({**datapackage.source_schema(), "$ref": f"#/$defs/{kind}"})
    assert [line for block in blocks for line in problems_of(block, schema, file)] == []
    if id_ != "*":
        assert [block.get("id") or block.get("body") or block["state"] for block in blocks] == [id_]


def test_every_type_has_an_example() -> None:
    kinds = {file.split("/")[0].removesuffix(".yaml") for file, *_ in EXAMPLES}
    assert kinds == {*TYPES, "outlines"}


def test_an_example_that_is_gone_is_told() -> None:
    with pytest.raises(LookupError, match=r"places\.yaml has no block atlantis"):
        dataset_docs.example("places.yaml", "atlantis")


def test_every_key_of_a_claim_is_told() -> None:
    text = (DOCS / "source-format.md").read_text("utf-8")
    section = text[text.index("## A claim") : text.index("## Dates")]
    told = set(re.findall(r"^\| `(\w+)`", section, re.MULTILINE))
    schema = datapackage.source_schema()["$defs"]["claim"]["properties"]
    assert set(schema) - {"section", "paragraph"} == told


def test_views_and_words_are_all_told() -> None:
    text = (DOCS / "dataset.md").read_text("utf-8")
    assert [view for view in VIEWS if f"**{view}**" not in text] == []
    words = {word for meanings in datapackage.words()["vocabulary"].values() for word in meanings}
    assert [word for word in words if f"| `{word}` |" not in text] == []


def anchor(heading: str) -> str:
    """How a heading is linked to."""
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("name", OURS)
def test_links_lead_somewhere(name: str) -> None:
    text = (DOCS / name).read_text("utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, section = target.partition("#")
        linked = DOCS / path if path else DOCS / name
        assert linked.exists(), target
        headings = re.findall(r"^#+ (.+)$", linked.read_text("utf-8"), re.MULTILINE)
        assert not section or section in map(anchor, headings), target


def test_tables_are_set() -> None:
    assert dataset_docs.table(["a", "b"], [["x", 1], ["y", 22]]) == (
        "| a | b |\n| --- | --: |\n| x | 1 |\n| y | 22 |\n"
    )
