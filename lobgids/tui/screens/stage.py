"""The conversation with a group on a projector: one page at a time, and a presenter's remote to turn the pages."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Problem
from lobgids.dialogue.protocol import Words as OwnWords
from lobgids.dialogue.telling import votes_by_hand
from lobgids.session import Session
from lobgids.tui.deeds import Deed, of_stage
from lobgids.tui.desk import Desk
from lobgids.tui.errands import STAGE_ERRANDS
from lobgids.tui.screens.conversing import ConversationScreen
from lobgids.tui.stage import drawing
from lobgids.tui.stage.pages import Page, is_vote, pages_of
from lobgids.tui.widgets.agenda_line import AgendaLine
from lobgids.tui.widgets.choices import Choices
from lobgids.tui.widgets.clock import Clock
from lobgids.tui.widgets.counts import Counts
from lobgids.tui.widgets.day import DayForm
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.question_box import SOON, answer_of
from lobgids.tui.widgets.sentence import Sentence
from lobgids.tui.widgets.told import Line, Told
from lobgids.tui.widgets.words import Words


class StageScreen(ConversationScreen):
    """Page Down goes on, Page Up goes back, a period or `b` blanks; all else is within two keys."""

    AUTO_FOCUS = ""  # a page that only tells has no keyboard: Enter there never answers what is not shown yet
    CSS_PATH = "stage.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012  # Textual does not declare it for the class
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "on", show=False, priority=True),
        Binding("pageup", "back", show=False, priority=True),
        Binding("enter", "on", show=False),
        Binding("full_stop,b", "do('blank')", show=False),
        Binding("n", "do('guidance')", show=False),
        Binding("question_mark", "do('help')", show=False),
        *(Binding(deed.key, f"do('{deed.name}')", show=False, priority=True) for deed in of_stage()),
    ]

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session, desk)
        self._pages: list[Page] = [Page("told", "")]
        self._at = 0
        self._goes_back = False
        self._skips = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        line = Sentence()
        yield AgendaLine()
        with Vertical(id="stage"):
            with VerticalScroll(id="page", can_focus=False):
                yield Static(id="told", markup=False)
                yield Clock(self.desk.now)
                yield Choices()
                yield Counts()
                yield DayForm(line)
                yield line
            yield Static(id="problem", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        """Begin, or go on where one was."""
        self._begin(self.session.turn())

    # What is on screen.

    @property
    def ask(self) -> Ask | None:
        """The open question."""
        return self.session.conversation.ask

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._at]

    def deeds(self) -> list[Deed]:
        """What one can do here beside answering."""
        return of_stage()

    async def settle(self, desk: Desk) -> None:
        """Show all as the settings now say."""
        self.desk = desk
        wished = desk.preferences.language
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
            self._fill(turn.ask)
        self._draw()

    def _fill(self, ask: Ask) -> None:
        """Make what the question is answered with."""
        _ = self.language.gettext
        line = self.query_one(Words)
        line.text, line.placeholder = "", _("Typ hier het aantal") if ask.kind == "number" else _("Typ hier de zin")
        if ask.options and ask.kind != "votes":
            self.query_one(Choices).show(ask, self.glyphs)
        elif ask.kind == "votes":
            self.query_one(Counts).show(ask, self.glyphs)
        elif ask.kind == "date":
            self.query_one(DayForm).show(_day(ask, self.desk.today()), self.language.date, _("Deze dag"))

    def _draw(self) -> None:
        ask, page = self.ask, self.page
        self.query_one("#told", Static).update(Told(self._lines(page)))
        asks = ask is not None and page.kind == "answer"
        shown = self._answered_with(ask) if ask and asks else None
        for part in (Choices, Counts, DayForm, Words):
            self.query_one(part).display = part is shown
        self.query_one(Clock).run(is_on=asks and ask is not None and ask.id.endswith(".talk"), language=self.language)
        self.query_one(AgendaLine).show(self.session, self.desk.now(), self.language, self.glyphs)
        self.query_one(Hints).show(list(self._hints(is_typing=shown is Words)))
        self.query_one("#page").scroll_home(animate=False)
        self.say("")
        self.set_focus(self.query_one(shown) if shown else None)

    def _lines(self, page: Page) -> Sequence[Line]:
        ask = self.ask
        if page.kind == "think" and ask:
            return list(drawing.thought(page.text, ask))
        if page.kind == "result" and ask:
            return list(drawing.result(page.text, ask, self.language, self.glyphs))
        if page.kind == "answer":
            return list(drawing.asked(page.text, self._how()))
        return drawing.told(page.text)

    def _how(self) -> str:
        """How votes are typed in."""
        ask, _ = self.ask, self.language.gettext
        if ask is None or not is_vote(ask):
            return ""
        if votes_by_hand(self.session.conversation.view):
            return _("Typ achter elke letter hoeveel handen er zijn, de schoolleiding het laatst.")
        return _("Typ achter elke letter hoeveel kaarten er zijn. Niemand ziet de aantallen.")

    @staticmethod
    def _answered_with(ask: Ask) -> type[Choices] | type[Counts] | type[DayForm] | type[Words]:
        if ask.kind == "votes":
            return Counts
        if ask.options:
            return Choices
        return DayForm if ask.kind == "date" else Words

    def _hints(self, *, is_typing: bool) -> Sequence[tuple[str, str, str]]:
        _ = self.language.gettext
        hints = [("on", "PgDn", _("Verder")), ("back_page", "PgUp", _("Terug")), ("blank", ".", _("Zwart"))]
        if not is_typing:
            hints.append(("guidance", "N", _("Notities")))
        return [*hints, *((deed.name, deed.shown, _(deed.short)) for deed in of_stage())]

    def say(self, text: str) -> None:
        """Say below the page why something could not be taken, or that it was kept."""
        problem = self.query_one("#problem", Static)
        problem.update(Content(clean(text)))
        problem.display = bool(text)

    # What the facilitator does.

    async def give(self, given: Input, *, heard: str = "") -> bool:  # noqa: ARG002  # only the chat retells a move
        """Give the engine an answer or a move and show what it says; whether it took it."""
        before, kept = self.ask, len(self.session.events)
        turn = self.session.conversation.take(given)
        is_kept = len(self.session.events) > kept
        told = "\n".join(clean(one.text) for one in turn.says)
        if turn.paused:
            self.post_message(self.Over())
        if is_kept and (turn.ask is None or turn.ask != before):
            self._begin(turn)
        elif is_kept or any(isinstance(one, Problem) for one in turn.says):
            self.say(told)
        else:
            self._explain(told)
        return is_kept and not any(isinstance(one, Problem) for one in turn.says)

    def _explain(self, told: str) -> None:
        """Show why, or the question in other words, over the page."""
        from lobgids.tui.screens.ask import AskScreen

        self.app.push_screen(AskScreen(told, (self.language.gettext("Terug"),), self.language))

    async def action_do(self, name: str) -> None:
        """Do one of the deeds: a move, or something of the app's own."""
        deed = next((deed for deed in of_stage() if deed.name == name), None)
        if deed and deed.move:
            self._goes_back = False
            await self.give(Move(move=deed.move))
        else:
            await STAGE_ERRANDS[name](self)

    async def on_hints_done(self, event: Hints.Done) -> None:
        """A hint was clicked."""
        match event.name:
            case "on":
                await self.action_on()
            case "back_page":
                await self.action_back()
            case _:
                await self.action_do(event.name)

    async def action_on(self) -> None:
        """Read on, to the next page, or give the answer that stands there."""
        page = self.query_one("#page", VerticalScroll)
        if page.max_scroll_y - page.scroll_y > 1:
            page.scroll_page_down(animate=False)
        elif self._at + 1 < len(self._pages):
            self._at += 1
            self._draw()
        elif self.ask:
            self._send(self._answered_with(self.ask))

    async def action_back(self) -> None:
        """Read back, to the page before, or take back what the remote itself had answered."""
        page = self.query_one("#page", VerticalScroll)
        if page.scroll_y > 0:
            page.scroll_page_up(animate=False)
        elif self._at:
            self._at -= 1
            self._draw()
        elif self._goes_back:
            self._goes_back = False
            await self.give(Move(move="back"))
        else:
            self.say(self.language.gettext("Met F2 neem je het laatste antwoord terug."))

    def _send(self, part: type[Choices] | type[Counts] | type[DayForm] | type[Words]) -> None:
        if part is Choices:
            self.query_one(Choices).send()
        elif part is Counts:
            self.query_one(Counts).send()
        elif part is DayForm:
            self.query_one(DayForm).action_send()
        elif self.query_one(Words).text or self._skips:
            self.query_one(Words).send()
        else:  # the remote was pressed where a sentence is asked: once more goes on without it
            self._skips = True
            self.say(self.language.gettext("Typ hier eerst een zin. Nog een keer verder gaat door zonder."))

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Answered with what was chosen; that is taken back as easily."""
        ask = self.ask
        if ask is None:
            return
        if not event.places:
            self.say(self.language.gettext("Zet met Enter aan wat je kiest, en ga dan verder."))
            return
        self._goes_back = await self.give(answer_of(ask, event.places)) and ask.kind != "multi"

    async def on_counts_sent(self, event: Counts.Sent) -> None:
        """The votes."""
        self._goes_back = False
        await self.give(Answer(answer=event.votes))

    def on_counts_missing(self) -> None:
        """A number is missing."""
        self.say(self.language.gettext("Hier mist nog een aantal."))

    async def on_day_form_chosen(self, event: DayForm.Chosen) -> None:
        """A day."""
        self._goes_back = False
        await self.give(Answer(answer=event.day.isoformat()))

    async def on_words_sent(self, event: Words.Sent) -> None:
        """A sentence, or a number."""
        self._goes_back = False
        await self.give(OwnWords(text=event.text))

    async def on_sentence_blanked(self) -> None:
        """The remote blanks the screen, also where a sentence is asked."""
        await self.action_do("blank")


def _day(ask: Ask, today: date) -> date:
    """The day that the form begins with."""
    try:
        return date.fromisoformat(str(ask.standing))
    except ValueError:
        return today + SOON
