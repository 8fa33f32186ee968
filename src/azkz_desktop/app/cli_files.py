"""The verbs `check`, `build` and `view`: whole files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from azkz_desktop.app.cli_ground import COULD_NOT, Ground, emit, pass_ground, say
from azkz_desktop.dataset.bundled import source_path
from azkz_desktop.export.data import to_json
from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.translation import translate
from azkz_desktop.view.codec import to_json as view_to_json

ANY_PATH = click.Path(path_type=Path)


@click.command(epilog="Example:  azkz-desktop check")
@click.argument("database", metavar="[DB]", required=False, type=ANY_PATH)
@click.option("--json", "as_json", is_flag=True, help="As {“ok”, “verified”, “problems”}.")
@pass_ground
def check(ground: Ground, database: Path | None, as_json: bool) -> None:
    """Whether a database is whole, ours, and consistent."""
    from azkz_desktop.dataset.check import check_database

    found = check_database(database or ground.database)
    report = {"ok": found.ok, "verified": found.verified, "problems": list(found.problems)}
    if as_json:
        emit(to_json(report))
    elif found.ok:
        verdict = (
            translate("Command", "whole, consistent, and the one that the program comes with")
            if found.verified
            else translate("Command", "whole and consistent; unverified: not the bundled file")
        )
        emit(f"{database or ground.database}: {verdict}\n")
    else:
        emit("".join(f"{problem}\n" for problem in found.problems))
    if not found.ok:
        raise click.exceptions.Exit(COULD_NOT)


@click.command(epilog="Example:  azkz-desktop build data/source build/azkz.db")
@click.argument("source", metavar="[SOURCE]", required=False, type=ANY_PATH)
@click.argument("database", metavar="[DB]", required=False, type=ANY_PATH)
@pass_ground
def build(ground: Ground, source: Path | None, database: Path | None) -> None:
    """Compile data/source into a database; needs the extra `build`."""
    from azkz_desktop.dataset import compile as compiler

    target = database or ground.database
    with _progress(target):
        report = compiler.build(source or source_path(), target)
    for warning in report.warnings:
        say(warning)


@contextmanager
def _progress(target: Path) -> Iterator[None]:
    """Say on a terminal what is being made, and when it is done; nothing in a pipe."""
    shown = sys.stderr.isatty()
    if shown:
        click.echo(translate("Command", "Compiling %s …") % target, err=True)
    yield
    if shown:
        click.echo(translate("Command", "%s is written.") % target, err=True)


@click.command(epilog="Example:  azkz-desktop view timeline.svg")
@click.argument("file", type=ANY_PATH)
def view(file: Path) -> None:
    """Print the view inside a snapshot or a saved view, as JSON."""
    written = read_snapshot(file)
    emit(view_to_json(written.state, written.about, indent=2) + "\n")
