"""Chapter 7: what the stage asks of the decaan and the mentors, and what is in house, on a scale for people."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.base import Statement
from lobgids.log import ask_ids
from lobgids.school.roles import ASPECTS, parts_in
from lobgids.school.stage import of_school

WHO = ("decaan", "mentor")


def asks(view: View) -> Iterator[str]:
    """Head, hands and heart for oneself and for the mentors together; not in the short form."""
    if view.is_short:
        return
    for who in WHO:
        for aspect in ASPECTS:
            if statements(view, who, aspect):
                yield ask_ids.competence(who, aspect)


def statements(view: View, role_id: str, aspect: str) -> tuple[Statement, ...]:
    """What the stage that is worked toward asks of a role; empty if no stage can be said."""
    role = next(role for role in view.base.roles if role.id == role_id)
    found: tuple[Statement, ...] = ()
    for part in parts_in(role, of_school(view)):
        found += {"head": part.head, "hands": part.hands, "heart": part.heart}[aspect]
    return found


def draft(view: View, ask: str) -> Draft:
    """How it is for oneself, or for about how many mentors."""
    pairs = [(who, aspect) for who in WHO for aspect in ASPECTS]
    who, aspect = asked_about((pair for pair in pairs if ask == ask_ids.competence(*pair)), ask)
    listed = statements(view, who, aspect)
    question = from_question(
        view.base,
        f"competence.{who}",
        aspect=from_question(view.base, f"aspect.{aspect}").text,
        statements="\n".join(f"- {statement.text}" for statement in listed),
    )
    facts = tuple(fact for statement in listed for fact in statement.facts)
    return Draft(
        kind=question.kind, text=question.text, in_other_words=question.in_other_words, why=question.why,
        options=question.options, facts=facts, origin="publication", most=len(question.options) or 4,
    )  # fmt: skip


STEP = Step(
    name="competences", chapter="competences", asks=asks, draft=draft, keys=("competence",),
    needs=(*(f"competence.{who}" for who in WHO), *(f"aspect.{aspect}" for aspect in ASPECTS)),
)  # fmt: skip
