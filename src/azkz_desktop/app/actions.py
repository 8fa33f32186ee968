"""Every command of the application as data: menus, shortcuts, palette and help come from here.

An action either makes a new view out of the view (`view`) or names what the window does
(`window`, a method of the main window). Ids are permanent: saved shortcuts refer to them.
"""

from dataclasses import replace

from azkz_desktop.app.action import Action as Action
from azkz_desktop.app.action import Facts as Facts
from azkz_desktop.app.action import ViewChange
from azkz_desktop.app.compare_actions import compare_actions
from azkz_desktop.app.lane_actions import lane_choices
from azkz_desktop.app.map_actions import map_choices
from azkz_desktop.app.play_actions import play_actions
from azkz_desktop.app.text_actions import colour_choices, text_choices
from azkz_desktop.app.time_actions import time_choices
from azkz_desktop.query.filter import Filter
from azkz_desktop.timeline.scale import Limits, Scale
from azkz_desktop.translation import translate
from azkz_desktop.view.state import LANES, LAYERS, MapWindow, Span, ViewState

ZOOM = 1.5


def span_of(state: ViewState, facts: Facts) -> Span:
    """The span in sight, also where the view leaves it to the data or the filter."""
    return facts.in_sight or state.span or Span(facts.first, facts.last + 1)


def limits_of(facts: Facts) -> Limits:
    """How far the timeline goes."""
    return Limits.around(Span(facts.first, facts.last + 1))


def zoomed(state: ViewState, facts: Facts, factor: float) -> ViewState:
    """The timeline zoomed around its middle; as far as one can by hand."""
    scale, limits = _held(state, facts)
    return replace(state, span=scale.zoomed(factor, 0.5, limits).span)


def shifted(state: ViewState, facts: Facts, part: float) -> ViewState:
    """The timeline moved by *part* of what is in sight; the data stay in sight."""
    scale, limits = _held(state, facts)
    return replace(state, span=scale.panned(part, limits).span)


def _held(state: ViewState, facts: Facts) -> tuple[Scale, Limits]:
    """What is in sight as far as one can go, over one pixel: its parts are parts of it."""
    limits = limits_of(facts)
    return Scale.of(limits.hold(span_of(state, facts)), 1.0), limits


def _layer_toggle(layer: str) -> ViewChange:
    def toggle(state: ViewState, _facts: Facts) -> ViewState:
        on = set(state.layers) ^ {layer}
        return replace(state, layers=tuple(one for one in LAYERS if one in on))

    return toggle


def _lanes_by(lanes: str) -> ViewChange:
    return lambda state, _facts: replace(
        state, lanes=lanes, hidden_lanes=(), folded_lanes=(), lane_order=(), scrolled=0.0
    )


def lane_title(lanes: str) -> str:
    """The title of the action that cuts the lanes so."""
    return {
        "kind": translate("Actions", "Lanes by kind"),
        "actor": translate("Actions", "Lanes by actor"),
        "theme": translate("Actions", "Lanes by theme"),
        "place": translate("Actions", "Lanes by place"),
        "source": translate("Actions", "Lanes by document"),
    }[lanes]


def layer_title(layer: str) -> str:
    """The title of the action that shows or hides a layer of the map."""
    return {
        "rivers": translate("Actions", "Rivers"),
        "borders": translate("Actions", "Borders"),
        "cities": translate("Actions", "Cities"),
        "graticule": translate("Actions", "Graticule"),
        "sectors": translate("Actions", "Computed sectors"),
        "lines": translate("Actions", "Sector lines"),
        "routes": translate("Actions", "Routes"),
        "areas": translate("Actions", "Fields, ports, areas"),
        "arcs": translate("Actions", "Visits as arcs"),
        "events": translate("Actions", "Events"),
    }[layer]


MENUS = ("file", "edit", "look", "view", "lanes", "map", "go", "help")


def menu_title(menu: str) -> str:
    """The title of a menu, with its mnemonic."""
    return {
        "file": translate("Actions", "&File"),
        "edit": translate("Actions", "&Edit"),
        "look": translate("Actions", "&View"),
        "view": translate("Actions", "&Timeline"),
        "lanes": translate("Actions", "&Lanes"),
        "map": translate("Actions", "&Map"),
        "go": translate("Actions", "&Go"),
        "help": translate("Actions", "&Help"),
    }[menu]


CITATIONS = (
    "edit.citation",
    "edit.citation.chicago",
    "edit.citation.bibtex",
    "edit.citation.ris",
    "edit.citation.csl",
)
"""Ids of the actions that need a document to cite."""
COPIES = (*CITATIONS, "edit.text", "edit.link")
"""Ids of the actions that copy, in the order of the menu."""


def _file_and_edit() -> tuple[Action, ...]:
    return (
        Action("file.open", "file", translate("Actions", "Open…"), ("Ctrl+O",), window="open"),
        Action("file.snapshot", "file", translate("Actions", "Export snapshot…"),
               ("Ctrl+E",), window="export_snapshot", separate=True),
        Action("file.data", "file", translate("Actions", "Export data…"),
               ("Ctrl+Shift+E",), window="export_data"),
        Action("file.quit", "file", translate("Actions", "Quit"),
               ("Ctrl+Q",), window="close", separate=True),
        Action("edit.undo", "edit", translate("Actions", "Undo"), ("Ctrl+Z",), window="undo"),
        Action("edit.redo", "edit", translate("Actions", "Redo"),
               ("Ctrl+Shift+Z", "Ctrl+Y"), window="redo"),
        *_copies(),
        Action("edit.clear", "edit", translate("Actions", "Clear the filter"),
               ("Ctrl+Backspace",), separate=True,
               view=lambda state, _facts: replace(state, filter=Filter())),
    )  # fmt: skip


