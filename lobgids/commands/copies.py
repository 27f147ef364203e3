"""`lobgids share` and `lobgids erase`: a copy for others, and removing for good."""

import sys
from pathlib import Path

import click

from lobgids.commands.setting import Setting, file_argument, shared_options
from lobgids.commands.talk import YES


def share_command(setting: Setting) -> click.Command:
    """A copy of what stands."""
    _ = setting.language.gettext

    @click.command("share", help=_("Maak een kopie om te delen."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @file_argument("out", _("KOPIE"))
    @click.option("--without-words", is_flag=True, help=_("Zonder notities, citaten, eigen teksten en schoolnaam."))
    @shared_options(setting)
    def share(file: Path, out: Path, *, without_words: bool) -> None:
        from lobgids import sharing

        sharing.share(file, out, setting.tongues(), without_words=without_words)
        click.echo(sharing.told(out, setting.language, without_words=without_words))

    return share


def erase_command(setting: Setting) -> click.Command:
    """Removing a document, or what was taken back in it."""
    _ = setting.language.gettext

    @click.command("erase", help=_("Wis een gesprek voorgoed."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option("--taken-back", is_flag=True, help=_("Wis alleen wat je teruggenomen hebt."))
    @click.option("--yes", is_flag=True, help=_("Vraag niet of het echt mag."))
    @shared_options(setting)
    def erase(file: Path, *, taken_back: bool, yes: bool) -> None:
        _check(file, taken_back=taken_back)
        if not yes and not _agrees(setting, file, taken_back=taken_back):
            click.echo(_("Er is niets gewist."))
            return
        _erase(file, taken_back=taken_back)
        click.echo(_("Wat je teruggenomen had, is gewist.") if taken_back else _("Het gesprek is gewist."))

    return erase


def _agrees(setting: Setting, file: Path, *, taken_back: bool) -> bool:
    """Ask in plain words whether it may be removed."""
    from lobgids.plain import write

    _ = setting.language.gettext
    if taken_back:
        question = _(
            "Ik wis wat je in {path} teruggenomen hebt. Je antwoorden die er staan, blijven. Dit kan niet terug."
        )
    else:
        question = _("Ik wis het gesprek {path}, met alles wat je erin verteld hebt. Dit kan niet terug.")
    write(sys.stdout, [question.format(path=file), _("Mag dat? Typ ja of nee.")])
    try:
        return sys.stdin.readline().strip(" .\r\n").casefold() in YES
    except KeyboardInterrupt:
        return False


def _check(file: Path, *, taken_back: bool) -> None:
    """Refuse before anything is asked; a document of a newer lobgids can be removed, not rewritten."""
    from lobgids.document import DocumentError, read

    try:
        read(file)
    except DocumentError as error:
        if error.reason != "newer" or taken_back:
            raise


def _erase(file: Path, *, taken_back: bool) -> None:
    from lobgids.dialogue.state import standing_events
    from lobgids.document import erase, read, write_copy

    if not taken_back:
        erase(file)
        return
    contents = read(file)
    copy = file.with_name(f"{file.name}.standing")
    copy.unlink(missing_ok=True)  # left by an erasing that was broken off; the document itself is still there
    write_copy(copy, contents.header, standing_events(contents.events))
    try:
        erase(file)
    except BaseException:
        copy.unlink()
        raise
    copy.rename(file)
