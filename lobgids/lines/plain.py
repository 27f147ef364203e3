"""The conversation line by line, for screen readers, pipes and `ssh`: no colours, the cursor only goes forward."""

import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec.structs import replace

from lobgids.dialogue.chapters import closing
from lobgids.dialogue.chapters.mentor.autumn import TASKS
from lobgids.dialogue.conversation import REST, Turn
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.leaving import said_of_fields
from lobgids.dialogue.lists import Begun, picked, spread_out
from lobgids.dialogue.marks import UNKNOWN, marks
from lobgids.dialogue.numbered import by_number_and_word
from lobgids.dialogue.pace import minutes_in_words, minutes_left
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Option, Problem, Say, Words
from lobgids.dialogue.spoken import Answered, request, says_nothing, without_talk, yes_or_no
from lobgids.dialogue.track import Track
from lobgids.dialogue.view import View
from lobgids.i18n import Language, language_after
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import PICTURE, is_of_plan, is_understood, planned
from lobgids.session import typed
from lobgids.session.error_messages import document_refused
from lobgids.session.file_session import FileSession
from lobgids.session.invocation import invocation
from lobgids.session.opening import open_file
from lobgids.session.review import result_in_words
from lobgids.storage.errors import DocumentError
from lobgids.storage.writing import write_beside
from lobgids.text import clean

if TYPE_CHECKING:
    from lobgids.report.editions import Readers

WIDEST, NARROWEST = 78, 20
_MANY = 3
"""Of more options than this, all of which were chosen, none is said back."""
_LONG = 240
"""Options of more characters than this together are said back by their numbers."""

_HANDED_ON = ("leadership", "talk")
"""The readers of the reports that a decaan gives to others when the conversation is done."""

_NO_REMARK = 4
"""So many words that say that it stays open add nothing to a no."""

_YES, _NO = ("2", "b", "ja", "j", "yes", "y"), ("", "1", "a", "nee", "n", "no", "klaar", "done")

_FOR_WHOM = re.compile(r"(?:voor|for)\b", re.IGNORECASE)
_ONLY_REMARKS = re.compile(r"\s*(?:alleen|only)(?: nog)? (?:dat|that)\b", re.IGNORECASE)
"""How a line begins that adds one thing and leaves the rest open: 'alleen dat het mij geen uren mag kosten'."""
_MARKED = re.compile(r"\s*(?P<number>[12])[.)]\s+(?=\d)")

MANY, SHORT = 5, 40
"""So many options of at most so many characters stand on one line where the question before had the same ones."""


