"""The view as an XML element in a namespace of our own: in SVG's metadata and in XMP."""

from xml.parsers import expat
from xml.sax.saxutils import escape

from azkz_desktop.view.codec import LARGEST

NAMESPACE = "urn:azkz-desktop:view"


def element(json: str) -> str:
    """The element that holds *json* (ASCII)."""
    return f'<azkz:view xmlns:azkz="{NAMESPACE}">{escape(json)}</azkz:view>'


class _Finder:
    """Collects the text of the first element of ours while expat reads."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.inside = False
        self.done = False
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse

    def _start(self, name: str, _attributes: object) -> None:
        self.inside = self.inside or (not self.done and name == f"{NAMESPACE} view")

    def _end(self, name: str) -> None:
        if self.inside and name == f"{NAMESPACE} view":
            self.inside, self.done = False, True

    def _text(self, text: str) -> None:
        if self.inside:
            self.found.append(text)

    def _refuse(self, *_declaration: object) -> None:
        """Entities can grow without end, and none of ours has any."""
        raise ValueError("XML entities")


def text_in_xml(data: bytes) -> str | None:
    """The JSON in an XML document, None where there is none; ValueError where it is no XML."""
    finder = _Finder()
    try:
        finder.parser.Parse(data, True)
    except expat.ExpatError as error:
        if not finder.done:
            raise ValueError("no XML") from error
    text = "".join(finder.found)
    return text if finder.done and len(text) <= LARGEST else None
