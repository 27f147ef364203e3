"""`lobgids compare`: lays two conversations about a school beside each other, of decanen or of one and a group."""

import sys
from pathlib import Path

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options


def compare_command(context: CommandContext) -> click.Command:
    """Build the command, which only reads."""
    _ = context.language.gettext

    @click.command("compare", help=_("Leg twee gesprekken over een school naast elkaar."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @file_argument("one", _("BESTAND"))
    @file_argument("other", _("ANDER"))
    @shared_options(context)
    def compare(one: Path, other: Path) -> None:
        _compare(context, (one, other))

    return compare


def _compare(context: CommandContext, paths: tuple[Path, Path]) -> None:
    """Show the comparison, in the language of the first. Raises `DocumentError` or `click.ClickException`."""
    from lobgids.lines.comparison import comparison, refusal
    from lobgids.lines.plain import write
    from lobgids.storage.reading import read

    contents = read(paths[0]), read(paths[1])
    if reason := refusal(paths, contents, context.language):
        raise click.ClickException(reason)
    write(sys.stdout, comparison(paths, contents, context.content_in(), context.asked))
