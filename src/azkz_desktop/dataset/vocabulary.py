"""The words that the data uses: kinds, themes, statuses, in the order of the contract."""

KINDS = (
    "visit",
    "meeting",
    "summit",
    "agreement",
    "conflict",
    "mediation",
    "legal",
    "institution",
    "energy",
    "transport",
    "trade",
    "security",
    "culture",
    "demography",
    "statement",
    "election",
)
THEMES = (
    "bilateral",
    "caspian",
    "energy",
    "transport",
    "trade",
    "karabakh",
    "turkic",
    "security",
    "environment",
    "diaspora",
    "culture",
)
ROUTE_STATUSES = (
    "proposed",
    "agreed",
    "construction",
    "operational",
    "expanded",
    "suspended",
    "abandoned",
)
AREA_STATUSES = (
    "discovered",
    "contracted",
    "development",
    "producing",
    "disputed",
    "settled",
    "planned",
    "open",
    "azerbaijan",
    "azerbaijani",
    "armenian",
    "divided",
)
BOUNDARY_STATUSES = ("unsettled", "claimed", "agreed", "in_force")
SUBJECT_TYPES = (
    "event",
    "actor",
    "place",
    "route",
    "area",
    "boundary",
    "series",
    "position",
    "document",
)

SCHEMA_VERSION = 1
"""`user_version` of the file; a file with a greater one is newer than the application."""
APPLICATION_ID = 0x417A4B7A
"""`application_id` of the file: "AzKz"."""

VIEWS: dict[str, tuple[str, ...]] = {}
"""The public views and their columns, in the order of the contract."""

_CLAIM = (
    "source_key section paragraph line as_stated cites via inferred note"  # the nine of a claim
)
_VIEWS = f"""
sources: source_key authors year title container doi url horizon outside
events: event_id kind title summary edtf start_earliest start_latest end_earliest end_latest \
precision contested actors places themes documents source_keys parent_id
event_claims: event_id edtf rank {_CLAIM}
actors: actor_id type name country role
places: place_id name lon lat country
names: subject_type subject_id name language valid_from valid_to
routes: route_id name mode commodity from_place to_place via_places length_km \
published_length_km geometry
route_states: route_id rank status edtf start_earliest end_latest {_CLAIM}
areas: area_id name type geometry
area_states: area_id track rank status edtf start_earliest end_latest {_CLAIM}
boundaries: boundary_id state_a state_b method geometry
boundary_states: boundary_id rank status scope edtf start_earliest end_latest {_CLAIM}
observations: series_id series_name entity counterpart direction edtf value unit qualifier {_CLAIM}
positions: position_id actor_id issue stance edtf {_CLAIM}
memberships: actor_id body_id status edtf start_earliest end_latest {_CLAIM}
capitals: state_id place_id edtf start_earliest end_latest {_CLAIM}
disagreements: subject_type subject_id field value_a source_a line_a value_b source_b line_b note
metadata: key value
"""
for _line in _VIEWS.strip().splitlines():
    _view, _, _columns = _line.partition(": ")
    VIEWS[_view] = tuple(_columns.split())