class Plain:
    """A conversation on two streams of text."""

    def __init__(self, session: FileSession, languages: Sequence[str], stdin: TextIO, stdout: TextIO) -> None:
        self._session = session
        self._conversation = session.conversation
        self._languages = languages
        self._in, self._out = stdin, stdout
        self._prompt = "> " if stdin.isatty() else ""
        self._shown_stop = ("", "")
        self._shown_options: tuple[Option, ...] = ()
        self._asked_rest_of: set[str] = set()
        self._has_parted = False
        self._knows_several = False

    def talk(self) -> None:
        """Hold the conversation until it is finished or paused."""
        try:
            turn = self._session.turn()
            if turn.ask is None:
                turn = turn._replace(says=(*turn.says, *result_in_words(self._conversation)))
            hint = [self._hint()]
            while not turn.paused:
                ask = turn.ask or self._what_now()
                if (rest := self._begins_rest()) and turn.ask:
                    self._show(turn._replace(ask=None), [])
                    turn = self._somewhere(self._asked_rest(ask, rest))
                    continue
                self._show(turn._replace(ask=ask), hint)
                hint = []
                turn = self._somewhere(self._answered(ask))
        except KeyboardInterrupt:
            self._out.write("\n")
            turn = self._session.pause()
            with suppress(KeyboardInterrupt):
                turn = self._somewhere(turn)
        self._show(turn._replace(ask=None), [])
        self._sheet_to_take()
        take_leave(self._session, self._out, *(["--plain"] if self._in.isatty() else []))

    def _answered(self, ask: Ask) -> Turn:
        """Return the turn that follows on the next line; the end of input is a pause."""
        self._out.write(self._prompt)
        self._out.flush()
        line = self._in.readline()
        self._out.write("\n")
        return self._taken(ask, line) if line else self._session.pause()

    def _taken(self, ask: Ask, line: str) -> Turn:
        """Return the turn that follows on a line."""
        view = self._conversation.view
        given = typed.read(
            line, ask, view.base, (view.language.code, language_after(view.language.code, self._languages))
        )
        if given == "help":
            self._write(help_lines(view.language, view.track))
        elif given == "places":
            self._write(self._places())
        elif given == Move(move="pause") or (chosen := self._conversation.chosen_at_the_end(given)) == closing.STOP:
            return self._session.pause()
        elif chosen == closing.REPORT:
            self._report()
        else:
            turn = self._session.take(given)
            self._echo(ask, given, turn)
            return turn
        return Turn((), self._conversation.ask)

    def _what_now(self) -> Ask:
        """Return what can be done at the end, with the last word before it the first time."""
        ask = self._conversation.what_now()
        if self._has_parted:
            return replace(ask, text=ask.text.removeprefix(f"{self._conversation.close().text}\n"))
        self._has_parted = True
        return ask

    def _begins_rest(self) -> tuple[Option, ...]:
        """Return what may stay open of a form, where that was not asked about yet; empty if it is little."""
        ask = self._conversation.ask
        rest = self._conversation.rest_to_leave if ask and is_of_plan(ask.id) else ()
        is_new = len(rest) > 1 and not {field.id for field in rest} <= self._asked_rest_of
        return rest if is_new else ()

    def _asked_rest(self, ask: Ask, rest: Sequence[Option]) -> Turn:
        """Ask whether one fills in the rest of a form now; words that are no yes or no are for its first question."""
        _ = self._conversation.view.language.gettext
        self._asked_rest_of = {field.id for field in rest}
        question = _("Wil je daar nu nog meer bij zetten? Het gaat om: {fields}.")
        fields = "; ".join(field.text[:1].lower() + field.text[1:] for field in rest)
        answers = (_("Nee, dat blijft open"), _("Ja"))
        options = [f"{number}. {answer}" for number, answer in enumerate(answers, 1)]
        self._write([*self._where(), question.format(fields=fields), *options])
        self._out.write(self._prompt)
        self._out.flush()
        line = self._in.readline()
        self._out.write("\n")
        return self._of_rest(ask, rest, answers, line) if line else self._session.pause()

    def _of_rest(self, ask: Ask, rest: Sequence[Option], answers: Sequence[str], line: str) -> Turn:
        """Return the turn that follows on a line at whether one fills in the rest of a form."""
        said, base = line.strip(" .!\r\n").casefold(), self._conversation.view.base
        answered = _chosen_with_words(base, line, answers) or yes_or_no(base, line)
        remark = answered.remark if answered else ""
        if self._conversation.leaving(line):
            return self._taken(ask, line)
        if said in _NO or (answered and not answered.agrees) or _ONLY_REMARKS.match(line):
            remark = remark or (line.strip() if _ONLY_REMARKS.match(line) else "")
            self._filled_in(rest, remark)
            return self._left_open(remark)
        if says(base, "leave_open", line) or request(base, line.strip()) in ("skip", "done"):
            return self._left_open("")
        if answered and _FOR_WHOM.match(remark) and planned(rest[0].id)[0] == "whom":
            return self._taken(ask, remark)
        if said in _YES or answered:
            return self._noted(remark) or Turn((), self._conversation.ask)
        return self._taken(ask, line)

    def _filled_in(self, rest: Sequence[Option], remark: str) -> None:
        """Answer the fields of which a remark tells something in passing, before the others stay open."""
        for field, words in said_of_fields(self._conversation.view.base, rest, remark):
            self._session.take(Move(move="jump", to=field))
            turn = self._session.take(Words(text=words))
            if turn.ask and is_understood(turn.ask.id):
                self._session.take(Answer(answer=True))

    def _noted(self, remark: str) -> Turn | None:
        """Keep what was said besides as a note; None if nothing was."""
        return self._session.take(Move(move="note", text=remark)) if remark else None

    def _left_open(self, remark: str) -> Turn:
        """Leave the rest of a form open; what was said besides is kept."""
        left = self._session.take(Move(move="skip", to=REST))
        if says(self._conversation.view.base, "leave_open", remark) and len(remark.split()) <= _NO_REMARK:
            return left
        kept = self._noted(remark) if left.ask else None
        return left._replace(says=(*kept.says, *left.says)) if kept else left

    def _report(self) -> None:
        """Make the report for who held the conversation and those to hand on, and open it if somebody sits here."""
        from lobgids.report.editions import editions_of

        editions, _ = editions_of(self._conversation.header.track), self._conversation.view.language.gettext
        handed_on = [edition.readers for edition in editions.editions if edition.readers in _HANDED_ON]
        try:
            report, *others = [self._made(readers) for readers in (editions.usual.readers, *handed_on)]
        except DocumentError as error:
            self._write([document_refused(error, self._conversation.view.language), ""])
            return
        self._write([_("Het verslag staat in:")])
        self._out.write(clean(str(report)) + "\n")  # not wrapped, so that it can be copied
        if others:
            self._write([_("Om te geven, zonder wat je alleen aan mij vertelde:")])
            self._out.writelines(clean(str(path)) + "\n" for path in others)
        is_opened = self._in.isatty() and open_file(report)
        self._write([_("Ik heb het voor je geopend."), ""] if is_opened else [""])

    def _sheet_to_take(self) -> None:
        """Make the sheet that was promised, if one stops at the picture to talk with leadership and team first."""
        from lobgids.report.offers import promised

        view = self._conversation.view
        if not promised(self._conversation) or self._session.is_gone:
            return
        try:
            sheet = self._made("talk")
        except DocumentError as error:
            self._write([document_refused(error, view.language), ""])
            return
        self._write([view.language.gettext("Het blad voor het gesprek met de schoolleiding en het team staat in:")])
        self._out.write(clean(str(sheet)) + "\n\n")

    def _made(self, readers: "Readers") -> Path:
        """Make the report for these readers, and return where it is. Raises `DocumentError`."""
        from lobgids.report.compose import ReportRequest, compose
        from lobgids.report.files import as_file, default_path, held_on

        conversation, path = self._conversation, self._session.path.absolute()
        header = conversation.header
        content = as_file(compose(conversation, held_on(header, self._session.events), ReportRequest(readers)), "pdf")
        return write_beside(default_path(path, header.track, readers, "pdf"), content)

    def _echo(self, ask: Ask, given: Input, turn: Turn) -> None:
        """Show what was taken if several options were typed: without a screen nobody sees which ones those are."""
        several = isinstance(given, Words) and KINDS[ask.kind].takes_several
        found = picked(spread_out(given.text), ask.options) if isinstance(given, Words) and several else None
        if turn.heard and found and len(found.places) > 1:
            pattern = self._conversation.view.language.gettext("Ik noteer: {answer}")
            heard = self._in_short(ask, found) or turn.heard
            listed = f"\n{heard}" if heard.startswith("- ") else heard
            self._write([*(line.rstrip() for line in pattern.format(answer=listed).splitlines()), ""])

    def _in_short(self, ask: Ask, chosen: Begun) -> str:
        """Return 'all', or the numbers of the options that were chosen, where these are long and stand just above."""
        language, places = self._conversation.view.language, chosen.places
        if len(places) == sum(not option.alone for option in ask.options) > _MANY:
            return language.gettext("alles")
        if sum(len(ask.options[place].text) for place in places) <= _LONG:
            return ""
        numbers = [mark.rstrip(".") for place, mark in enumerate(marks(ask)) if place in places]
        return f"{language.listing(numbers)} ‘{chosen.quote}’" if chosen.quote else language.listing(numbers)

    def _somewhere(self, turn: Turn) -> Turn:
        """Return the turn; if the document is gone, the turn that follows once all is in another document."""
        while self._session.is_gone:
            self._show(turn._replace(ask=None), [])
            usual = self._session.elsewhere()
            question = self._conversation.view.language.gettext(
                "Waar mag ik het gesprek bewaren? Typ een naam, of druk op Enter voor:"
            )
            self._write([question])
            self._out.write(f"{clean(str(usual))}\n{self._prompt}")
            self._out.flush()
            line = self._in.readline()
            name = clean(line).strip()
            turn = self._session.move(self._session.elsewhere(name) if name else usual)
            if not line:  # nobody answers any more
                return turn._replace(paused=True)
        return turn

    def _show(self, turn: Turn, hint: Iterable[str]) -> None:
        self._write(lines_of(turn.says))
        if turn.ask:
            self._write(
                [*self._where(), turn.ask.text, *self._options(turn.ask), *hint, *self._how(turn.ask)]
            )  # fmt: skip

    def _options(self, ask: Ask) -> list[str]:
        """Return the options, a line each; short ones that the question before had too on one line."""
        lines = [f"{mark} {option.text}" for mark, option in zip(marks(ask), ask.options, strict=True)]
        is_known = ask.options == self._shown_options and len(lines) >= MANY
        self._shown_options = ask.options
        is_short = all(len(line) <= SHORT for line in lines)
        return ["  ".join(lines)] if is_known and is_short else lines

    def _where(self) -> Iterator[str]:
        """Yield the present chapter, once for each, and the time left, where a chapter or a pillar begins."""
        overview, language = self._conversation.overview(), self._conversation.view.language
        stops = overview.path or overview.chapters
        here, ask = next((stop for stop in stops if stop.state == "present"), None), self._conversation.ask
        stop, pillar = here.id if here else "", (ask.pillar if ask else "") or self._shown_stop[1]
        if here is None or (stop, pillar) == self._shown_stop:
            return
        is_new, self._shown_stop = stop != self._shown_stop[0], (stop, pillar)
        minutes = minutes_left(self._conversation.view, ask, self._session.answer_times)
        left = minutes_in_words(minutes, language) if minutes is not None else ""
        if is_new or left:
            yield f"[{', '.join(filter(None, (here.name if is_new else '', left)))}]"

    def _how(self, ask: Ask) -> Iterator[str]:
        """Yield how to choose several, at the first such question, and that the answer may be the same as before."""
        _ = self._conversation.view.language.gettext
        if KINDS[ask.kind].takes_several and not self._knows_several:
            self._knows_several = True
            yield _("Je mag er meer kiezen. Typ dan bijvoorbeeld: 1 en 3")
        if ask.same:
            yield _("Net als bij het antwoord ervoor? Typ dan: zelfde")

    def _places(self) -> Iterator[str]:
        """Yield where to go to: each pillar with its components and their numbers."""
        base = self._conversation.view.base
        if path := self._conversation.overview().path:
            yield from (stop.name for stop in path)
            yield ""
            return
        for pillar in base.pillars:
            yield pillar.name
            yield from (
                f"{component.number}. {component.name}"
                for component in base.components
                if component.pillar == pillar.id
            )
        stops = self._conversation.track.stops
        yield from (stop.name for stop in self._conversation.overview().chapters if stop.id in stops)
        yield ""

    def _hint(self) -> str:
        _ = self._conversation.view.language.gettext
        return _(
            "Typ het nummer van je antwoord, of antwoord in je eigen woorden. "
            "Met het woord ‘hulp’ zie je wat er verder kan."
        )

    def _write(self, texts: Iterable[str]) -> None:
        write(self._out, texts)


