"""The colours and shapes by which the series of a chart are told apart. No Qt.

No amber among them: that is only for a contradiction.
"""

from azkz_desktop.view.tokens import Theme

_LIGHT = ("#0072B2", "#009E73", "#B5589B", "#6B7785", "#8A6D3B", "#3F9BD0")
_DARK = ("#4DA6E0", "#2FBF94", "#D883BE", "#A3B1BF", "#C7A469", "#8FCBF2")
_SHAPES = ("circle", "square", "diamond", "hexagon", "triangle", "pentagon")


def series_colour(place: int, theme: Theme) -> str:
    """The colour of the series at *place* (`#rrggbb`)."""
    colours = _DARK if theme.name == "dark" else _LIGHT
    return colours[place % len(colours)]


def series_shape(place: int) -> str:
    """The shape of the series at *place*: colour is never the only carrier."""
    return _SHAPES[place % len(_SHAPES)]
