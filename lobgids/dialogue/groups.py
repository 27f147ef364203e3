"""Where the groups of a workshop see another school than each other."""

from lobgids.dialogue import evidence
from lobgids.dialogue.chapters import setup, votes
from lobgids.dialogue.evidence import FLAT, LogLikelihood
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.view import View, situation_probabilities
from lobgids.dialogue.votes import of_descriptions
from lobgids.kb.entries import Component


def sentences(view: View) -> dict[str, tuple[str, ...]]:
    """Each difference in a sentence, with the asks that it rests on: for a component, and for the school."""
    found: dict[str, tuple[str, ...]] = {}
    if not setup.groups(view):
        return found
    for component in view.base.components:
        if told := votes.apart(view, component):
            found[f"{component.name}: {told}"] = (f"{component.id}.situation",)
    if told := _school_apart(view):
        found[told] = tuple(f"{one.id}.situation" for one in view.base.components if view.votes(one))
    return found


def _school_apart(view: View) -> str:
    """That the groups see another school, by the votes of each alone; nothing where no two models can be named."""
    names: dict[int, str] = {model.model: model.name for model in view.base.models}
    led = {group.id: leads for group in setup.groups(view) if (leads := _leading(view, group.id))}
    if len(set(led.values())) <= 1:
        return ""
    seen = "; ".join(f"{setup.group_name(view, group)}: {names[model]}" for group, model in led.items())
    return phrase(view.base, "picture.groups", view.header.seed, seen=seen)


def _leading(view: View, group: str) -> int | None:
    return evidence.dominant(evidence.leading([_voted(view, one, group) for one in view.base.components]))


def _voted(view: View, component: Component, group: str) -> LogLikelihood:
    shown = view.votes(component)
    if not shown or group not in shown[-1].groups:
        return FLAT
    counts = of_descriptions(component, shown[-1].groups[group])
    return evidence.tempered(evidence.group(counts, situation_probabilities(component)), view.strength(component))
