"""The conversation with a group on a projector: one page at a time, turned with a presenter's remote."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from lobgids.dialogue.chapters.setup import votes_by_hand
from lobgids.dialogue.chapters.votes import is_far_off
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Problem
from lobgids.dialogue.protocol import Words as OwnWords
from lobgids.session.file_session import FileSession
from lobgids.session.showing.pages import Page, is_vote, pages_of
from lobgids.session.showing.questions import answer_of
from lobgids.text import clean
from lobgids.tui.app_commands import GUIDANCE, AppCommand, projector_commands
from lobgids.tui.context import AppContext
from lobgids.tui.conversation_screen import ConversationScreen
from lobgids.tui.projector.agenda_line import AgendaLine
from lobgids.tui.projector.choices import Choices
from lobgids.tui.projector.counts import DIGITS, Counts
from lobgids.tui.projector.handlers import HANDLERS
from lobgids.tui.projector.page_view import PageView
from lobgids.tui.projector.sentence import Sentence
from lobgids.tui.theme import Chosen, projector_theme, theme_name
from lobgids.tui.widgets.day import DayForm
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.words import Words

MOST_COLUMNS = 90
"""With more columns letters are small from the back row."""

CALM = 0.3
"""Seconds that a page stands before a press decides: a sooner one, or a key held down, was meant for another page."""


class ProjectorScreen(ConversationScreen):
    """Page Down goes on, Page Up goes back, a period or `b` blanks the screen; all else takes at most two keys."""

    AUTO_FOCUS = ""  # on a page that only says something, Enter must not answer what is not shown yet
    CSS_PATH = "projector.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide"), (160, "-room")]  # noqa: RUF012  # Textual does not declare it for the class
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "on", show=False, priority=True),
        Binding("pageup", "back", show=False, priority=True),
        Binding("enter", "on", show=False),
        Binding("full_stop,b,B", "do('blank')", show=False),
        Binding("n,N", "do('guidance')", show=False),
        Binding("question_mark", "do('help')", show=False),
        *(Binding(command.key, f"do('{command.name}')", show=False, priority=True) for command in projector_commands()),
    ]

    def __init__(self, session: FileSession, context: AppContext) -> None:
        super().__init__(session, context)
        self._pages: list[Page] = [Page("text", "")]
        self._at = 0
        self._goes_back = False
        self._skips = False
        self._turned_at = 0.0
        self._is_first = True
        self.shows_notes_at = ""

    def compose(self) -> ComposeResult:
        yield AgendaLine()
        with Vertical(id="projector"):
            yield PageView(self.context.now)
            yield Static(id="problem", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        self.session.conversation.draw_grids(can=False)  # a group talks about one row at a time
        self._begin(self.session.turn())

    def on_screen_resume(self) -> None:
        """What brought the page back decides nothing on it."""
        self._turned_at = self.context.seconds()

    # What is on screen.

    def theme_for(self, chosen: Chosen) -> str:
        """Return a theme with strong contrast, as a projector needs it."""
        return theme_name(projector_theme(chosen))

    @property
    def ask(self) -> Ask | None:
        """The open question."""
        return self.session.conversation.ask

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._at]

    def commands(self) -> list[AppCommand]:
        """Return what can be done here beside answering."""
        return projector_commands()

    async def settle(self, context: AppContext) -> None:
        """Show everything with these settings."""
        self.context = context
        wished = context.preferences.language
        if wished and wished != self.language.code:
            await self.give(Move(move="language", to=wished))
        else:
            self._begin(Turn((), self.ask))

    def _begin(self, turn: Turn) -> None:
        """Show the first page of a turn."""
        if turn.ask is None:
            turn = turn._replace(says=(*turn.says, self.session.conversation.close()))
        self._pages, self._at, self._skips = pages_of(turn.says, turn.ask), 0, False
        if turn.ask:
            begin_at = 1 if is_far_off(self.session.conversation.view, turn.ask.id) else 0  # to count them anew
            self.query_one(PageView).fill(turn.ask, self.language, self.glyphs, self.days, begin_at=begin_at)
        self._draw()

    def _draw(self) -> None:
        view, by_hand = self.query_one(PageView), votes_by_hand(self.session.conversation.view)
        view.show(self.page, self.ask, self.language, self.glyphs, by_hand=by_hand)
        self.query_one(AgendaLine).show(self.session, self.context.now(), self.language, self.glyphs)
        self.query_one(Hints).show(list(self._hints(is_typing=isinstance(view.answer, Words))))
        self.say(self._about_letters() if self._is_first else "")
        self._turned_at = self.context.seconds()

    def _about_letters(self) -> str:
        """Return that larger letters are better for the back row, where the screen has many small ones."""
        _ = self.language.gettext
        is_small = self.size.width > MOST_COLUMNS
        return _("Voor de achterste rij zijn grotere letters beter: druk op Ctrl en +.") if is_small else ""

    def on_resize(self) -> None:
        """Use the room that there is now."""
        if self.query(PageView):
            self._draw()

    def _hints(self, *, is_typing: bool) -> Sequence[tuple[str, str, str]]:
        _ = self.language.gettext
        hints = [("on", "PgDn", _("Verder")), ("back_page", "PgUp", _("Terug")), ("blank", ".", _("Zwart"))]
        notes = self.session.conversation.guidance()
        is_early = notes is not None and notes.is_early  # then the bar does not name them
        if notes and not (is_typing or is_early):
            hints.append(("guidance", "N", _("Notities")))
        commands = [command for command in projector_commands() if command is not GUIDANCE or not is_early]
        if self.ask is None:  # after the end the minutes come first
            commands.sort(key=lambda command: command.name != "report")
        return [*hints, *((command.name, command.shown, _(command.short)) for command in commands)]

    def say(self, text: str) -> None:
        """Say below the page why something was not taken, or that it was kept."""
        problem = self.query_one("#problem", Static)
        problem.update(Content(clean(text)))
        problem.display = bool(text)

    # What the facilitator does.

    async def follow(self, act: Callable[[], Turn], *, heard: str = "") -> bool:  # noqa: ARG002  # only the chat retells
        """Show what follows from an act; return whether it was taken."""
        before, kept, self._is_first = self.ask, len(self.session.events), False
        turn = act()
        is_kept = len(self.session.events) > kept
        text = "\n".join(clean(say.text) for say in turn.says)
        is_problem = any(isinstance(say, Problem) for say in turn.says)
        if turn.paused:
            self.post_message(self.Over())
        if is_kept and (turn.ask is None or turn.ask != before):
            self._begin(turn)
        elif is_kept or is_problem:
            self.say(text)
        else:
            self._explain(text)
        self.ask_where(turn)
        return is_kept and not is_problem

    def was_taken(self) -> None:
        """Empty where it was typed: it was kept after all."""
        self.query_one(Counts).clear()
        self.query_one(Sentence).text = ""

    def _explain(self, text: str) -> None:
        """Show over the page why this is asked, or the question in other words."""
        from lobgids.tui.sheets.ask import AskScreen

        self.app.push_screen(AskScreen(text, (self.language.gettext("Terug"),), self.language))

    async def action_do(self, name: str) -> None:
        """Do a command: call its handler, or else make its move."""
        command = next((command for command in projector_commands() if command.name == name), None)
        if handler := HANDLERS.get(name):
            await handler(self)
        elif command and command.move:
            self._goes_back = False
            await self.give(Move(move=command.move))

    async def on_hints_done(self, event: Hints.Done) -> None:
        match event.name:
            case "on":
                await self.action_on()
            case "back_page":
                await self.action_back()
            case _:
                await self.action_do(event.name)

    async def action_on(self) -> None:
        """Read on, go to the next page, or give the answer that stands there."""
        view, self._is_first = self.query_one(PageView), False
        if view.read_on():
            self._turned_at = self.context.seconds()
        elif self._at + 1 < len(self._pages):
            self._at += 1
            self._draw()
        elif isinstance(view.answer, Words) and not (view.answer.text or view.day):
            await self._go_on_without()
        else:
            view.send()

    async def _go_on_without(self) -> None:
        """Ask to type first; pressing the remote once more goes on without an answer."""
        _, is_date = self.language.gettext, self.ask is not None and KINDS[self.ask.kind].is_day
        if self._is_hurried():
            return
        if self._skips and is_date:
            await self.give(Move(move="skip"))
        elif self._skips:
            await self._typed(OwnWords(text=""))
        else:
            self._skips = True
            day, sentence = _("Typ hier eerst een dag."), _("Hier staat nog niets.")
            on = _("Nog een keer verder gaat door zonder.")
            self.say(f"{day if is_date else sentence} {on}")

    def _is_hurried(self) -> bool:
        """Return whether a press came too soon to decide; the next one has to wait as long again."""
        before, self._turned_at = self._turned_at, self.context.seconds()
        return self._turned_at - before < CALM

    async def action_back(self) -> None:
        """Read back, go to the page before, or take back what the remote itself had answered."""
        if self.query_one(PageView).read_back():
            return
        if self._at:
            self._at -= 1
            self._draw()
        elif self._goes_back:
            self._goes_back = False
            await self.give(Move(move="back"))
        else:
            self.say(self.language.gettext("Met F2 neem je het laatste antwoord terug."))

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answer with what was chosen; the remote can take that back."""
        ask = self.ask
        if ask is None or self._is_hurried():
            return
        if not event.indexes:
            self.say(self.language.gettext("Zet met Enter aan wat je kiest, en ga dan verder."))
            return
        stood = dict(self.session.conversation.view.state.answers)
        is_taken = await self.give(answer_of(ask, event.indexes))
        stands = self.session.conversation.view.state.answers != stood  # else one would take back what was typed before
        self._goes_back = is_taken and stands and not KINDS[ask.kind].takes_several

    async def on_counts_sent(self, event: Counts.Sent) -> None:
        """Give the votes; they stay, to be counted anew if they were wrong."""
        if not self._is_hurried():
            await self._typed(Answer(answer=event.votes))

    def on_counts_missing(self) -> None:
        self.say(self.language.gettext("Hier mist nog een aantal. Koos niemand deze letter, typ dan 0."))

    def on_key(self, event: Key) -> None:
        """Count at once where digits are typed while the descriptions are shown: none may get lost."""
        if event.character in DIGITS and self.page.kind == "think" and self.ask and is_vote(self.ask):
            event.stop()
            self._at += 1
            self._draw()
            self.query_one(Counts).type(event.character)
        elif event.character in DIGITS:
            self.say("")

    async def on_day_form_chosen(self, event: DayForm.Chosen) -> None:
        if not self._is_hurried():
            await self._typed(Answer(answer=event.day.isoformat() if event.day else ""))

    async def on_words_sent(self, event: Words.Sent) -> None:
        """Give a sentence, a number or a day; what is not taken stands there again, and nothing takes two presses."""
        if not (event.text or self.query_one(PageView).day):
            await self._go_on_without()
        elif self._is_hurried() or not await self._typed(self.as_shown(OwnWords(text=event.text))):
            self.query_one(Sentence).begin(event.text)

    def on_words_too_long(self) -> None:
        sentence = self.language.gettext(
            "Dat is te veel om te plakken: hooguit {most} tekens. Ik heb het niet overgenomen."
        )
        self.say(sentence.format(most=LONGEST_TEXT))

    async def _typed(self, given: Input) -> bool:
        """Give what was typed, which the remote does not take back; return whether it was taken."""
        self._goes_back = False
        return await self.give(given)

    async def on_sentence_blanked(self) -> None:
        await self.action_do("blank")
