"""`lobgids notes`: what the facilitator of a workshop may know, in a terminal of their own."""

import sys
import time
from pathlib import Path

import click

from lobgids.commands.setting import Setting, file_argument, shared_options

LOOKS = 0.4
"""Seconds between two looks at the document."""


def notes_command(setting: Setting) -> click.Command:
    """The notes, live in a terminal and once elsewhere."""
    _ = setting.language.gettext

    @click.command("notes", help=_("Toon notities bij een gesprek met een groep."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @file_argument("file", _("BESTAND"))
    @shared_options(setting)
    def command(file: Path) -> None:
        _show(setting, file)
        if sys.stdout.isatty():
            _follow(setting, file)

    return command


def _show(setting: Setting, file: Path) -> None:
    from lobgids.notes import notes
    from lobgids.plain import write

    lines = notes(file, setting.tongues(), setting.asked)
    if lines is None:
        refusal = setting.language.gettext("Notities zijn er alleen bij een gesprek met een groep.")
        raise click.ClickException(refusal)
    if sys.stdout.isatty():
        click.clear()
    write(sys.stdout, lines)


def _follow(setting: Setting, file: Path) -> None:
    """Show them anew whenever the group goes on, until Ctrl+C."""
    from lobgids.notes import follow
    from lobgids.storage.errors import DocumentError

    try:
        follow(file, lambda: _show(setting, file), lambda: time.sleep(LOOKS))
    except KeyboardInterrupt:
        click.echo()
    except FileNotFoundError as error:
        raise DocumentError("missing", file) from error
