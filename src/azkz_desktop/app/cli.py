"""The command line: one program, verbs that work without a screen, and the window without one.

Exit status: 0 done; 1 it could not, with one sentence on standard error; 2 the call's words are
off; 3 the machine lacks something. Never a traceback.
"""

from collections.abc import Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from azkz_desktop import __version__
from azkz_desktop.app.cli_ground import (
    CALL_IS_OFF,
    COULD_NOT,
    DONE,
    PROGRAM,
    Ground,
    faults_told,
    in_utf8,
    is_debugged,
    say,
)
from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.vocabulary import SCHEMA_VERSION
from azkz_desktop.query.errors import nearest
from azkz_desktop.translation import translate

OPEN = "open"
VERBS = {
    "list": "cli_list:list_events",
    "show": "cli_show:show",
    "search": "cli_show:search",
    "snapshot": "cli_pictures:snapshot",
    "view": "cli_files:view",
    "check": "cli_files:check",
    "build": "cli_files:build",
    OPEN: "cli_pictures:open_file",
}
"""Where each verb is. It is imported when it is asked for: the window does not wait for others.

(Who makes a bundle of the program names these modules: nothing imports them by name.)
"""
INTERRUPTED = 130


class Program(click.Group):
    """A group whose verb may be left out: then the window opens."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all verbs."""
        del ctx
        return sorted(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, None where there is none."""
        del ctx
        return verb(cmd_name) if cmd_name in VERBS else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the hidden verb `open` where no other verb stands."""
        return super().parse_args(ctx, with_verb(args, set(VERBS) - {OPEN}))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options of the window, then the verbs."""
        super().format_options(ctx, formatter)
        records = [param.get_help_record(ctx) for param in verb(OPEN).params]
        with formatter.section(translate("Command", "Options of the window")):
            formatter.write_dl([record for record in records if record is not None])


def verb(name: str) -> click.Command:
    """The verb of that name."""
    module, _, command = VERBS[name].partition(":")
    return cast(click.Command, getattr(import_module(f"azkz_desktop.app.{module}"), command))


def with_verb(args: list[str], verbs: Collection[str]) -> list[str]:
    """*args* with `open` put in where no verb follows the options of the program itself.

    Raises UsageError for a word that is neither a verb nor a file but looks like a verb.
    """
    at = 0
    while at < len(args) and args[at].startswith("--db"):
        at += 1 if "=" in args[at] else 2
    rest = args[at:]
    if rest and (rest[0] in verbs or rest[0] in ("--help", "--version")):
        return args
    if rest and rest[0].isalpha() and not Path(rest[0]).exists():
        _refuse_word(rest[0], verbs)
    return [*args[:at], OPEN, *rest]


def _refuse_word(word: str, verbs: Collection[str]) -> None:
    said = translate("Command", "There is neither a verb nor a file “%s”") % word
    close = nearest(word, verbs, 1)
    hint = translate("Command", "; did you mean “%s”?") % close[0] if close else "."
    raise click.UsageError(said + hint)


def _print_version(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from azkz_desktop.dataset.read import Dataset

    try:
        with Dataset(database_path()) as dataset:
            data = dataset.metadata().get("data_version", "?")
    except DatasetError as error:
        data = str(error)
    click.echo(f"{PROGRAM} {__version__}\nschema {SCHEMA_VERSION}\ndata {data}")
    ctx.exit()


@click.command(
    cls=Program,
    subcommand_metavar="[FILE | VERB …]",
    epilog="Example:  azkz-desktop list --actor Nazarbayev --format csv --output visits.csv",
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
)
@click.option("--db", metavar="FILE", type=click.Path(path_type=Path),
              help="Work on this database instead of the bundled one.")  # fmt: skip
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
              help="Versions of the program, the schema and the bundled data.")  # fmt: skip
@click.pass_context
def program(ctx: click.Context, db: Path | None) -> None:
    """AzKz Explorer: the relations of Azerbaijan and Kazakhstan on a timeline and a map.

    Without a verb it opens the window; FILE is then a database, a snapshot or a saved view.
    """
    ctx.obj = Ground.on(db)


def main(args: Sequence[str] | None = None) -> int:
    """Run the program with *args* (those of the process by default); the exit status."""
    in_utf8()
    try:
        with faults_told():
            program.main(
                None if args is None else list(args), prog_name=PROGRAM, standalone_mode=False
            )
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        return _told(error)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - a fault of ours is still told in one sentence
        return _fault(fault)
    return DONE


def _told(error: click.ClickException) -> int:
    """Say what was wrong; where it was the call's words, also where to read how it goes."""
    say(error.format_message())
    if error.exit_code == CALL_IS_OFF and isinstance(error, click.UsageError) and error.ctx:
        path = error.ctx.command_path.removesuffix(f" {OPEN}")
        click.echo(translate("Command", "“%s --help” shows how it goes.") % path, err=True)
    return error.exit_code


def _fault(fault: Exception) -> int:
    if is_debugged():
        raise fault
    said = translate("Command", "A fault of the program (%(kind)s: %(text)s); please report it.")
    say(said % {"kind": type(fault).__name__, "text": str(fault).partition("\n")[0]})
    return COULD_NOT
