"""Who helps, where one tells it as it is asked for whom an action is: 'Joost helpt, het is voor 3 vwo'."""

import re

from lobgids.dialogue.asserted import told_in
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import OpenAsk, Said, Together
from lobgids.dialogue.kinds.known import known_places
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.steps import draft_of
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import is_of_plan, plan, planned
from lobgids.log.state import Proposal

_CLAUSES = re.compile(r"[,.;]\s*|\s+(?:en|and)\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:en|and)\s+|(?:(?:het|dat|it|that) is\s+)?(?:voor|for)\s+", re.IGNORECASE)


def whom_and_helps(asked: OpenAsk, typed: str) -> Together | None:
    """For whom an action is and who helps with it, where a line tells both; None where it names nobody who helps."""
    name, action = planned(asked.id) if is_of_plan(asked.id) else ("", "")
    helps = plan("helps", action)
    draft = draft_of(asked.view, helps) if name == "whom" else None
    clauses = [clause.strip() for clause in _CLAUSES.split(typed) if clause.strip()]
    helping = [clause for clause in clauses if says(asked.view.base, "helping", clause)]
    if draft is None or len(helping) != 1:
        return None
    behind = asked._replace(id=helps, draft=draft, options=shown_options(asked.view, helps, draft))
    places = known_places(behind, helping[0]) or told_in(asked.view.base, helping[0], behind.options).places
    if not places:
        return None
    whom = ", ".join(_LEAD.sub("", clause, count=1) for clause in clauses if clause not in helping)
    said: dict[str, Said | Proposal | None] = {asked.id: Said(whom)} if whom else {}
    said[helps] = Said(KINDS[draft.kind].value_at(behind.options, places), helping[0])
    return Together(said)