def _copies() -> tuple[Action, ...]:
    """What the chosen thing gives to the clipboard; the detail panel offers the same."""
    return (
        Action("edit.citation", "edit", translate("Actions", "Copy citation (APA)"),
               ("Ctrl+Shift+C",), window="copy_citation", separate=True),
        Action("edit.citation.chicago", "edit", translate("Actions", "Copy citation (Chicago)"),
               window="copy_chicago"),
        Action("edit.citation.bibtex", "edit", translate("Actions", "Copy citation (BibTeX)"),
               window="copy_bibtex"),
        Action("edit.citation.ris", "edit", translate("Actions", "Copy citation (RIS)"),
               window="copy_ris"),
        Action("edit.citation.csl", "edit", translate("Actions", "Copy citation (CSL-JSON)"),
               window="copy_csl_json"),
        Action("edit.text", "edit", translate("Actions", "Copy as text"),
               ("Ctrl+Alt+C",), window="copy_text", separate=True),
        Action("edit.link", "edit", translate("Actions", "Copy link"),
               ("Ctrl+Shift+L",), window="copy_link"),
    )  # fmt: skip


def _timeline() -> tuple[Action, ...]:
    return (
        Action("timeline.in", "view", translate("Actions", "Zoom in"), ("Ctrl++", "Ctrl+="),
               view=lambda state, facts: zoomed(state, facts, ZOOM)),
        Action("timeline.out", "view", translate("Actions", "Zoom out"), ("Ctrl+-",),
               view=lambda state, facts: zoomed(state, facts, 1 / ZOOM)),
        Action("timeline.all", "view", translate("Actions", "Whole period"), ("Ctrl+0",),
               view=lambda state, _facts: replace(state, span=None)),
        Action("timeline.focus", "view", translate("Actions", "Zoom to what is chosen"),
               ("Ctrl+J",), window="fit_to_chosen"),
        Action("timeline.selection", "view",
               translate("Actions", "Zoom to the selected events"),
               ("Ctrl+Alt+J",), window="fit_timeline"),
        Action("timeline.earlier", "view", translate("Actions", "Earlier"), ("Alt+Left",),
               view=lambda state, facts: shifted(state, facts, -0.25), separate=True),
        Action("timeline.later", "view", translate("Actions", "Later"), ("Alt+Right",),
               view=lambda state, facts: shifted(state, facts, 0.25)),
    )  # fmt: skip


def _map() -> tuple[Action, ...]:
    fit = (
        Action("map.caspian", "map", translate("Actions", "Fit to the Caspian"),
               ("Ctrl+Shift+0",), view=lambda state, _facts: replace(state, map=MapWindow())),
        Action("map.fit", "map", translate("Actions", "Fit to the selection"),
               ("Ctrl+Shift+J",), window="fit_map"),
        Action("map.region", "map", translate("Actions", "Whole region"), ("Ctrl+Shift+9",),
               view=lambda state, _facts: replace(
                   state, map=MapWindow(lon=56.0, lat=43.5, width_km=4800.0))),
        Action("map.moment", "map", translate("Actions", "Moment of the chosen event"),
               ("Ctrl+M",), window="moment_of_chosen"),
    )  # fmt: skip
    layers = tuple(
        Action(
            f"map.layer.{layer}",
            "map",
            layer_title(layer),
            view=_layer_toggle(layer),
            separate=layer == LAYERS[0],
        )
        for layer in LAYERS
    )
    return fit + compare_actions() + layers + map_choices()


def _go_and_help() -> tuple[Action, ...]:
    return (
        Action("go.search", "go", translate("Actions", "Search…"),
               ("Ctrl+K", "Ctrl+F"), window="search"),
        Action("go.previous", "go", translate("Actions", "Previous event"),
               ("Ctrl+Left",), window="previous_event", separate=True),
        Action("go.next", "go", translate("Actions", "Next event"),
               ("Ctrl+Right",), window="next_event"),
        *play_actions(),
        Action("go.saved", "go", translate("Actions", "Saved views…"),
               ("Ctrl+S",), window="saved_views", separate=True),
        Action("go.filters", "go", translate("Actions", "To the filters"),
               ("Alt+1",), window="to_filters", separate=True),
        Action("go.map", "go", translate("Actions", "To the map"), ("Alt+2",), window="to_map"),
        Action("go.timeline", "go", translate("Actions", "To the timeline"),
               ("Alt+3",), window="to_timeline"),
        Action("go.detail", "go", translate("Actions", "To the detail"),
               ("Alt+4",), window="to_detail"),
        Action("help.questions", "help", translate("Actions", "Five questions"),
               ("Ctrl+Shift+Q",), window="questions"),
        Action("help.shortcuts", "help", translate("Actions", "Shortcuts"),
               ("?", "F1"), window="show_shortcuts"),
        Action("help.documents", "help", translate("Actions", "About these documents"),
               window="show_documents"),
        Action("help.about", "help", translate("Actions", "About AzKz Explorer"),
               window="show_about"),
    )  # fmt: skip


def actions() -> tuple[Action, ...]:
    """All actions in the order of the menus, titled in the language that is set."""
    lanes = tuple(
        Action(f"lanes.{one}", "lanes", lane_title(one), (f"Ctrl+{place}",), view=_lanes_by(one))
        for place, one in enumerate(LANES, 1)
    )
    return (
        _file_and_edit()
        + text_choices()
        + colour_choices()
        + _timeline()
        + lane_choices()
        + time_choices()
        + lanes
        + _map()
        + _go_and_help()
    )
