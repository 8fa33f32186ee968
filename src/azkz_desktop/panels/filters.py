"""The filter panel: period, kind, actor, document, theme, place, certainty, each with counts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.painting.later import Later
from azkz_desktop.panels.facets import Choice, FacetList
from azkz_desktop.panels.period import PeriodFields, Presets
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.sparks import Heights, Sparks
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import KIND_GROUPS, KindGroup, Theme
from azkz_desktop.view.vocabulary import facet_word, group_word, theme_word

Names = Mapping[str, str]
FOLDED = ("theme", "place")
"""What is asked for less often: folded until it is wanted."""


class FilterPanel(QScrollArea):
    """Every facet of the filter; a choice makes a new view, and a new view sets the marks.

    The marks are set at once, the counts and histograms on later turns of the event loop.
    """

    def __init__(
        self,
        store: Store,
        columns: EventColumns,
        names: Mapping[str, Names],
        theme: Theme,
        presets: Presets | None = None,
        sparks: Sparks | None = None,
    ) -> None:
        super().__init__()
        self._store, self._columns, self._names = store, columns, names
        self._sparks = sparks
        # What no event has (a source of coordinates, a place that only routes touch) is no choice.
        self._used = {
            facet: frozenset(np.flatnonzero(np.bincount(member.code)).tolist())
            for facet, member in columns.facets.items()
        }
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(12, 14, 8, 14)
        self._layout.setSpacing(16)
        self._add_period(presets)
        self._add_facets(theme)
        self.later = Later(self)
        self._layout.addStretch(1)
        body.setMinimumWidth(0)
        body.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setWidget(body)
        self.kinds.keep_order(self._kind_choices())
        self.show_state()
        store.subscribe(self._on_change)

    def _add_facets(self, theme: Theme) -> None:
        self.kinds = self._add_facet("kind", theme, self._toggle_group)
        self._add_actors(theme)
        self.sources = self._add_facet("source", theme, self._toggler("sources"))
        self.themes = self._add_facet("theme", theme, self._toggler("themes"))
        self.places = self._add_facet("place", theme, self._toggler("places"))
        self.facets = {
            "kind": self.kinds,
            "actor": self.actors,
            "source": self.sources,
            "theme": self.themes,
            "place": self.places,
        }
        for name, facet in self.facets.items():
            facet.unfolded.connect(partial(self._count, name))

    def _add_period(self, presets: Presets | None) -> None:
        heading = QLabel(facet_word("period").upper())
        heading.setObjectName("heading")
        self.period = PeriodFields(self._set_period, presets)
        self.certainly = QCheckBox(self.tr("Certainly within it"))
        self.certainly.setToolTip(
            self.tr("Leave out events that touch the period only if their uncertain dates fall so")
        )
        self.contested = QCheckBox(self.tr("Documents disagree"))
        self.certainly.clicked.connect(
            lambda on: self._change(replace(self._filter, certainly=on), self.tr("Certainty"))
        )
        self.contested.clicked.connect(
            lambda on: self._change(replace(self._filter, contested=on), self.tr("Disagreement"))
        )
        block = QVBoxLayout()
        block.setSpacing(6)
        for widget in (heading, self.period, self.certainly, self.contested):
            block.addWidget(widget)
        self._layout.addLayout(block)

    def _add_facet(self, facet: str, theme: Theme, toggle: Callable[[str], None]) -> FacetList:
        made = FacetList(facet_word(facet), theme, folded=facet in FOLDED)
        made.toggled.connect(toggle)
        if self._sparks is not None:
            made.model.years = self._sparks.years
        self._layout.addWidget(made)
        return made

    def _add_actors(self, theme: Theme) -> None:
        self.any_actor = QRadioButton(self.tr("any of"))
        self.all_actors = QRadioButton(self.tr("all of"))
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.any_actor, self.all_actors):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.actors = self._add_facet("actor", theme, self._toggle_actor)
        row.setContentsMargins(0, 0, 0, 0)
        self.actors.add_extra(row)
        self.all_actors.clicked.connect(lambda: self._set_all_actors(True))
        self.any_actor.clicked.connect(lambda: self._set_all_actors(False))

    # What a person does makes a new view.

    @property
    def _filter(self) -> Filter:
        return self._store.state.filter

    def _change(self, wanted: Filter, name: str) -> None:
        self._store.change(replace(self._store.state, filter=wanted), name)

    def _set_period(self, start: str | None, end: str | None) -> None:
        self._change(replace(self._filter, start=start, end=end), self.tr("Period"))

    def _set_all_actors(self, wanted: bool) -> None:
        self._change(replace(self._filter, all_actors=wanted), self.tr("Any or all actors"))

    def _toggle_actor(self, actor: str) -> None:
        now = self._filter.actors
        kept = tuple(entry for entry in now if actor not in entry)
        wanted = kept if len(kept) < len(now) else (*now, (actor,))
        self._change(replace(self._filter, actors=wanted), self.tr("Filter by actor"))

    def _toggle_group(self, group_id: str) -> None:
        group = next(one for one in KIND_GROUPS if one.id == group_id)
        present = set(self._columns.facets["kind"].ids)
        kinds = tuple(kind for kind in group.kinds if kind in present)
        now = self._filter.kinds
        whole = set(kinds) <= set(now)
        kept = tuple(kind for kind in now if kind not in kinds)
        self._change(
            replace(self._filter, kinds=kept if whole else (*kept, *kinds)),
            self.tr("Filter by kind"),
        )

    def _toggler(self, field: str) -> Callable[[str], None]:
        def toggle(choice: str) -> None:
            now: tuple[str, ...] = getattr(self._filter, field)
            wanted = tuple(one for one in now if one != choice) if choice in now else (*now, choice)
            changed: dict[str, Any] = {field: wanted}
            self._change(replace(self._filter, **changed), self.tr("Filter"))

        return toggle

    # A new view sets the marks.

    def _on_change(self, change: Change) -> None:
        if change.filter_changed:
            self._mark()
            self.later.plan(self._counting())

    def show_state(self) -> None:
        """Show the filter and the counts as they are now, at once."""
        self.later.cancel()
        self._mark()
        for _ in self._counting():
            pass

    def _mark(self) -> None:
        """Show what the filter asks: the marks, not yet what each choice would leave."""
        wanted = self._filter
        self.period.show_period(wanted.start, wanted.end)
        self.certainly.setChecked(wanted.certainly)
        self.contested.setChecked(wanted.contested)
        (self.all_actors if wanted.all_actors else self.any_actor).setChecked(True)
        for name, facet in self.facets.items():
            facet.mark(self._chosen(name))

    def _counting(self) -> Iterator[None]:
        """Show what each choice would leave, a facet a step; folded ones are counted if opened."""
        for facet in self.facets.values():
            facet.outdated = True
        for name, facet in self.facets.items():
            if not facet.folded or self._chosen(name):
                self._count(name)
                yield

    def _count(self, name: str) -> None:
        """Show what each choice of a facet would leave, if that is not shown yet."""
        facet = self.facets[name]
        if facet.outdated:
            facet.outdated = False
            choices = self._kind_choices() if name == "kind" else self._choices(name)
            facet.show_choices(choices)

    def _chosen(self, name: str) -> set[str]:
        """The choices of a facet that the filter names; of kinds, their groups."""
        wanted = self._filter
        if name == "kind":
            of_kinds = set(wanted.kinds)
            return {group.id for group in KIND_GROUPS if of_kinds & set(group.kinds)}
        if name == "actor":
            return {actor for entry in wanted.actors for actor in entry}
        return set(getattr(wanted, f"{name}s"))

    def _choices(self, facet: str) -> tuple[Choice, ...]:
        ids = self._columns.facets[facet].ids
        counts = self._store.selection.counts[facet]
        names = self._names.get(facet, {})
        used, chosen = self._used[facet], self._chosen(facet)
        heights = self._heights(facet)
        return tuple(
            Choice(
                id=one,
                name=theme_word(one) if facet == "theme" else names.get(one, one),
                count=int(count),
                chosen=one in chosen,
                heights=None if heights is None else heights[code],
            )
            for code, (one, count) in enumerate(zip(ids, counts, strict=True))
            if code in used
        )

    def _heights(self, facet: str) -> Heights | None:
        """How the events of each choice fall over time, where that is wanted."""
        if self._sparks is None:
            return None
        return self._sparks.of(facet, self._filter, self._store.selection)

    def _kind_choices(self) -> tuple[Choice, ...]:
        ids = self._columns.facets["kind"].ids
        counts = dict(zip(ids, self._store.selection.counts["kind"], strict=True))
        chosen = set(self._filter.kinds)
        heights = self._heights("kind")
        by_kind = {} if heights is None else dict(zip(ids, heights, strict=True))
        return tuple(
            _group_choice(group, counts, chosen, by_kind)
            for group in KIND_GROUPS
            if any(kind in counts for kind in group.kinds)
        )


def _group_choice(
    group: KindGroup, counts: Mapping[str, int], chosen: set[str], heights: Mapping[str, Heights]
) -> Choice:
    """A group of kinds as one choice; chosen when one of its kinds is."""
    own = [heights[kind] for kind in group.kinds if kind in heights]
    return Choice(
        id=group.id,
        name=group_word(group.id),
        count=sum(int(counts.get(kind, 0)) for kind in group.kinds),
        chosen=any(kind in chosen for kind in group.kinds),
        shape=group.shape,
        colour=group.colour,
        heights=np.sum(own, axis=0) if own else None,
    )
