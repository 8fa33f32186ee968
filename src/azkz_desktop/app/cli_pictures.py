"""The verb `snapshot`, and what opens the window: here, and only here, Qt is imported."""

import os
import re
from pathlib import Path
from typing import Any

import click

from azkz_desktop.app.cli_filter import filter_of, filter_options
from azkz_desktop.app.cli_ground import CouldNotError, Ground, MachineLacksError, pass_ground
from azkz_desktop.dates.days import iso
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.translation import translate
from azkz_desktop.view.state import LANES

FORMATS = (".svg", ".pdf", ".png")
WHAT = ("timeline", "map", "view")
SMALLEST, LARGEST = 480, 20_000
"""Pixels of a picture's side."""
SMALLEST_TEXT, LARGEST_TEXT = 90, 200
"""Percent of the normal size of text (`lettering`, which needs Qt)."""
ANY_PATH = click.Path(path_type=Path)


class Size(click.ParamType[tuple[int, int]]):
    """WIDTHxHEIGHT in pixels."""

    name = "size"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """The two numbers; a usage error for what is no size or none that can be painted."""
        if isinstance(value, tuple):
            return value[0], value[1]
        match = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", value, re.ASCII)
        size = (int(match[1]), int(match[2])) if match else (0, 0)
        if not all(SMALLEST <= side <= LARGEST for side in size):
            said = translate(
                "Command", "“%(size)s” is no size such as 1600x900 (%(least)d to %(most)d)."
            )
            self.fail(said % {"size": value, "least": SMALLEST, "most": LARGEST}, param, ctx)
        return size


class TextSize(click.ParamType[int]):
    """A size of text in percent of the normal one, with the sign or without."""

    name = "percent"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a usage error for what is none or too small or too large to be read."""
        match = re.fullmatch(r"(\d{1,3}) ?%?", str(value), re.ASCII)
        percent = int(match[1]) if match else 0
        if not SMALLEST_TEXT <= percent <= LARGEST_TEXT:
            said = translate(
                "Command",
                "“%(typed)s” is no text size such as 130 (percent, %(least)d to %(most)d).",
            )
            limits = {"typed": value, "least": SMALLEST_TEXT, "most": LARGEST_TEXT}
            self.fail(said % limits, param, ctx)
        return percent


def moment_of(typed: str | None) -> str | None:
    """The first day of a typed DATE as an ISO day; raises EdtfError for what is none."""
    return None if typed is None else iso(day_range(typed)[0])


@click.command(epilog="Example:  azkz-desktop snapshot timeline.svg --from 2004 --to 2008")
@click.argument("out", metavar="OUT.svg|.pdf|.png", type=ANY_PATH)
@filter_options
@click.option(
    "--what", type=click.Choice(["timeline", "map", "view"]), default="timeline", show_default=True
)
@click.option("--size", type=Size(), metavar="WxH", default="1600x900", show_default=True)
@click.option("--title", default="", metavar="TEXT", help="The title above the picture.")
@click.option("--moment", metavar="DATE", help="The map as of DATE.")
@click.option("--lanes", type=click.Choice(LANES), default="kind", show_default=True)
@pass_ground
def snapshot(
    ground: Ground, /, out: Path, what: str, size: tuple[int, int], title: str,
    moment: str | None, lanes: str, **words: Any,
) -> None:  # fmt: skip
    """Paint the timeline, the map or the whole view to a file that carries its view inside."""
    if out.suffix.lower() not in FORMATS:
        said = translate("Command", "“%s” must end in .svg, .pdf or .png.")
        raise click.UsageError(said % out)
    day, wanted = moment_of(moment), filter_of(ground, words)
    _offscreen()
    from azkz_desktop.app.shell import application
    from azkz_desktop.export.snapshot import SnapshotError, write_snapshot

    application([])
    try:
        write_snapshot(
            ground.database, out, filter=wanted, what=what, size=size, title=title,
            moment=day, lanes=lanes,
        )  # fmt: skip
    except SnapshotError as error:
        raise CouldNotError(str(error)) from error


def _offscreen() -> None:
    """Let Qt paint without a screen, unless someone chose how."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@click.command("open", hidden=True)
@click.argument("file", required=False, type=ANY_PATH)
@click.option("--screenshot", metavar="OUT.png", type=ANY_PATH,
              help="Paint the whole window to a file instead, and exit.")  # fmt: skip
@click.option("--size", type=Size(), metavar="WxH", default="1440x900", help="The window's size.")
@click.option("--scale", type=click.IntRange(1, 4), metavar="1|2", help="Pixels for each pixel.")
@click.option("--theme", type=click.Choice(["light", "dark"]), help="Colours.")
@click.option("--text-size", type=TextSize(), metavar="PERCENT",
              help="How large letters are, 90 to 200 percent.")  # fmt: skip
@click.option("--view", metavar="FILE", type=ANY_PATH, help="Show this saved view or snapshot.")
@click.option("--select", metavar="ID", help="Choose this event.")
@click.option("--moment", metavar="DATE", help="The map as of DATE.")
@pass_ground
def open_file(
    ground: Ground, file: Path | None, screenshot: Path | None, size: tuple[int, int],
    scale: int | None, theme: str | None, text_size: int | None, view: Path | None,
    select: str | None, moment: str | None,
) -> None:  # fmt: skip
    """Open the window; FILE is a database, a snapshot or a saved view."""
    day = moment_of(moment)
    if screenshot is not None and screenshot.suffix.lower() != ".png":
        raise click.UsageError(translate("Command", "“%s” must end in .png.") % screenshot)
    from azkz_desktop.app.display import NoDisplayError
    from azkz_desktop.app.start import open_window

    try:
        status = open_window(
            ground.database, file=file, screenshot=screenshot, size=size, scale=scale,
            theme=theme, text_size=text_size, view=view, select=select, moment=day,
        )  # fmt: skip
    except NoDisplayError as error:
        raise MachineLacksError(str(error)) from error
    raise click.exceptions.Exit(status)
