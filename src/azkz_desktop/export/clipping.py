"""A painter for SVG whose clips end where they were meant to end.

Qt's SVG engine writes clip paths, but loses the outer clip when an inner one is restored: what
is painted next vanishes or spills. This painter says the outer clip once more at each restore.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from azkz_desktop.lean import dataclass


@dataclass(slots=True)
class _Level:
    """What one `save` began with: the clip in the page's coordinates, and whether it changed."""

    clip: QPainterPath | None
    changed: bool = False


class ClippingPainter(QPainter):
    """Keeps the clip rectangles that were set; every other call is QPainter's own."""

    def __init__(self) -> None:
        super().__init__()
        self._clip: QPainterPath | None = None
        self._levels: list[_Level] = []

    def save(self) -> None:
        """Remember the clip with everything else."""
        self._levels.append(_Level(self._clip))
        super().save()

    def setClipRect(  # type: ignore[override]  # noqa: N802 - Qt's name
        self, rect: QRectF, op: Qt.ClipOperation = Qt.ClipOperation.IntersectClip
    ) -> None:
        """Paint only inside *rect* and inside the clip that holds already."""
        path = QPainterPath()
        path.addRect(QRectF(rect))
        path = self.transform().map(path)
        inner = op == Qt.ClipOperation.IntersectClip and self._clip is not None
        self._clip = path.intersected(self._clip) if inner and self._clip is not None else path
        for level in self._levels[-1:]:
            level.changed = True
        self._apply()

    def restore(self) -> None:
        """Back to what was saved, the outer clip included."""
        super().restore()
        level = self._levels.pop()
        self._clip = level.clip
        if level.changed and self._clip is not None:
            self._apply()
            for outer in self._levels[-1:]:
                outer.changed = True

    def _apply(self) -> None:
        assert self._clip is not None  # noqa: S101 - only called where there is one
        turned = self.transform()
        self.setTransform(QTransform())
        self.setClipPath(self._clip, Qt.ClipOperation.ReplaceClip)
        self.setTransform(turned)
