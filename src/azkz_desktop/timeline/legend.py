"""What the marks mean: samples painted by the timeline's own painter, with words."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from azkz_desktop.timeline.disputes import Dispute, OwnDate
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.lanemarks import soft_ends
from azkz_desktop.timeline.marks import Badge, Label, LaneMark, Marks, Pile, Rect, Spans, Spots
from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import Theme

if TYPE_CHECKING:
    from azkz_desktop.timeline.legendmore import More

SAMPLE = 64
"""Pixels that a sample is wide."""
STEP = 1.7
"""Lines from one sample to the next."""


class Sample(NamedTuple):
    """One kind of date: its words, and its mark from 0 (left) to 1 (right end of the sample).

    `span` is the time in which it may lie, `core` what it certainly fills, `claims` what other
    documents say (begin and end), which are `linked` where they contradict; `open_left` and
    `open_right` as in `Spans`; what `fades` has an end that nobody tells; what is `contested` has
    an amber edge; `badge` tells how many are inside, `pile` how many stand there.
    """

    words: str
    spot: float
    span: tuple[float, float] | None = None
    core: tuple[float, float] = (0.0, 0.0)
    lasting: bool = False
    open_right: bool = False
    open_left: bool = False
    fades: bool = False
    pale: bool = False
    claims: tuple[tuple[float, float], ...] = ()
    linked: bool = True
    contested: bool = False
    badge: str = ""
    pile: str = ""


def samples() -> tuple[Sample, ...]:
    """Every kind of date, in the chosen language."""
    return (
        Sample(translate("Legend", "known to the day"), 0.5),
        Sample(
            translate("Legend", "known to the month, year or decade: somewhere in it"),
            0.5, (0.1, 0.9),
        ),
        Sample(translate("Legend", "about or perhaps then (~ ?)"), 0.5, pale=True),
        Sample(translate("Legend", "lasts"), 0.1, (0.1, 0.8), (0.1, 0.8), True),
        Sample(
            translate("Legend", "lasts; begin or end only roughly known"),
            0.2, (0.02, 0.98), (0.35, 0.7), True,
        ),
        Sample(translate("Legend", "goes on"), 0.1, (0.1, 1.0), (0.1, 1.0), True, True),
        Sample(
            translate("Legend", "ended, but no document tells when"),
            0.1, (0.1, 0.5), (0.1, 0.5), True, fades=True,
        ),
        Sample(
            translate("Legend", "then or at any time before"),
            0.9, (0.0, 0.9), lasting=True, open_left=True,
        ),
        Sample(
            translate("Legend", "documents contradict each other"),
            0.1, (0.1, 0.8), (0.1, 0.8), True, contested=True,
        ),
        Sample(
            translate("Legend", "another document gives another day"),
            0.25, claims=((0.8, 0.8),), contested=True,
        ),
        Sample(
            translate("Legend", "another document gives another month, year or decade"),
            0.1, claims=((0.4, 0.98),), contested=True,
        ),
        Sample(
            translate("Legend", "a document is less precise: no contradiction"),
            0.25, claims=((0.02, 0.98),), linked=False,
        ),
        Sample(translate("Legend", "so many others inside: click the number"), 0.3, badge="▸3"),
        Sample(
            translate("Legend", "so many in one place: each further click takes the next"),
            0.3, pile="×3",
        ),
    )  # fmt: skip


def more_samples(view: ViewState) -> "tuple[More, ...]":
    """Samples of what is no date, and of lanes by document, eras, figures where *view* has such."""
    from azkz_desktop.timeline.legendmore import (  # when it is asked for
        band_samples,
        document_samples,
        era_samples,
        other_samples,
    )

    by_document = view.lanes == "source"
    documents = document_samples() if by_document else ()
    eras, bands = era_samples() if view.eras else (), band_samples() if view.bands else ()
    return documents + other_samples(dated=not by_document) + eras + bands


def legend_pixmap(
    theme: Theme, fonts: Fonts, ratio: float, more: "tuple[More, ...]" = ()
) -> QPixmap:
    """All samples with their words, as a picture."""
    told, line = samples(), fonts.sizes().line
    step = round(line * STEP)
    texts = [sample.words for sample in told] + [extra.words for extra in more]
    words = max(fonts.measure(text, "label") for text in texts)
    width, height = SAMPLE + round(words) + 40, step * (len(told) + len(more)) + 12
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(theme.panel))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, sample in enumerate(told):
        painter.save()
        painter.translate(QPointF(8, 6 + place * step))
        _paint(painter, sample, theme, fonts, width, step)
        painter.restore()
    if more:
        from azkz_desktop.timeline.legendmore import paint_more

        for place, extra in enumerate(more, len(told)):
            room = Rect(8, 6 + place * step + 3, SAMPLE, step - 6)
            paint_more(painter, extra, room, 8 + SAMPLE + 16.0, theme, fonts)
    painter.end()
    return pixmap


def legend_html(theme: Theme, fonts: Fonts, ratio: float, more: "tuple[More, ...]" = ()) -> str:
    """The picture of the legend as an image for a tooltip."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap = legend_pixmap(theme, fonts, ratio, more)
    pixmap.save(buffer, "PNG")
    size = pixmap.deviceIndependentSize().toSize()
    data = bytes(buffer.data().toBase64().data()).decode("ascii")
    return (
        f'<img width="{size.width()}" height="{size.height()}" src="data:image/png;base64,{data}">'
    )


