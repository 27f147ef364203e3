"""In chapter 7: what the stage asks one to know, to do and to be like, and how much of it is in house.

Each has a scale in its own words. Of colleagues is only asked how many, and never what they are like.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.view import View
from lobgids.kb.schema.base import Statement
from lobgids.kb.schema.roles import Role
from lobgids.log import ask_ids
from lobgids.school.roles import ASPECTS, parts_in, scale_of
from lobgids.school.stage import of_roles

MOST_LISTED = 3
"""How many statements stand in a question, so that one answer can be about them."""

NEEDS = tuple(
    dict.fromkeys(scale for who in ("decaan", "mentor") for aspect in ASPECTS if (scale := scale_of(who, aspect)))
)


def asks(view: View, role: Role) -> Iterator[str]:
    """An ask for each aspect of which the publication says something for this role, in the stage worked toward."""
    for aspect in ASPECTS:
        if scale_of(role.id, aspect) and statements(view, role, aspect):
            yield ask_ids.competence(role.id, aspect)


def statements(view: View, role: Role, aspect: str) -> list[Statement]:
    """What the stage that is worked toward asks of a role; empty if no stage can be said."""
    return [statement for part in parts_in(role, of_roles(view)) for statement in getattr(part, aspect)]


def draft(view: View, ask: str) -> Draft:
    """How it is for oneself, or for about how many colleagues."""
    pairs = ((role, aspect) for role in view.base.roles for aspect in ASPECTS if scale_of(role.id, aspect))
    role, aspect = asked_about((pair for pair in pairs if ask == ask_ids.competence(pair[0].id, pair[1])), ask)
    listed = statements(view, role, aspect)[:MOST_LISTED]
    question = from_question(
        view.base,
        scale_of(role.id, aspect),
        statements="\n".join(f"- {statement.text}" for statement in listed),
        roles=role.many,
    )
    facts = dict.fromkeys(fact for statement in listed for fact in statement.facts)
    return replace(question, facts=tuple(facts), origin="publication", most=len(question.options))
