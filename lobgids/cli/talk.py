"""`lobgids talk`, and `lobgids` alone: begin a conversation, or go on with one."""

import gc
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import click

from lobgids.cli.context import CommandContext, among_conversations, file_argument, shared_options
from lobgids.log.events import TrackName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lobgids.dialogue.pending import PendingEvent
    from lobgids.session.file_session import FileSession
    from lobgids.session.review import Summary
    from lobgids.session.session import StartOptions

FrontEnd = Literal["app", "plain", "json"]
YES, NO = ("1", "a", "j", "ja", "y", "yes"), ("2", "b", "n", "nee", "no")


def talk_command(context: CommandContext) -> click.Command:
    """Build the command, which talks in the app, in plain lines or as JSON."""
    _ = context.language.gettext

    @click.command(help=_("Voer het gesprek, of ga ermee verder."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"), required=False)
    @click.option("--plain", is_flag=True, help=_("Gewone regels, zonder kleuren; zo gaat het ook zonder deze optie."))
    @click.option("--json", "as_json", is_flag=True, help=_("Een JSON-object per regel, voor andere programma's."))
    @click.option("--track", type=click.Choice(get_args(TrackName)), help=_("Voor wie het gesprek is."))
    @click.option("--form", type=click.Choice(("short", "full")), help=_("Een kwartier, of drie kwartier."))
    @click.option("--brief", type=click.Path(path_type=Path), metavar=_("BESTAND"),
                  help=_("De afspraken van de decaan, voor een nieuwe mentor."))  # fmt: skip
    @click.option("--group", type=click.Path(path_type=Path), metavar=_("GROEP"), callback=among_conversations,
                  help=_("Ga zelf verder met wat de groep zag."))  # fmt: skip
    @shared_options(context)
    def talk(  # noqa: PLR0913  # the options of a command
        file: Path | None, *, plain: bool, as_json: bool, track: Any, form: Any, brief: Path | None, group: Path | None
    ) -> None:
        from lobgids.dialogue.tracks import taking_a_brief, track_of
        from lobgids.session.file_session import brief_file
        from lobgids.session.session import StartOptions

        if plain and as_json:
            raise click.UsageError(_("Kies --plain of --json, niet allebei."))
        if brief:
            track = track or taking_a_brief().name
        if brief and not track_of(track).takes_brief:
            raise click.UsageError(_("De afspraken van een decaan horen bij --track mentor."))
        if group and track and (track_of(track).answering.is_vote or not track_of(track).asks_school):
            raise click.UsageError(_("Met wat een groep zag, gaat een decaan verder: laat --track weg."))
        if form and track and track_of(track).form:
            sentence = _("Het gesprek ‘{track}’ heeft geen korte en lange vorm, dus --form past er niet bij.")
            raise click.UsageError(sentence.format(track=track))
        how: FrontEnd = "json" if as_json else "plain" if plain or not _is_terminal() else "app"
        if file is None and track and track_of(track).guidance and how != "json" and sys.stdin.isatty():
            file = _todays(context, track)
        given = brief_file(str(brief)) if brief else None
        taken = _of_group(context, group) if group else ()
        hold(context, file, StartOptions(track or "", form or "", context.asked, given, taken), how)

    return talk


def start(context: CommandContext) -> None:
    """Open the start screen; in plain lines offer to go on with what was not finished, else begin a conversation."""
    from lobgids.session.session import StartOptions

    if _is_terminal():
        _hold_app(context, None)
        return
    options = StartOptions(language=context.asked)
    unfinished = next(_unfinished(context), None)
    if unfinished is None:
        hold(context, None, options)
        return
    goes_on = _offer(context, unfinished)
    if goes_on is not None:
        hold(context, unfinished.path if goes_on else None, options)


def hold(context: CommandContext, file: Path | None, options: "StartOptions", how: FrontEnd = "plain") -> None:
    """Hold a conversation on the streams of this process."""
    from lobgids.session.session import ContradictionError

    try:
        opened = _session(context, file, options)
    except ContradictionError as error:
        sentence = context.language.gettext("Dit gesprek is al anders begonnen, dus {option} past er niet bij.")
        raise click.UsageError(sentence.format(option=error.option)) from None
    with opened as session:
        if how != "app":
            gc.enable()
        if how == "json":
            from lobgids.lines import jsonl

            jsonl.talk(session, sys.stdin.buffer, sys.stdout.buffer)
        elif how == "app":
            _hold_app(context, session)
        else:
            _hold_plain(context, session)


def _session(context: CommandContext, file: Path | None, options: "StartOptions") -> "FileSession":
    from lobgids.session.file_session import FileSession
    from lobgids.storage.folders import is_there

    if file is None or not is_there(file):
        return FileSession.begin(
            file, context.content_in(), options._replace(language=options.language or context.known)
        )
    return FileSession.resume(file, context.content_in(), options)


def _of_group(context: CommandContext, path: Path) -> "list[PendingEvent]":
    """Return what a decaan takes from the document of a group. Raises `click.ClickException` if it has nothing."""
    from lobgids.session.file_session import taken_from

    if taken := taken_from(path, context.content_in()):
        return taken
    raise click.ClickException(context.language.gettext("In dit bestand staat nog niets wat een groep samen zag."))


def _todays(context: CommandContext, track: TrackName) -> Path | None:
    """Return the conversation of a group that was not finished today, if one wants to go on with it: after a pause."""
    from lobgids.session.session import now

    today = datetime.fromisoformat(now()).astimezone().date()
    newest = next((summary for summary in _unfinished(context) if summary.track == track), None)
    return newest.path if newest and newest.changed == today and _offer(context, newest) else None


def _is_terminal() -> bool:
    """Return whether somebody sits at a terminal that can show more than lines."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _hold_app(context: CommandContext, session: "FileSession | None") -> None:
    """Open the app, on a conversation or on its start screen."""
    from msgspec.structs import replace

    from lobgids.storage.preferences import preferences_path
    from lobgids.tui.context import AppContext
    from lobgids.tui.run import run

    preferences = context.preferences
    if os.environ.get("TERM") == "linux":  # the fonts of the console have few signs
        preferences = replace(preferences, glyphs="ascii")
    app_context = AppContext(
        context.languages, context.language, context.content_in(), context.speaking, preferences,
        preferences_path(), context.troubles, context.asked, context.known,
    )  # fmt: skip
    if code := run(app_context, session):
        raise click.exceptions.Exit(code)


def _hold_plain(context: CommandContext, session: "FileSession") -> None:
    from lobgids.lines.plain import Plain

    Plain(session, context.languages, sys.stdin, sys.stdout).talk()


def _unfinished(context: CommandContext) -> "Iterator[Summary]":
    """Yield the conversations that one can go on with, the last changed first."""
    from lobgids.session.review import summary_or_refusal
    from lobgids.storage.folders import default_folder, documents

    content_in = context.content_in()
    for path in documents(default_folder()):
        summary = summary_or_refusal(path, content_in, context.language)
        if not isinstance(summary, str) and summary.is_unfinished and not summary.is_copy:
            yield summary


def _offer(context: CommandContext, unfinished: "Summary") -> bool | None:
    """Return whether to go on with it, or None if there is no answer."""
    from lobgids.cli.documents import line_of
    from lobgids.lines.plain import write

    _ = context.language.gettext
    question = [_("Je hebt een gesprek dat nog niet af is:"), line_of(unfinished, context.language)]
    question += [
        _("Wil je daarmee verder?"),
        "1. " + _("Ja, verder met dit gesprek"),
        "2. " + _("Nee, een nieuw gesprek"),
    ]
    while True:
        write(sys.stdout, question)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            line = ""
        answer = line.strip(" .\r\n").casefold()
        if not line or answer in (*YES, *NO):
            return answer in YES if line else None
        write(sys.stdout, ["", _("Antwoord met 1 of 2.")])
