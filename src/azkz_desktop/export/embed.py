"""A picture carries its view inside: written into SVG and PNG, read from SVG, PNG and PDF.

The view is JSON in ASCII, so that no tool on its way drops a character. In a PNG it is a text
chunk, in an SVG `<metadata>` in a namespace of our own, in a PDF an attached file and XMP (see
`embed_pdf`). Nothing here trusts the file: sizes are bounded, XML entities refused.
"""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from azkz_desktop.export.embed_pdf import view_in_pdf
from azkz_desktop.export.embed_xml import element, text_in_xml
from azkz_desktop.translation import translate
from azkz_desktop.view.codec import LARGEST, Written, read_written
from azkz_desktop.view.errors import ViewError

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_KEYWORD = b"azkz-view"
LARGEST_FILE = 256 * 2**20
"""Bytes of a picture that are looked at; what is larger is refused."""


def embed_in_png(data: bytes, json: str) -> bytes:
    """The PNG *data* with *json* (ASCII) in a text chunk before its picture."""
    chunks = [(name, body) for name, body in _chunks(data) if not _is_ours(name, body)]
    chunks.insert(1, (b"tEXt", PNG_KEYWORD + b"\0" + json.encode("ascii")))
    return PNG_SIGNATURE + b"".join(_chunk(name, body) for name, body in chunks)


def embed_in_svg(data: bytes, json: str) -> bytes:
    """The SVG *data* with *json* (ASCII) as the first thing inside its root, else unchanged."""
    json.encode("ascii")
    place = _inside_root(data)
    return data[:place] + b"\n<metadata>" + element(json).encode() + b"</metadata>" + data[place:]


def view_in_png(data: bytes) -> str | None:
    """The JSON in a PNG's text chunk, however a tool has packed it; None where there is none."""
    for name, body in _chunks(data):
        if _is_ours(name, body):
            return _unpacked(name, body[len(PNG_KEYWORD) + 1 :])
    return None


def read_snapshot(path: Path) -> Written:
    """The view inside a snapshot or a saved view's file.

    Raises ViewError where it carries none or one that cannot be shown, OSError as it comes.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ViewError(translate("Snapshot", "“%s” is too large for a snapshot.") % path.name)
    json = view_in(data)
    if json is None:
        raise ViewError(translate("Snapshot", "“%s” carries no view.") % path.name)
    return read_written(json)


def view_in(data: bytes) -> str | None:
    """The JSON in a picture or a saved view, None where there is none."""
    try:
        if data.startswith(PNG_SIGNATURE):
            return view_in_png(data)
        if b"%PDF-" in data[:1024]:
            return view_in_pdf(data)
        if data.lstrip()[:1] == b"{":
            return data.decode()
        return text_in_xml(data)
    except (ValueError, IndexError, struct.error, zlib.error):
        return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG; ValueError where it is none or damaged."""
    if not data.startswith(PNG_SIGNATURE):
        raise ValueError("no PNG")
    at = len(PNG_SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        (check,) = struct.unpack_from(">I", data, at + 8 + size)
        if check != zlib.crc32(name + body):
            raise ValueError("damaged PNG")
        yield name, body
        at += 12 + size


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _is_ours(name: bytes, body: bytes) -> bool:
    return name in (b"tEXt", b"zTXt", b"iTXt") and body.startswith(PNG_KEYWORD + b"\0")


def _unpacked(name: bytes, body: bytes) -> str:
    """The text of a chunk behind its keyword; some tools compress it or make it UTF-8."""
    if name == b"zTXt":
        return _inflated(body[1:])
    if name == b"iTXt":
        packed, rest = body[0], body[2:].split(b"\0", 2)[2]
        return _inflated(rest) if packed else rest.decode()
    return body.decode("ascii")


def _inflated(data: bytes) -> str:
    return zlib.decompressobj().decompress(data, LARGEST).decode()


def _inside_root(data: bytes) -> int:
    """The place right behind the root's start tag; ValueError where it is no SVG."""
    start = data.find(b"<svg")
    quote = b""
    for place in range(start, len(data)) if start >= 0 else ():
        sign = data[place : place + 1]
        if quote:
            quote = b"" if sign == quote else quote
        elif sign in (b'"', b"'"):
            quote = sign
        elif sign == b">" and data[place - 1 : place] != b"/":
            return place + 1
    raise ValueError("no SVG")
