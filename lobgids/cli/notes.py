"""`lobgids notes`: shows the facilitator's notes at a workshop, in a terminal of their own."""

import shutil
import sys
import time
from contextlib import suppress
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
    @file_argument("file", _("BESTAND"), required=False)
    @shared_options(context)
    def command(file: Path | None) -> None:
        found = file or _newest(context)
        _show(context, found)
        if sys.stdout.isatty():
            _follow(context, found)

    return command


def _newest(context: CommandContext) -> Path:
    """Return the group's conversation that was changed last."""
    from lobgids.dialogue.tracks import track_of
    from lobgids.storage.errors import DocumentError
    from lobgids.storage.folders import default_folder, documents
    from lobgids.storage.reading import outline

    for path in documents(default_folder()):
        with suppress(DocumentError):
            if track_of(outline(path).header.track).guidance:
                return path
    sentence = context.language.gettext(
        "Er is nog geen gesprek met een groep. Begin er eerst een: lobgids talk --track workshop"
    )
    raise click.ClickException(sentence)


def _show(context: CommandContext, file: Path) -> None:
    from lobgids.lines.notes import fitting, notes
    from lobgids.lines.plain import write

    parts = notes(file, context.content_in(), context.asked)
    if parts is None:
        refusal = context.language.gettext("Notities zijn er alleen bij een gesprek met een groep.")
        raise click.ClickException(refusal)
    if not sys.stdout.isatty():
        write(sys.stdout, [line for part in parts for line in part])
        return
    click.clear()
    size = shutil.get_terminal_size()
    write(sys.stdout, fitting(parts, size.lines, size.columns, context.language))


def _follow(context: CommandContext, file: Path) -> None:
    """Show the notes again whenever the group goes on, until Ctrl+C. Raises `DocumentError`."""
    from lobgids.lines.notes import follow
    from lobgids.storage.errors import DocumentError

    try:
        follow(file, lambda: _show(context, file), lambda: time.sleep(LOOKS), lambda: int(time.time() // 60))
    except KeyboardInterrupt:
        click.echo()
    except FileNotFoundError as error:
        raise DocumentError("missing", file) from error
