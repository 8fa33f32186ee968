"""Where a claim stands, for a reader."""

from azkz_desktop.dataset.records import Claim
from azkz_desktop.view.citing import where_under, where_words

CLAIM = Claim(1, "huseynov2017", "Trade", 3, 148, "Table 1", "", "", None, False, "")


def test_words_name_heading_paragraph_and_table() -> None:
    assert where_words(CLAIM) == "Trade, ¶\N{NO-BREAK SPACE}3, Table 1"


def test_what_is_not_known_is_left_out() -> None:
    assert where_words(CLAIM._replace(element="")) == "Trade, ¶\N{NO-BREAK SPACE}3"
    assert where_words(CLAIM._replace(paragraph=None)) == "Trade, Table 1"
    assert where_words(CLAIM._replace(section="", paragraph=None, element="")) == ""


def test_another_heading_can_stand_for_the_whole_one() -> None:
    assert where_under(CLAIM, "Section 2") == "Section 2, ¶\N{NO-BREAK SPACE}3, Table 1"
