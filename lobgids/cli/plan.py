"""`lobgids plan`: the plan of a conversation to take along, for Excel, a calendar or a mail."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options
from lobgids.cli.report import chosen_words, write_out
from lobgids.i18n import N_, Language
from lobgids.storage.names import PLAN_FORMS, PlanForm

if TYPE_CHECKING:
    from lobgids.dialogue.view import View


def plan_command(context: CommandContext) -> click.Command:
    """Build the command that makes a file of the plan."""
    _ = context.language.gettext

    @click.command("plan", help=_("Neem het plan mee: naar Excel, je agenda of een mail."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @file_argument("file", _("BESTAND"))
    @click.option("--as", "form", type=click.Choice(PLAN_FORMS), default="xlsx", show_default=True,
                  help=_("Voor Excel (xlsx) of je agenda (ics), voor jezelf: alles, ook je eigen woorden. Of als tekst "
                         "voor een mail aan collega's (txt)."))  # fmt: skip
    @click.option("-o", "--out", metavar=_("BESTAND"), help=_("Waar het plan komt; - is de standaarduitvoer."))
    @click.option("--choose", is_flag=True, help=_("Kies een voor een welke eigen woorden in de mail mogen."))
    @click.option("--force", is_flag=True, help=_("Vervang het bestand als het er al is."))
    @shared_options(context)
    def plan(file: Path, *, form: PlanForm, out: str | None, choose: bool, force: bool) -> None:
        from lobgids.report.files import held_on
        from lobgids.report.plan_files.making import left_out_in_words, plan_file, words_for_mail
        from lobgids.session.review import reviewed
        from lobgids.storage.names import plan_file_of
        from lobgids.storage.reading import read

        contents = read(file)
        view = reviewed(contents, context.content_in(), context.asked).view
        _refuse(view, form, context.language, choose=choose)
        chosen = chosen_words(words_for_mail(view), context.language) if choose else frozenset()
        content = plan_file(view, held_on(contents.header, contents.events), form, chosen)
        told = N_("Je plan staat in {path}.")
        write_out(content, out, plan_file_of(file, form), context.language, force=force, told=told)
        if left_out := left_out_in_words(view, form, context.language):
            click.echo(left_out, err=True)

    return plan


def _refuse(view: "View", form: PlanForm, language: Language, *, choose: bool) -> None:
    """Raise `ClickException` if there is no such file of this plan, or nothing to choose for it."""
    from lobgids.report.plan_files.making import plan_forms

    _, forms = language.gettext, plan_forms(view)
    if not forms:
        raise click.ClickException(_("In dit gesprek is geen plan gemaakt. Er is dus niets om mee te nemen."))
    if form not in forms:
        raise click.ClickException(_("In het plan staat nog geen dag. Er is dus nog niets voor je agenda."))
    if choose and form != "txt":
        raise click.ClickException(_("Eigen woorden kiezen hoort bij de mail: geef ook --as txt."))
