"""`show` and `search`: one thing with its claims, and the way to find it."""

import json
from pathlib import Path

import pytest

from azkz_desktop.app.cli import main
from azkz_desktop.app.cli_show import why
from azkz_desktop.app.cli_table import table, width
from azkz_desktop.query.search import Hit
from tests.app.cli_runner import Ran, Run

IDS = (
    "kazakh-oil-enters-btc", "nursultan-nazarbayev", "baku", "baku-tbilisi-ceyhan", "kashagan",
    "line-kazakhstan-russia", "trade-az-kz-total", "huseynov2017", "turkic-council",
)  # fmt: skip


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], small_db: Path) -> Run:
    def call(*words: str) -> Ran:
        status = main(["--db", str(small_db), *words])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


@pytest.mark.parametrize("id_", IDS)
def test_everything_can_be_shown(run: Run, id_: str) -> None:
    status, out, err = run("show", id_)
    assert (status, err) == (0, "")
    assert id_ in out.splitlines()[1]
    status, out, err = run("show", id_, "--json")
    assert (status, err) == (0, "")
    assert json.loads(out)["id"] == id_


def test_an_event_says_who_says_so_and_where(run: Run) -> None:
    out = run("show", "kazakh-oil-enters-btc").out
    assert out.startswith("Kazakh oil enters the Baku–Tbilisi–Ceyhan pipeline\n")
    assert "3 November 2008" in out
    assert "Hamzaoğlu 2021: 3 November 2008 (" in out
    assert "The documents disagree: " in out
    assert "¶" in out


def test_json_has_every_claim(run: Run) -> None:
    event = json.loads(run("show", "az-kz-diplomatic-relations", "--json").out)
    assert event["type"] == "event"
    assert [claim["rank"] for claim in event["claims"]].count("preferred") == 1
    assert {claim["source_key"] for claim in event["claims"]} == set(event["source_keys"])
    assert [claim["via"] for claim in event["claims"]].count("huseynov2017") == 1


def test_search_says_type_id_name_and_why(run: Run) -> None:
    status, out, _ = run("search", "Назарбаев")
    assert status == 0
    assert out.startswith("actor  nursultan-nazarbayev ")
    assert "Нурсултан Назарбаев" in out.splitlines()[0]
    assert "through Nursultan Nazarbayev" in out or "Nazarbayev's first official visit" in out


def test_search_as_json(run: Run) -> None:
    hits = json.loads(run("search", "Aqtau", "--json").out)
    assert {"type", "id", "name", "matched"} <= set(hits[0])
    assert (hits[0]["type"], hits[0]["id"], hits[0]["name"]) == ("place", "aktau", "Aktau")
    assert hits[-1]["type"] == "event"


def test_words_need_no_quotes(run: Run) -> None:
    assert run("search", "Baku", "Tbilisi").out == run("search", "Baku Tbilisi").out


def test_the_limit(run: Run) -> None:
    assert len(json.loads(run("search", "Kazakhstan", "--json", "--limit", "2").out)) == 2


def test_nothing_found_is_no_failure(run: Run) -> None:
    assert run("search", "qqqqzzzz", "--json") == (0, "[]\n", "")
    assert run("search", "…") == (0, "", "")


@pytest.mark.parametrize(
    ("hit", "words"),
    [
        (Hit("place", "aktau", "Aktau", "Ақтау", "alias", "exact"), "Ақтау"),
        (Hit("place", "aktau", "Aktau", "Aktau", "name", "exact"), ""),
        (Hit("place", "aktau", "Aktau", "aktau", "id", "id"), ""),
        (Hit("event", "e", "E", "Aktau", "place", "through", 1), "through Aktau"),
        (Hit("event", "e", "E", "oil Aktau", "words", "through", 1), "has the words"),
        (Hit("event", "e", "E", "A long text", "summary", "folded"), "in its summary"),
    ],
)
def test_why_in_words(hit: Hit, words: str) -> None:
    assert why(hit) == words


def test_tables_are_aligned_by_what_a_terminal_shows() -> None:
    assert (
        table([("Ақ", "x"), ("中国", "y"), ("e\u0301", "z")]) == "Ақ    x\n中国  y\ne\u0301     z\n"
    )
    assert table([]) == ""
    assert table([("a", ""), ("bb", "")]) == "a\nbb\n"
    assert width("Kıbrıs") == 6


def test_one_long_cell_does_not_push_all_others_away() -> None:
    lines = table([("2005", "a")] * 20 + [("x" * 60, "b")]).splitlines()
    assert lines[0] == "2005  a"
    assert lines[-1] == "x" * 60 + "  b"
