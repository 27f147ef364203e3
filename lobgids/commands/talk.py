"""`lobgids talk`, and `lobgids` alone: beginning a conversation, or going on with one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lobgids.commands.setting import Setting, file_argument, shared_options

if TYPE_CHECKING:
    from lobgids.review import Summary
    from lobgids.session import Session, Wish

TRACKS = ("decaan", "workshop", "mentor")
YES, NO = ("1", "a", "j", "ja", "y", "yes"), ("2", "b", "n", "nee", "no")


def talk_command(setting: Setting) -> click.Command:
    """Hold a conversation, in plain lines or as JSON."""
    _ = setting.language.gettext

    @click.command(help=_("Voer het gesprek, of ga ermee verder."), options_metavar=_("[OPTIES]"))
    @file_argument("file", _("BESTAND"), required=False)
    @click.option("--plain", is_flag=True, help=_("Gewone regels, zonder kleuren; zo gaat het ook zonder deze optie."))
    @click.option("--json", "as_json", is_flag=True, help=_("Een JSON-object per regel, voor andere programma's."))
    @click.option("--track", type=click.Choice(TRACKS), help=_("Voor wie het gesprek is."))
    @click.option("--form", type=click.Choice(("short", "full")), help=_("Een kwartier, of drie kwartier."))
    @shared_options(setting)
    def talk(file: Path | None, *, plain: bool, as_json: bool, track: Any, form: Any) -> None:
        from lobgids.session import Wish

        if plain and as_json:
            raise click.UsageError(_("Kies --plain of --json, niet allebei."))
        _check_track(setting, track)
        hold(setting, file, Wish(track or "", form or "", setting.asked), as_json=as_json)

    return talk


def start(setting: Setting) -> None:
    """Offer to go on with the last conversation that was not finished, else begin one."""
    from lobgids.session import Wish

    wish = Wish(language=setting.asked)
    unfinished = _last_unfinished(setting)
    if unfinished is None:
        hold(setting, None, wish)
        return
    goes_on = _offer(setting, unfinished)
    if goes_on is not None:
        hold(setting, unfinished.path if goes_on else None, wish)


def hold(setting: Setting, file: Path | None, wish: "Wish", *, as_json: bool = False) -> None:
    """Hold a conversation on the streams of this process."""
    from lobgids.session import ContradictionError

    try:
        opened = _session(setting, file, wish)
    except ContradictionError as error:
        sentence = setting.language.gettext("Dit gesprek is al anders begonnen, dus {option} past er niet bij.")
        raise click.UsageError(sentence.format(option=error.option)) from None
    with opened as session:
        _check_track(setting, session.conversation.header.track)
        if as_json:
            from lobgids import jsonl

            jsonl.talk(session, sys.stdin.buffer, sys.stdout.buffer)
        else:
            _hold_plain(setting, session)


def _session(setting: Setting, file: Path | None, wish: "Wish") -> "Session":
    from lobgids.session import Session

    if file is None or not file.exists():
        return Session.begin(file, setting.tongues(), wish)
    return Session.resume(file, setting.tongues(), wish)


def _hold_plain(setting: Setting, session: "Session") -> None:
    from lobgids.plain import Plain, write

    if session.conversation.ask:
        Plain(session, setting.languages, sys.stdin, sys.stdout).talk()
        return
    from lobgids.review import result_in_words

    says = (*session.turn().says, *result_in_words(session.conversation))
    write(sys.stdout, (text for said in says for text in (said.text, "")))


def _check_track(setting: Setting, track: str | None) -> None:
    if track not in (None, "", "decaan"):
        sentence = setting.language.gettext("Het gesprek ‘{track}’ is er nog niet. Het gesprek ‘decaan’ is er wel.")
        raise click.UsageError(sentence.format(track=track))


def _last_unfinished(setting: Setting) -> "Summary | None":
    from lobgids.document import DocumentError, default_folder, documents
    from lobgids.review import summary

    tongues = setting.tongues()
    for path in documents(default_folder()):
        try:
            found = summary(path, tongues)
        except DocumentError:
            continue
        if not found.is_finished:
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
