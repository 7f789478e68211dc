"""The command line, by click: names, options, help. What a command does is in `reader.command`.

Textual is imported inside the one function that opens the app; `--help` and `--version` import neither it nor the
analysis.
"""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from reader.command.outcome import failure, outcome
from reader.command.settings import Settings
from reader.command.words import with_command
from reader.state import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")
INPUTS = "read the file as FORMAT, whatever it looks like"


def shared(command: F) -> F:
    """Add the global options, which hold before and after a command's name."""
    for option in (
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour or none."
        ),
        click.option("--config", metavar="FILE", help="The settings file (TOML)."),
        click.option("--store", metavar="FILE", help="The TinyDB file that holds the annotations."),
    ):
        command = option(command)
    return command


class _Query(click.Command):
    """A command whose words can be negated: "-ferry" is a word of the query and no bundle of options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the words with a minus behind all options."""
        end = args.index("--") if "--" in args else len(args)
        negated = [word for word in args[:end] if len(word) > 2 and word[0] == "-" != word[1]]
        rest = [word for word in args[:end] if word not in negated]
        return super().parse_args(ctx, [*rest, "--", *negated, *args[end + 1 :]])


def _format(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """The name of an input format, checked once and before any file is."""
    if name is not None:
        from reader.document.formats.registry import by_name

        by_name(name, name)
    return name


def _theme(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """The name of a theme; Textual, which has most of them, is imported only where one is named."""
    if name is not None:
        from reader.ui.theme import theme_names

        if name not in theme_names():
            raise click.BadParameter(f"there is no theme {name!r}; there are {', '.join(theme_names())}")
    return name


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command: read. 'pullquote COMMAND --help' tells a command's options. Every command takes"
    " --store FILE, --config FILE and --color auto|always|never, before or after its name.",
)
@click.version_option(None, "--version", package_name="pullquote", message="pullquote %(version)s")
def cli() -> None:
    """Read saved news articles, see who said what, annotate them, take the notes away."""


@cli.command()
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|URL|-]...")
@click.option("--from", "from_", metavar="FORMAT", callback=_format, help=INPUTS.capitalize() + ".")
@click.option("--theme", metavar="NAME", callback=_theme, help="A theme's name, for this time.")
@click.option(
    "--width", type=click.IntRange(*MEASURES), metavar="N", help="The measure in cells, for this time."
)
@click.option("--at", type=click.IntRange(0), metavar="OFFSET", help="Open at a code point offset.")
@click.option("--quote", metavar="TEXT", help="Open at these words.")
@shared
def read(files: tuple[str, ...], store: str | None, config: str | None, color: str, **options: Any) -> int:
    """Open articles (the default command).

    One file opens in the reading pane, several with a list to switch between; a folder, or nothing at all, opens the
    desk. Output that is no terminal gets the article as text.
    """
    from reader.command.read import Wish, read

    return read(files, Wish(**options), _settings(store, config, color))


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option(
    "--format", type=click.Choice(["table", "json", "jsonl", "csv"]), default="table", show_default=True
)
@click.option("--from", "from_", metavar="FORMAT", callback=_format, help=INPUTS.capitalize() + ".")
@click.option(
    "--text", "with_text", is_flag=True, help="Add the words to each block, statement and quotation."
)
@click.option("--corrected", is_flag=True, help="Apply the corrections that you made in the app.")
@click.option("-o", "out", metavar="FILE", help="Write to a file, whole or not at all.")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Processes to work in.")
@click.option("--resume", is_flag=True, help="Go on where an earlier run to FILE broke off (JSON Lines).")
@shared
def analyze(files: tuple[str, ...], store: str | None, config: str | None, color: str, **options: Any) -> int:
    """Say who said what: statements, speakers and blocks of FILEs."""
    from reader.command.analyze import Wish, analyze

    return analyze(files, Wish(**options), _settings(store, config, color))


@cli.command(cls=_Query)
@click.argument("query", nargs=-1, metavar="[QUERY...]")
@click.option("--article", metavar="FILE", help="Only this article's, brought to where they stand in it now.")
@click.option("--format", type=click.Choice(["table", "json", "jsonl"]), default="table", show_default=True)
@shared
def notes(
    query: tuple[str, ...],
    article: str | None,
    format: str,
    store: str | None,
    config: str | None,
    color: str,
) -> int:
    """List annotations of all articles.

    QUERY is words, and terms such as tag:x colour:red speaker:ruiz since:2026-01 before:2026-03 is:orphan is:note
    in:title; a term with - before it must not hold.
    """
    from reader.command.notes import notes

    return notes(query, article, format, _settings(store, config, color))


