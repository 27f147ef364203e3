"""`lobgids list`, `result` and `replay`: show documents without changing them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.cli.context import CommandContext, file_argument, shared_options
from lobgids.i18n import Language

if TYPE_CHECKING:
    from lobgids.dialogue.conversation import Conversation
    from lobgids.session.review import Summary
    from lobgids.session.session import ContentByLanguage


def result_command(context: CommandContext) -> click.Command:
    """Build the command that shows the result of a conversation, finished or not."""
    _ = context.language.gettext

    @click.command("result", help=_("Toon wat er uit een gesprek komt."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option("--json", "as_json", is_flag=True, help=_("Als een JSON-object, voor andere programma's."))
    @shared_options(context)
    def result(file: Path, *, as_json: bool) -> None:
        from lobgids.session.review import result_in_words, reviewed
        from lobgids.storage.reading import read

        conversation = reviewed(read(file), context.content_in(), context.asked)
        if as_json:
            from lobgids.lines import jsonl

            jsonl.write(sys.stdout.buffer, [conversation.outcome()])
        else:
            from lobgids.lines import plain

            plain.write(sys.stdout, plain.lines_of(result_in_words(conversation)))
            for line in _plots(conversation):
                click.echo(line)

    return result


def _plots(conversation: "Conversation") -> Iterator[str]:
    """Yield the plots that have something to show, as lines for a terminal."""
    from shutil import get_terminal_size

    from lobgids.dialogue.workshop.minutes_data import minutes_data
    from lobgids.lines.plain import WIDEST
    from lobgids.report.context import ReportContext
    from lobgids.report.grids import as_lines
    from lobgids.report.plots import doers, profile
    from lobgids.report.vote_plots import plots as vote_plots

    view = conversation.view
    report_context = ReportContext(view, [])
    plots = vote_plots(report_context, minutes_data(view).voted)
    plots += [profile(report_context)] if any(view.chosen(component) for component in view.base.components) else []
    plots += [doers(report_context)] if any(view.doers(theme) for theme in view.base.themes) else []
    for plot in plots:
        yield from (plot.caption, "")
        yield from as_lines(plot.grid, min(get_terminal_size().columns, WIDEST))
        yield ""


def replay_command(context: CommandContext) -> click.Command:
    """Build the command that shows the transcript."""
    _ = context.language.gettext

    @click.command("replay", help=_("Toon wat er gezegd is, van begin tot eind."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option("--as", "form", type=click.Choice(("text", "markdown")), default="text", help=_("In welke vorm."))
    @shared_options(context)
    def replay(file: Path, *, form: str) -> None:
        from lobgids.lines.transcript_text import as_markdown, as_text
        from lobgids.session.review import fresh
        from lobgids.session.transcript import entries
        from lobgids.storage.reading import read

        contents = read(file)
        events = contents.events
        conversation = fresh(contents, context.content_in(), context.asked)
        language = conversation.view.language
        if context.asked:
            events = [event for event in events if event.kind != "language"]
        formatted = as_markdown if form == "markdown" else as_text
        for line in formatted(entries(conversation, events), language.gettext("jij")):
            click.echo(line)

    return replay


def list_command(context: CommandContext) -> click.Command:
    """Build the command that lists the documents in the default folder."""
    _ = context.language.gettext

    @click.command("list", help=_("Toon je gesprekken, het laatste eerst."), options_metavar=_("[OPTIES]"))
    @shared_options(context)
    def list_() -> None:
        from lobgids.storage.folders import default_folder, documents
        from lobgids.text import clean

        folder, content_in = default_folder(), context.content_in()
        paths = documents(folder)
        pattern = _("Je gesprekken staan in {folder}") if paths else _("Er zijn nog geen gesprekken in {folder}")
        click.echo(pattern.format(folder=clean(str(folder))))
        for path in paths:
            click.echo(_line(path, content_in, context.language))

    return list_


def line_of(summary: "Summary", language: Language) -> str:
    """Return a document as a line of a list."""
    from lobgids.session.review import details
    from lobgids.text import clean

    return f"{clean(summary.path.name)}, {details(summary, language)}"


def _line(path: Path, content_in: "ContentByLanguage", language: Language) -> str:
    """Return a document as a line of a list, or why it cannot be read."""
    from lobgids.session.review import summary_or_refusal

    summary = summary_or_refusal(path, content_in, language)
    return summary if isinstance(summary, str) else line_of(summary, language)
