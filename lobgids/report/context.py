"""What every part of a report needs: the conversation, the words for it, and which own words may be shown."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lobgids.advice.conclusions import Evaluation, Planned
from lobgids.advice.decision import Deadline, deadline
from lobgids.advice.evaluation import whole_title
from lobgids.advice.findings import named
from lobgids.advice.own import own_questions
from lobgids.advice.shown import shown, shown_at
from lobgids.dialogue.draft import find_question
from lobgids.dialogue.period import period
from lobgids.dialogue.result import chosen_evaluation
from lobgids.dialogue.view import View
from lobgids.kb.beside import told_beside
from lobgids.kb.phrasing import report_words
from lobgids.kb.schema.school import Component, Model
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ASSIGNED, FORMS, OWN_QUESTIONS, PART, PREFERENCE, WHO
from lobgids.report.blocks import Paragraph, Quote
from lobgids.report.own_words import OwnWords, topic
from lobgids.text import folded

_FIXED_GROUNDS = {
    FORMS: "because.forms.short",
    PREFERENCE: "because.preference.short",
    "ambition": "because.wish.short",
    ASSIGNED: "because.assignment.short",
    WHO: "because.who.short",
}
"""The grounds that name no more than what was answered there, by the ask or what it is about."""


class ReportContext:
    """A conversation with the words of its report; `allowed_words` are the own words that may be shown.

    With `for_others` its readers were not in the talk. It is `made_on` a day (YYYY-MM-DD): what it asks is later.
    """

    def __init__(
        self, view: View, allowed_words: Sequence[OwnWords], *, for_others: bool = False, made_on: str = ""
    ) -> None:
        self._made_on = made_on
        self.view = view
        self.base = view.base
        self.conclusions = view.conclusions
        self._allowed_words = allowed_words
        self.for_others = for_others
        self._shown: set[str] = set()
        self._told: set[str] = set()

    def words(self, name: str, /, **fill: object) -> str:
        """Return a sentence or a word of the report, with its blanks filled."""
        return report_words(self.base, name, **fill)

    def listing(self, words: Iterable[str]) -> str:
        """Return words in a row, with 'and' before the last."""
        return self.view.language.listing(words)

    def day(self, iso: str) -> str:
        """Return a date (YYYY-MM-DD) in words; empty if there is none. Raises `ValueError` if it is no date."""
        return self.view.language.date(date.fromisoformat(iso)) if iso else ""

    def number(self, number: int) -> str:
        """Return a number in the way of the language."""
        return self.view.language.number(number)

    def counted(self, name: str, count: int) -> str:
        """Return a sentence about so many; about one it is the sentence `name.one`."""
        return self.words(f"{name}.one" if count == 1 else name, count=self.number(count))

    def model(self, number: int) -> Model:
        """Return a model by its number."""
        return self.base.model(number)

    @property
    def shows_words(self) -> bool:
        """Return whether any own words may be shown: chosen by themselves, or as lines that may stand there."""
        return bool(self._allowed_words) or bool(shown(self.view))

    def quotes(self, *asks: str) -> list[Quote]:
        """Return the own words at these asks that may be shown."""
        return [self._quote(piece) for piece in self._allowed_words if piece.ask in asks and piece.kind != "name"]

    def beside(self, *ids: str) -> Iterator[Paragraph]:
        """Yield what is told beside these entries (see `kb.beside`) and was not told yet.

        That is for whoever held the conversation: leadership and colleagues look nothing up.
        """
        for sentence in told_beside(self.base, ids, self.view.school_parts):
            if not self.has_told(sentence):
                self._told.add(sentence)
                yield Paragraph(text=sentence, look="small")

    def has_told(self, sentence: str) -> bool:
        """Return whether something was told beside an entry already."""
        return sentence in self._told

    def _quote(self, piece: OwnWords) -> Quote:
        self._shown.add(piece.id)
        return Quote(text=piece.text, about=self._about(piece))

    def _about(self, piece: OwnWords) -> str:
        """Return whose words they are, and on what; others are not told a question that was not put to them."""
        if not self.for_others:
            if not piece.about:
                return self.words("said.end")
            return self.words("said.note" if piece.kind == "note" else "said.about", subject=piece.about)
        about = topic(self.view, piece.ask)
        return self.words("said.others.about", subject=about) if about else self.words("said.others")

    def may_show(self, ask: str) -> bool:
        """Return whether what was typed at an ask may be shown; then the part that asks shows it."""
        pieces = {piece.id for piece in self._allowed_words if piece.ask == ask and piece.kind == "answer"}
        self._shown |= pieces
        return bool(pieces)

    def typed(self, ask: str) -> str:
        """Return the text that was typed at an ask if it may be shown; empty if not, or if none was."""
        texts = [piece.text for piece in self._allowed_words if piece.id == f"text.{ask}"]
        return texts[0] if texts and self.may_show(ask) else ""

    def shown(self, ask: str) -> str:
        """Return what was told with an answer: the line that may stand here, or else words chosen by themselves.

        Without the mark at its end; empty if neither may be shown.
        """
        pieces = [piece for piece in self._allowed_words if piece.id == f"said.{ask}"]
        self._shown |= {piece.id for piece in pieces}
        line = shown_at(self.view, ask) or "".join(piece.text for piece in pieces)
        return line.rstrip(" .;")

    @property
    def school_part(self) -> str:
        """The part of the school that it is about, within a sentence; empty if that may be all of it."""
        options = self.base.question(PART).options if self.view.school_parts else ()
        text = next((option.text for option in options if option.id == self.view.state.value(PART)), "")
        return text[:1].lower() + text[1:]

    @property
    def deadline(self) -> Deadline:
        """When there has to be a decision; never on the day of the report, or before."""
        return deadline(self.told_plan, self.conclusions.decide_by, after=self._made_on)

    def title(self, item: Planned) -> str:
        """Return what an action is called: one's own in one's own words if these may be shown."""
        if not self._may_tell(item):
            return self.words("plan.unnamed")
        own = (piece.text for piece in self._allowed_words if piece.id == f"text.{item.action}")
        return next(own, item.title)  # in other words than it was told in, if one wanted that for others

    def named(self, item: Planned) -> str:
        """Return what an action is called, one's own between quotation marks: others read it."""
        title = self.title(item)
        return self.words("quoted", text=title.rstrip(".")) if item.kind == "own" and self._may_tell(item) else title

    def _may_tell(self, item: Planned) -> bool:
        """Return whether the title of an action may be shown: always, but for one's own words."""
        piece = f"text.{item.action}"
        is_allowed = any(allowed.id == piece for allowed in self._allowed_words)
        self._shown |= {piece} if is_allowed else set()
        return item.kind != "own" or is_allowed

    @property
    def told_plan(self) -> list[Planned]:
        """The actions of the plan but for one's own that may not be shown: a blank cannot be decided on."""
        return [item for item in self.conclusions.plan if self._may_tell(item)]

    def success(self, item: Planned) -> str:
        """Return what there will be to see; of one's own action in one's own words if these may be shown."""
        return self.typed(ask_ids.plan("sign", item.action)) if item.kind == "own" else item.success

    def period(self, item: Planned) -> str:
        """Return from when until when an action is done, in words; empty if that is not known."""
        return period(self.view, item)

    def evaluation(self, level: str) -> list[Evaluation]:
        """Return the questions of a level that were chosen; they hold no words of one's own."""
        return chosen_evaluation(self.view, level)

    def about(self, asked: Evaluation) -> str:
        """Return what a question is about: what its action is called, or all that was done."""
        actions = {item.action: item for item in self.conclusions.plan}
        item = actions.get(asked.action)
        return self.title(item) if item else whole_title(self.view, asked.respondent)

    def own_questions(self) -> list[str]:
        """Return one's own questions for the evaluation if they may be shown."""
        return own_questions(self.view) if self.may_show(OWN_QUESTIONS) else []

    def quotes_of(self, component: Component) -> list[Quote]:
        """Return the own words at any ask about a component that may be shown."""
        asks = {piece.ask for piece in self._allowed_words if piece.ask.startswith(f"{component.id}.")}
        return self.quotes(*asks)

    def other_quotes(self, *besides: str) -> list[Quote]:
        """Return the own words that may be shown and that no part has shown yet, but for those at `besides`."""
        left = [piece for piece in self._allowed_words if piece.id not in self._shown and piece.ask not in besides]
        return [self._quote(piece) for piece in left if piece.kind != "name"]

    def who(self, doers: Sequence[str]) -> str:
        """Return who does something, as a part of a sentence."""
        return named(self.view, doers)

    def owner(self, item: Planned) -> str:
        """Return who takes the lead in an action: the role, with a name if that may be shown."""
        if not item.owner:
            return self.words("plan.nobody_yet")
        role = self.base.role(item.owner).one
        given = (piece for piece in self._allowed_words if piece.kind == "name")
        names = [piece.text for piece in given if ask_ids.planned(piece.ask)[1] == item.action]
        has_name = names and item.name and folded(item.name) not in (folded(role), folded(role.partition(" ")[2]))
        return self.words("plan.named", name=item.name, role=role) if has_name else role

    def options(self, question: str, ask: str = "") -> list[str]:
        """Return the texts of the options chosen at a question; `ask` is its id in the conversation if that differs."""
        chosen = self.view.ids(ask or question)
        return [option.text for option in find_question(self.base, question).options if option.id in chosen]

    def whose(self) -> str:
        """Return whose wish it is, as a part of a sentence; empty if that was not asked."""
        return self.listing(self.words(name) for name in self.conclusions.direction.whose)

    def grounds(self, because: Sequence[str]) -> list[str]:
        """Return in a few words each what was answered at the asks that advice rests on, each once."""
        return list(dict.fromkeys(self._ground(ask) for ask in because))

    def _ground(self, ask: str) -> str:
        if name := _FIXED_GROUNDS.get(ask) or _FIXED_GROUNDS.get(ask_ids.subject_of(ask)):
            return self.words(name)
        names = [theme.name for theme in self.base.themes if theme.id == ask]
        if component := self.view.component(ask):
            names.append(component.name)
        return names[0] if names else self.words("because.recognised.short")

    def places(self, facts: Sequence[str]) -> list[str]:
        """Return where facts stand in the publication, by chapter and kind, each place once."""
        about = self.base.about
        sections = {section.id: section.name for section in about.sections}
        kinds = {kind.id: kind.name for kind in about.kinds}
        known = self.base.facts_by_id
        found = [known[fact] for fact in facts if fact in known]
        places = [self.words("place", section=sections[fact.section], kind=kinds[fact.kind]) for fact in found]
        return list(dict.fromkeys(places))
