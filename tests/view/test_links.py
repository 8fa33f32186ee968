"""Links name one thing and are found again; nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.view.links import link_to, linked
from azkz_desktop.view.state import Focus

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(st.sampled_from(["event", "actor", "document"]), ids, st.sampled_from(["", " ", "\n"]))
def test_a_link_names_what_it_was_made_of(type_: str, id_: str, around: str) -> None:
    focus = Focus(type_, id_)
    assert linked(around + link_to(focus) + around) == focus


@pytest.mark.parametrize(
    "text", ["", "azkz:", "azkz:event/", "event/baku", "azkz:event/a b", "oil"]
)
def test_other_words_are_no_link(text: str) -> None:
    assert linked(text) is None
