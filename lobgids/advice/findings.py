"""What was noticed: tensions that may chafe, and what is still to find out."""

from collections.abc import Iterator, Sequence

from lobgids.advice.roles import NOBODY, stage_of
from lobgids.log import ask_ids
from lobgids.dialogue.workshop import groups
from lobgids.log.ask_ids import RECENT
from lobgids.dialogue.chapters import ambition
from lobgids.dialogue.chapters.roles import where_to_find_out
from lobgids.advice.conclusions import FindOut, Tension
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.entries import Theme

OF_THE_PLAN = frozenset({"advice", "plan", "evaluation", "closing"})


def tensions(view: View) -> Iterator[Tension]:
    """Clashes, claims not yet seen, wishes far away or of one person, what changes, roles done twice or by nobody."""
    for one, other in view.clashes():
        kind = "clash_partly" if view.is_partly(one, other) else "clash"
        asks = (_situation(one.id), _situation(other.id))
        yield _tension(view, "clash", asks, words=kind, one=one.heard, other=other.heard)
    for component in view.base.components:
        if view.is_unseen(component):
            asks = (ask_ids.situation(component), ask_ids.of_component(component, RECENT))
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


def _tension(view: View, kind: str, because: tuple[str, ...], *, words: str = "", **fill: str) -> Tension:
    """A tension of a kind, said in the words of that kind or in others."""
    name = f"tension.{words or kind}"
    facts = view.base.phrase(name).facts
    text = phrase(view.base, name, view.header.seed + because[0], **fill)
    return Tension(kind=kind, text=text, because=because, facts=facts)


def _situation(description: str) -> str:
    return ask_ids.situation(ask_ids.subject_of(description))


def _is_of_the_plan(view: View, ask: str) -> bool:
    step = view.track.step_of(ask)
    return step is not None and step.name in OF_THE_PLAN


def find_out(view: View) -> Iterator[FindOut]:
    """What is not known of the school: where one said so, what was wished only, and what was not asked."""
    # What is asked of the plan is no question about the school, and is itself made of these conclusions.
    skipped = [ask for ask, one in view.state.answers.items() if one.skipped and not _is_of_the_plan(view, ask)]
    unknown = [ask_ids.situation(one) for one in view.base.components if one not in view.known]
    for ask in dict.fromkeys((*sorted(unknown, key=lambda ask: not view.is_answered(ask)), *skipped)):
        drafted = draft_of(view, ask)
        if drafted and drafted.find_out:
            yield FindOut(ask=ask, question=drafted.text, how=drafted.find_out)
    yield from _not_asked(view)


def _not_asked(view: View) -> Iterator[FindOut]:
    """The themes that were not asked about, all in one."""
    left = [theme for theme in view.base.themes if not view.is_answered(theme.id)]
    if left:
        names = "; ".join(theme.name for theme in left)
        question = phrase(view.base, "find_out.themes", view.header.seed, themes=names)
        yield FindOut(ask=left[0].id, question=question, how=where_to_find_out(view, left))
