"""What the program says of itself."""

from pathlib import Path

from azkz_desktop.app.words import about_words
from azkz_desktop.view.library import Library

README = Path(__file__).parents[2] / "README.md"


def test_whose_data_are_shown_is_named_with_the_licence(library: Library) -> None:
    told = about_words(library)
    for owner, licence in (("Natural Earth", "public domain"), ("GeoNames", "CC BY 4.0")):
        assert f"{owner} ({licence})" in told
        assert owner in README.read_text(encoding="utf-8")
