"""What every part of a report needs: the conversation, the words for it, and which own words may be shown."""

from collections.abc import Iterable, Sequence
from datetime import date

from lobgids.advice.conclusions import Planned
from lobgids.advice.findings import named
from lobgids.dialogue.draft import find_question
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import report_words
from lobgids.kb.schema.school import Component, Model
from lobgids.log.ask_ids import SITUATION
from lobgids.report.blocks import Quote
from lobgids.report.own_words import OwnWords


class ReportContext:
    """A conversation as a report tells it; `allowed_words` are the own words that may be shown."""

    def __init__(self, view: View, allowed_words: Sequence[OwnWords]) -> None:
        self.view = view
        self.base = view.base
        self.conclusions = view.conclusions
        self._allowed_words = allowed_words
        self._shown: set[str] = set()

    def words(self, name: str, /, **fill: object) -> str:
        """A sentence or a word of the report."""
        return report_words(self.base, name, **fill)

    def listing(self, words: Iterable[str]) -> str:
        """Words in a row, with 'and' before the last."""
        return self.view.language.listing(words)

    def day(self, iso: str) -> str:
        """A date in words; nothing where there is none."""
        return self.view.language.date(date.fromisoformat(iso)) if iso else ""

    def percent(self, share: float) -> str:
        """A share of 1 as a whole number of percents."""
        return self.words("percent", number=round(share * 100))

    def model(self, number: int) -> Model:
        """A model by its number."""
        return self.base.model(number)

    def quotes(self, *asks: str) -> list[Quote]:
        """The own words at these asks that may be shown."""
        return [self._quote(one) for one in self._allowed_words if one.ask in asks and one.kind != "name"]

    def _quote(self, one: OwnWords) -> Quote:
        self._shown.add(one.id)
        about = self.words("said.note" if one.kind == "note" else "said.about", subject=one.about)
        return Quote(text=one.text, about=about)

    def quotes_of(self, component: Component) -> list[Quote]:
        """The own words at any ask about a component that may be shown."""
        asks = {one.ask for one in self._allowed_words if one.ask.startswith(f"{component.id}.")}
        return self.quotes(*asks)

    def other_quotes(self, *besides: str) -> list[Quote]:
        """The own words that may be shown and that no part has shown yet, without those at the asks `besides`."""
        left = [one for one in self._allowed_words if one.id not in self._shown and one.ask not in besides]
        return [self._quote(one) for one in left if one.kind != "name"]

    def who(self, doers: Sequence[str]) -> str:
        """Who does something, as one says it in a sentence."""
        return named(self.view, doers)

    def owner(self, item: Planned) -> str:
        """Who takes the lead in an action: the role, with a name where that may be shown."""
        role = self.base.role(item.owner).one
        names = [one.text for one in self._allowed_words if one.kind == "name" and one.ask.endswith(f".{item.action}")]
        return self.words("plan.named", name=names[0], role=role) if names else role

    def options(self, question: str, ask: str = "") -> list[str]:
        """The chosen answers at a question of the guide, in words; `ask` where it is asked under an id of its own."""
        chosen = self.view.ids(ask or question)
        return [option.text for option in find_question(self.base, question).options if option.id in chosen]

    def whose(self) -> str:
        """Whose wish it is, as one says it in a sentence; empty where that was not asked."""
        return self.listing(self.words(one) for one in self.conclusions.direction.whose)

    def reasons(self, because: Sequence[str]) -> list[str]:
        """The answers that something rests on, each in a sentence."""
        return [reason for ask in because if (reason := self._reason(ask))]

    def _reason(self, ask: str) -> str:
        if ask == "learning.forms":
            return self.words("because.forms")
        if ask == "learning.preference":
            return self.words("because.preference")
        if theme := next((theme for theme in self.base.themes if theme.id == ask), None):
            return self.words("because.theme", theme=theme.name, roles=self.who(self.view.doers(theme)))
        component = self.view.component(ask)
        if component is None or not ask.endswith(f".{SITUATION}"):
            return self.words("because.recognised")
        chosen = self.view.chosen(component)
        if len(chosen) == 1:
            return self.words("because.component", heard=chosen[0].heard)
        return self.words("because.varies", name=component.name)

    def places(self, facts: Sequence[str]) -> list[str]:
        """Where facts stand in the publication: chapter and kind, each once."""
        about = self.base.about
        sections = {one.id: one.name for one in about.sections}
        kinds = {one.id: one.name for one in about.kinds}
        known = self.base.facts_by_id
        found = [known[fact] for fact in facts if fact in known]
        told = [self.words("place", section=sections[one.section], kind=kinds[one.kind]) for one in found]
        return list(dict.fromkeys(told))
