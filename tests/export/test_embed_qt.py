"""The view inside PDFs that Qt itself writes."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from azkz_desktop.export.embed import view_in
from azkz_desktop.export.embed_pdf import ATTACHMENT, MIME, xmp_packet
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.state import ViewState

JSON = to_json(ViewState(hidden_lanes=tuple(f"lane-{n}" for n in range(400))))


@pytest.mark.parametrize(("attached", "in_xmp"), [(True, False), (False, True), (True, True)])
def test_qt_writes_what_we_read(qtbot: QtBot, attached: bool, in_xmp: bool) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    if attached:
        writer.addFileAttachment(ATTACHMENT, JSON.encode(), MIME)
    if in_xmp:
        writer.setDocumentXmpMetadata(xmp_packet(JSON, "Baku – Ақтау", "AzKz Explorer"))
    painter = QPainter(writer)
    painter.drawText(100, 100, "Azerbaijan")
    painter.end()
    assert view_in(bytes(buffer.data().data())) == JSON
