"""`lobgids report` and `lobgids form`: what a school can use tomorrow, as a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.commands.setting import Setting, file_argument, shared_options
from lobgids.commands.talk import YES
from lobgids.i18n import Language
from lobgids.regular import read_bytes

if TYPE_CHECKING:
    from lobgids.report.blocks import Report
    from lobgids.report.compose import Readers
    from lobgids.report.files import Format
    from lobgids.report.own_words import OwnWords

# Written here, as the report room is only opened when a report is asked for; a test holds them to what is there.
FORMATS = ("pdf", "docx", "html", "md", "json")
READERS = ("me", "leadership", "talk", "group")
STANDARD_OUTPUT = "-"
LARGEST_TEMPLATE = 1 << 27
"""Bytes: what lies beyond is not read, and what was cut off is no Word file."""


def report_command(setting: Setting) -> click.Command:
    """A report of a conversation."""
    _ = setting.language.gettext

    @click.command("report", help=_("Maak een verslag van een gesprek."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option(
        "--as", "form", type=click.Choice(FORMATS), default="pdf", show_default=True, help=_("In welke vorm.")
    )
    @click.option("-o", "--out", metavar=_("BESTAND"), help=_("Waar het verslag komt; - is de standaarduitvoer."))
    @click.option("--for", "for_whom", type=click.Choice(READERS),
                  help=_("Voor wie: voor jezelf, de schoolleiding, het gesprek daarover, of een groep."))  # fmt: skip
    @click.option("--parts", metavar=_("DELEN"), help=_("Alleen deze delen, met komma's ertussen."))
    @click.option("--choose", is_flag=True, help=_("Kies een voor een welke eigen woorden anderen mogen lezen."))
    @click.option("--template", metavar=_("BESTAND"), help=_("Een Word-bestand met de stijl van jullie school."))
    @click.option("--force", is_flag=True, help=_("Vervang het bestand als het er al is."))
    @shared_options(setting)
    def report(  # noqa: PLR0913  # the options of a command
        file: Path, *, form: "Format", out: str | None, for_whom: "Readers | None", parts: str | None,
        template: str | None, choose: bool, force: bool,
    ) -> None:  # fmt: skip
        from lobgids.report.compose import Request, compose, readers_of
        from lobgids.report.files import default_path, held_on
        from lobgids.report.own_words import own_words
        from lobgids.review import reviewed
        from lobgids.storage.reading import read

        contents = read(file)
        conversation = reviewed(contents, setting.tongues(), setting.asked)
        readers = for_whom or readers_of(contents.header.track)[0]
        wanted = _parts(parts, contents.header.track, readers, setting.language)
        if choose and readers != "leadership":
            raise click.ClickException(_("Eigen woorden kiezen kan alleen met --for leadership."))
        said = _chosen(own_words(conversation.view), setting.language) if choose else frozenset()
        request = Request(readers, wanted, said)
        composed = compose(conversation, held_on(contents.header, contents.events), request)
        made = _set(composed, form, template, setting.language)
        _put(made, out, default_path(file, contents.header.track, readers, form), setting.language, force=force)

    return report


def form_command(setting: Setting) -> click.Command:
    """The situation questions on paper."""
    _ = setting.language.gettext

    @click.command("form", help=_("Maak een vragenlijst op papier, om later over te typen."),
                   options_metavar=_("[OPTIES]"))  # fmt: skip
    @click.option("--as", "form", type=click.Choice(("docx", "pdf")), default="pdf", show_default=True,
                  help=_("In welke vorm."))  # fmt: skip
    @click.option("-o", "--out", metavar=_("BESTAND"), help=_("Waar het verslag komt; - is de standaarduitvoer."))
    @click.option("--template", metavar=_("BESTAND"), help=_("Een Word-bestand met de stijl van jullie school."))
    @click.option("--force", is_flag=True, help=_("Vervang het bestand als het er al is."))
    @shared_options(setting)
    def paper(form: "Format", out: str | None, template: str | None, *, force: bool) -> None:
        from lobgids.report.form import form_of

        made = _set(form_of(setting.knowledge_base(), setting.language), form, template, setting.language)
        name = _("vragenlijst LOB")
        _put(made, out, Path(f"{name}.{form}"), setting.language, force=force)

    return paper


def _put(content: bytes, out: str | None, otherwise: Path, language: Language, *, force: bool) -> None:
    """Write the report where it was wanted, and say where it is."""
    from lobgids.dialogue.interpret import clean
    from lobgids.storage.errors import DocumentError
    from lobgids.storage.writing import write_file

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
    click.echo(_("Het verslag staat in {path}.").format(path=clean(str(path))))


def _parts(given: str | None, track: str, readers: "Readers", language: Language) -> tuple[str, ...]:
    """The parts that were asked for, as names that this report has."""
    from lobgids.report.compose import parts_of

    wanted = tuple(name for part in (given or "").split(",") if (name := part.strip().lower().replace("-", "_")))
    try:
        known = parts_of(track, readers)
    except LookupError:
        raise click.ClickException(_not_there(track, language)) from None
    if unknown := [name for name in wanted if name not in known]:
        refusal = language.gettext("Het deel ‘{name}’ ken ik niet. Kies uit: {known}.")
        raise click.ClickException(refusal.format(name=unknown[0], known=", ".join(known)))
    return wanted


def _not_there(track: str, language: Language) -> str:
    """Why a conversation has no report for these readers."""
    _ = language.gettext
    if track == "mentor":
        return _("Van een gesprek voor een mentor is er alleen een blad voor de mentor zelf.")
    return _("Notulen zijn er alleen van een gesprek met een groep.")


def _set(report: "Report", form: "Format", template: str | None, language: Language) -> bytes:
    """The report in its format, for Word in the school's own style; a template that will not do is refused."""
    from lobgids.report.files import as_file

    _ = language.gettext
    if template is None:
        return as_file(report, form)
    if form != "docx":
        raise click.ClickException(_("Een sjabloon hoort bij een Word-bestand: geef ook --as docx."))
    from lobgids.report.word import TemplateError

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


def _chosen(own: "Iterable[OwnWords]", language: Language) -> frozenset[str]:
    """Ask of each piece of own words whether others may read it; only a yes is one."""
    _ = language.gettext
    chosen = set()
    for one in own:
        click.echo(f"{one.about}: {one.text}", err=True)
        click.echo(_("Mag dit erin? Typ ja of nee."), err=True)
        if sys.stdin.readline().strip(" .\r\n").casefold() in YES:
            chosen.add(one.id)
    return frozenset(chosen)