def _chosen_with_words(base: KnowledgeBase, line: str, answers: Sequence[str]) -> Answered | None:
    """The no or the yes whose number a line begins with, and the words behind it: '1, geen tijd'; else None."""
    options = [Option(id=answer, text=answer) for answer in answers]
    marked = _MARKED.match(line)  # '1. 3 uur en 0 euro' is no list
    found = (Begun((int(marked["number"]) - 1,), line[marked.end() :].strip()) if marked else None) or (
        by_number_and_word(base, line.strip(), options)
        or picked(line.strip(), options)
        or picked(without_talk(base, line), options)
    )
    if found is None or len(found.places) > 1:
        return None
    agrees, behind = found.places[0] > 0, yes_or_no(base, found.quote)
    if behind and behind.agrees is not agrees:
        return None  # '2, nee' says two things
    remark = behind.remark if behind else found.quote
    return Answered(agrees, "" if says_nothing(base, remark) else remark)


def lines_of(says: Iterable[Say | Problem]) -> Iterator[str]:
    """Yield what is said, each text below the heading that it begins, if any."""
    for output in says:
        yield from (output.heading, "") if isinstance(output, Say) and output.heading else ()
        yield from (output.text, "")


def take_leave(session: FileSession, stream: TextIO, *options: str) -> None:
    """Write the last words: where the document is, or how to go on with it, with the options that it was held with."""
    conversation = session.conversation
    _ = conversation.view.language.gettext
    if session.is_gone:
        write(stream, [_("Let op: dit bestand is weg of veranderd. Wat er daarna gezegd is, is niet bewaard:")])
        stream.write(clean(session.store.place) + "\n")
        stream.flush()
        return
    if conversation.ask is None:
        write(stream, [_("Je gesprek staat in:")])
        stream.write(clean(session.store.place) + "\n")
    else:
        write(stream, [_("Zo ga je later verder:")])
        stream.write(invocation("talk", *options, session.path.absolute()) + "\n")
    is_finished, answers = conversation.ask is None, conversation.view.state.answers
    if is_finished or PICTURE in answers or TASKS in answers:
        write(stream, [_("Zo maak je er een verslag van:")])
        stream.write(invocation("report", session.path.absolute()) + "\n")
    if is_finished and (question := _is_there_another(conversation.view)):
        how = _("Zo leg je het ernaast, met de naam ervan op de plaats van ANDER:")
        write(stream, [f"{question} {how}"])
        stream.write(invocation("compare", session.path.absolute(), _("ANDER")) + "\n")
    stream.flush()


