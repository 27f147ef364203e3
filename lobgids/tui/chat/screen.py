"""The conversation as a chat: the stream of turns, the open question, and beside it what is known so far."""

import threading
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key, Paste

from lobgids.dialogue.chapters import closing
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.dialogue.leaving import PLAN
from lobgids.dialogue.pace import minutes_left
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Problem
from lobgids.i18n import language_after
from lobgids.session.file_session import FileSession
from lobgids.session.review import result_in_words
from lobgids.session.showing.questions import lines_before, question_of
from lobgids.session.transcript import TranscriptEntry, said
from lobgids.text import clean
from lobgids.tui.app_commands import COMMANDS, TURN, AppCommand, by_name, chat_commands
from lobgids.tui.chat.handlers import HANDLERS, open_turn
from lobgids.tui.chat.hinting import READ_ON, hints
from lobgids.tui.chat.meaning import meaning
from lobgids.tui.chat.panel import Panel
from lobgids.tui.chat.progress import ProgressLine
from lobgids.tui.chat.question_box import QuestionBox
from lobgids.tui.chat.stream import Stream
from lobgids.tui.command_handlers import explain_term, report
from lobgids.tui.context import AppContext
from lobgids.tui.conversation_screen import ConversationScreen
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.turn import Turn as TurnWidget
from lobgids.tui.widgets.turn_maker import TurnMaker
from lobgids.tui.widgets.words import Words

LAST_BATCHES = 3
"""In how many of the last batches of what was said one looks for what is said again on coming back."""


