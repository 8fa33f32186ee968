"""The verbs `check`, `build` and `view`: whole files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from azkz_desktop.app.cli_ground import CouldNotError, Ground, emit, pass_ground, say
from azkz_desktop.dataset import check as checker
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
    path = database or ground.database
    report = checker.check(path)
    if as_json:
        told = {"ok": report.ok, "verified": report.verified, "problems": list(report.problems)}
        emit(to_json(told))
    else:
        emit(f"{path}: {_verdict(report)}\n" + "".join(f"  {one}\n" for one in report.problems))
    if not report.ok:
        raise CouldNotError(_what_is_wrong(path, report))


def _verdict(report: checker.Report) -> str:
    if not report.ok:
        return translate("Command", "not in order")
    if report.verified:
        return translate("Command", "whole, consistent, and the file that the program comes with")
    return translate("Command", "whole and consistent; unverified: not the bundled file")


def _what_is_wrong(path: Path, report: checker.Report) -> str:
    """The problem, where it is only one; else how many."""
    if len(report.problems) == 1:
        return report.problems[0]
    return translate("Command", "{path} has %n problems.", len(report.problems)).format(path=path)


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
