"""`lobgids share` and `lobgids erase`: makes a copy for others, and removes a document for good."""

import sys
from pathlib import Path

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options
from lobgids.cli.talk import YES


def share_command(context: CommandContext) -> click.Command:
    """Build the command that copies what was not taken back."""
    _ = context.language.gettext

    @click.command("share", help=_("Maak een kopie om te delen."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @file_argument("out", _("KOPIE"))
    @click.option("--without-words", is_flag=True, help=_("Zonder notities, citaten, eigen teksten en schoolnaam."))
    @shared_options(context)
    def share(file: Path, out: Path, *, without_words: bool) -> None:
        from lobgids.session import sharing

        sharing.share(file, out, context.content_in(), without_words=without_words)
        click.echo(sharing.shared_in_words(out, context.language, without_words=without_words))

    return share


def erase_command(context: CommandContext) -> click.Command:
    """Build the command that removes a document, or what was taken back in it."""
    _ = context.language.gettext

    @click.command("erase", help=_("Wis een gesprek voorgoed."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option("--taken-back", is_flag=True, help=_("Wis alleen wat je teruggenomen hebt."))
    @click.option("--yes", is_flag=True, help=_("Vraag niet of het echt mag."))
    @shared_options(context)
    def erase(file: Path, *, taken_back: bool, yes: bool) -> None:
        from lobgids.session import erasing
        from lobgids.storage.erasing import erase as erase_document

        _check(file, taken_back=taken_back)
        if not yes and not _agrees(context, erasing.question(file, str(file), context.language, taken_back=taken_back)):
            click.echo(_("Er is niets gewist."))
            return
        erased = erasing.erase_taken_back(file) if taken_back else erase_document(file)
        click.echo(erasing.erased_in_words(erased, context.language, taken_back=taken_back))

    return erase


def _agrees(context: CommandContext, question: str) -> bool:
    """Ask in plain words, and return whether it may be removed."""
    from lobgids.lines.plain import write

    write(sys.stdout, [question, context.language.gettext("Mag dat? Typ ja of nee.")])
    try:
        return sys.stdin.readline().strip(" .\r\n").casefold() in YES
    except KeyboardInterrupt:
        return False


def _check(file: Path, *, taken_back: bool) -> None:
    """Refuse before anything is asked. Raises `DocumentError`.

    A document of a newer lobgids can be removed but not rewritten.
    """
    from lobgids.storage.errors import DocumentError
    from lobgids.storage.folders import is_there
    from lobgids.storage.reading import read

    if not is_there(file):
        raise DocumentError("missing", file)
    try:
        read(file)
    except DocumentError as error:
        if error.reason != "newer" or taken_back:
            raise
