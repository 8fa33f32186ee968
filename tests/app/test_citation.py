"""What is cited for each sort of thing, in every format."""

import json

import pytest

from azkz_desktop.app.words import citation, cited
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus


@pytest.mark.parametrize(
    ("focus", "key"),
    [
        (Focus("document", "akiner2012"), "akiner2012"),
        (Focus("event", "kazakh-oil-enters-btc"), "yagubova2022"),
        (Focus("route", "baku-tbilisi-kars"), "hamzaoglu2021"),
        (Focus("boundary", "line-azerbaijan-iran"), "huseynov2017"),
        (Focus("series", "agreements-az-kz"), "huseynov2017"),
        (Focus("actor", "kazakhstan"), "hamzaoglu2021"),
    ],
)
def test_who_tells_of_it_is_cited_once(library: Library, focus: Focus, key: str) -> None:
    keys = [source.id for source in cited(library, focus)]
    assert key in keys
    assert len(keys) == len(set(keys))


def test_a_place_has_nobody_to_cite(library: Library) -> None:
    assert citation(library, Focus("place", "baku")) == ""


@pytest.mark.parametrize(
    ("style", "sign"),
    [
        ("apa", "(2017)"),
        ("chicago", "2017"),
        ("bibtex", "@"),
        ("ris", "TY  - "),
        ("csl-json", '"issued"'),
    ],
)
def test_every_format_names_the_author(library: Library, style: str, sign: str) -> None:
    text = citation(library, Focus("document", "huseynov2017"), style)
    assert "Huseynov" in text
    assert sign in text
    if style == "csl-json":
        assert json.loads(text)
