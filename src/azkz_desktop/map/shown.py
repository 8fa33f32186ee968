"""A view of the map, and a finished picture of one."""

from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtGui import QPixmap

from azkz_desktop.map.banner import parted
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.marks import Scene
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.standing import Asked
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.state import ViewState

NEAR: Final = 0.6
"""Pixels that a picture may miss at its edge: it is moved by up to half of one when it is shown."""


class View(NamedTuple):
    """What is to be shown in how many pixels, the legend's included."""

    state: ViewState
    selection: Selection
    width: float
    height: float

    def camera(self, low: float) -> Camera:
        """What takes the picture of the plot above a legend of *low* pixels."""
        return camera_of(self.state.map, self.width, max(self.height - low, 1.0))

    @property
    def states(self) -> tuple[ViewState, ...]:
        """The view as of its moment and, where two are compared, as of the other one."""
        if not self.state.compare:
            return (self.state,)
        return self.state, replace(self.state, moment=self.state.compare)

    def sides(self, camera: Camera) -> tuple[Box, ...]:
        """What of the plot shows which of the states, in pixels."""
        width, height = camera.width, camera.height
        if not self.state.compare:
            return (Box(0, 0, width, height),)
        line = parted(self.state, Box(0, 0, width, height))
        return Box(0, 0, line, height), Box(line, 0, width, height)

    @property
    def key(self) -> tuple[object, ...]:
        """What, besides the camera, the picture depends on."""
        state = self.state
        line = state.divider if state.compare else 0.0  # each side has its words whole
        return (state.filter, state.moment, state.compare, line, state.focus, *self.looks)

    @property
    def looks(self) -> tuple[object, ...]:
        """What of that is set up once, not tried out and played."""
        state = self.state
        return (state.layers, state.scope, state.scenario, state.language, *self[2:])


class Sheet(NamedTuple):
    """One moment's scene, and what is painted of it on the ground: what stands, and all of it."""

    scene: Scene
    standing: QPixmap
    whole: QPixmap


class Held(NamedTuple):
    """A finished picture: of which view, its ground, and a sheet for each moment that is shown.

    `low` is the height of the legend below it.
    """

    view: View
    low: float
    ground: QPixmap
    sheets: tuple[Sheet, ...]

    @property
    def scene(self) -> Scene:
        """The scene of the view's own moment."""
        return self.sheets[0].scene

    @property
    def camera(self) -> Camera:
        """What took the picture."""
        return self.scene.camera

    def is_of(self, view: View) -> bool:
        """Whether *view* differs by its camera at the most."""
        return self.view.key == view.key

    def seen_as(self, view: View) -> View:
        """Its own view from where *view* looks: what is on the screen until another is ready."""
        if self.is_of(view):
            return view
        state = replace(self.view.state, map=view.state.map, divider=view.state.divider)
        return self.view._replace(state=state, width=view.width, height=view.height)

    def is_like(self, camera: Camera) -> bool:
        """Whether *camera* sees the same scale."""
        return abs(self.camera.scale / camera.scale - 1) < 1e-9

    def holds(self, camera: Camera, margin: float = 0.0) -> bool:
        """Whether it shows all that *camera* sees, and *margin* pixels about it."""
        outer = self.camera.box.grown(camera.scale * NEAR)
        inner = camera.box.grown(margin * camera.scale)
        return (
            outer.left <= inner.left
            and outer.top <= inner.top
            and outer.right >= inner.right
            and outer.bottom >= inner.bottom
        )

    def is_moved(self, view: View) -> bool:
        """Whether *view* is its own but for where the middle of the map is."""
        return self.is_of(view) and self.is_like(view.camera(self.low))

    def is_framed_as(self, view: View) -> bool:
        """Whether *view* is set up as its own, at the same scale."""
        return self.view.looks == view.looks and self.is_like(view.camera(self.low))

    def fits(self, view: View) -> bool:
        """Whether it shows all that *view* asks, sharp."""
        camera = view.camera(self.low)
        return self.is_like(camera) and self.is_of(view) and self.holds(camera)

    def is_wide(self) -> bool:
        """Whether it is larger than what its view has in sight."""
        return self.camera.width > self.view.width

    def has_ground_of(self, scene: Scene) -> bool:
        """Whether the ground of *scene* looks as its own does, wherever both have it."""
        own = self.scene
        lined = bool(own.graticule) == bool(scene.graticule)
        return own.ground is scene.ground and lined and self.is_like(scene.camera)

    def standing_of(self, scene: Scene) -> QPixmap | None:
        """The picture of what stands in *scene*, where just that stands in one of its own."""
        for sheet in self.sheets:
            own = sheet.scene
            if own.strokes is scene.strokes and own.patches is scene.patches:
                return sheet.standing
        return None

    def stands_for(self, view: View) -> bool:
        """Whether nothing that stands on the ground differs in *view*."""
        return {*map(Asked.of, view.states)} <= {*map(Asked.of, self.view.states)}
