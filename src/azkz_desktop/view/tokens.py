"""Colours, shapes and sizes: one set of tokens from which light, dark and print are made.

No Qt: colours are `#rrggbb` (or `#aarrggbb`). The kinds' colours are those of Okabe and Ito,
and each kind group has a shape as well, so that colour is never the only carrier.
"""

from dataclasses import replace

from azkz_desktop.lean import dataclass


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Some kinds that share a lane, a shape and a colour."""

    id: str
    title: str
    kinds: tuple[str, ...]
    shape: str
    colour: str


KIND_GROUPS = (
    KindGroup("visits", "Visits, meetings", ("visit", "meeting"), "circle", "#0072B2"),
    KindGroup("agreements", "Agreements, law", ("agreement", "legal"), "square", "#009E73"),
    KindGroup(
        "conflicts",
        "Conflicts, mediation",
        ("conflict", "mediation", "security"),
        "diamond",
        "#D55E00",
    ),
    KindGroup("summits", "Summits", ("summit",), "hexagon", "#B5589B"),
    KindGroup("institutions", "Institutions", ("institution", "election"), "frame", "#3F9BD0"),
    KindGroup("energy", "Energy, transport", ("energy", "transport"), "triangle", "#E69F00"),
    KindGroup("trade", "Trade", ("trade",), "pentagon", "#8A6D3B"),
    KindGroup(
        "society",
        "Society, statements",
        ("culture", "demography", "statement"),
        "plus",
        "#6B7785",
    ),
)

GROUP_OF_KIND = {kind: group for group in KIND_GROUPS for kind in group.kinds}


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour that is painted, by what it means."""

    name: str
    paper: str = "#FBFAF7"
    panel: str = "#FFFFFF"
    ink: str = "#1F2933"
    secondary: str = "#52606D"
    hairline: str = "#E3E0D8"
    accent: str = "#0B5A8C"
    chosen: str = "#E4EFF7"
    disagreement: str = "#D07C00"
    disagreement_paper: str = "#FFF3E2"
    land: str = "#F6F3EC"
    two_states: str = "#EFE8D6"
    water: str = "#DCE8EF"
    coast: str = "#8FB0C2"
    border: str = "#B9AD94"
    river: str = "#A9C8DA"
    graticule: str = "#D9D5CA"
    line_agreed: str = "#1F2933"
    line_computed: str = "#5F7484"
    oil: str = "#7A4419"
    gas: str = "#B07A00"
    gas_text: str = "#855B00"
    railway: str = "#4A4E57"
    railway_tie: str = "#EEF0F2"
    sea_text: str = "#3A6580"
    country: str = "#756F62"
    field: str = "#8A5A12"
    sea_route: str = "#1B6C95"
    corridor: str = "#9F566D"
    control: str = "#8C6BB1"
    halo: str = "#FBFAF7"
    band: str = "#8FA9B8"
    era: str = "#D5DEE4"
    era_edge: str = "#9AAAB6"


LIGHT = Theme("light")
PRINT = replace(LIGHT, name="print", paper="#FFFFFF", halo="#FFFFFF")
DARK = Theme(
    "dark",
    paper="#14191F",
    panel="#1B2229",
    ink="#E8EDF2",
    secondary="#A3B1BF",
    hairline="#323C46",
    accent="#7CC0EE",
    chosen="#20384A",
    disagreement="#F0A93B",
    disagreement_paper="#3A2C16",
    land="#242A2F",
    two_states="#34352F",
    water="#16303F",
    coast="#4B7890",
    border="#6A6759",
    river="#2E566B",
    graticule="#2C343C",
    line_agreed="#E8EDF2",
    line_computed="#8EA3B3",
    oil="#D9935B",
    gas="#E5B84A",
    gas_text="#E5B84A",
    railway="#B4BAC4",
    railway_tie="#2A3138",
    sea_text="#8DB9D2",
    country="#A9A596",
    field="#E0B050",
    sea_route="#6CBDE6",
    corridor="#DC93AA",
    control="#C3A5EC",
    halo="#14191F",
    band="#4E6B7C",
    era="#33424E",
    era_edge="#64788A",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
