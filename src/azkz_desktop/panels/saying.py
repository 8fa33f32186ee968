"""Words for what the data hold as codes: states of routes, areas and lines; sizes of numbers."""

from azkz_desktop.translation import translate

MILLION, BILLION = 1e6, 1e9


def state_words(status: str, track: str = "") -> str:
    """A state as a reader would say it: "In operation", "Under Armenian control".

    `track` is an area's track or a boundary's scope ("seabed"), empty for a route.
    """
    words = {
        "proposed": translate("States", "Proposed"),
        "agreed": translate("States", "Agreed"),
        "construction": translate("States", "Under construction"),
        "operational": translate("States", "In operation"),
        "expanded": translate("States", "Expanded"),
        "suspended": translate("States", "Suspended"),
        "abandoned": translate("States", "Abandoned"),
        "discovered": translate("States", "Discovered"),
        "contracted": translate("States", "Under contract"),
        "development": translate("States", "In development"),
        "producing": translate("States", "Producing"),
        "disputed": translate("States", "Disputed"),
        "settled": translate("States", "Dispute settled"),
        "planned": translate("States", "Planned"),
        "open": translate("States", "Open"),
        "azerbaijan": translate("States", "Recognised as part of Azerbaijan"),
        "azerbaijani": translate("States", "Under Azerbaijani control"),
        "armenian": translate("States", "Under Armenian control"),
        "divided": translate("States", "Control divided"),
        "unsettled": translate("States", "Unsettled"),
        "claimed": translate("States", "Claimed"),
        "in_force": translate("States", "In force"),
    }
    said = words.get(status, status.replace("_", " ").capitalize())
    scopes = {
        "seabed": translate("States", "seabed"),
        "surface": translate("States", "surface"),
        "water": translate("States", "water"),
    }
    return f"{said} ({scopes[track]})" if track in scopes else said


def membership_words(status: str) -> str:
    """How an actor belongs to a body: "observer", "co-chair"."""
    words = {
        "founder": translate("States", "founder"),
        "member": translate("States", "member"),
        "chair": translate("States", "chair"),
        "co-chair": translate("States", "co-chair"),
        "shareholder": translate("States", "shareholder"),
        "applicant": translate("States", "applicant"),
        "observer": translate("States", "observer"),
        "left": translate("States", "left"),
        "president": translate("States", "president"),
        "prime-minister": translate("States", "prime minister"),
    }
    return words.get(status, status.replace("-", " "))


def number_words(value: float, unit: str, qualifier: str = "actual") -> str:
    """A number with its unit: "at least 100 agreements", "100 billion USD"."""
    if abs(value) >= BILLION:
        text = translate("States", "{number:,.10g} billion").format(number=value / BILLION)
    elif abs(value) >= 10 * MILLION:
        text = translate("States", "{number:,.10g} million").format(number=value / MILLION)
    else:
        text = f"{value:,.10g}"
    joined = f"{text}\N{NO-BREAK SPACE}%" if unit == "%" else f"{text} {unit}".strip()
    frames = {
        "min": translate("States", "at least %s"),
        "max": translate("States", "at most %s"),
        "about": translate("States", "about %s"),
        "estimate": translate("States", "%s (an estimate)"),
        "forecast": translate("States", "%s (a forecast)"),
        "plan": translate("States", "%s (planned)"),
        "capacity": translate("States", "%s (capacity)"),
        "cumulative": translate("States", "%s (in all until then)"),
    }
    return frames[qualifier].replace("%s", joined) if qualifier in frames else joined


def type_word(kind: str) -> str:
    """What sort of actor, route or area it is."""
    words = {
        "person": translate("Detail", "Person"),
        "state": translate("Detail", "State"),
        "organisation": translate("Detail", "Organisation"),
        "company": translate("Detail", "Company"),
        "people": translate("Detail", "People"),
        "pipeline": translate("Detail", "Pipeline"),
        "railway": translate("Detail", "Railway"),
        "road": translate("Detail", "Road"),
        "ferry": translate("Detail", "Ferry"),
        "tanker": translate("Detail", "Tanker route"),
        "air": translate("Detail", "Air route"),
        "corridor": translate("Detail", "Corridor"),
        "field": translate("Detail", "Field"),
        "port": translate("Detail", "Port"),
        "region": translate("Detail", "Region"),
        "district": translate("Detail", "District"),
        "waters": translate("Detail", "Waters"),
        "zone": translate("Detail", "Zone"),
        "sector": translate("Detail", "Sector"),
    }
    return words.get(kind, kind)