@cli.command()
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--all", "everything", is_flag=True, help="Every article of the store.")
@click.option(
    "--format",
    metavar="NAME",
    help="markdown, json, jsonl or w3c; without it the configuration's, or else markdown.",
)
@click.option("--template", metavar="FILE", help="Fill a Jinja2 template of your own instead.")
@click.option("--query", default="", help="Only what matches; see 'pullquote notes --help'.")
@click.option(
    "-o", "out", metavar="FILE|DIR", help="Write to a file, or into a folder where there are several."
)
@shared
def export(files: tuple[str, ...], store: str | None, config: str | None, color: str, **options: Any) -> int:
    """Take the notes of FILEs away in another format."""
    from reader.command.export import Wish, export

    return export(files, Wish(**options), _settings(store, config, color))


@cli.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", metavar="NAME", required=True, help="json, jsonl or w3c.")
@click.option("--into", metavar="ARTICLE", help="The article that all of it belongs to.")
@click.option("--dry-run", is_flag=True, help="Say what would be taken, and take nothing.")
@shared
def import_(files: tuple[str, ...], store: str | None, config: str | None, color: str, **options: Any) -> int:
    """Take annotations of other programs in, as one change that can be undone."""
    from reader.command.importing import Wish, import_

    return import_(files, Wish(**options), _settings(store, config, color))


@cli.command()
@click.option("--article", metavar="FILE", help="Only changes to this article's annotations.")
@shared
def undo(article: str | None, store: str | None, config: str | None, color: str) -> int:
    """Take back the last change, an import included, and say what it was."""
    from reader.command.upkeep import undo

    return undo(article, _settings(store, config, color))


@cli.command()
@click.option("--repair", is_flag=True, help="Rebuild it from the newest good copy and the journal.")
@shared
def check(repair: bool, store: str | None, config: str | None, color: str) -> int:
    """Verify the store; say what is wrong."""
    from reader.command.upkeep import check

    return check(repair, _settings(store, config, color))


@cli.command()
@click.option("--restore", metavar="NAME", help="Go back to this copy (undoable).")
@shared
def backups(restore: str | None, store: str | None, config: str | None, color: str) -> int:
    """List the kept copies of the store, or go back to one."""
    from reader.command.upkeep import backups

    return backups(restore, _settings(store, config, color))


@cli.command()
@click.option("--before", metavar="DATE", help="Only what was deleted before this day.")
@click.option("--dry-run", is_flag=True, help="Say what would go, and keep it.")
@shared
def purge(before: str | None, dry_run: bool, store: str | None, config: str | None, color: str) -> int:
    """Drop tombstones, old journal segments and texts that no note needs."""
    from reader.command.upkeep import purge

    return purge(before, dry_run, _settings(store, config, color))


@cli.command()
@click.option("--path", is_flag=True, help="Print where the settings file is.")
@click.option("--defaults", is_flag=True, help="Print a settings file with every default.")
@click.option("--check", "check_only", is_flag=True, help="Say what is wrong with it.")
@shared
def config(
    path: bool, defaults: bool, check_only: bool, store: str | None, config: str | None, color: str
) -> int:
    """Say where the settings are, what they are by default, and what is wrong."""
    from reader.command.upkeep import config as show

    return show(path, defaults, _settings(store, config, color))


def _settings(store: str | None, config: str | None, color: str) -> Settings:
    settings = Settings(store, config, color)
    settings.apply_color()
    return settings


def run(words: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 done, 1 the work failed, 2 the call was wrong."""
    words = with_command(sys.argv[1:] if words is None else words)
    if words[:1] != ["read"] and hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(_status(words))


def _status(words: list[str]) -> int:
    """The exit status of a command line; what went wrong is said in one sentence, never as a traceback."""

    def work() -> int:
        try:
            return int(cli.main(args=words, prog_name="pullquote", standalone_mode=False) or 0)
        except click.ClickException as error:
            return failure(error.format_message(), error.exit_code)
        except click.Abort as error:
            # What click makes of ctrl+c, and of the end that the system sends.
            raise error.__cause__ or KeyboardInterrupt from None
        except SystemExit:
            # As click ends in a closed pipe, with a failure's status.
            raise BrokenPipeError from None

    return outcome(work)
