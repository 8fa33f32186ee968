"""A view goes into a picture and comes out again, also after tools have been at it."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.export.embed import (
    PNG_SIGNATURE,
    embed_in_png,
    embed_in_svg,
    read_snapshot,
    view_in,
)
from azkz_desktop.export.embed_pdf import view_in_pdf, xmp_packet
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.errors import ViewError
from azkz_desktop.view.state import ViewState
from tests.view.states import STATES

STATE = ViewState(filter=Filter(text="<Ақтау> & “нефть” ]]>"), lanes="actor")
JSON = to_json(STATE, {"data_version": "1.0.0"})


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


PNG = (
    PNG_SIGNATURE
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
SVG = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="10mm" xmlns="http://www.w3.org/2000/svg" version="1.2" aria-label="a > b">
<title>T</title><g><text>Azerbaijan</text></g></svg>"""


def pdf_of(*streams: bytes, packed: bool = False) -> bytes:
    """The bones of a PDF that holds *streams*."""
    objects = []
    for number, stream in enumerate(streams):
        content = zlib.compress(stream) if packed else stream
        objects.append(
            b"%d 0 obj <</Length 1>>\nstream\n%s\nendstream\nendobj\n" % (number, content)
        )
    return b"%PDF-1.6\n" + b"".join(objects) + b"%%EOF"


PICTURES: dict[str, Callable[[str], bytes]] = {
    "png": lambda json: embed_in_png(PNG, json),
    "svg": lambda json: embed_in_svg(SVG, json),
    "pdf": lambda json: pdf_of(b"BT ET", json.encode(), packed=True),
    "pdf-plain": lambda json: pdf_of(json.encode()),
    "pdf-xmp": lambda json: pdf_of(b"BT ET", xmp_packet(json, "T < U & V", "AzKz Explorer 1")),
    "pdf-xmp-packed": lambda json: pdf_of(xmp_packet(json, "T", "A"), packed=True),
    "azkzview": lambda json: json.encode(),
}


@pytest.mark.parametrize("form", PICTURES)
def test_the_view_comes_out_again(form: str, tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(PICTURES[form](JSON))
    written = read_snapshot(path)
    assert written.state == STATE
    assert written.about == {"data_version": "1.0.0"}


@settings(max_examples=25)
@given(STATES)
def test_every_view_survives_every_picture(state: ViewState) -> None:
    json = to_json(state)
    assert {form: view_in(make(json)) for form, make in PICTURES.items()} == dict.fromkeys(
        PICTURES, json
    )


def test_the_picture_itself_is_not_touched() -> None:
    png = embed_in_png(PNG, JSON)
    assert png.startswith(PNG[:33])
    assert png.endswith(PNG[33:])
    svg = embed_in_svg(SVG, JSON)
    assert svg.replace(svg[svg.index(b"\n<metadata") : svg.index(b"\n<title")], b"") == SVG
    root = ElementTree.fromstring(svg)
    assert root[0].tag == "{http://www.w3.org/2000/svg}metadata"


def test_a_png_carries_one_view_only() -> None:
    twice = embed_in_png(embed_in_png(PNG, to_json(ViewState())), JSON)
    assert view_in(twice) == JSON
    assert twice.count(b"azkz-view\0") == 1


@pytest.mark.parametrize(
    "ours",
    [
        chunk(b"zTXt", b"azkz-view\0\0" + zlib.compress(JSON.encode())),
        chunk(b"iTXt", b"azkz-view\0\0\0en\0view\0" + JSON.encode()),
        chunk(b"iTXt", b"azkz-view\0\1\0\0\0" + zlib.compress(JSON.encode())),
        chunk(b"tEXt", b"Software\0other") + chunk(b"tEXt", b"azkz-view\0" + JSON.encode()),
    ],
)
def test_a_png_that_a_tool_has_written_anew(ours: bytes) -> None:
    assert view_in(PNG[:33] + ours + PNG[33:]) == JSON


def test_an_svg_that_a_tool_has_written_anew() -> None:
    root = ElementTree.fromstring(embed_in_svg(SVG, JSON))
    assert view_in(ElementTree.tostring(root, "utf-16")) == JSON


def test_an_attachment_goes_before_xmp() -> None:
    other = to_json(ViewState())
    assert view_in_pdf(pdf_of(xmp_packet(other, "T", "A"), JSON.encode())) == JSON


def test_xmp_of_others_is_passed_over() -> None:
    foreign = b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="w"?>'
    assert view_in_pdf(pdf_of(foreign, b"<?xpacket <<<", xmp_packet(JSON, "T", "A"))) == JSON


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", PNG, PNG[:40], PNG_SIGNATURE, SVG, b"<svg", pdf_of(b"BT ET"), b"%PDF-1.4",
        pdf_of(b"\xff" * 90), b"\xff\xfe\x00", b"{\xff", PNG.replace(b"IDAT", b"IDAX"),
        PNG[:33] + chunk(b"zTXt", b"azkz-view\0\0broken") + PNG[33:],
        PNG[:33] + chunk(b"iTXt", b"azkz-view\0") + PNG[33:],
        b'<!DOCTYPE s [<!ENTITY a "aa">]><view xmlns="urn:azkz-desktop:view">&a;</view>',
    ],
)  # fmt: skip
def test_what_carries_no_view_says_so(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(data)
    with pytest.raises(ViewError) as caught:
        read_snapshot(path)
    assert "picture.png" in str(caught.value) or "carries no view" in str(caught.value)


def test_a_chunk_that_grows_without_end_is_cut() -> None:
    bomb = zlib.compress(b" " * 50_000_000)
    found = view_in(PNG[:33] + chunk(b"zTXt", b"azkz-view\0\0" + bomb) + PNG[33:])
    assert found is None or len(found) <= 4_000_000


def test_only_ascii_goes_in() -> None:
    with pytest.raises(UnicodeEncodeError):
        embed_in_png(PNG, "Ақтау")
    with pytest.raises(UnicodeEncodeError):
        embed_in_svg(SVG, "Ақтау")


@pytest.mark.parametrize("data", [b"", PNG, b"<svg/>", b"<svg a='>"])
def test_a_view_goes_only_into_an_svg(data: bytes) -> None:
    with pytest.raises(ValueError, match="no SVG"):
        embed_in_svg(data, JSON)


@given(st.binary(max_size=80), st.sampled_from([b"", PNG_SIGNATURE, b"%PDF-1.6\nstream\n", b"<"]))
def test_no_bytes_whatever_do_harm(data: bytes, head: bytes) -> None:
    assert view_in(head + data) is None or isinstance(view_in(head + data), str)