class ChatScreen(ConversationScreen):
    """A conversation, whose document is open for writing."""

    # Textual declares both for the instance, so they can't be class variables here.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (112, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-middling"), (32, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(command.key, f"do('{command.name}')", show=False, priority=True) for command in (*COMMANDS, TURN)),
        Binding("escape", "answer", show=False),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
        Binding("pagedown", "scroll(1)", show=False, priority=True),
    ]

    def __init__(self, session: FileSession, context: AppContext) -> None:
        super().__init__(session, context)
        self.shows_direction = False
        self._in_question: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        yield ProgressLine()
        with Horizontal(id="middle"):
            with Vertical(id="talk"):
                yield Stream()
                yield QuestionBox()
            yield Panel()
        yield Hints()

    async def on_mount(self) -> None:
        """Begin, or go on at the open question."""
        self.set_class(self.context.preferences.density == "compact", "-compact")
        self.session.conversation.draw_grids(can=True)
        turn = self.session.turn()
        await self._show_story()
        if self.session.events:  # or else the story itself begins with the greeting
            above = self._just_said()
            await self.query_one(Stream).add(entry for entry in said(turn) if entry.text not in above)
        if turn.ask is None:
            result = result_in_words(self.session.conversation)
            await self.query_one(Stream).add(
                [TranscriptEntry("guide", clean(say.text), heading=say.heading) for say in result]
            )
        await self._ask()

    def _just_said(self) -> set[str]:
        """Return what stands at the end of the story, and so need not be said again on coming back."""
        story = self.story()
        return {entry.text for _, entry in story.entries(max(0, len(story) - LAST_BATCHES), len(story))}

    # What is on screen.

    @property
    def is_ready(self) -> bool:
        """Whether the open question is shown."""
        return self.asked == self.query_one(QuestionBox).ask

    @property
    def asked(self) -> Ask:
        """The open question, or what to do now that there is none any more."""
        conversation = self.session.conversation
        return conversation.ask or conversation.what_now()

    @property
    def unsent(self) -> str:
        """What was typed and not sent; the letter of an option does not count."""
        return "" if self.query_one(QuestionBox).named else super().unsent

    async def keep_begun(self) -> None:
        """Answer the rows of a grid that were chosen; the others stay open."""
        if begun := self.query_one(QuestionBox).begun:
            await self.give(Answer(answer=begun))

    def commands(self) -> list[AppCommand]:
        """Return what can be done here beside answering; with a group also to show it on a projector."""
        return [*self.offered, *([TURN] if self.track.has_projector else [])]

    @property
    def offered(self) -> list[AppCommand]:
        """The commands that the bar and help name."""
        conversation = self.session.conversation
        return chat_commands(conversation.track, is_open=conversation.ask is not None)

    async def show_anew(self) -> None:
        """Show everything again, in another language or with other settings."""
        await self._show_story()
        await self._ask()

    async def settle(self, context: AppContext) -> None:
        """Show everything with these settings."""
        self.context = context
        self.set_class(context.preferences.density == "compact", "-compact")
        wished = context.preferences.language
        if wished and wished != self.language.code:
            await self.give(Move(move="language", to=wished))
        else:
            await self.show_anew()

    def refresh_sides(self) -> None:
        """Show again how far the conversation is, and what can be done."""
        conversation, preferences = self.session.conversation, self.context.preferences
        overview = conversation.overview()
        minutes = minutes_left(conversation.view, conversation.ask, self.session.answer_times)
        self.query_one(ProgressLine).show(overview, self.language, self.glyphs, minutes)
        panel = self.query_one(Panel)
        if panel.display:
            always = preferences.direction == "always" or self.shows_direction
            points = always or (overview.shows_direction and preferences.direction != "never")
            points = points and conversation.view.track.has_direction
            panel.show(overview, conversation.result() if points else None, self.language, self.glyphs)
        self._show_hints(more_below=self.query_one(Stream).has_more_below)

    def _show_hints(self, *, more_below: bool) -> None:
        shown = hints(self.asked, self.offered, self.language, self.glyphs, more_below=more_below)
        self.query_one(Hints).show(list(shown), small=self.language.gettext("Groter is fijner"))

    async def _show_story(self) -> None:
        terms, you = self.session.conversation.view.base.glossary, self.language.gettext("jij")
        await self.query_one(Stream).show_story(self.story(), TurnMaker(terms, self.glyphs, you))

    async def _ask(self) -> None:
        """Show the open question, or what to do now that there is none any more."""
        ask, box = self.asked, self.query_one(QuestionBox)
        before = lines_before(ask)
        if before and self._in_question != (ask.id, ask.text):
            await self.query_one(Stream).add([TranscriptEntry("guide", clean(before), ask=ask.id)])
        self._in_question = (ask.id, ask.text)
        box.show(ask, self.session.conversation, self.glyphs, self.days)
        box.focus_answer()
        self.refresh_sides()

    # What the person does.

    async def follow(self, act: Callable[[], Turn], *, heard: str = "") -> bool:
        """Show what follows from an act; return whether it was taken."""
        before, spoken, kept = self.session.conversation.ask, self.language.code, len(self.session.events)
        turn = act()
        is_taken = bool(turn.heard)
        stream = self.query_one(Stream)
        if self.language.code != spoken:
            await self._show_story()
        elif is_taken:
            asked = (
                [TranscriptEntry("guide", clean(question_of(before)), ask=before.id)]
                if before and turn.ask != before
                else []
            )
            await stream.add([*asked, *said(turn, answered=self.session.events[kept].ask)])
            stream.story.grow(self.session.events[kept:])
        else:
            await stream.add([*([TranscriptEntry("person", heard)] if heard else []), *said(turn)])
        if turn.paused:
            await self._part()
        await self._ask()
        self.ask_where(turn)
        return is_taken or not any(isinstance(output, Problem) for output in turn.says)

    async def _part(self) -> None:
        """End the visit; first with the sheet that was promised to who talks with others first."""
        from lobgids.report.offers import promised

        if promised(self.session.conversation) and not self.session.is_gone:
            await report(self, opens=True, then=lambda: self.post_message(self.Over()))
        else:
            self.post_message(self.Over())

    def was_taken(self) -> None:
        """Empty the line: what stands in it was kept after all."""
        self.query_one(Words).text = ""

    async def action_do(self, name: str) -> None:
        """Do a command: call its handler, or else make its move."""
        command = TURN if name == TURN.name else by_name(name)
        if handler := HANDLERS.get(name):
            await handler(self)
        elif command.move:
            about = self.query_one(QuestionBox).pointed if command.move == "example" else ""
            await self.give(Move(move=command.move, to=about), heard=self.language.gettext(command.short).lower())

    async def on_hints_done(self, event: Hints.Done) -> None:
        if event.name == READ_ON:
            self.action_scroll(1)
        else:
            await self.action_do(event.name)

    async def on_progress_line_clicked(self) -> None:
        await self.action_do("jump")

    def on_question_box_telling(self) -> None:
        """Get ready to hear what is being told, beside the keys; nothing waits for it, not even the end."""
        threading.Thread(target=self.session.conversation.listen, daemon=True).start()

    async def on_question_box_given(self, event: QuestionBox.Given) -> None:
        await self._answer(event.given)
        if event.leaving and self.session.conversation.leaving(event.leaving):
            await self.give(Move(move="skip", to=PLAN))

    async def _answer(self, given: Input, *, heard: str = "") -> bool:
        """Give an answer, or at the end do what was chosen; return whether it was taken."""
        match self.session.conversation.chosen_at_the_end(given):
            case closing.REPORT:
                await report(self, opens=True)
            case closing.STOP:
                await self.action_do("leave")
            case _:
                return await self.give(given, heard=heard)
        return True

    async def on_words_sent(self, event: Words.Sent) -> None:
        conversation = self.session.conversation
        languages = (self.language.code, language_after(self.language.code, self.context.languages))
        meant = meaning(event.text, self.asked, conversation.view.base, languages)
        if isinstance(meant, AppCommand):
            await self.action_do(meant.name)
        elif not (await self._answer(self.as_shown(meant), heard=clean(event.text)) or isinstance(meant, Move)):
            self.query_one(Words).begin(event.text)

    async def on_key(self, event: Key) -> None:
        """Show help at a question mark with nothing in front of it; put what is typed elsewhere into the line."""
        if event.key == "question_mark":
            event.stop()
            await self.action_do("help")
        elif event.is_printable and event.key != "space" and not self._is_at_question:
            event.stop()
            self.action_answer()
            self.query_one(Words).focus()
            self.query_one(Words).take_key(event)

    @property
    def _is_at_question(self) -> bool:
        """Whether the keyboard is where the open question is answered, or nothing is asked."""
        box = self.query_one(QuestionBox)
        return box.ask is None or (self.focused is not None and box in self.focused.ancestors)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self.query_one(Words).take(event.text)

    def on_words_too_long(self) -> None:
        sentence = self.language.gettext(
            "Dat is te veel om te plakken: hooguit {most} tekens. Ik heb het niet overgenomen."
        )
        self.notify(sentence.format(most=LONGEST_TEXT), markup=False)

    async def on_turn_opened(self, event: TurnWidget.Opened) -> None:
        await open_turn(self, event.turn)

    async def on_turn_explained(self, event: TurnWidget.Explained) -> None:
        await explain_term(self, event.term)

    def on_stream_more(self, event: Stream.More) -> None:
        self._show_hints(more_below=event.below)

    def on_stream_left(self) -> None:
        self.action_answer()

    def action_answer(self) -> None:
        """Go back to the question."""
        self.remove_class("-with-panel")
        self.query_one(QuestionBox).focus_answer()

    def action_scroll(self, direction: int) -> None:
        """Scroll a page up or down in what was said, wherever the keyboard is."""
        stream = self.query_one(Stream)
        if direction < 0:
            stream.scroll_page_up(animate=False)
        else:
            stream.scroll_page_down(animate=False)
