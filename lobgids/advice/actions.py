"""What can be done: talk the picture over, find out, take up a theme or make it stronger, and learn for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lobgids.advice.conclusions import Action
from lobgids.advice.roles import NOBODY, is_wanted, stage_of
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import ActionKind
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import Role, Theme, ThemeAction
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, FORMS, PREFERENCE
from lobgids.school.ambition import next_stage
from lobgids.school.roles import parts_in
from lobgids.school.view import SchoolView

MOST_THEMES = 5
"""How many actions on a theme are offered: as many as one can read and choose from, beside those to learn."""

MOST_FORMS = 2
"""How many forms of learning are offered for the mentors, whose forms were picked; for others it is one."""


class _Found(NamedTuple):
    """An action on a theme, with how pressing it is (the lowest number first)."""

    rank: int
    place: int
    action: Action


def actions(view: SchoolView, *, is_open: bool) -> Iterator[Action]:
    """The actions to choose from; `is_open` says whether something is still to find out.

    What is in the plan stays there, also where it would not be offered any more: another answer, or a later version
    of lobgids, may have the school in another stage.
    """
    offered = list(_offered(view, is_open=is_open))
    yield from offered
    left = set(view.ids(ACTIONS)) - {action.id for action in offered}
    yield from (action for action in _all(view) if action.id in left)


def _offered(view: SchoolView, *, is_open: bool) -> Iterator[Action]:
    if is_open or view.dominant is None:
        yield _own(view, "find_out")
    if view.known:
        yield _own(view, "talk")
    yield from (found.action for found in sorted(_per_theme(view))[:MOST_THEMES])
    for role in roles_in_order(view.base):
        yield from _learning(view, role)


def _all(view: SchoolView) -> Iterator[Action]:
    """Every action that there is, of whatever stage."""
    yield from (_own(view, kind) for kind in ("find_out", "talk"))
    for stage in view.base.actions:
        for found in stage.actions:
            theme = view.base.theme(found.theme)
            yield _of_theme(found, _known_of(view, theme), is_stronger=_rank(view, theme, stage.model) >= _DOUBLE)
    for role in roles_in_order(view.base):
        yield from (_of_form(view, role, form) for part in role.parts for form in part.forms)


def _own(view: SchoolView, kind: ActionKind) -> Action:
    """An action of the guide itself: to talk the picture over, or to find out what is not known yet."""
    base, seed = view.base, view.header.seed
    facts = base.phrase(f"action.{kind}").facts
    return Action(
        id=f"act.{kind}", kind=kind, role="leadership" if kind == "talk" else "decaan", owner="decaan", facts=facts,
        title=phrase(base, f"action.{kind}", seed), subject=phrase(base, f"action.{kind}.subject", seed),
        how=phrase(base, f"action.{kind}.how", seed), success=phrase(base, f"action.{kind}.success", seed),
        because=("picture.agree",) if kind == "talk" else (),
    )  # fmt: skip


def _per_theme(view: SchoolView) -> Iterator[_Found]:
    """What to do about each theme of which something is known, for the stage that its pillar works toward."""
    known: dict[tuple[int, str], ThemeAction] = {
        (one.model, action.theme): action for one in view.base.actions for action in one.actions
    }
    for place, theme in enumerate(view.base.themes):
        stage = stage_of(view, theme)
        if stage and (found := known.get((stage, theme.id))) and (because := _known_of(view, theme)):
            rank = _rank(view, theme, stage)
            yield _Found(rank, place, _of_theme(found, because, is_stronger=rank >= _DOUBLE))


_OPEN, _ELSEWHERE, _DOUBLE, _STRONGER, _UNSEEN = range(5)


def _known_of(view: SchoolView, theme: Theme) -> tuple[str, ...]:
    """The answers that tell how it is with a theme: who does it, and the component that it belongs to."""
    component = view.base.component(theme.component)
    asks = [theme.id] if view.doers(theme) else []
    if view.chosen(component):
        asks.append(ask_ids.situation(component))
    return tuple(asks)


def _rank(view: SchoolView, theme: Theme, stage: int) -> int:
    """How pressing it is: open, done by others than in this stage, done double, or there and to be made stronger."""
    component = view.base.component(theme.component)
    doers, fitting = view.doers(theme), set(getattr(theme.done_by, f"model{stage}"))
    if doers == [NOBODY]:
        return _OPEN
    if doers and not fitting & set(doers):
        return _ELSEWHERE
    if not doers and not any(one.model == stage for one in view.chosen(component)):
        return _ELSEWHERE
    if set(doers) - fitting:
        return _DOUBLE
    return _STRONGER if view.is_seen(component) else _UNSEEN


def _of_theme(found: ThemeAction, because: tuple[str, ...], *, is_stronger: bool) -> Action:
    approach = found.stronger if is_stronger else found.begin
    return Action(
        id=f"act.{found.id.removeprefix('action.')}", kind="task", title=approach.title, subject=found.subject,
        how=approach.how, success=found.success, role=found.owner, owner=found.owner, theme=found.theme,
        because=because, facts=found.facts,
    )  # fmt: skip


def _learning(view: SchoolView, role: Role) -> Iterator[Action]:
    """The forms of learning for a role: those that were picked or suit, else the first; nothing where none is given."""
    forms: Sequence[LearningForm] = [form for part in parts_in(role, next_stage(view)) for form in part.forms]
    wanted = [form for form in forms if is_wanted(view, role, form)]
    most = MOST_FORMS if role.id == "mentor" else 1
    yield from (_of_form(view, role, form) for form in (wanted or forms)[:most])


def _of_form(view: SchoolView, role: Role, form: LearningForm) -> Action:
    return Action(
        id=f"act.{form.id}", kind="learn", title=form.title, subject=form.subject, success=form.success,
        how=form.text, role=role.id, owner="decaan" if role.id in ("mentor", "subject_teacher") else role.id,
        because=_why_learn(role, is_wanted=is_wanted(view, role, form)), facts=form.facts,
    )  # fmt: skip


def _why_learn(role: Role, *, is_wanted: bool) -> tuple[str, ...]:
    if not is_wanted:
        return ("picture.agree",)
    return (FORMS,) if role.id == "mentor" else (PREFERENCE,)
