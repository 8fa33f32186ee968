"""Source text that is wrong: every problem is told with file, line and words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from azkz_desktop.dataset.errors import SourceError
from azkz_desktop.dataset.source import read_source
from azkz_desktop.dataset.source_checks import Checker
from azkz_desktop.dataset.yaml_text import Block, read_yaml

Problems = Callable[[str, str, str], list[str]]


@pytest.fixture
def problems(small_source: Path, tmp_path: Path) -> Problems:
    """What is found wrong once *old* in a file of the small source text is made *new*."""

    def found(file: str, old: str, new: str) -> list[str]:
        for path in small_source.rglob("*.*"):
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(small_source).as_posix()
            if name == file:
                assert old in text
                text = text.replace(old, new, 1)
            into = tmp_path / name
            into.parent.mkdir(exist_ok=True)
            into.write_text(text, encoding="utf-8")
        try:
            return Checker(read_source(tmp_path)).run()
        except SourceError as error:
            assert str(error) == "\n".join(error.problems)
            return error.problems

    return found


POLITICAL = "events/political.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            *(POLITICAL, "  kind: institution", "  kind: institutoin"),
            "events/political.yaml:2: az-kz-diplomatic-relations: “kind” is “institutoin”"
            " (did you mean “institution”?), but must be one of visit, meeting,",
        ),
        (
            *(POLITICAL, "  summary: The two", "  sumary: The two"),
            "az-kz-diplomatic-relations: the key “sumary” is not known here"
            " (did you mean “summary”?)",
        ),
        (
            *(POLITICAL, "  short: Diplomatic relations", "  short: Diplomatic relations begin"),
            "events/political.yaml:4: az-kz-diplomatic-relations: “short” has 26 characters,"
            " at most 24 are allowed",
        ),
        (
            *(POLITICAL, "line: 35, date", "line: thirty, date"),
            "events/political.yaml:10: az-kz-diplomatic-relations: “line” is “thirty”,"
            " but must be a whole number",
        ),
        (
            *(POLITICAL, "[azerbaijan, kazakhstan]", "[azerbaijan, kazakstan]"),
            "events/political.yaml:7: az-kz-diplomatic-relations: there is no actor “kazakstan”"
            " (did you mean “kazakhstan”?)",
        ),
        (
            *(POLITICAL, "[baku]", "[kazakhstan]"),
            "“kazakhstan” is of the type actor, but “places” must name one of the type place",
        ),
        (
            *(POLITICAL, "date: 1992-08-30,", "date: 1992-08-32,"),
            "events/political.yaml:10: az-kz-diplomatic-relations: “1992-08-32” is no date:"
            " that month has 31 days.",
        ),
        (
            *(POLITICAL, "via: huseynov2017", "via: huseynov2018"),
            "there is no document “huseynov2018” (did you mean “huseynov2017”?)",
        ),
        (
            *(POLITICAL, "via: huseynov2017", "via: yagubova2022"),
            "a document is not heard through itself",
        ),
        (
            *(POLITICAL, "via: huseynov2017", "via: natural-earth"),
            "“natural-earth” is from outside: name it in “cites”",
        ),
        (
            *(POLITICAL, ", note: The visit's year counts for what was signed on it.", ""),
            "an inferred claim needs a note that says how",
        ),
        (
            *(POLITICAL, "date: 1992}", "date: 1992, rank: deprecated}"),
            "a rank that a person gives needs a note that says why",
        ),
        (
            *(POLITICAL, "{b-a:", "{b-x:"),
            "“b-x”: 0 claims have id x",
        ),
        (
            *(POLITICAL, "line: 35, ", ""),
            "“line” is missing: where in the document is it printed?",
        ),
        (
            *(POLITICAL, "- id: karabakh-war", "- id: baku"),
            "baku: the id is already that of a place",
        ),
        (
            *(POLITICAL, "- id: karabakh-war", "- id: Karabakh war"),
            "“id” is “Karabakh war”: an id has only a–z, 0–9 and -",
        ),
        (
            *(
                POLITICAL,
                "  parent: nazarbayev-visit-to-azerbaijan-1",
                "  parent: oil-and-gas-agreement",
            ),
            "oil-and-gas-agreement: the event is part of itself",
        ),
        (
            *(POLITICAL, "  kind: visit", "  kind: visit\n  kind: visit"),
            "events/political.yaml:17: “kind” is no key, or given twice in one block",
        ),
        (
            *(POLITICAL, "themes: [bilateral]", "themes: [bilateral"),
            "this is no YAML:",
        ),
        (
            *("actors.yaml", "country: kazakhstan,", "country: kasachstan,"),
            "actors.yaml:4: nursultan-nazarbayev: there is no actor “kasachstan”",
        ),
        (
            *("actors.yaml", "- {id: russia, type: state, name: Russia}", "- russia"),
            "a block begins with a key, such as “id:”; this is 'russia'",
        ),
        (
            *("places.yaml", "lon: 49.89", "lon: 249.89"),
            "places.yaml:1: baku: “lon” is 249.89, beyond 180",
        ),
        (
            *("places.yaml", "from: 2019-03-23", "from: March 2019"),
            "“March 2019” is no date: write 2005",
        ),
        (
            *("sources.yaml", ", outside: true", ""),
            "",
        ),
        (
            *(
                "routes.yaml",
                "{status: proposed, source: huseynov2017, line: 207",
                "{status: proposed, line: 207",
            ),
            "baku-tbilisi-ceyhan: “source” is missing",
        ),
        (
            *("series/trade.yaml", "value: 132000000,", "value: a lot,"),
            "“value” is “a lot”, but must be a number",
        ),
        (
            *("metadata.yaml", "data_version: 0.0.1", "data_version: next"),
            "“next” is not of the form",
        ),
        (
            *("outlines/akiner2012.yaml", "source: akiner2012", "source: akiner2013"),
            "this document has no outline in outlines/",
        ),
        (
            *("geometry/routes.geojson", '"id": "baku-tbilisi-ceyhan", ', ""),
            "geometry/routes.geojson:feature 1: the id is missing or given twice",
        ),
        (
            *("geometry/routes.geojson", '"features"', '"fatures"'),
            "geometry/routes.geojson:1: this is no GeoJSON FeatureCollection",
        ),
    ],
)
def test_what_is_wrong_is_told(
    problems: Problems, file: str, old: str, new: str, told: str
) -> None:
    found = problems(file, old, new)
    if not told:
        assert found == []
        return
    assert any(told in problem for problem in found), found
    assert all(problem.split(":")[0].endswith((".yaml", ".geojson")) for problem in found)


def test_everything_is_told_at_once(problems: Problems, tmp_path: Path) -> None:
    (tmp_path / "areas.yaml").write_text("- {id: x}\n", encoding="utf-8")
    found = problems(POLITICAL, "  kind: visit", "  kind: visite")
    assert len(found) == 1
    (tmp_path / "areas.yaml").write_text("- {id: x}\n- {id: y, name: Y}\n", encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        read_source(tmp_path)
    assert len(refused.value.problems) == 4


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such folder"):
        read_source(tmp_path / "nowhere")
    with pytest.raises(SourceError, match=r"metadata.yaml:0: the file is missing"):
        read_source(tmp_path)


def test_a_file_that_is_no_list_or_no_utf8_is_told(problems: Problems, tmp_path: Path) -> None:
    problems(POLITICAL, "  kind: visit", "  kind: visit")
    (tmp_path / "areas.yaml").write_text("areas: none\n", encoding="utf-8")
    (tmp_path / "routes.yaml").write_bytes(b"- {id: \xff}\n")
    with pytest.raises(SourceError) as refused:
        read_source(tmp_path)
    assert refused.value.problems == [
        "routes.yaml:1: the file is not UTF-8",
        "areas.yaml:1: the file must be a list of blocks that begin with “- ”",
    ]


def test_dates_and_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "- date: 2005-05-24\n  as_stated: 2.340\n  name: no\n  value: 2.340\n  line: 12\n"
        "  inferred: true\n  note: folded\n    over   lines\n  cites:\n  paragraphs: [1, [2, 3]]\n",
        encoding="utf-8",
    )
    (block,) = read_yaml(path, "a.yaml")
    assert block == {
        "date": "2005-05-24",
        "as_stated": "2.340",
        "name": "no",
        "value": 2.34,
        "line": 12,
        "inferred": True,
        "note": "folded over lines",
        "cites": None,
        "paragraphs": [1, [2, 3]],
    }
    assert isinstance(block, Block)
    assert (block.line, block.where("value"), block.where()) == (1, "a.yaml:4", "a.yaml:1")


def test_the_vocabulary_of_the_schema_is_that_of_the_contract() -> None:
    from azkz_desktop.dataset import vocabulary
    from azkz_desktop.dataset.source import _schema

    definitions = _schema()["$defs"]
    event = definitions["events"]["properties"]
    assert tuple(event["kind"]["enum"]) == vocabulary.KINDS
    assert tuple(event["themes"]["items"]["enum"]) == vocabulary.THEMES
    for kind, statuses in (
        ("routes", vocabulary.ROUTE_STATUSES),
        ("areas", vocabulary.AREA_STATUSES),
        ("boundaries", vocabulary.BOUNDARY_STATUSES),
    ):
        state = definitions[kind]["properties"]["states"]["items"]["properties"]
        assert tuple(state["status"]["enum"]) == statuses
