"""What was noticed: tensions that may chafe, and what is still to find out."""

from collections.abc import Iterator, Sequence

from lobgids.advice.roles import NOBODY, stage_of
from lobgids.dialogue import groups
from lobgids.dialogue.chapters import ambition
from lobgids.dialogue.conclusions import FindOut, Tension
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.steps import draft_of, step_of
from lobgids.dialogue.view import RECENT, SITUATION, View
from lobgids.dialogue.votes import spread
from lobgids.kb.entries import Theme

OF_THE_PLAN = frozenset({"advice", "plan", "evaluation", "closing"})


def tensions(view: View) -> Iterator[Tension]:
    """Clashes, claims not yet seen, wishes far away or of one person, what changes, roles done twice or by nobody."""
    for one, other in view.clashes():
        yield _tension(view, "clash", (_situation(one.id), _situation(other.id)), one=one.heard, other=other.heard)
    for component in view.base.components:
        if view.is_unseen(component):
            asks = (f"{component.id}.{SITUATION}", f"{component.id}.{RECENT}")
            yield _tension(view, "unseen", asks, component=component.name)
    for told, because in groups.sentences(view).items():
        yield Tension(kind="groups", text=told, because=because)
    yield from _wishes(view)
    for theme in view.base.themes:
        yield from _of_theme(view, theme)


def _wishes(view: View) -> Iterator[Tension]:
    wishes = tuple(dict.fromkeys(
        ambition.ask_of(view, subject) for subject in ambition.subjects(view) if ambition.moves_to(view, subject)
    ))  # fmt: skip
    if wishes:
        yield _tension(view, "move", wishes)
    if ambition.is_far(view):
        yield _tension(view, "far", wishes)
    if ambition.is_only_the_decaans(view):
        yield _tension(view, "alone", (ambition.WHOSE,))


def _of_theme(view: View, theme: Theme) -> Iterator[Tension]:
    """What lies with others too, or with nobody, against the stage that the theme's pillar works toward."""
    doers, stage = view.doers(theme), stage_of(view, theme)
    wanted = getattr(theme.done_by, f"model{stage}") if stage else ()
    if len(doers) > 1 and set(doers) - set(wanted):
        yield _tension(view, "double", (theme.id,), theme=theme.name, roles=named(view, doers))
    if doers == [NOBODY] and wanted and NOBODY not in wanted:
        yield _tension(view, "nobody", (theme.id,), theme=theme.name, roles=named(view, wanted))


def named(view: View, doers: Sequence[str]) -> str:
    """Who does it, as one says it in a sentence."""
    return view.language.listing(view.role(doer) for doer in doers)


def _tension(view: View, kind: str, because: tuple[str, ...], **fill: str) -> Tension:
    facts = next(entry.facts for entry in view.base.phrases if entry.id == f"tension.{kind}")
    text = phrase(view.base, f"tension.{kind}", view.header.seed + because[0], **fill)
    return Tension(kind=kind, text=text, because=because, facts=facts)


def _situation(description: str) -> str:
    return f"{description.partition('.')[0]}.{SITUATION}"


def find_out(view: View) -> Iterator[FindOut]:
    """Each question about the school that was answered with 'dat weet ik nog niet', by a group for the most part."""
    # What is asked of the plan is no question about the school, and is itself made of these conclusions.
    skipped = (ask for ask, standing in view.state.answers.items() if standing.skipped)
    for ask in (*(ask for ask in skipped if step_of(ask) not in OF_THE_PLAN), *_unknown_to_most(view)):
        drafted = draft_of(view, ask)
        if drafted and drafted.find_out:
            yield FindOut(ask=ask, question=drafted.text, how=drafted.find_out)


def _unknown_to_most(view: View) -> Iterator[str]:
    """The votes in which most of a group did not know."""
    for component in view.base.components if view.is_group else ():
        shown = view.votes(component)
        if shown and spread(component, shown[-1]) == "unknown":
            yield f"{component.id}.{SITUATION}"
