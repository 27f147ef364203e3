"""How a draft becomes an ask: its options in this conversation's order, and how far the conversation is."""

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import BASIS, is_named


def to_ask(view: View, ask: str, draft: Draft) -> Ask:
    """The question as it is asked."""
    return _to_ask(view, ask, draft, progress(view))


def _to_ask(view: View, ask: str, draft: Draft, done: float) -> Ask:
    limits = KINDS[draft.kind].limits(draft)
    return Ask(
        id=ask,
        kind=draft.kind,
        text=draft.text,
        options=shown_options(view, ask, draft),
        chapter=view.track.chapter_of(ask),
        pillar=draft.pillar,
        component=draft.component,
        progress=done,
        standing=None if KINDS[draft.kind].is_secret(view, ask) else view.state.value(ask),
        groups=draft.groups,
        tallies=draft.tallies,
        rows=draft.rows,
        row_kind=draft.row_kind,
        fields=tuple(
            _field(_to_ask(view, field, of_field, done), of_field) for field, of_field in draft.fields.items()
        ),
        same=is_named(ask, BASIS) and bool(view.last_basis()),
        optional=draft.optional,
        least=limits.least,
        most=limits.most,
        limit=limits.limit,
        longest=LONGEST_TEXT,
    )


def _field(ask: Ask, draft: Draft) -> Ask:
    """The question as a field, under its label."""
    return replace(ask, text=draft.row.text, optional=draft.row.optional) if draft.row else ask


def texts_of(ask: Ask | None) -> dict[str, str]:
    """What stands in a question: its own text behind '', and each option's behind its id."""
    return {"": ask.text} | {option.id: option.text for option in ask.options} if ask else {}


def progress(view: View) -> float:
    """Answered / (answered + foreseen asks)."""
    answered = len(view.state.answers)
    return round(answered / (answered + foreseen(view)), 4) if answered else 0.0


def foreseen(view: View) -> int:
    """About how many asks are still to come, at least one."""
    return max(1, view.track.foreseen(view))
