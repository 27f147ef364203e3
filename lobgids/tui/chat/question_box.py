"""The open question in the chat, with all that it can be answered with."""

from collections.abc import Iterable
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Static, TextArea

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Answer, Ask, Input
from lobgids.session.showing.questions import answer_of, question_of
from lobgids.text import clean
from lobgids.tui.chat.form import Form
from lobgids.tui.chat.options import Options
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN
from lobgids.tui.widgets.day import DayForm, Days, WithDay
from lobgids.tui.widgets.marked_text import LETTERS
from lobgids.tui.widgets.words import Words

ARROWS = {"up": -1, "left": -1, "down": 1, "right": 1}
HELP = "question_mark"


class Send(Static):
    """The word beside the line that sends it, for the mouse."""

    class Clicked(Message):
        """It was clicked."""

    def on_click(self) -> None:
        self.post_message(self.Clicked())


class QuestionBox(WithDay, Vertical):
    """The question, its options or form, and the line for own words."""

    class Given(Message):
        """An answer by option or form; `leaving` are words that leave open what comes next as well."""

        def __init__(self, given: Input, leaving: str = "") -> None:
            super().__init__()
            self.given, self.leaving = given, leaving

    class Telling(Message):
        """More is being typed than a word: it may be told in own words. Posted once."""

    def __init__(self) -> None:
        super().__init__()
        self.ask: Ask | None = None
        self._is_telling = False
        self._how = ""
        self._nothing = ""
        self._own_form: Form | None = None
        self._is_sent = False
        self._left: dict[str, Any] = {}
        """What was begun in the forms of questions that one went away from, by their asks."""

    def compose(self) -> ComposeResult:
        """Make all parts; those that a question does not need are hidden."""
        line = Words()
        yield Static(id="question", markup=False)
        yield Options()
        yield DayForm()
        with Horizontal(id="line"):
            yield Static(">", id="prompt", markup=False)  # where one types
            yield line
            yield Send(id="send", markup=False)

    def show(self, ask: Ask, conversation: Conversation, glyphs: Glyphs, days: Days) -> None:
        """Show another question, with the answer that stood there; what stands in the line stays."""
        language, stood = conversation.view.language, conversation.stood(ask)
        _ = language.gettext
        is_new = self.ask != ask
        if is_new:
            self._show_form(ask, stood, conversation, glyphs)
        self.ask = ask
        self.query_one("#question", Static).update(Content(clean(question_of(ask))))
        options, form, words = self.query_one(Options), self.query_one(DayForm), self.query_one(Words)
        options.display, form.display = bool(ask.options) and not self._own_form, KINDS[ask.kind].is_day
        self.query_one("#line").display = True
        if is_new and not self._own_form:
            options.show(ask, stood, glyphs, send=_("Klaar met kiezen"), same=_("Zelfde als net"))
            options.mark(self.named)
        if is_new and form.display:
            form.show(ask, days, language)
            form.preview(words.text)
        drawn = DRAWN[ask.kind]
        own_how = self._own_form.how if self._own_form else ""
        self._how, self._nothing = own_how or _(drawn.how), _(drawn.nothing)
        words.placeholder = self._how
        words.not_words = frozenset(_not_words(ask)) | (self._own_form.keys if self._own_form else frozenset())
        send = _("Stuur")
        self.query_one("#send", Static).update(Content(f"{glyphs.send} {send}"))

    def _show_form(self, ask: Ask, stood: Any, conversation: Conversation, glyphs: Glyphs) -> None:
        """Replace the form by that of this question; what was begun at the same question stays."""
        is_same = self.ask is not None and self.ask.id == ask.id
        if self._own_form and self.ask and not is_same and not self._is_sent:
            self._left[self.ask.id] = self._own_form.value
        begun = self._own_form.value if self._own_form and is_same else stood or self._left.pop(ask.id, None)
        if self._own_form:
            self._own_form.remove()
        make, self._is_sent = DRAWN[ask.kind].form, False
        self._own_form = make(ask, begun, conversation, glyphs) if make else None
        if self._own_form:
            self.mount(self._own_form, after="#question")

    def focus_answer(self) -> None:
        """Put the keyboard where the question is answered: in the line."""
        if self.ask is None:
            self.screen.set_focus(None)
        else:
            self.query_one(Words).focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Mark the options that the line now names; arrows are for an empty line."""
        event.stop()
        options, words = self.query_one(Options), self.query_one(Words)
        words.placeholder = self._how
        if " " in words.text and not self._is_telling and self.ask and self.ask.component and self.ask.options:
            self._is_telling = True
            self.post_message(self.Telling())
        if self._own_form:
            if len(words.text) == 1 and _begins_a_word(words.text) and (begun := self._own_form.give_back()):
                words.begin(begun)
            self._own_form.mark(words.text)
            return
        options.mark(self.named)
        if words.text:
            options.highlighted = None

    def on_key(self, event: Key) -> None:
        """Handle keys that are no words in an empty line: point at an option, tick it, or say something with it."""
        options, words = self.query_one(Options), self.query_one(Words)
        if self._own_form and words.text and event.key in ("up", "down") and self._own_form.put(words.text):
            words.text = ""
        if words.text or event.key not in words.not_words or event.key == HELP:
            return
        event.stop()
        if self._own_form:
            if not self._own_form.take(event.key):
                words.take_key(event)
        elif event.key == "equals_sign":
            self.post_message(self.Given(Answer(answer="same")))
        elif step := ARROWS.get(event.key):
            options.action_cursor_down() if step > 0 else options.action_cursor_up()
        elif options.pointed is None:
            words.take_key(event)
        elif event.key == "comma":
            words.begin(f"{LETTERS[options.pointed]}, ")
        else:
            options.action_select()

    def on_words_sent(self, event: Words.Sent) -> None:
        """Answer with the form, or with what the arrows are at if the line is empty; if they are nowhere, say so."""
        if self._own_form:
            if self._own_form.send(event.text):
                event.stop()
        elif not event.text.strip() and not self.query_one(DayForm).display:
            event.stop()
            if not self.query_one(Options).answer():
                self.query_one(Words).placeholder = self._nothing

    def on_form_sent(self, event: Form.Sent) -> None:
        event.stop()
        self._is_sent = True
        self.post_message(self.Given(Answer(answer=event.value), event.leaving))

    def on_form_refused(self, event: Form.Refused) -> None:
        """Say in the empty line why nothing was sent yet."""
        event.stop()
        self.query_one(Words).placeholder = event.why

    def on_form_given_back(self, event: Form.GivenBack) -> None:
        event.stop()
        self.query_one(Words).begin(event.typed)

    def on_form_hinted(self, event: Form.Hinted) -> None:
        event.stop()
        self._how = event.how
        self.query_one(Words).placeholder = event.how

    def on_options_answered(self, event: Options.Answered) -> None:
        event.stop()
        self._let_go()
        if self.ask:
            self.post_message(self.Given(answer_of(self.ask, event.indexes)))

    def on_options_ticked(self, event: Options.Ticked) -> None:
        """Empty the line: what it named is ticked now."""
        event.stop()
        self._let_go()

    def on_options_same(self, event: Options.Same) -> None:
        event.stop()
        self._let_go()
        self.post_message(self.Given(Answer(answer="same")))

    def on_day_form_chosen(self, event: DayForm.Chosen) -> None:
        """Answer with a day, or with none: then the engine says what to type."""
        event.stop()
        self.post_message(self.Given(Answer(answer=event.day.isoformat() if event.day else "")))

    def on_words_left(self, event: Words.Left) -> None:
        """Mark nothing any more; words stay."""
        event.stop()
        self._let_go()
        self.query_one(Options).highlighted = None
        if self._own_form:
            self._own_form.leave()
        self.focus_answer()

    def on_send_clicked(self, event: Send.Clicked) -> None:
        event.stop()
        self.query_one(Words).send()

    def on_paste(self, event: Paste) -> None:
        """Put into the line what is pasted anywhere at the question."""
        event.stop()
        self.query_one(Words).take(event.text)

    @property
    def named(self) -> tuple[int, ...]:
        """The indexes of the options that the line names."""
        ask = self.ask
        return KINDS[ask.kind].named(ask, self.query_one(Words).text) if ask else ()

    @property
    def begun(self) -> Any:
        """What is chosen in the form and not sent; None if there is no form, or nothing is."""
        return (self._own_form.value or None) if self._own_form else None

    @property
    def pointed(self) -> str:
        """The id of the option or field that the arrows are at; empty if they are at none."""
        if self._own_form:
            return self._own_form.pointed
        place = self.query_one(Options).pointed if self.ask else None
        return self.ask.options[place].id if self.ask and place is not None else ""

    def _let_go(self) -> None:
        """Empty a line that only names options."""
        if self.named:
            self.query_one(Words).text = ""


def _begins_a_word(typed: str) -> bool:
    """Whether a character makes words of the letters before it: no digit and no mark."""
    return typed.isalpha() or typed.isspace()


def _not_words(ask: Ask) -> Iterable[str]:
    """Yield the keys that are no words in an empty line."""
    yield HELP
    if DRAWN[ask.kind].can_point:
        yield from (*ARROWS, "comma")
    if KINDS[ask.kind].takes_several:
        yield "space"
    if ask.same:
        yield "equals_sign"
