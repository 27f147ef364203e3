"""What was understood of an answer, put to the one who gave it before it is kept."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from lobgids.advice.shown import MORE_LINES
from lobgids.days.school_year import free_at, is_weekend
from lobgids.days.spoken import kept_day
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.judging import (
    AFTER_AUTUMN,
    AFTER_END,
    AFTER_LOOK_BACK,
    AFTER_STEP,
    ANOTHER_IN_TITLE,
    BEFORE_ACTION,
    BEFORE_START,
    BEFORE_TALK,
    FAR,
    INSTEAD,
    LATE,
    PAST,
    WEEKDAY,
    WEEKEND,
    other_day,
)
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.period import as_said
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Description
from lobgids.log.ask_ids import BETWEEN, SITUATION, is_named, is_of_plan, of_component, planned, subject_of, understood
from lobgids.log.state import Proposal
from lobgids.text import one_line

DOUBTED, IS_UNDERSTOOD, WHO_DOUBTED = "date.doubted", "date.understood", "who.doubted"
NAMED, ASKED, OWN, PLUS = "hearing.option", "hearing.question", "hearing.own", "hearing.plus"
TITLE = "hearing.title"

HEARD, DIVIDED, BOTH, ASKING, OWN_LINE, NO_PLUS, NAMING = (
    "heard", "divided", "both", "asking", "own", "no_plus", "naming"
)  # fmt: skip
"""What it is of: an option in a sentence, parts that differ, two things that perhaps hold everywhere, a question, a
line of one's own, what rather fails, what is perhaps no name of a school."""

TOGETHER, PUT_TOGETHER = "together", "hearing.together"
"""What it is of where a line asks for several actions, by their ids or in one's own words; and how that is asked."""

OTHER = "other"
"""The name of the option that says that it is none of the descriptions that were proposed."""

MOST_NAMED = 3
"""How many options are named one by one, if fewer are left out."""

MOST_DOUBTS = 2
"""How many doubts are named at once, so that the question stays short."""

_PHRASED = (
    PAST, FAR, LATE, WEEKEND, WEEKDAY, BEFORE_START, AFTER_END, BEFORE_TALK, AFTER_STEP, BEFORE_ACTION,
    AFTER_LOOK_BACK, AFTER_AUTUMN,
)  # fmt: skip


def open_proposal(view: View) -> Proposal | None:
    """The answer that waits to be confirmed; None if there is none, or if its document was edited by hand."""
    proposal = view.state.proposed
    if not isinstance(proposal, Proposal):
        return None
    is_whole = (
        described(view, proposal)
        or _is_text(proposal)
        or proposed_day(proposal)
        or _who_and_what(view, proposal)
        or _draft_behind(view, proposal)
        or _is_of_plan(view, proposal)
    )
    return proposal if is_whole else None


def _is_text(proposal: Proposal) -> bool:
    """Whether it is a text that may be an answer as it is."""
    return bool({ASKING, OWN_LINE}.intersection(proposal.doubts)) and isinstance(proposal.choices[0], str)


def _is_of_plan(view: View, proposal: Proposal) -> bool:
    """Whether it is a list of actions, at an ask for these."""
    draft = draft_of(view, proposal.ask) if TOGETHER in proposal.doubts else None
    is_text = all(isinstance(choice, str) and choice for choice in proposal.choices)
    return draft is not None and bool(draft.words_answer) and is_text


def described(view: View, proposal: Proposal) -> tuple[Description, ...]:
    """The descriptions that are proposed at a situation; empty if it proposes anything else."""
    component = view.component(proposal.ask) if is_named(proposal.ask, SITUATION) else None
    by_id = {description.id: description for description in component.descriptions} if component else {}
    found = [by_id[choice] for choice in proposal.choices if isinstance(choice, str) and choice in by_id]
    return tuple(found) if len(found) == len(proposal.choices) else ()


def is_heard(view: View, proposal: Proposal) -> bool:
    """Whether a proposal was made of own words that describe or name an answer."""
    return bool(described(view, proposal)) or HEARD in proposal.doubts


