"""The actions to choose from: talk the picture over, find out, take up a theme or make it stronger, and learn."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lobgids.advice.conclusions import Action
from lobgids.advice.own import own_actions
from lobgids.advice.roles import NOBODY, is_wanted, stage_of
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import ActionKind
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import Role, Theme, ThemeAction
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, FORMS, PICTURE, PREFERENCE
from lobgids.school.ambition import next_stage
from lobgids.school.roles import parts_in
from lobgids.school.stage import present
from lobgids.school.view import SchoolView

MOST_THEMES = 5
"""How many actions on a theme are offered: as many as people can read and choose from, beside those to learn."""

MOST_FORMS = 2
"""How many forms of learning are offered for the mentors, as several were picked; for other roles it is one."""


class _Ranked(NamedTuple):
    """An action on a theme, sorted by how pressing it is (the lowest number first), then by the order of the themes."""

    rank: int
    order: int
    action: Action


def actions(view: SchoolView, *, is_open: bool) -> Iterator[Action]:
    """The actions to choose from, then one's own; `is_open` says whether something is still to find out.

    What is in the plan stays there, even if it would not be offered any more: another answer, or a later version of
    lobgids, may put the school in another stage.
    """
    offered = list(_offered(view, is_open=is_open))
    yield from offered
    kept = set(view.ids(ACTIONS)) - {action.id for action in offered}
    yield from (action for action in _all(view) if action.id in kept)
    yield from own_actions(view)


def _offered(view: SchoolView, *, is_open: bool) -> Iterator[Action]:
    if is_open or view.dominant is None:
        yield _own(view, "find_out")
    if view.known:
        yield _own(view, "talk")
    yield from (ranked.action for ranked in sorted(_per_theme(view))[:MOST_THEMES])
    for role in roles_in_order(view.base):
        yield from _learning(view, role)


def _all(view: SchoolView) -> Iterator[Action]:
    """Every action that there is, in any stage."""
    yield from (_own(view, kind) for kind in ("find_out", "talk"))
    for stage in view.base.actions:
        for entry in stage.actions:
            theme = view.base.theme(entry.theme)
            yield _of_theme(entry, _asks_about(view, theme), is_stronger=_rank(view, theme, stage.model) >= _DOUBLE)
    for role in roles_in_order(view.base):
        yield from (_of_form(view, role, form) for part in role.parts for form in part.forms)


def _own(view: SchoolView, kind: ActionKind) -> Action:
    """An action of the guide's own: to talk the picture over, or to find out what is not known yet."""
    base, seed = view.base, view.header.seed
    facts = base.phrase(f"action.{kind}").facts
    return Action(
        id=f"act.{kind}", kind=kind, role="leadership" if kind == "talk" else "decaan", owner="decaan", facts=facts,
        title=phrase(base, f"action.{kind}", seed), subject=phrase(base, f"action.{kind}.subject", seed),
        how=phrase(base, f"action.{kind}.how", seed), success=phrase(base, f"action.{kind}.success", seed),
        because=_recognised(view) if kind == "talk" else (),
    )  # fmt: skip


def _per_theme(view: SchoolView) -> Iterator[_Ranked]:
    """What to do about each theme of which something is known, for the stage that is worked toward there."""
    entries: dict[tuple[int, str], ThemeAction] = {
        (stage.model, entry.theme): entry for stage in view.base.actions for entry in stage.actions
    }
    for order, theme in enumerate(view.base.themes):
        model = stage_of(view, theme)
        if model and (entry := entries.get((model, theme.id))) and (because := _asks_about(view, theme)):
            rank = _rank(view, theme, model)
            yield _Ranked(rank, order, _of_theme(entry, because, is_stronger=rank >= _DOUBLE))


_OPEN, _ELSEWHERE, _DOUBLE, _STRONGER, _UNSEEN = range(5)
"""How pressing an action on a theme is: the ranks from the most pressing on."""


def _asks_about(view: SchoolView, theme: Theme) -> tuple[str, ...]:
    """The answered asks that say how it is with a theme: who does it, and the component that it belongs to."""
    component = view.base.component(theme.component)
    asks = [theme.id] if view.doers(theme) else []
    if view.chosen(component):
        asks.append(ask_ids.situation(component))
    return tuple(asks)


def _rank(view: SchoolView, theme: Theme, stage: int) -> int:
    """How pressing a theme is: open, not as in this stage yet, done double, or to be made stronger."""
    component = view.base.component(theme.component)
    doers, fitting = view.doers(theme), set(getattr(theme.done_by, f"model{stage}"))
    if doers == [NOBODY]:
        return _OPEN
    if doers and not fitting & set(doers):
        return _ELSEWHERE
    if stage not in present(view, component) and (not doers or present(view, component)):
        return _ELSEWHERE  # what is not there yet is not made stronger, whoever does it
    if set(doers) - fitting:
        return _DOUBLE
    return _STRONGER if view.is_seen(component) else _UNSEEN


def _of_theme(entry: ThemeAction, because: tuple[str, ...], *, is_stronger: bool) -> Action:
    """The action of an entry: to make the theme stronger, or to begin with it."""
    approach = entry.stronger if is_stronger else entry.begin
    return Action(
        id=f"act.{entry.id.removeprefix('action.')}", kind="task", title=approach.title, subject=entry.subject,
        how=approach.how, success=entry.success, role=entry.owner, owner=entry.owner, theme=entry.theme,
        because=because, facts=entry.facts,
    )  # fmt: skip


def _learning(view: SchoolView, role: Role) -> Iterator[Action]:
    """The forms of learning for a role: those that were picked or suit, else the first; empty if none is given."""
    forms: Sequence[LearningForm] = [form for part in parts_in(role, next_stage(view)) for form in part.forms]
    wanted = [form for form in forms if is_wanted(view, role, form)]
    most = MOST_FORMS if role.id == "mentor" else 1
    yield from (_of_form(view, role, form) for form in (wanted or forms)[:most])


def _of_form(view: SchoolView, role: Role, form: LearningForm) -> Action:
    return Action(
        id=f"act.{form.id}", kind="learn", title=form.title, subject=form.subject, success=form.success,
        how=form.text, role=role.id, owner="decaan" if role.id in ("mentor", "subject_teacher") else role.id,
        because=_why_learn(view, role, is_suited=is_wanted(view, role, form)), facts=form.facts,
    )  # fmt: skip


def _recognised(view: SchoolView) -> tuple[str, ...]:
    """The ask whether one recognises the picture; none if there was too little for one."""
    return (PICTURE,) if view.is_answered(PICTURE) else ()


def _why_learn(view: SchoolView, role: Role, *, is_suited: bool) -> tuple[str, ...]:
    """The ask for which a form is offered: the one where it was picked or that it suits, else the picture."""
    if not is_suited:
        return _recognised(view)
    return (FORMS,) if role.id == "mentor" else (PREFERENCE,)
