"""The view inside a PDF: an attached file and XMP. Qt writes both; here they are read.

Qt's `QPdfWriter.addFileAttachment(ATTACHMENT, json, MIME)` and
`setDocumentXmpMetadata(xmp_packet(…))` write them. Tools that save a PDF anew move objects
about and pack them, but an attachment stays a stream: every stream is looked into, its first
bytes tell ours from others. Attachments come first, XMP where they have been stripped.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from azkz_desktop.export.embed_xml import element, text_in_xml
from azkz_desktop.view.codec import FORMAT, LARGEST

ATTACHMENT = "azkz-view.json"
MIME = "application/json"
_OURS = f'{{"format": "{FORMAT}"'.encode()
_STREAM = re.compile(rb"\bstream\r?\n")
_END = re.compile(rb"\r?\n?endstream")


def xmp_packet(json: str, title: str, made_by: str) -> bytes:
    """XMP metadata with the document's title, the program's name, and *json* (ASCII)."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{escape(made_by)}</xmp:CreatorTool>
{element(json)}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>""".encode()


def view_in_pdf(data: bytes) -> str | None:
    """The JSON that a PDF has attached or in its XMP, None where it has neither."""
    for read in (_attached, _in_xmp):
        for start in _streams(data):
            json = read(data, start)
            if json is not None:
                return json
    return None


def _streams(data: bytes) -> Iterator[int]:
    """Where the content of each stream begins."""
    return (match.end() for match in _STREAM.finditer(data))


def _attached(data: bytes, start: int) -> str | None:
    return _content(data, start, lambda head: head.startswith(_OURS))


def _in_xmp(data: bytes, start: int) -> str | None:
    packet = _content(data, start, lambda head: b"xpacket" in head or b"xmpmeta" in head)
    try:
        return text_in_xml(packet.strip().encode()) if packet else None
    except ValueError:
        return None


def _content(data: bytes, start: int, is_wanted: Callable[[bytes], bool]) -> str | None:
    """A stream's content, plain or deflated, where its first bytes are wanted."""
    if is_wanted(data[start : start + 64]):
        end = _END.search(data, start)
        return _text(data[start : end.start()]) if end else None
    try:
        packed = zlib.decompressobj()
        head = packed.decompress(data[start : start + 256], 64)
        if not is_wanted(head):
            return None
        return _text(zlib.decompressobj().decompress(data[start : start + LARGEST], LARGEST))
    except zlib.error:
        return None


def _text(content: bytes) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None
