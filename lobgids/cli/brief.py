"""`lobgids brief`: writes the agreements of a decaan's conversation to a file for new mentors."""

import sys
from pathlib import Path

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options


def brief_command(context: CommandContext) -> click.Command:
    """Build the command."""
    _ = context.language.gettext

    @click.command("brief", help=_("Maak een bestand met afspraken voor nieuwe mentoren."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @file_argument("file", _("BESTAND"))
    @file_argument("out", _("AFSPRAKEN"))
    @click.option("--force", is_flag=True, help=_("Vervang het bestand als het er al is."))
    @shared_options(context)
    def brief(file: Path, out: Path, *, force: bool) -> None:
        _make(context, file, out, force=force)

    return brief


def _make(context: CommandContext, file: Path, out: Path, *, force: bool) -> None:
    """Write the brief, and show all that it holds."""
    from lobgids.lines.plain import write
    from lobgids.report.editions import editions_of
    from lobgids.session.agreements import agreements
    from lobgids.session.invocation import invocation
    from lobgids.session.review import reviewed
    from lobgids.storage.errors import DocumentError
    from lobgids.storage.reading import read
    from lobgids.storage.writing import write_file
    from lobgids.text import clean

    _ = context.language.gettext
    contents = read(file)
    if not editions_of(contents.header.track).has_agreements:
        raise click.ClickException(_("De afspraken komen uit een gesprek van een decaan, en dit is een ander gesprek."))
    view = reviewed(contents, context.content_in(), context.asked).view
    made = agreements(view)
    try:
        write_file(out, made.content, replace=force)
    except DocumentError as error:
        if error.reason != "exists":
            raise
        refusal = _("Het bestand {path} is er al. Geef --force om het te vervangen, of een andere naam.")
        raise click.ClickException(refusal.format(path=clean(str(out)))) from error
    write(sys.stdout, [
        _("De afspraken staan in {path}. Dit staat erin, en verder niets:").format(path=clean(str(out))),
        *(f"- {line}" for line in made.lines),
        _("Een mentor begint ermee met:"),
    ])  # fmt: skip
    click.echo(invocation("talk", "--brief", out))
