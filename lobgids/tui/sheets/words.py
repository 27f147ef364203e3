"""The sheet to look words up: those of the open question, then all of the glossary, then other topics."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import N_, Language
from lobgids.kb.schema.guide import Term
from lobgids.kb.terms import find_terms
from lobgids.kb.topics import Topic, word
from lobgids.text import folded
from lobgids.tui.sheets.sheet import Close, Sheet

HEADINGS = {
    "role": N_("Rollen"),
    "model": N_("Modellen"),
    "competence": N_("Competenties"),
    "learning": N_("Leren"),
    "explanation": N_("Uitleg"),
    "case": N_("Gevallen om mee te oefenen"),
}
"""The kinds of topics beside words, in order."""


class WordsScreen(Sheet[None]):
    """A list that narrows while one types, and below it what the highlighted word means.

    `here` is the text of the open question, `term` the id of the word to begin with, `more` are the topics that can be
    looked up beside words.
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
        self._terms = [word(term) for term in sorted(terms, key=lambda term: folded(term.term))]
        self._here = [word(found.term) for found in find_terms(here, terms)]
        self._more = more
        self._begin_with = term
        self._listed: list[Topic | None] = []

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        with Vertical(classes="sheet -filled", id="words"):
            yield Input(placeholder=_("Typ een woord of een deel ervan"), compact=True)
            yield OptionList(markup=False, compact=True)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_mount(self) -> None:
        """Begin with the word that was asked for, or else with the first."""
        self.query_one(Input).cursor_blink = False  # nothing happens while nobody types
        self._list("")
        asked = (index for index, topic in enumerate(self._listed) if topic and topic.id == self._begin_with)
        self._point_at(next(asked, None))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._list(event.value)
        wanted = folded(event.value.strip())
        called = (index for index, topic in enumerate(self._listed) if topic and topic.is_called(wanted))
        self._point_at(next(called, None))

    def on_option_list_option_highlighted(self) -> None:
        """Show what the word means; above the first one show its heading, too."""
        self._explain()
        words = self.query_one(OptionList)
        if words.highlighted == 1:
            words.call_after_refresh(words.scroll_home, animate=False)

    def on_option_list_option_selected(self) -> None:
        """Go to its meaning, to scroll there if it is long."""
        self.query_one("#meaning").focus()

    def on_input_submitted(self) -> None:
        self.query_one("#meaning").focus()

    def action_word(self, step: int) -> None:
        """Go to the word before or after, also while one types."""
        words = self.query_one(OptionList)
        if step < 0:
            words.action_cursor_up()
        else:
            words.action_cursor_down()

    def action_meaning(self, direction: int) -> None:
        """Scroll the meaning while one types."""
        self.query_one("#meaning").scroll_relative(y=direction, animate=False)

    def _list(self, typed: str) -> None:
        """List the words that hold what was typed; those of the question are also among all words."""
        _, wanted = self._language.gettext, folded(typed.strip())
        self._listed, rows = [], []
        for heading, topics in self._groups():
            if found := [topic for topic in topics if topic.holds(wanted)]:
                self._listed += [None, *found]
                rows += [Row(Content.styled(_(heading), "bold $heading-text"), disabled=True)]
                rows += [Row(Content(topic.name)) for topic in found]
        self.query_one(OptionList).set_options(rows or [Row(Content(_("Dit woord staat er niet bij.")), disabled=True)])

    def _groups(self) -> Iterator[tuple[str, Sequence[Topic]]]:
        """Yield what can be looked up, under its headings; these are translated when shown."""
        yield N_("In deze vraag"), self._here
        yield N_("Alle woorden"), self._terms
        for kind, heading in HEADINGS.items():
            yield heading, [topic for topic in self._more if topic.kind == kind]

    def _point_at(self, index: int | None) -> None:
        """Go to a row, or to the first word."""
        words = self.query_one(OptionList)
        if index is None:
            words.action_first()
        else:
            words.highlighted = index
        self._explain()

    def _explain(self) -> None:
        """Show what the highlighted word means."""
        index = self.query_one(OptionList).highlighted
        topic = self._listed[index] if index is not None and index < len(self._listed) else None
        explanation = Content.assemble((topic.name, "bold"), "\n", "\n".join(topic.lines)) if topic else Content("")
        meaning = self.query_one("#meaning", VerticalScroll)
        meaning.query_one(Static).update(explanation)
        meaning.scroll_home(animate=False)