def _is_there_another(view: View) -> str:
    """Return a question about the conversations that could be laid beside this one; empty if none could."""
    from lobgids.report.editions import editions_of

    _ = view.language.gettext
    questions = {
        "decaan": _("Is er ook een gesprek met een groep, of van een andere decaan?"),
        "group": _("Heeft een decaan ook zelf een gesprek gehouden?"),
    }
    return questions.get(editions_of(view.header.track).compared_as or "", "")


def write(stream: TextIO, texts: Iterable[str]) -> None:
    """Write texts for people, each on lines of its own that fit the terminal."""
    width = width_of(shutil.get_terminal_size().columns)
    for text in texts:
        stream.writelines(line + "\n" for line in wrapped(clean(text), width))
    stream.flush()


def width_of(columns: int) -> int:
    """Return how wide lines are in a terminal of so many columns."""
    return max(NARROWEST, min(WIDEST, columns))


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, none wider than `width` but for an address; further lines of an item are indented."""
    for line in text.split("\n"):
        mark = line.partition(" ")[0]
        is_item = mark in ("-", UNKNOWN) or (
            mark.endswith(".") and (mark[:-1].isdecimal() or mark[:-1] in tuple("ABCD"))
        )
        indent = " " * (len(mark) + 1) if is_item else ""
        breaks = "://" not in line  # an address that is cut cannot be opened
        yield from textwrap.wrap(
            line, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=breaks
        ) or [""]


def help_lines(language: Language, track: Track) -> Iterator[str]:
    """Yield what can be typed at every question of a track."""
    _ = language.gettext
    yield _(
        "Antwoord met een nummer of letter, of in je eigen woorden. Mag je er meer kiezen, typ dan bijvoorbeeld: 1 3"
    )
    if track.asks_school:
        yield _("- zelfde: waar je antwoord op rust, is hetzelfde als bij het antwoord ervoor")
    yield _("- terug: naar de vorige vraag")
    yield _("- weet niet of overslaan: verder zonder antwoord")
    yield _("- andere woorden: dezelfde vraag, met een voorbeeld")
    yield _("- waarom: waarom ik dit vraag")
    yield _("- bron: waar de vraag vandaan komt")
    if track.answering.is_vote:
        yield _("- toon de stemmen: laten zien hoe er is gestemd")
    yield _("- notitie TEKST: iets wat je erbij wilt bewaren")
    if track.asks_school:
        yield _("- ga naar 5, ga naar organisatie of ga naar volgende; met alleen ‘ga naar’ zie je alle nummers")
        yield _("- pas aan 5: je antwoord bij nummer 5 veranderen")
        yield _("- naar het beeld: nu het beeld tot zover, de rest blijft open")
    else:
        yield _("- ga naar oefenen of ga naar volgende; met alleen ‘ga naar’ zie je waar je naartoe kunt")
        yield _("- naar het blad: nu je blad maken, de rest blijft open")
    yield _("- taal: verder in het Engels")
    yield _("- pauze: stoppen en later verdergaan")
    yield _("- hulp: deze lijst")
    yield ""
