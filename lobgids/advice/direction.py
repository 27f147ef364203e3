"""Where the school wants to go, the steps to get there, and what changes on every front."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Condition, Direction, Front, NextStep
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import Statement
from lobgids.kb.schema.roles import Role, RolePart
from lobgids.kb.schema.school import Description, Model
from lobgids.school import ambition, stage
from lobgids.school.roles import parts_in, titled
from lobgids.school.view import SchoolView

TextEntry = Statement | Description | RolePart

_WISHERS = ("whose.leadership", "whose.team", "whose.decaan")

VISION = 1
"""The number of the component about the vision of LOB."""


def direction(view: SchoolView) -> Direction:
    """The wishes, the stages on the way, and what changes until the next one."""
    now, on_the_way = view.start, stage.way_to(view, stage.of_school(view))
    following = on_the_way[0] if on_the_way else now
    asked = [subject for subject in ambition.subjects(view) if ambition.is_asked(view, subject)]
    return Direction(
        now=now,
        next=following,
        aimed=stage.of_school(view),
        is_apart=stage.is_apart(view),
        wishes={subject: stage.aim(view, subject) for subject in asked if ambition.wish(view, subject)},
        skipped=tuple(subject for subject in asked if not ambition.wish(view, subject)),
        later=dict(_later(view, asked)),
        whose=tuple(wisher for wisher in _WISHERS if wisher in view.ids(ambition.WHOSE)),
        steps=tuple(dict.fromkeys(step for goal in stage.aims(view) for step in _steps(view, now, goal))),
        fronts=tuple(_fronts(view, now, following)) if now and following and now != following else (),
    )


def conditions(view: SchoolView) -> Iterator[Condition]:
    """What to ask for in the stage that is worked toward."""
    goal = stage.of_learning(view)
    for item in view.base.conditions:
        if goal in item.models:
            yield Condition(topic=item.topic, text=item.text, facts=item.facts)


def _later(view: SchoolView, asked: Sequence[str]) -> Iterator[tuple[str, int]]:
    """What stays the wish for after the nearer step, by what it is about."""
    for subject in asked:
        wished = ambition.moves_to(view, subject)
        if wished and (aim := stage.aim(view, subject)) and aim != wished:
            yield subject, wished


def _steps(view: SchoolView, now: int | None, aimed: int) -> Iterator[NextStep]:
    """One step for each neighbouring stage on the way."""
    while now and now != aimed:
        goal = now + 1 if aimed > now else now - 1
        found = next((step for step in view.base.transitions if (step.start, step.goal) == (now, goal)), None)
        if found is None:  # an adapted knowledge base may leave one out
            return
        yield NextStep(
            start=now, goal=goal, text=found.text, tension=found.tension, milestone=found.milestone, facts=found.facts
        )
        now = goal


def _fronts(view: SchoolView, now: int, then: int) -> Iterator[Front]:
    """The vision, what LOB is used for, the organisation, each role, and how people learn."""
    before, after = (view.base.model(number) for number in (now, then))
    yield _of_entries(view, "front.vision", [_vision(view, now)], [_vision(view, then)])
    yield _of_entries(view, "front.use", before.principles[-1:], after.principles[-1:])
    yield _of_entries(view, "front.organisation", before.organisation, after.organisation)
    yield from _roles(view, before, after)
    yield from _competences(view, now, then)
    learning: dict[int, tuple[Statement, ...]] = {
        part.model: part.characteristics for part in view.base.professionalisation
    }
    yield _of_entries(view, "front.learning", learning[now], learning[then])


def _vision(view: SchoolView, model: int) -> Description:
    return next(row for row in view.base.component(VISION).descriptions if row.model == model)


def _there(view: SchoolView) -> list[Role]:
    """The roles but for those that are not at this school."""
    return [role for role in roles_in_order(view.base) if role.id not in view.absent]


def _roles(view: SchoolView, before: Model, after: Model) -> Iterator[Front]:
    for role in _there(view):
        then, now = parts_in(role, after.model), parts_in(role, before.model)
        yield Front(
            name=role.name,
            now=" ".join(titled(role, part) for part in now),
            then=" ".join(titled(role, part) for part in then),
            facts=tuple(fact for part in (*now, *then) for fact in part.facts),
        )


def _competences(view: SchoolView, now: int, then: int) -> Iterator[Front]:
    """For each role with stars, how many of the competences apply and how far, in the two stages."""
    for role in _there(view):
        cells = {
            model: [
                getattr(row, role.id, 0)
                for competence in view.base.competences
                for row in competence.stars
                if row.model == model
            ]
            for model in (now, then)
        }
        if any(cells[now]) or any(cells[then]):
            seed = view.header.seed + role.id
            yield Front(
                name=phrase(view.base, "front.competences", seed, role=role.one),
                now=_stars_in_words(view, cells[now]),
                then=_stars_in_words(view, cells[then]),
                facts=tuple(fact for competence in view.base.competences for fact in competence.facts),
            )


def _stars_in_words(view: SchoolView, cells: Sequence[int]) -> str:
    """How many cells have stars, and how many these have at least and at most."""
    given = [stars for stars in cells if stars]
    if not given:
        return phrase(view.base, "front.no_stars", view.header.seed)
    fill = {"count": len(given), "total": len(cells), "least": min(given), "most": max(given)}
    return phrase(view.base, "front.stars" if min(given) < max(given) else "front.same_stars", view.header.seed, **fill)


def _of_entries(view: SchoolView, name: str, now: Sequence[TextEntry], then: Sequence[TextEntry]) -> Front:
    return _front(phrase(view.base, name, view.header.seed), now, then)


def _front(name: str, now: Sequence[TextEntry], then: Sequence[TextEntry]) -> Front:
    return Front(
        name=name,
        now=" ".join(entry.stage if isinstance(entry, Description) else entry.text for entry in now),
        then=" ".join(entry.stage if isinstance(entry, Description) else entry.text for entry in then),
        facts=tuple(fact for entry in (*now, *then) for fact in entry.facts),
    )
