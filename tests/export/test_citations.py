"""The documents behind the events as CSL-JSON, BibTeX, RIS, APA and Chicago."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Source
from azkz_desktop.export.citations import as_bibtex, as_csl_json, as_ris, csl_item, documents_of
from azkz_desktop.export.data import events_of
from azkz_desktop.export.references import references

HAMZAOGLU = Source(
    "hamzaoglu2021", ("Halit Hamzaoğlu",), 2021, "Bilateral & Regional Aspects",
    "Dumlupınar Üniversitesi Sosyal Bilimler Dergisi 70, 62–76", "10.51290/dpusbe.932568",
    "https://doi.org/10.51290/dpusbe.932568", "2021-10", False,
)  # fmt: skip
EGAMBERDIYEV = Source(
    "egamberdiyev2023", ("M. Sh. Egamberdiyev", "A. B. Shaldarbekova"), 2023, "Relations",
    "International Relations and International Law Journal 103 (3), Al-Farabi University", "", "",
    "2023-05", False,
)  # fmt: skip
YAGUBOVA = Source(
    "yagubova2022", ("Inara Yagubova",), 2022, "Historical Momentum",
    "Analytical policy brief, Institute for Development and Diplomacy, Baku", "", "", "", False,
)  # fmt: skip
AKINER = Source(
    "akiner2012", ("Shirin Akiner",), 2012, "Kazakhstan's Relations", "Caucasus International",
    "", "https://example.org/113", "2012-02", False,
)  # fmt: skip
EARTH = Source(
    "natural-earth", ("Natural Earth contributors",), None, "Natural Earth vector data",
    "Natural Earth (public domain)", "", "https://example.org", "", True,
)  # fmt: skip
ALL = [AKINER, HAMZAOGLU, YAGUBOVA, EGAMBERDIYEV, EARTH]


@pytest.fixture(scope="module")
def dataset(small_db: Path) -> Iterator[Dataset]:
    with Dataset(small_db) as opened:
        yield opened


def test_only_documents_that_tell_of_the_events(dataset: Dataset) -> None:
    row = dataset.row_of("karabakh-war")
    assert row is not None
    found = documents_of(events_of(dataset, [row]), dataset.sources())
    assert [source.id for source in found] == ["akiner2012", "huseynov2017"]
    assert documents_of([], dataset.sources()) == []


def test_a_journal_article() -> None:
    assert csl_item(HAMZAOGLU) == {
        "id": "hamzaoglu2021",
        "type": "article-journal",
        "container-title": "Dumlupınar Üniversitesi Sosyal Bilimler Dergisi",
        "volume": "70",
        "page": "62–76",
        "title": "Bilateral & Regional Aspects",
        "author": [{"family": "Hamzaoğlu", "given": "Halit"}],
        "issued": {"date-parts": [[2021]]},
        "DOI": "10.51290/dpusbe.932568",
        "URL": "https://doi.org/10.51290/dpusbe.932568",
    }


def test_an_issue_and_a_publisher() -> None:
    item = csl_item(EGAMBERDIYEV)
    assert (item["volume"], item["issue"]) == ("103", "3")
    assert item["publisher"] == "Al-Farabi University"
    assert item["author"][0] == {"family": "Egamberdiyev", "given": "M. Sh."}


def test_a_policy_brief_is_a_report() -> None:
    item = csl_item(YAGUBOVA)
    assert (item["type"], item["genre"]) == ("report", "Analytical policy brief")
    assert item["publisher"] == "Institute for Development and Diplomacy, Baku"


def test_a_journal_without_numbers() -> None:
    assert csl_item(AKINER)["container-title"] == "Caucasus International"


def test_a_body_keeps_its_name_whole() -> None:
    item = csl_item(EARTH)
    assert item["author"] == [{"literal": "Natural Earth contributors"}]
    assert (item["type"], "issued" in item) == ("webpage", False)


def test_csl_json_is_an_array_of_items() -> None:
    assert json.loads(as_csl_json(ALL)) == [csl_item(source) for source in ALL]


def test_bibtex() -> None:
    entries = as_bibtex(ALL).split("\n\n")
    assert len(entries) == len(ALL)
    assert entries[1].startswith("@article{hamzaoglu2021,\n  author = {Hamzaoğlu, Halit},\n")
    assert r"title = {{Bilateral \& Regional Aspects}}," in entries[1]
    assert "pages = {62--76}," in entries[1]
    assert "author = {Egamberdiyev, M. Sh. and Shaldarbekova, A. B.}," in entries[3]
    assert "institution = {Institute for Development" in entries[2]
    assert "author = {{Natural Earth contributors}}," in entries[4]
    assert all(entry.count("{") == entry.count("}") for entry in entries)


def test_ris() -> None:
    text = as_ris(ALL)
    assert all(re.fullmatch(r"([A-Z][A-Z0-9]  - .*|)", line) for line in text.splitlines())
    records = text.split("ER  - \n")[:-1]
    assert len(records) == len(ALL)
    assert "SP  - 62\nEP  - 76\n" in records[1]
    assert "TY  - RPRT\n" in records[2]
    assert records[3].count("AU  - ") == 2


def test_apa() -> None:
    pytest.importorskip("citeproc")
    found = references(ALL, "apa")
    assert found[0].startswith("Akiner, S. (2012). Kazakhstan's Relations. Caucasus International.")
    assert any("& Shaldarbekova, A. B. (2023). Relations." in one for one in found)


def test_chicago() -> None:
    pytest.importorskip("citeproc")
    found = references(ALL, "chicago")
    assert found[0].startswith("Akiner, Shirin. 2012. “Kazakhstan's Relations.” Caucasus Intern")
    assert any("Dergisi 70: 62–76" in one for one in found)


def test_the_bundled_documents_can_all_be_cited(bundled_db: Path) -> None:
    with Dataset(bundled_db) as opened:
        sources = list(opened.sources().values())
    assert len(references(sources, "apa")) == len(sources)
    assert len(references(sources, "chicago")) == len(sources)
    for source in sources:
        item = csl_item(source)
        assert item["title"]
        assert item["author"]
        assert source.outside or item["type"] in ("article-journal", "report")
