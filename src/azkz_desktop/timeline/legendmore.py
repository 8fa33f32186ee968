"""Samples for the legend of what is no date; of documents, eras, figures where a view has them."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.bandpainter import PAINTED
from azkz_desktop.timeline.bands import BAR, POINT, SPAN
from azkz_desktop.timeline.erapainter import paint_ribbon
from azkz_desktop.timeline.eras import EraMark
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.heat import draw_heat
from azkz_desktop.timeline.marks import BandBar, Density, Rect
from azkz_desktop.timeline.shapes import SpotLook, arrow, draw_date, draw_spot
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

Paint = Callable[[QPainter, Rect, Theme], None]
SMALL = 4.0
"""Pixels from the middle of a mark to its edge, where two stand one above the other."""


class More(NamedTuple):
    """What else the timeline shows: its words, and how its sample is painted into a room."""

    words: str
    paint: Paint


def other_samples(*, dated: bool = True) -> tuple[More, ...]:
    """What is no date: lanes of very many events, and what points out of sight.

    *dated*: the names of what may lie elsewhere have their date; in lanes by document, where each
    has its own, they have none.
    """
    doubtful = (
        translate("Legend", "grey, with its date: it may lie here or outside")
        if dated
        else translate("Legend", "grey: it may lie here or outside")
    )
    return (
        More(translate("Legend", "very many: how many begin (bars) and run (tint)"), _density),
        More(doubtful, _doubtful),
        More(translate("Legend", "the chosen event, or the moment, lies that way"), _away),
    )


def document_samples() -> tuple[More, ...]:
    """Where contested events stand in lanes by document."""
    words = translate("Legend", "lanes by document: a mark stands where the lane's document says")
    return (More(words, _two_documents),)


def _two_documents(painter: QPainter, room: Rect, theme: Theme) -> None:
    """The same event in two lanes, in each of which its mark is where the other has a ring."""
    left, right = room.x + 0.25 * room.width, room.x + 0.8 * room.width
    for y, own, other in ((room.y + 2, left, right), (room.bottom - 2, right, left)):
        painter.fillRect(QRectF(left, y - 1, right - left, 2), QColor(theme.disagreement))
        draw_date(painter, 0, other, y, theme, SMALL)
        painter.save()
        painter.translate(own, y)
        draw_spot(painter, SpotLook(0, amber=True), theme, SMALL)
        painter.restore()


def _density(painter: QPainter, room: Rect, theme: Theme) -> None:
    width = int(room.width) - 8
    at = np.arange(width)
    begun = np.where(at % 5 == 0, 1 + at * 7 % 13, 0)
    running = np.where((at > 8) & (at < width - 12), 12, 1)
    rect = Rect(room.x + 4, room.y + 2, width, room.height - 4)
    draw_heat(painter, Density(0, rect, begun, running, None), theme)


def _doubtful(painter: QPainter, room: Rect, theme: Theme) -> None:
    """A bar that fills the window, a dashed line, and a grey line for a name."""
    colour = QColor(KIND_GROUPS[0].colour)
    colour.setAlpha(90)
    painter.fillRect(QRectF(room.x, room.y, room.width, 5), colour)
    grey, x = QColor(theme.secondary), round(room.x + 6)
    for y in range(round(room.y) + 5, round(room.bottom) - 4, 4):
        painter.fillRect(QRectF(x, y, 1, 2), grey)
    painter.fillRect(QRectF(x - 2, round(room.bottom) - 4, 0.6 * room.width, 3), grey)


def _away(painter: QPainter, room: Rect, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    middle = room.y + room.height / 2
    painter.drawPolygon(arrow(room.x + 4, middle, 5, -1))
    painter.drawPolygon(arrow(room.right - 4, middle, 5, 1))


def era_samples() -> tuple[More, ...]:
    """How the ends of eras are drawn."""
    return (
        More(translate("Legend", "an era; where its edge slants it began or ended"),
             lambda painter, room, theme: _ribbon(painter, room, theme, slant=0.25)),
        More(translate("Legend", "nobody tells since when"),
             lambda painter, room, theme: _ribbon(painter, room, theme, unknown=0.5)),
        More(translate("Legend", "the documents differ in its begin or end"),
             lambda painter, room, theme: _ribbon(painter, room, theme, contested=True)),
    )  # fmt: skip


def band_samples() -> tuple[More, ...]:
    """How figures under the lanes are drawn."""
    return (
        More(translate("Legend", "figure of a year; pale: of a part of it, or a plan"),
             lambda painter, room, theme: _marks(painter, room, theme, _bars())),
        More(translate("Legend", "count at a time; the line: somewhere in it"),
             lambda painter, room, theme: _marks(painter, room, theme, (_Look(POINT, 0.3, 0.7),))),
        More(translate("Legend", "figure for several years"),
             lambda painter, room, theme: _marks(painter, room, theme, (_Look(SPAN, 0.1, 0.9),))),
        More(translate("Legend", "the documents give different figures"),
             lambda painter, room, theme: _marks(painter, room, theme, _disputed())),
    )  # fmt: skip


class _Look(NamedTuple):
    """A mark of a sample, from `left` to `right` (0 to 1) and up to `height`."""

    form: str
    left: float
    right: float
    height: float = 0.9
    pale: bool = False
    contested: bool = False


def _bars() -> tuple[_Look, ...]:
    return _Look(BAR, 0.15, 0.4), _Look(BAR, 0.5, 0.65, 0.6, pale=True)


def _disputed() -> tuple[_Look, ...]:
    return (
        _Look(BAR, 0.15, 0.4, 0.9, contested=True),
        _Look(POINT, 0.6, 0.75, 0.9, contested=True),
    )


def paint_more(
    painter: QPainter, sample: More, room: Rect, words_x: float, theme: Theme, fonts: Fonts
) -> None:
    """Paint a sample into *room* and its words from *words_x* on."""
    painter.save()
    sample.paint(painter, room, theme)
    painter.restore()
    painter.setPen(QColor(theme.ink))
    painter.setFont(fonts.font("label"))
    top = room.y + (room.height - fonts.height("label")) / 2
    painter.drawText(round(words_x), round(top + fonts.ascent("label")), sample.words)


def _ribbon(
    painter: QPainter,
    room: Rect,
    theme: Theme,
    *,
    slant: float = 0.0,
    unknown: float = 0.0,
    contested: bool = False,
) -> None:
    left, right, lean = room.x + 4, room.right - 4, slant * room.width
    begin = left + unknown * room.width
    corners = (
        (begin, room.bottom), (begin + lean, room.y), (right, room.y), (right - lean, room.bottom),
    )  # fmt: skip
    mark = EraMark(
        room, begin, begin + lean, right - lean, right, left, right, corners,
        True, contested, "", 0.0, "", "", Focus("", ""),
    )  # fmt: skip
    paint_ribbon(painter, mark, theme)


def _marks(painter: QPainter, room: Rect, theme: Theme, looks: tuple[_Look, ...]) -> None:
    foot = room.bottom - 1
    for look in looks:
        x0, x1 = (room.x + part * room.width for part in (look.left, look.right))
        top = foot - look.height * room.height
        rect = Rect(x0, top, x1 - x0, foot - top)
        if look.form == POINT:
            rect = Rect((x0 + x1) / 2 - 3.5, top, 7, 7)
        bar = BandBar(
            rect, "", "", tuple, look.contested, 0.0, None, None, look.form, look.pale, x0, x1
        )
        PAINTED[look.form](painter, bar, theme, foot)
