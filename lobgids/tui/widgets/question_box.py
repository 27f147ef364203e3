"""The open question with all that it can be answered with."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Static

from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Answer, Ask, Input
from lobgids.i18n import Language
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.day import DayForm, Days, WithDay
from lobgids.tui.widgets.options import Options
from lobgids.tui.widgets.words import Words


class Send(Static):
    """The word beside the input that sends it, for the mouse."""

    class Clicked(Message):
        """It was clicked."""

    def on_click(self) -> None:
        """Send."""
        self.post_message(self.Clicked())


class QuestionBox(WithDay, Vertical):
    """The question, its options or form, and the line for own words."""

    class Given(Message):
        """An answer by option or form."""

        def __init__(self, given: Input) -> None:
            super().__init__()
            self.given = given

    def __init__(self) -> None:
        super().__init__()
        self.ask: Ask | None = None

    def compose(self) -> ComposeResult:
        """The parts; those that a question does not need are hidden."""
        line = Words()
        yield Static(id="question", markup=False)
        yield Options(line)
        yield DayForm()
        with Horizontal(id="line"):
            yield line
            yield Send(id="send", markup=False)

    def show(self, ask: Ask, language: Language, glyphs: Glyphs, days: Days) -> None:
        """Show another question. What was begun in own words stays."""
        _ = language.gettext
        is_new = self.ask != ask
        self.ask = ask
        self.query_one("#question", Static).update(Content(clean(question_of(ask))))
        options, form, words = self.query_one(Options), self.query_one(DayForm), self.query_one(Words)
        options.display, form.display = bool(ask.options), ask.kind == "date"
        self.query_one("#line").display = True
        if is_new:
            options.show(ask, glyphs, send=_("Klaar met kiezen"), same=_("Zelfde als net"))
        if is_new and ask.kind == "date":
            form.show(ask, days, language)
            form.preview(words.text)
        otherwise = _("Of in je eigen woorden") if ask.options else _("Typ hier je antwoord")
        by_kind = {"votes": _("Typ de aantallen, in deze volgorde"), "date": _("Typ hier een dag")}
        words.placeholder = by_kind.get(ask.kind, otherwise)
        send = _("Stuur")
        self.query_one("#send", Static).update(Content(f"{glyphs.send} {send}"))

    def close(self, farewell: str) -> None:
        """There is no question left."""
        self.ask = None
        self.query_one("#question", Static).update(Content(clean(farewell)))
        for part in (self.query_one(Options), self.query_one(DayForm), self.query_one("#line")):
            part.display = False

    def focus_answer(self) -> None:
        """Put the keyboard where this question is answered."""
        if self.ask is None:
            self.screen.set_focus(None)
        elif self.ask.options and self.ask.kind != "votes":
            self.query_one(Options).focus()
        else:
            self.query_one(Words).focus()

    def on_options_answered(self, event: Options.Answered) -> None:
        """The chosen places as an answer of the question's kind."""
        event.stop()
        if self.ask:
            self.post_message(self.Given(answer_of(self.ask, event.places)))

    def on_options_same(self, event: Options.Same) -> None:
        """It rests on the same as the answer before."""
        event.stop()
        self.post_message(self.Given(Answer(answer="same")))

    def on_day_form_chosen(self, event: DayForm.Chosen) -> None:
        """A day, or that there is none yet: the engine tells what one can type."""
        event.stop()
        self.post_message(self.Given(Answer(answer=event.day.isoformat() if event.day else "")))

    def on_words_left(self, event: Words.Left) -> None:
        """Back from the line to the options."""
        event.stop()
        self.focus_answer()

    def on_send_clicked(self, event: Send.Clicked) -> None:
        """Send the line."""
        event.stop()
        self.query_one(Words).send()

    def on_paste(self, event: Paste) -> None:
        """What is pasted anywhere at the question goes into the line."""
        event.stop()
        self.query_one(Words).take(event.text)


def answer_of(ask: Ask, places: Sequence[int]) -> Answer:
    """The places of chosen options as an answer of the question's kind."""
    match ask.kind:
        case "multi":
            return Answer(answer=[ask.options[place].id for place in places])
        case "confirm":
            return Answer(answer=places[0] == 0)
        case "scale":
            return Answer(answer=places[0] + 1)
    return Answer(answer=ask.options[places[0]].id)


def question_of(ask: Ask) -> str:
    """The question itself: the last line of what is asked."""
    return ask.text.rpartition("\n")[2]


def told_before(ask: Ask) -> str:
    """What is told before the question: all lines but the last."""
    return ask.text.rpartition("\n")[0]
