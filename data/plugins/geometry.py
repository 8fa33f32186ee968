"""Geometry in Datasette: what sort it is, instead of a link that views cannot have."""

import struct

from datasette import hookimpl

_KINDS = {
    1: "Point",
    2: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
}


@hookimpl
def render_cell(value: object, column: str) -> str | None:
    """The kind and size of a geometry in WKB; nothing for any other cell."""
    if column != "geometry" or not isinstance(value, bytes) or len(value) < 5:
        return None
    order = "<" if value[:1] == b"\x01" else ">"
    (code,) = struct.unpack_from(f"{order}I", value, 1)
    return f"{_KINDS[code]}, {len(value):,} bytes of WKB" if code in _KINDS else None
