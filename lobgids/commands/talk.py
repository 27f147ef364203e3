"""`lobgids talk`, and `lobgids` alone: beginning a conversation, or going on with one."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from lobgids.commands.setting import Setting, file_argument, shared_options

if TYPE_CHECKING:
    from lobgids.file_session import FileSession
    from lobgids.review import Summary
    from lobgids.session import StartOptions

TRACKS = ("decaan", "workshop", "mentor")
Front = Literal["app", "plain", "json"]
YES, NO = ("1", "a", "j", "ja", "y", "yes"), ("2", "b", "n", "nee", "no")


def talk_command(setting: Setting) -> click.Command:
    """Hold a conversation: in the app, in plain lines or as JSON."""
    _ = setting.language.gettext

    @click.command(help=_("Voer het gesprek, of ga ermee verder."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"), required=False)
    @click.option("--plain", is_flag=True, help=_("Gewone regels, zonder kleuren; zo gaat het ook zonder deze optie."))
    @click.option("--json", "as_json", is_flag=True, help=_("Een JSON-object per regel, voor andere programma's."))
    @click.option("--track", type=click.Choice(TRACKS), help=_("Voor wie het gesprek is."))
    @click.option("--form", type=click.Choice(("short", "full")), help=_("Een kwartier, of drie kwartier."))
    @click.option("--brief", type=click.Path(path_type=Path), metavar=_("BESTAND"),
                  help=_("De afspraken van de decaan, voor een nieuwe mentor."))  # fmt: skip
    @shared_options(setting)
    def talk(  # noqa: PLR0913  # the options of a command
        file: Path | None, *, plain: bool, as_json: bool, track: Any, form: Any, brief: Path | None
    ) -> None:
        from lobgids.file_session import brief_file
        from lobgids.session import StartOptions

        if plain and as_json:
            raise click.UsageError(_("Kies --plain of --json, niet allebei."))
        if brief and track not in (None, "mentor"):
            raise click.UsageError(_("De afspraken van een decaan horen bij --track mentor."))
        track = track or ("mentor" if brief else "")
        if form and track not in ("", "decaan"):
            sentence = _("Het gesprek ‘{track}’ heeft geen korte en lange vorm, dus --form past er niet bij.")
            raise click.UsageError(sentence.format(track=track))
        how: Front = "json" if as_json else "plain" if plain or not _is_terminal() else "app"
        given = brief_file(str(brief)) if brief else None
        hold(setting, file, StartOptions(track, form or "", setting.asked, given), how)

    return talk


def start(setting: Setting) -> None:
    """The start screen; in plain lines the offer to go on with what was not finished, else a new conversation."""
    from lobgids.session import StartOptions

    if _is_terminal():
        _hold_app(setting, None)
        return
    options = StartOptions(language=setting.asked)
    unfinished = _last_unfinished(setting)
    if unfinished is None:
        hold(setting, None, options)
        return
    goes_on = _offer(setting, unfinished)
    if goes_on is not None:
        hold(setting, unfinished.path if goes_on else None, options)


def hold(setting: Setting, file: Path | None, options: "StartOptions", how: Front = "plain") -> None:
    """Hold a conversation on the streams of this process."""
    from lobgids.session import ContradictionError

    try:
        opened = _session(setting, file, options)
    except ContradictionError as error:
        sentence = setting.language.gettext("Dit gesprek is al anders begonnen, dus {option} past er niet bij.")
        raise click.UsageError(sentence.format(option=error.option)) from None
    with opened as session:
        if how != "app":
            gc.enable()
        if how == "json":
            from lobgids import jsonl

            jsonl.talk(session, sys.stdin.buffer, sys.stdout.buffer)
        elif how == "app":
            _hold_app(setting, session)
        else:
            _hold_plain(setting, session)


def _session(setting: Setting, file: Path | None, options: "StartOptions") -> "FileSession":
    from lobgids.file_session import FileSession
    from lobgids.storage.folders import is_there

    if file is None or not is_there(file):
        return FileSession.begin(file, setting.tongues(), options._replace(language=options.language or setting.known))
    return FileSession.resume(file, setting.tongues(), options)


def _is_terminal() -> bool:
    """Whether a person sits at a terminal that can show more than lines."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _hold_app(setting: Setting, session: "FileSession | None") -> None:
    """Open the app, on a conversation or on its start screen."""
    from msgspec.structs import replace

    from lobgids.storage.preferences import preferences_path
    from lobgids.tui.desk import Desk
    from lobgids.tui.run import run

    preferences = setting.preferences
    if os.environ.get("TERM") == "linux":  # the fonts of the console have few signs
        preferences = replace(preferences, glyphs="ascii")
    desk = Desk(
        setting.languages, setting.language, setting.tongues(), setting.speaking, preferences,
        preferences_path(), setting.troubles, setting.asked, setting.known,
    )  # fmt: skip
    if code := run(desk, session):
        raise click.exceptions.Exit(code)


def _hold_plain(setting: Setting, session: "FileSession") -> None:
    from lobgids.plain import Plain

    Plain(session, setting.languages, sys.stdin, sys.stdout).talk()


def _last_unfinished(setting: Setting) -> "Summary | None":
    from lobgids.review import summary_or_refusal
    from lobgids.storage.folders import default_folder, documents

    tongues = setting.tongues()
    for path in documents(default_folder()):
        found = summary_or_refusal(path, tongues, setting.language)
        if not isinstance(found, str) and found.is_unfinished and not found.is_copy:
            return found
    return None


def _offer(setting: Setting, unfinished: "Summary") -> bool | None:
    """Whether to go on with it; nothing where there is no answer."""
    from lobgids.commands.documents import line_of
    from lobgids.plain import write

    _ = setting.language.gettext
    question = [_("Je hebt een gesprek dat nog niet af is:"), line_of(unfinished, setting.language)]
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
