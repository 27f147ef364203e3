"""What words mean: those of the present question first, then all of the glossary, then what else one can look up."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import Language, folded, gettext_noop
from lobgids.kb.entries import Term
from lobgids.kb.terms import find_terms
from lobgids.kb.topics import Topic, word
from lobgids.tui.screens.sheet import Close, Sheet

HEADINGS = {
    "role": gettext_noop("Rollen"),
    "model": gettext_noop("Modellen"),
    "case": gettext_noop("Gevallen om mee te oefenen"),
}
"""What there is to look up beside words, in order."""


class WordsScreen(Sheet[None]):
    """A list that narrows while one types, with below it what the word means that the list is at.

    `here` is the text of the present question, `term` the id of the word to begin with, `more` what one can look up
    beside words.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "word(-1)", show=False),
        Binding("down", "word(1)", show=False),
        Binding("pageup", "meaning(-1)", show=False),
        Binding("pagedown", "meaning(1)", show=False),
    ]

    def __init__(
        self, terms: Sequence[Term], here: str, language: Language, term: str = "", more: Sequence[Topic] = ()
    ) -> None:
        super().__init__(language)
        self._terms = [word(one) for one in sorted(terms, key=lambda one: folded(one.term))]
        self._here = [word(found.term) for found in find_terms(here, terms)]
        self._more = more
        self._begin_with = term
        self._listed: list[Topic | None] = []

    def compose(self) -> ComposeResult:
        """The line to narrow with, the words, and the meaning of one."""
        _ = self._language.gettext
        with Vertical(classes="sheet -filled", id="words"):
            yield Input(placeholder=_("Typ een woord of een deel ervan"), compact=True)
            yield OptionList(markup=False, compact=True)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_mount(self) -> None:
        """Begin with the word that was asked for, else with the first."""
        self.query_one(Input).cursor_blink = False  # nothing happens while nobody types
        self._list("")
        asked = (place for place, term in enumerate(self._listed) if term and term.id == self._begin_with)
        self._point_at(next(asked, None))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to the words that hold what was typed."""
        self._list(event.value)
        self._point_at(None)

    def on_option_list_option_highlighted(self) -> None:
        """Show what the word means, and above the first one its heading too."""
        self._explain()
        words = self.query_one(OptionList)
        if words.highlighted == 1:
            words.call_after_refresh(words.scroll_home, animate=False)

    def on_option_list_option_selected(self) -> None:
        """Go to its meaning, to scroll there where it is long."""
        self.query_one("#meaning").focus()

    def on_input_submitted(self) -> None:
        """The same as choosing it."""
        self.query_one("#meaning").focus()

    def action_word(self, step: int) -> None:
        """To the word before or after, also while one types."""
        words = self.query_one(OptionList)
        if step < 0:
            words.action_cursor_up()
        else:
            words.action_cursor_down()

    def action_meaning(self, direction: int) -> None:
        """Scroll the meaning while one types."""
        self.query_one("#meaning").scroll_relative(y=direction, animate=False)

    def _list(self, typed: str) -> None:
        """List the words that hold what was typed; those of the question are also among all."""
        _, wanted = self._language.gettext, folded(typed.strip())
        self._listed, rows = [], []
        for heading, topics in self._groups():
            if held := [one for one in topics if one.holds(wanted)]:
                self._listed += [None, *held]
                rows += [Row(Content.styled(_(heading), "bold $heading-text"), disabled=True)]
                rows += [Row(Content(one.name)) for one in held]
        self.query_one(OptionList).set_options(rows or [Row(Content(_("Dit woord staat er niet bij.")), disabled=True)])

    def _groups(self) -> Iterator[tuple[str, Sequence[Topic]]]:
        """What there is to look up, under its headings; these are translated when shown."""
        yield gettext_noop("In deze vraag"), self._here
        yield gettext_noop("Alle woorden"), self._terms
        for kind, heading in HEADINGS.items():
            yield heading, [one for one in self._more if one.kind == kind]

    def _point_at(self, place: int | None) -> None:
        """Go to a row, or to the first word."""
        words = self.query_one(OptionList)
        if place is None:
            words.action_first()
        else:
            words.highlighted = place
        self._explain()

    def _explain(self) -> None:
        """Tell what the word means that the list is at."""
        place = self.query_one(OptionList).highlighted
        topic = self._listed[place] if place is not None and place < len(self._listed) else None
        told = Content.assemble((topic.name, "bold"), "\n", "\n".join(topic.lines)) if topic else Content("")
        meaning = self.query_one("#meaning", VerticalScroll)
        meaning.query_one(Static).update(told)
        meaning.scroll_home(animate=False)
