"""`lobgids list`, `result` and `replay`: looking at documents without changing them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lobgids.commands.setting import Setting, file_argument, shared_options
from lobgids.i18n import Language

if TYPE_CHECKING:
    from lobgids.dialogue.conversation import Conversation
    from lobgids.review import Summary
    from lobgids.session import Tongues


def result_command(setting: Setting) -> click.Command:
    """What a conversation comes to, at any time."""
    _ = setting.language.gettext

    @click.command("result", help=_("Toon wat er uit een gesprek komt."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option("--json", "as_json", is_flag=True, help=_("Als een JSON-object, voor andere programma's."))
    @shared_options(setting)
    def result(file: Path, *, as_json: bool) -> None:
        from lobgids.review import result_in_words, reviewed
        from lobgids.storage.reading import read

        conversation = reviewed(read(file), setting.tongues(), setting.asked)
        if as_json:
            from lobgids import jsonl

            jsonl.write(sys.stdout.buffer, [conversation.outcome()])
        else:
            from lobgids import plain

            plain.write(sys.stdout, plain.lines_of(result_in_words(conversation)))
            for line in _plots(conversation):
                click.echo(line)

    return result


def _plots(conversation: "Conversation") -> Iterator[str]:
    """The votes, the profile and who does what, as lines for a terminal; nothing where there is nothing to see yet."""
    from shutil import get_terminal_size

    from lobgids.dialogue.gathered import gathered
    from lobgids.plain import WIDEST
    from lobgids.report.grids import as_lines
    from lobgids.report.plots import doers, profile
    from lobgids.report.teller import Teller
    from lobgids.report.vote_plots import all_votes

    view = conversation.view
    teller = Teller(view, [])
    plots = all_votes(teller, gathered(view).voted)
    plots += [profile(teller)] if any(view.chosen(component) for component in view.base.components) else []
    plots += [doers(teller)] if any(view.doers(theme) for theme in view.base.themes) else []
    for plot in plots:
        yield from (plot.caption, "")
        yield from as_lines(plot.grid, min(get_terminal_size().columns, WIDEST))
        yield ""


def replay_command(setting: Setting) -> click.Command:
    """The transcript."""
    _ = setting.language.gettext

    @click.command("replay", help=_("Toon wat er gezegd is, van begin tot eind."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"))
    @click.option("--as", "form", type=click.Choice(("text", "markdown")), default="text", help=_("In welke vorm."))
    @shared_options(setting)
    def replay(file: Path, *, form: str) -> None:
        from lobgids.review import fresh
        from lobgids.storage.reading import read
        from lobgids.transcript import as_markdown, as_text, entries

        contents = read(file)
        events = contents.events
        conversation = fresh(contents, setting.tongues(), setting.asked)
        language = conversation.view.language
        if setting.asked:
            events = [one for one in events if one.kind != "language"]
        shown = as_markdown if form == "markdown" else as_text
        for line in shown(entries(conversation, events), language.gettext("jij")):
            click.echo(line)

    return replay


def list_command(setting: Setting) -> click.Command:
    """The documents in the default folder."""
    _ = setting.language.gettext

    @click.command("list", help=_("Toon je gesprekken, het laatste eerst."), options_metavar=_("[OPTIES]"))
    @shared_options(setting)
    def list_() -> None:
        from lobgids.dialogue.interpret import clean
        from lobgids.storage.folders import default_folder, documents

        folder, tongues = default_folder(), setting.tongues()
        found = documents(folder)
        pattern = _("Je gesprekken staan in {folder}") if found else _("Er zijn nog geen gesprekken in {folder}")
        click.echo(pattern.format(folder=clean(str(folder))))
        for path in found:
            click.echo(_listed(path, tongues, setting.language))

    return list_


def line_of(found: "Summary", language: Language) -> str:
    """A document in a line."""
    from lobgids.dialogue.interpret import clean
    from lobgids.review import details

    return f"{clean(found.path.name)}, {details(found, language)}"


def _listed(path: Path, tongues: "Tongues", language: Language) -> str:
    """A document in a line, or why it cannot be read."""
    from lobgids.review import summary_or_refusal

    found = summary_or_refusal(path, tongues, language)
    return found if isinstance(found, str) else line_of(found, language)
