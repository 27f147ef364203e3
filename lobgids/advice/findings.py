"""What was noticed in the answers: tensions, which may cause friction."""

from collections.abc import Iterator, Mapping, Sequence

from lobgids.advice.conclusions import Tension
from lobgids.advice.roles import NOBODY, stage_of
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.roles import Theme
from lobgids.log import ask_ids
from lobgids.log.ask_ids import RECENT
from lobgids.school import ambition
from lobgids.school.view import SchoolView


def tensions(view: SchoolView, apart: Mapping[str, tuple[str, ...]]) -> Iterator[Tension]:
    """Clashes, claims not yet seen, differing groups, wishes to move, and themes that two roles or nobody do.

    `apart` has sentences on where the groups of a workshop differ, each with the asks that it rests on.
    """
    for first, second in view.clashes():
        words = "clash_partly" if view.is_partly(first, second) else "clash"
        asks = (_situation(first.id), _situation(second.id))
        yield _tension(view, "clash", asks, words=words, one=first.heard, other=second.heard)
    for component in view.base.components:
        if view.is_unseen(component):
            asks = (ask_ids.situation(component), ask_ids.of_component(component, RECENT))
            yield _tension(view, "unseen", asks, component=component.name)
    for sentence, because in apart.items():
        yield Tension(kind="groups", text=sentence, because=because)
    yield from _wishes(view)
    for theme in view.base.themes:
        yield from _of_theme(view, theme)


def _wishes(view: SchoolView) -> Iterator[Tension]:
    wishes = tuple(dict.fromkeys(
        ambition.ask_of(view, subject) for subject in ambition.subjects(view) if ambition.moves_to(view, subject)
    ))  # fmt: skip
    if wishes:
        yield _tension(view, "move", wishes)
    if ambition.is_far(view):
        yield _tension(view, "far", wishes)
    if ambition.is_only_the_decaans(view):
        yield _tension(view, "alone", (ambition.WHOSE,))


def _of_theme(view: SchoolView, theme: Theme) -> Iterator[Tension]:
    """A theme that more roles, or nobody, do than in the stage that is worked toward there."""
    doers, stage = view.doers(theme), stage_of(view, theme)
    wanted = getattr(theme.done_by, f"model{stage}") if stage else ()
    if len(doers) > 1 and set(doers) - set(wanted):
        yield _tension(view, "double", (theme.id,), theme=theme.name, roles=named(view, doers))
    if doers == [NOBODY] and wanted and NOBODY not in wanted:
        yield _tension(view, "nobody", (theme.id,), theme=theme.name, roles=named(view, wanted))


def named(view: SchoolView, doers: Sequence[str]) -> str:
    """Who does it, in words that stand within a sentence."""
    return view.language.listing(view.role(doer) for doer in doers)


def _tension(view: SchoolView, kind: str, because: tuple[str, ...], *, words: str = "", **fill: str) -> Tension:
    """A tension of a kind, in the phrase for that kind, or for `words` if given."""
    name = f"tension.{words or kind}"
    facts = view.base.phrase(name).facts
    text = phrase(view.base, name, view.header.seed + because[0], **fill)
    return Tension(kind=kind, text=text, because=because, facts=facts)


def _situation(description: str) -> str:
    return ask_ids.situation(ask_ids.subject_of(description))
