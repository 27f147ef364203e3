"""Where the groups of a workshop see another school than each other."""

from lobgids.dialogue.chapters import setup, votes
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.school import evidence
from lobgids.school.answering import of_stages, situation_probabilities
from lobgids.school.evidence import LogLikelihood
from lobgids.school.votes import of_descriptions, shares


def sentences(view: View) -> dict[str, tuple[str, ...]]:
    """The asks that each difference rests on, by its sentence: for the components, then for the school."""
    found: dict[str, tuple[str, ...]] = {}
    if not setup.groups(view):
        return found
    for component in view.base.components:
        if difference := votes.apart(view, component):
            found[f"{component.name}: {difference}"] = (ask_ids.situation(component),)
    if difference := of_school(view):
        found[difference] = tuple(
            ask_ids.situation(component) for component in view.base.components if view.votes(component)
        )
    return found


def of_school(view: View) -> str:
    """Say that the groups see another school, by the votes of each alone; empty if no two models can be named."""
    names: dict[int, str] = {model.model: model.name for model in view.base.models}
    led = {group.id: leads for group in setup.groups(view) if (leads := _leading(view, group.id))}
    if len(set(led.values())) <= 1:
        return ""
    seen = "; ".join(f"{setup.group_name(view, group)}: {names[model]}" for group, model in led.items())
    return phrase(view.base, "picture.groups", view.header.seed, seen=seen)


def _leading(view: View, group: str) -> int | None:
    """The number of the model that leads by the votes of one group alone; None if none leads."""
    known = [_voted(view, component, _counts(view, component, group)) for component in view.base.components]
    answered = (of_stages(component, shares(_counts(view, component, group))) for component in view.known)
    return evidence.dominant(evidence.leading(known), evidence.counted(answered))


def _counts(view: View, component: Component, group: str) -> list[int]:
    """The votes of a group for each description; all 0 if it did not vote by itself."""
    shown = view.votes(component)
    voted = shown[-1].groups.get(group) if shown else None
    return of_descriptions(component, voted) if voted else [0] * len(component.descriptions)


def _voted(view: View, component: Component, counts: list[int]) -> LogLikelihood:
    return evidence.tempered(evidence.group(counts, situation_probabilities(component)), view.strength(component))
