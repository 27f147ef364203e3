"""The result of a conversation, in the shape that the protocol gives to other programs."""

from typing import Any

import msgspec

from lobgids.advice.conclusions import Evaluation
from lobgids.dialogue.protocol import Result
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.school import evidence
from lobgids.school.evidence import Probabilities
from lobgids.school.explain import why, would_change
from lobgids.school.naming import recognised_at

DIGITS = 6
"""How many digits of a probability are in the result."""


def to_result(view: View, *, interim: bool) -> Result:
    """The result at this moment; the same log, knowledge base and language give the same result."""
    conclusions = view.conclusions
    plain = msgspec.to_builtins
    return Result(
        track=view.header.track,
        interim=interim,
        school={
            "name": view.state.value("welcome.school") or "",
            "dominant": view.dominant,
            "posterior": _by_model(view.leading.models),
            "tie": round(view.leading.tie, DIGITS),
            "certainty": view.certainty,
            "recognised": view.state.value(recognised_at(view)),
        },
        pillars={pillar.id: {"posterior": _by_model(_pillar(view, pillar.id))} for pillar in view.base.pillars},
        components={
            f"{component.number:02}": {
                "posterior": _by_model(view.posteriors[index]),
                "seen_in_practice": view.is_seen(component) if view.chosen(component) else None,
                "answered": bool(view.chosen(component)),
                "chosen": [description.id for description in view.chosen(component)],
                "basis": sorted(view.bases(component)),
            }
            for index, component in enumerate(view.base.components)
        },
        why=plain(why(view)),
        would_change=plain(would_change(view)),
        direction=plain(conclusions.direction),
        conditions=list(plain(conclusions.conditions)),
        tensions=list(plain(conclusions.tensions)),
        find_out=list(plain(conclusions.find_out)),
        advice={role.role: plain(role) for role in conclusions.roles},
        plan=list(plain(conclusions.plan)),
        decide_by=conclusions.decide_by,
        signs=list(plain(conclusions.signs)),
        group=view.track.group(view),
        evaluation={level.id: plain(chosen_evaluation(view, level.id)) for level in view.base.levels},
    )


def chosen_evaluation(view: View, level: str) -> list[Evaluation]:
    """The evaluation questions of a level that were chosen; all of them if that was not asked, or none is left."""
    offered = view.conclusions.evaluation.get(level, ())
    chosen = view.ids(ask_ids.evaluation(level))
    return [question for question in offered if question.id in chosen] or [*offered]


def _pillar(view: View, pillar: str) -> Probabilities:
    components = zip(view.base.components, view.posteriors, strict=True)
    return evidence.pillar_posterior([posterior for component, posterior in components if component.pillar == pillar])


def _by_model(models: Probabilities) -> dict[str, Any]:
    return {str(number): round(probability, DIGITS) for number, probability in enumerate(models, 1)}
