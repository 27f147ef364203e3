"""What was noticed: tensions that may chafe, and what is still to find out."""

from collections.abc import Iterator, Sequence

from lobgids.advice.roles import NOBODY
from lobgids.dialogue.chapters import ambition
from lobgids.dialogue.conclusions import FindOut, Tension
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.steps import draft_of, step_of
from lobgids.dialogue.view import View

OF_THE_PLAN = frozenset({"advice", "plan", "evaluation", "closing"})


def tensions(view: View) -> Iterator[Tension]:
    """Clashes, claims not yet seen, wishes far away or of one person, roles done twice or, in this stage, by nobody."""
    for one, other in view.clashes():
        yield _tension(view, "clash", one.id, one=one.heard, other=other.heard)
    for component in view.base.components:
        if view.is_unseen(component):
            yield _tension(view, "unseen", component.id, component=component.name)
    if ambition.is_far(view):
        yield _tension(view, "far", "")
    if ambition.is_only_the_decaans(view):
        yield _tension(view, "alone", "")
    yield from _roles(view)


def _roles(view: View) -> Iterator[Tension]:
    for theme in view.base.themes:
        doers = view.doers(theme)
        wanted = getattr(theme.done_by, f"model{view.dominant}") if view.dominant else ()
        if len(doers) > 1 and set(doers) - set(wanted):
            yield _tension(view, "double", theme.id, theme=theme.name, roles=_named(view, doers))
        if doers == [NOBODY] and wanted and NOBODY not in wanted:
            yield _tension(view, "nobody", theme.id, theme=theme.name, roles=_named(view, wanted))


def _named(view: View, doers: Sequence[str]) -> str:
    """Who does it, as one says it in a sentence."""
    names: dict[str, str] = {role.id: role.one for role in view.base.roles}
    others = {answer.id: answer.text.lower() for answer in view.base.answers}
    return view.language.listing(names.get(doer) or others[f"doer.{doer}"] for doer in doers)


def _tension(view: View, kind: str, place: str, **fill: str) -> Tension:
    return Tension(kind=kind, text=phrase(view.base, f"tension.{kind}", view.header.seed + place, **fill))


def find_out(view: View) -> Iterator[FindOut]:
    """Each question about the school that was answered with 'dat weet ik nog niet'."""
    for ask, standing in view.state.answers.items():
        # What is asked of the plan is no question about the school, and is itself made of these conclusions.
        about_school = standing.skipped and step_of(ask) not in OF_THE_PLAN
        drafted = draft_of(view, ask) if about_school else None
        if drafted and drafted.find_out:
            yield FindOut(ask=ask, question=drafted.text, how=drafted.find_out)