def value_of(view: View, proposal: Proposal) -> object:
    """The value that a proposal proposes, as its question takes it."""
    draft = _draft_behind(view, proposal)
    if draft is None:
        return proposal.choices[0]
    places = [place for place, option in enumerate(draft.options) if option.id in proposal.choices]
    return KINDS[draft.kind].value_at(draft.options, places)


def _draft_behind(view: View, proposal: Proposal) -> Draft | None:
    """The question of which options were heard in a sentence; None if something else is proposed."""
    draft = draft_of(view, proposal.ask) if HEARD in proposal.doubts else None
    ids = [option.id for option in draft.options] if draft else []
    return draft if all(choice in ids for choice in proposal.choices) else None


def proposed_day(proposal: Proposal) -> date | None:
    """The day that is proposed; None if something else is."""
    is_day = isinstance(proposal.choices[0], str) and not _is_text(proposal)
    return kept_day(proposal.choices[0]) if is_day else None


def _who_and_what(view: View, proposal: Proposal) -> tuple[str, str] | None:
    """The role that is proposed to take the lead, in words, and the title of its action; None if another thing is."""
    name, action_id = planned(proposal.ask)
    if ANOTHER_IN_TITLE not in proposal.doubts or not is_of_plan(proposal.ask) or name != "who":
        return None
    role = next((role.one for role in view.base.roles if role.id == proposal.choices[0]), "")
    title = next((action.title for action in view.conclusions.actions if action.id == action_id), "")
    return (role, title) if role and title else None


def confirming(proposal: Proposal) -> str:
    """The ask at which a proposal is confirmed."""
    return understood(proposal.ask)


def draft(view: View, proposal: Proposal) -> Draft:
    """The question whether it was understood rightly, or whether one is sure."""
    if descriptions := described(view, proposal):
        return _of_situation(view, proposal, descriptions)
    if named := _of_words(view, proposal):
        return named
    if day := proposed_day(proposal):
        return _of_day(view, proposal, day)
    role, title = _who_and_what(view, proposal) or ("", "")
    return from_question(view.base, WHO_DOUBTED, role=role, action=title)


def _of_words(view: View, proposal: Proposal) -> Draft | None:
    """The question about a text, a list of actions, or options that were heard; None about anything else."""
    if _is_text(proposal):
        return _of_text(view, proposal)
    if _is_of_plan(view, proposal):
        return from_question(view.base, PUT_TOGETHER, lines=_actions_in_words(view, proposal))
    behind = _draft_behind(view, proposal)
    return from_question(view.base, NAMED, quote=listed(view, behind.options, proposal.choices)) if behind else None


def _of_text(view: View, proposal: Proposal) -> Draft:
    """The question whether a text is an answer, or what it may be instead."""
    by_doubt = {OWN_LINE: OWN, NAMING: TITLE, NO_PLUS: PLUS}
    question = next((by_doubt[doubt] for doubt in by_doubt if doubt in proposal.doubts), "")
    quoted = str(proposal.choices[0]) if question == OWN else one_line(str(proposal.choices[0]))
    return from_question(view.base, question, quote=quoted) if question else from_question(view.base, ASKED)


def _actions_in_words(view: View, proposal: Proposal) -> str:
    """What would stand in the plan, a line each: what an action is called, or one's own words."""
    titles = {action.id: action.title for action in view.conclusions.actions if action.kind != "own"}
    return "\n".join(f"- {titles.get(choice, choice)}" for choice in proposal.choices)


def listed(view: View, options: Sequence[Option], chosen: Collection[Any]) -> str:
    """The chosen options by their texts, in a line; 'alles', or all but a few, where that is shorter."""
    _ = view.language.gettext
    together = [option for option in options if not option.alone and option.id != MORE_LINES]
    named = [option for option in options if option.id in chosen]
    left = [_bare(option) for option in together if option not in named]
    if len(together) > 1 and not left:
        return _("alles")
    if len(left) < len(named) and len(named) > MOST_NAMED:
        return _("alles, behalve: {left}").format(left="; ".join(left))
    return "; ".join(map(_bare, named))


def _bare(option: Option) -> str:
    """The text of an option to stand in a list that is quoted: without its own quotation marks, and its full stop."""
    return option.text.removeprefix("‘").removesuffix("’").rstrip(".")


