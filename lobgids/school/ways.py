"""How it goes at a pillar, in the way of a model: where it goes so now, and what a step from there would lead to."""

from lobgids.kb.schema.school import Component, Pillar, Way
from lobgids.school.sayings import takes_back
from lobgids.school.stage import aim, present
from lobgids.school.view import SchoolView


def way_now(view: SchoolView, pillar: Pillar) -> Way | None:
    """Return the way of a pillar that was answered, and no other with it; None if none was, or two."""
    ways = [way for way in pillar.ways if is_answered_so(view, way)]
    return ways[0] if len(ways) == 1 else None


def is_answered_so(view: SchoolView, way: Way) -> bool:
    """Return whether each component that the facts of a way are about was answered in the stage of that way.

    An answer that was taken back in part is not so.
    """
    components = about(view, way)
    return bool(components) and all(
        present(view, component) == (way.model,) and not takes_back(view, component) for component in components
    )


def about(view: SchoolView, way: Way) -> list[Component]:
    """Return the components that the facts of a way are about."""
    facts = view.base.facts_by_id
    numbers = {facts[fact].component for fact in way.facts if fact in facts}
    return [view.base.component(number) for number in sorted(numbers) if number]


def way_ahead(view: SchoolView, pillar: Pillar) -> Way | None:
    """Return the way that a pillar is wished to go, or else the next from the nearest stage that it is in.

    Where nothing is known of a pillar the leading stage stands in. None if that cannot be said, or if none comes after.
    """
    known = {stage for component in view.components_of(pillar) for stage in present(view, component)}
    here = min(known, default=view.start)
    ahead = aim(view, pillar.id) or (here + 1 if here else None)
    return next((way for way in pillar.ways if way.model == ahead), None)
