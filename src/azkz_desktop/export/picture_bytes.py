"""Puts the view into pictures that other rooms have made (the charts of figures)."""

from collections.abc import Callable

from azkz_desktop.export.embed import embed_in_png, embed_in_svg
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store

Enclose = Callable[[bytes, str], bytes]


def encloser(library: Library, store: Store) -> Enclose:
    """A function from a picture's bytes and ending to its bytes with the view inside."""

    def enclose(data: bytes, ending: str) -> bytes:
        about = {"data_version": library.dataset.metadata().get("data_version", "")}
        json = to_json(store.state, about)
        if ending == ".svg":
            return embed_in_svg(data, json)
        return embed_in_png(data, json) if ending == ".png" else data

    return enclose