def _of_day(view: View, proposal: Proposal, day: date) -> Draft:
    """The question whether it is this day, or whether one is sure of it."""
    doubts = list(_doubts(view, proposal, day))
    if doubts:
        return from_question(view.base, DOUBTED, told=" ".join(doubts))
    told, seed = as_said(view, proposal.ask, day, proposal.words), f"{view.header.seed}{proposal.ask}"
    why = _why_instead(view, proposal) if told == view.language.day(day) else ""  # of a month nothing is left out
    sentence = phrase(view.base, "date.is_instead" if why else "date.is", seed, day=told)
    return from_question(view.base, IS_UNDERSTOOD, told=f"{why} {sentence}".strip())


def _of_situation(view: View, proposal: Proposal, descriptions: tuple[Description, ...]) -> Draft:
    """What was heard in the words, told back: one description in the question, more of them to choose from."""
    several = next((doubt for doubt in (DIVIDED, BOTH) if doubt in proposal.doubts), "two")
    name = "one" if len(descriptions) == 1 else several
    spoken = sum(1 for ask, given in view.state.answers.items() if given.quote and is_named(ask, SITUATION))
    is_one = name == "one"
    question = from_question(view.base, f"hearing.{name}", nth=spoken, told=descriptions[0].told if is_one else "")
    component_id = subject_of(proposal.ask)
    own = {option.id.rpartition(".")[2]: option for option in question.options}
    agreed = own.pop("yes", None)
    beside = [replace(option, id=of_component(component_id, key), alone=True) for key, option in own.items()]
    found = [
        Option(id=description.id, text=agreed.text if agreed else description.told) for description in descriptions
    ]
    between = [option for option in beside if option.id == of_component(component_id, BETWEEN)]
    other = [option for option in beside if option not in between]
    situation = draft_of(view, proposal.ask) or question
    return replace(
        situation,
        text=question.text,
        in_other_words=question.in_other_words,
        why=question.why,
        options=(*between, *found, *other) if name in (DIVIDED, BOTH) else (*found, *between, *other),
        mixed=False,
        find_out=(),
    )


def _why_instead(view: View, proposal: Proposal) -> str:
    """Why it is another day than the one that was meant: there is no school on that; empty if it is that day."""
    given = (doubt.removeprefix(INSTEAD) for doubt in proposal.doubts if doubt.startswith(INSTEAD))
    meant = kept_day(next(given, ""))
    if meant is None:
        return ""
    free, named = free_at(view.base, meant), view.language.date(meant)
    reason = free.holiday.id if free else WEEKEND
    return _doubt(view, proposal.ask, reason, meant, named) if free or is_weekend(meant) else ""


def _doubts(view: View, proposal: Proposal, day: date) -> Iterator[str]:
    """What is odd about the day, a sentence each; the day is named in the first."""
    seed, named = f"{view.header.seed}{proposal.ask}", view.language.day(day)
    for doubt in proposal.doubts[:MOST_DOUBTS]:
        if sentence := _doubt(view, proposal.ask, doubt, day, named):
            yield sentence[:1].upper() + sentence[1:]
            named = phrase(view.base, "date.that_day", seed)


def _doubt(view: View, ask: str, doubt: str, day: date, named: str) -> str:
    """One doubt in words; empty if this knowledge base does not know it any more."""
    seed = f"{view.header.seed}{ask}"
    if doubt in _PHRASED:
        other = view.language.date(other_day(view, ask, doubt) or day)
        return phrase(view.base, f"date.{doubt}", seed, day=named, other=other)
    holiday = view.base.holidays_by_id.get(doubt)
    if holiday is None:
        return ""
    if holiday.kind == "public":
        return phrase(view.base, "date.public", seed, day=named, holiday=holiday.name)
    free = free_at(view.base, day)
    regions = free.regions if free and free.holiday == holiday else ()
    if not regions:
        return phrase(view.base, "date.holiday", seed, day=named, holiday=holiday.name)
    names = view.language.listing(phrase(view.base, f"date.region.{region}", seed) for region in regions)
    return phrase(view.base, "date.holiday_in", seed, day=named, holiday=holiday.name, regions=names)
