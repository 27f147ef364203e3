"""`lobgids report` and `lobgids form`: make a report of a conversation, or the questions on paper, as a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options
from lobgids.cli.talk import YES
from lobgids.i18n import N_, Language
from lobgids.regular import read_bytes
from lobgids.storage.names import FORMATS, Format

if TYPE_CHECKING:
    from lobgids.log.events import Contents
    from lobgids.report.blocks import Report
    from lobgids.report.editions import Edition, Readers, TrackEditions
    from lobgids.report.own_words import OwnWords

# Written here, as the report room is only imported when a report is asked for; a test compares both.
READERS = (
    "me", "leadership", "talk", "group",
    "questions", "students", "roles", "guide", "year", "parents", "card", "subject",
    "reference",
)  # fmt: skip
STANDARD_OUTPUT = "-"
LARGEST_TEMPLATE = 1 << 27
"""Bytes: what lies beyond is not read, and a file that is cut off is no Word file."""


def report_command(context: CommandContext) -> click.Command:
    """Build the command that makes a report of a conversation."""
    _ = context.language.gettext

    @click.command("report", help=_("Maak een verslag van een gesprek."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option(
        "--as", "form", type=click.Choice(FORMATS), default="pdf", show_default=True, help=_("In welke vorm.")
    )
    @click.option("-o", "--out", metavar=_("BESTAND"), help=_("Waar het verslag komt; - is de standaarduitvoer."))
    @click.option(
        "--for", "for_whom", type=click.Choice(READERS),
        help=_("Voor wie: voor jezelf, de schoolleiding, het gesprek daarover, een groep, of om uit te delen."),
    )  # fmt: skip
    @click.option("--parts", metavar=_("DELEN"), help=_("Alleen deze delen, met komma's ertussen."))
    @click.option("--choose", is_flag=True, help=_("Kies een voor een welke eigen woorden anderen mogen lezen."))
    @click.option("--template", metavar=_("BESTAND"), help=_("Een Word-bestand met de stijl van jullie school."))
    @click.option("--force", is_flag=True, help=_("Vervang het bestand als het er al is."))
    @shared_options(context)
    def report(  # noqa: PLR0913  # the options of a command
        file: Path, *, form: Format, out: str | None, for_whom: "Readers | None", parts: str | None,
        template: str | None, choose: bool, force: bool,
    ) -> None:  # fmt: skip
        from lobgids.report.editions import editions_of
        from lobgids.report.files import default_path
        from lobgids.storage.reading import read

        contents = read(file)
        edition = _edition(editions_of(contents.header.track), for_whom, context.language)
        composed = _composed(context, contents, edition, parts, choose=choose)
        content = _formatted(composed, form, template, context.language)
        path = default_path(file, contents.header.track, edition.readers, form)
        write_out(content, out, path, context.language, force=force)

    return report


def _composed(
    context: CommandContext, contents: "Contents", edition: "Edition", parts: str | None, *, choose: bool
) -> "Report":
    """Return the report as plain data; with `choose` its own words are chosen first. Raises `ClickException`."""
    from lobgids.report.compose import ReportRequest, compose
    from lobgids.report.files import held_on
    from lobgids.session.review import reviewed

    conversation = reviewed(contents, context.content_in(), context.asked)
    wanted = _parts(parts, edition, context.language)
    if choose and not edition.asks_words:
        _ = context.language.gettext
        refusal = _("Eigen woorden kiezen kan alleen met --for leadership, questions, roles of year.")
        raise click.ClickException(refusal)
    chosen = chosen_words(edition.to_choose(conversation.view), context.language) if choose else frozenset()
    request = ReportRequest(edition.readers, wanted, chosen)
    return compose(conversation, held_on(contents.header, contents.events), request)


def form_command(context: CommandContext) -> click.Command:
    """Build the command that puts the situation questions on paper."""
    _ = context.language.gettext

    @click.command("form", help=_("Maak een vragenlijst op papier, om later over te typen."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @click.option("--as", "form", type=click.Choice(("docx", "pdf")), default="pdf", show_default=True,
                  help=_("In welke vorm."))  # fmt: skip
    @click.option("-o", "--out", metavar=_("BESTAND"), help=_("Waar het verslag komt; - is de standaarduitvoer."))
    @click.option("--template", metavar=_("BESTAND"), help=_("Een Word-bestand met de stijl van jullie school."))
    @click.option("--force", is_flag=True, help=_("Vervang het bestand als het er al is."))
    @shared_options(context)
    def paper(form: Format, out: str | None, template: str | None, *, force: bool) -> None:
        from lobgids.report.form import form_of

        content = _formatted(form_of(context.knowledge_base(), context.language), form, template, context.language)
        name = _("vragenlijst LOB")
        write_out(content, out, Path(f"{name}.{form}"), context.language, force=force)

    return paper


def write_out(  # noqa: PLR0913  # where it goes, and what is told of it
    content: bytes, out: str | None, otherwise: Path, language: Language, *, force: bool,
    told: str = N_("Het verslag staat in {path}."),
) -> None:  # fmt: skip
    """Write a file to `out`, or to `otherwise` if that is None, and print where it is. Raises `ClickException`.

    `told` says that of a `path`; it is translated when it is printed.
    """
    from lobgids.storage.errors import DocumentError
    from lobgids.storage.writing import write_file
    from lobgids.text import clean

    _ = language.gettext
    if out == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
        return
    path = otherwise if out is None else Path(out)
    try:
        write_file(path, content, replace=force)
    except DocumentError as error:
        if error.reason != "exists":
            raise
        refusal = _("Het bestand {path} is er al. Geef --force om het te vervangen, of -o met een andere naam.")
        raise click.ClickException(refusal.format(path=clean(str(path)))) from error
    click.echo(_(told).format(path=clean(str(path))))


def _edition(editions: "TrackEditions", readers: "Readers | None", language: Language) -> "Edition":
    """Return the edition for these readers, or the usual one of the track. Raises `ClickException`."""
    try:
        return editions.edition(readers) if readers else editions.usual
    except LookupError:
        raise click.ClickException(language.gettext(editions.none_for_others)) from None


def _parts(given: str | None, edition: "Edition", language: Language) -> tuple[str, ...]:
    """Return the names of the parts that were asked for. Raises `ClickException` if the report has no such part."""
    wanted = tuple(name for part in (given or "").split(",") if (name := part.strip().lower().replace("-", "_")))
    if unknown := [name for name in wanted if name not in edition.parts]:
        refusal = language.gettext("Het deel ‘{name}’ ken ik niet. Kies uit: {known}.")
        raise click.ClickException(refusal.format(name=unknown[0], known=", ".join(edition.parts)))
    return wanted


def _formatted(report: "Report", form: Format, template: str | None, language: Language) -> bytes:
    """Return the report in its format, for Word in the style of a template. Raises `ClickException`."""
    from lobgids.report.files import as_file

    _ = language.gettext
    if template is None:
        return as_file(report, form)
    if form != "docx":
        raise click.ClickException(_("Een sjabloon hoort bij een Word-bestand: geef ook --as docx."))
    from lobgids.report.formats.word.file import TemplateError

    try:
        return as_file(report, form, read_bytes(Path(template), LARGEST_TEMPLATE))
    except OSError as error:
        raise click.ClickException(_("Het sjabloon {path} kan niet gelezen worden.").format(path=template)) from error
    except TemplateError as error:
        refusal = _("Het sjabloon {path} is te groot. Haal de grote plaatjes eruit.")
        if error.reason == "large":
            raise click.ClickException(refusal.format(path=template)) from error
        refusal = _(
            "Het sjabloon {path} is geen Word-bestand dat ik kan gebruiken. Bewaar het in Word als .docx of .dotx."
        )
        raise click.ClickException(refusal.format(path=template)) from error


def chosen_words(own: "Iterable[OwnWords]", language: Language) -> frozenset[str]:
    """Ask of each piece of own words whether others may read it, and return the ids of those with a clear yes."""
    _ = language.gettext
    chosen = set()
    for piece in own:
        click.echo(f"{piece.about}: {piece.text}", err=True)
        click.echo(_("Mag dit erin? Typ ja of nee."), err=True)
        if sys.stdin.readline().strip(" .\r\n").casefold() in YES:
            chosen.add(piece.id)
    return frozenset(chosen)
