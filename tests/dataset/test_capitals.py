"""Capitals: from the source text through the file to who asks, and what is wrong with them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from azkz_desktop.dataset.check import check
from azkz_desktop.dataset.compile import build
from azkz_desktop.dataset.errors import SourceError
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dates.days import ordinal

SEATS = """
- state: kazakhstan
  seats:
    - {place: aktau, source: natural-earth, date: /1997-12-09}
    - {place: astana, source: natural-earth, date: 1997-12-10/.., note: By decree.}
- state: azerbaijan
  seats:
    - {place: baku, source: natural-earth}
"""


def compiled(small_source: Path, folder: Path, text: str = SEATS) -> Path:
    shutil.copytree(small_source, folder / "source")
    (folder / "source" / "capitals.yaml").write_text(text, "utf-8")
    build(folder / "source", folder / "made.db")
    return folder / "made.db"


def test_a_capital_has_its_days_and_its_source(small_source: Path, tmp_path: Path) -> None:
    with Dataset(compiled(small_source, tmp_path)) as dataset:
        found = dataset.capitals()
    assert [(one.state_id, one.place_id) for one in found] == [
        ("azerbaijan", "baku"),
        ("kazakhstan", "aktau"),
        ("kazakhstan", "astana"),
    ]
    _, before, after = found
    assert (before.start_earliest, before.end_latest) == (None, ordinal("1997-12-09"))
    assert (after.start_earliest, after.end_latest) == (ordinal("1997-12-10"), None)
    assert (after.claim.source_key, after.claim.note) == ("natural-earth", "By decree.")


def test_a_file_with_capitals_is_whole(small_source: Path, tmp_path: Path) -> None:
    path = compiled(small_source, tmp_path)
    assert check(path).problems == ()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("UPDATE capital SET end_latest = 1")
    assert any("the bounds of a capital dated" in told for told in check(path).problems)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("place: baku", "place: bakuu"), "there is no place “bakuu”"),
        (("state: azerbaijan", "state: aktau"), "“aktau” is of the type place"),
        (("source: natural-earth}", "source: nobody}"), "there is no document “nobody”"),
        (("/1997-12-09", "/1997-13-09"), "1997-13-09"),
        (("place: baku, ", ""), "place"),
    ],
)
def test_what_does_not_fit_is_told(
    small_source: Path, tmp_path: Path, wrong: tuple[str, str], told: str
) -> None:
    with pytest.raises(SourceError) as error:
        compiled(small_source, tmp_path, SEATS.replace(*wrong))
    assert any("capitals.yaml" in one and told in one for one in error.value.problems)


def test_no_day_has_two_capitals(bundled_db: Path) -> None:
    with Dataset(bundled_db) as dataset:
        found = dataset.capitals()
    assert len(found) > 10
    for one in found:
        for other in found:
            if one is other or one.state_id != other.state_id:
                continue
            apart = (one.end_latest or 10**9) < (other.start_earliest or -(10**9)) or (
                other.end_latest or 10**9
            ) < (one.start_earliest or -(10**9))
            assert apart, (one, other)


def test_a_source_text_need_not_have_any(small_source: Path, tmp_path: Path) -> None:
    shutil.copytree(small_source, tmp_path / "source")
    (tmp_path / "source" / "capitals.yaml").unlink()
    build(tmp_path / "source", tmp_path / "made.db")
    with Dataset(tmp_path / "made.db") as dataset:
        assert dataset.capitals() == ()
