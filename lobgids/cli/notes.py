"""`lobgids notes`: shows the facilitator's notes at a workshop, in a terminal of their own."""

import sys
import time
from pathlib import Path

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options

LOOKS = 0.4
"""Seconds between two looks at the document."""


def notes_command(context: CommandContext) -> click.Command:
    """Build the command, which shows the notes live in a terminal and once elsewhere."""
    _ = context.language.gettext

    @click.command("notes", help=_("Toon notities bij een gesprek met een groep."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @file_argument("file", _("BESTAND"))
    @shared_options(context)
    def command(file: Path) -> None:
        _show(context, file)
        if sys.stdout.isatty():
            _follow(context, file)

    return command


def _show(context: CommandContext, file: Path) -> None:
    from lobgids.lines.notes import notes
    from lobgids.lines.plain import write

    lines = notes(file, context.content_in(), context.asked)
    if lines is None:
        refusal = context.language.gettext("Notities zijn er alleen bij een gesprek met een groep.")
        raise click.ClickException(refusal)
    if sys.stdout.isatty():
        click.clear()
    write(sys.stdout, lines)


def _follow(context: CommandContext, file: Path) -> None:
    """Show the notes again whenever the group goes on, until Ctrl+C. Raises `DocumentError`."""
    from lobgids.lines.notes import follow
    from lobgids.storage.errors import DocumentError

    try:
        follow(file, lambda: _show(context, file), lambda: time.sleep(LOOKS))
    except KeyboardInterrupt:
        click.echo()
    except FileNotFoundError as error:
        raise DocumentError("missing", file) from error