def _paint(
    painter: QPainter, sample: Sample, theme: Theme, fonts: Fonts, width: int, step: int
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    marks = _marks(sample, fonts, float(width), float(step))
    TimelinePainter(theme, fonts).paint_lane(painter, marks)


def _marks(sample: Sample, fonts: Fonts, width: float, step: float) -> Marks:
    """The marks of a timeline of one event whose plot is the sample."""
    y = step / 2
    label = Label(
        0, 0, sample.words, "label", SAMPLE + 16.0, y - fonts.sizes().line / 2,
        fonts.measure(sample.words, "label"), fonts.sizes().line, None, 0.0, 0,
    )  # fmt: skip
    plot = Rect(0, 0, width, step)
    lane = LaneMark("", "", (), "", plot, y, folded=True)
    return Marks(
        width=width,
        height=step,
        plot=plot,
        axis=Rect(0, 0, 0, 0),
        ticks=(),
        lanes=(lane,),
        spots=_spots(sample, y),
        spans=_spans(sample, y, fonts.sizes().stub),
        labels=Labels.of([label]),
        disputes=(_dispute(sample, y),) if sample.claims else (),
        badges=(_badge(sample, fonts, y),) if sample.badge else (),
        piles=(_pile(sample, fonts, y),) if sample.pile else (),
    )


def _dispute(sample: Sample, y: float) -> Dispute:
    own, linked = sample.spot * SAMPLE, sample.linked
    dates = tuple(
        OwnDate((x0 + x1) / 2 * SAMPLE, x0 * SAMPLE, x1 * SAMPLE, linked, (), linked)
        for x0, x1 in sample.claims
    )
    return Dispute(0, own, y, dates, (own, dates[-1].x) if linked else None)


def _badge(sample: Sample, fonts: Fonts, y: float) -> Badge:
    sizes, width = fonts.sizes(), fonts.measure(sample.badge, "note") + 6
    x = sample.spot * SAMPLE + sizes.spot + 4
    return Badge(0, Rect(x, round(y - sizes.line / 2), width, sizes.line - 1), sample.badge)


def _pile(sample: Sample, fonts: Fonts, y: float) -> Pile:
    sizes, width = fonts.sizes(), fonts.measure(sample.pile, "note")
    x = sample.spot * SAMPLE + sizes.spot + 5
    return Pile((0,), Rect(x, round(y - sizes.line / 2), width, sizes.line - 1), sample.pile)


def _spots(sample: Sample, y: float) -> Spots:
    return Spots(
        row=np.zeros(1, np.int32),
        x=np.array([sample.spot * SAMPLE]),
        y=np.array([y]),
        style=np.zeros(1, np.uint8),
        pale=np.array([sample.pale]),
        amber=np.array([sample.contested]),
    )


def _spans(sample: Sample, y: float, stub: float) -> Spans:
    count = 0 if sample.span is None else 1
    first, last = sample.span or (0.0, 0.0)
    open_left, open_right = np.full(count, sample.open_left), np.full(count, sample.open_right)

    def pixels(share: float) -> np.ndarray:
        return np.full(count, share * SAMPLE)

    soft0, soft1 = soft_ends(pixels(first), pixels(last), open_left, open_right)
    return Spans(
        row=np.zeros(count, np.int32),
        x0=pixels(first),
        x1=pixels(last),
        c0=pixels(sample.core[0]),
        c1=pixels(sample.core[1]),
        y=np.full(count, y),
        lasting=np.full(count, sample.lasting),
        style=np.zeros(count, np.uint8),
        open_left=open_left,
        open_right=open_right,
        amber=np.full(count, sample.contested),
        fade_left=np.full(count, np.nan),
        fade_right=np.full(count, last * SAMPLE + stub if sample.fades else np.nan),
        soft0=soft0,
        soft1=soft1,
        faded=np.full(count, sample.core != (first, last)),
    )
