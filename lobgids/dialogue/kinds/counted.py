"""Questions that are answered with a number for each option: the votes of a group, and who is there."""

from typing import Any

from lobgids.dialogue.chapters.setup import clusters
from lobgids.dialogue.counting import MOST, MiscountedError, counted, typed
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds.kind import Kind, Limits, NotUnderstood, OpenAsk, Said
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import round_of
from lobgids.school.votes import BY_GROUP, is_revealed


class VotesKind(Kind):
    """Counts; those of a vote are secret until they are revealed, and can be given anew until then."""

    def parse(self, asked: OpenAsk, typed_words: str) -> Said:
        """Counts in a row; None, which `check` refuses, if it is no row of numbers."""
        try:
            return Said(typed(typed_words, asked.options, asked.draft.groups))
        except MiscountedError:
            return Said(None)

    def check(self, asked: OpenAsk, said: Said) -> Said:
        """The counts, pooled where a group is too small."""
        view, options = asked.view, asked.options
        try:
            counts = counted(said.value, options, clusters(view) if asked.draft.groups else {})
        except MiscountedError as trouble:
            raise NotUnderstood(
                "problem.too_many" if trouble.is_many else "problem.votes",
                example=" ".join(str(count) for count in range(len(options) - 1, 0, -1)),
                most=MOST,
            ) from None
        is_vote = view.component(asked.id) is not None
        if is_vote and not any(sum(row.values()) for row in counts.get(BY_GROUP, {"": counts}).values()):
            raise NotUnderstood("problem.nobody_voted")
        return Said(counts)

    def limits(self, _draft: Draft) -> Limits:
        """How many may choose one option."""
        return Limits(most=MOST)

    def retell(self, view: View, ask: Ask, value: Any) -> str:
        """How many votes there are; of others each count."""
        if not isinstance(value, dict):
            return ""
        if ask.component:
            return how_many(view, value)
        texts = {option.id: option.text for option in ask.options}
        return "; ".join(
            f"{texts[option_id]}: {count}" for option_id, count in value.items() if option_id in texts and count
        )

    def is_secret(self, view: View, ask: str) -> bool:
        """Whether these are votes that were not revealed yet."""
        component = view.component(ask)
        return component is not None and not is_revealed(view, component, round_of(ask))


def how_many(view: View, value: Any) -> str:
    """How many votes there are, and nothing of what they are."""
    rows = value.get(BY_GROUP, {"": value}) if isinstance(value, dict) else {}
    counts = [count for row in rows.values() if isinstance(row, dict) for count in row.values()]
    total = sum(count for count in counts if type(count) is int)
    return view.language.ngettext("{count} stem", "{count} stemmen", total).format(count=total)
