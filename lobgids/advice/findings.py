"""What was noticed in the answers: tensions, which may cause friction."""

from collections.abc import Iterator, Mapping, Sequence

from lobgids.advice.conclusions import Tension
from lobgids.advice.ranking import NOBODY, is_nobodys, wanted
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.roles import Theme
from lobgids.log import ask_ids
from lobgids.log.ask_ids import RECENT
from lobgids.school import ambition, stage
from lobgids.school.sayings import plain_clashes
from lobgids.school.view import SchoolView


def tensions(view: SchoolView, apart: Mapping[str, tuple[str, ...]]) -> Iterator[Tension]:
    """Clashes, claims not yet seen, differing groups, wishes to move, and themes that nobody does.

    `apart` has sentences on where the groups of a workshop differ, each with the asks that it rests on.
    """
    for first, second in plain_clashes(view):
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
    moving = [subject for subject in ambition.subjects(view) if ambition.moves_to(view, subject)]
    wishes = tuple(dict.fromkeys(ambition.ask_of(view, subject) for subject in moving))
    if wishes:
        yield _tension(view, "move", wishes)
    if stage.is_apart(view):
        yield _tension(view, "apart", wishes)
    if any(stage.is_far(view, subject) and stage.aim(view, subject) != stage.NEARER_STAGE for subject in moving):
        yield _tension(view, "far", wishes)
    if ambition.is_only_the_decaans(view):
        yield _tension(view, "alone", (ambition.WHOSE,))


def _of_theme(view: SchoolView, theme: Theme) -> Iterator[Tension]:
    """A theme that nobody does; where a stage leads, only if somebody does it in the stage that is worked toward."""
    if view.doers(theme) != [NOBODY]:
        return
    if view.start is None:
        yield _tension(view, "nobody", (theme.id,), words="nobody_open", theme=theme.name)
    elif is_nobodys(view, theme):
        component = view.base.component(theme.component)
        roles = named(view, wanted(theme, stage.goal(view, component) or view.start))
        words = "nobody_on_the_way" if stage.aim(view, component.pillar) else "nobody"
        yield _tension(view, "nobody", (theme.id,), words=words, theme=theme.name, roles=roles)


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
