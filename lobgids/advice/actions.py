"""The actions to choose from: talk the picture over, find out, take up a theme or make it stronger, and learn."""

from collections.abc import Iterator, Sequence

from lobgids.advice import ranking
from lobgids.advice.conclusions import Action, RoleAdvice
from lobgids.advice.own import own_actions
from lobgids.advice.plan import picked
from lobgids.advice.ranking import Ranked
from lobgids.advice.roles import is_wanted
from lobgids.advice.since import since
from lobgids.advice.standing_in import told_in, without_absent
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import ActionKind
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import Instead, Role
from lobgids.log.ask_ids import FORMS, PICTURE, PREFERENCE, WHO
from lobgids.school import stage
from lobgids.school.roles import parts_in
from lobgids.school.view import SchoolView
from lobgids.text import sentences_of, uncapital

MOST_THEMES = 5
"""How many actions on a theme are offered first: as many as people can read and choose from."""

MOST_FORMS = 2
"""How many forms of learning are offered for the mentors, as several were picked; for other roles it is one."""


def actions(view: SchoolView, roles: Sequence[RoleAdvice], *, is_open: bool) -> Iterator[Action]:
    """The actions to choose from, then one's own; `is_open` says whether something is still to find out.

    The first step with the role that one wants to sit down with is small enough to be an action by itself.

    What is in the plan stays there, even if it would not be offered any more: another answer, or a later version of
    lobgids, may put the school in another stage.
    """
    begins = [_begin(view, role) for role in roles if view.start and role.first_step]
    offered = [without_absent(view, action) for action in _offered(view, begins, is_open=is_open)]
    yield from offered
    if kept := set(picked(view)) - {action.id for action in offered}:
        yield from (without_absent(view, action) for action in (*begins, *_all(view)) if action.id in kept)
    yield from own_actions(view)


def _offered(view: SchoolView, begins: Sequence[Action], *, is_open: bool) -> Iterator[Action]:
    if is_open:
        yield _own(view, "find_out")
    if view.known:
        yield _own(view, "talk")
    wanted = str(view.state.value(WHO)).removeprefix("who.")  # in the full form these are several, told one by one
    yield from (action for action in begins if action.role == wanted)
    for place, ranked in enumerate(ranking.ranked(view)):
        yield _of_theme(view, ranked, is_further=place >= MOST_THEMES)
    for role in roles_in_order(view.base):
        yield from _learning(view, role) if role.id not in view.absent else ()


def _all(view: SchoolView) -> Iterator[Action]:
    """Every action that there is, in any stage."""
    yield from (_own(view, kind) for kind in ("find_out", "talk"))
    yield from (_of_theme(view, ranked) for ranked in ranking.every(view))
    for role in roles_in_order(view.base):
        yield from (_of_form(view, role, form) for part in role.parts for form in part.forms)


def _own(view: SchoolView, kind: ActionKind) -> Action:
    """An action of the guide's own: to talk the picture over, or to find out what is not known yet."""
    base, seed = view.base, view.header.seed
    named = base.phrase(f"action.{kind}")
    return Action(
        id=f"act.{kind}", kind=kind, role="leadership" if kind == "talk" else "decaan", owner="decaan",
        title=phrase(base, f"action.{kind}", seed),
        how=phrase(base, f"action.{kind}.how", seed), success=phrase(base, f"action.{kind}.success", seed),
        count=phrase(base, "action.talk.count", seed) if kind == "talk" else "",
        because=_recognised(view) if kind == "talk" else (), facts=named.facts, origin=named.origin,
    )  # fmt: skip


def _begin(view: SchoolView, role: RoleAdvice) -> Action:
    """The first step with a role as an action: its first sentence, up to a colon, names it; all of it says how."""
    step = uncapital(sentences_of(role.first_step)[0].partition(":")[0].rstrip("."))
    return Action(
        id=f"act.begin.{role.role}", kind="begin", role=role.role, owner="decaan",
        title=phrase(view.base, "action.begin", view.header.seed, step=step), how=role.first_step, success="",
        because=(WHO,), origin="guide",
    )  # fmt: skip


def _of_theme(view: SchoolView, ranked: Ranked, *, is_further: bool = False) -> Action:
    """The action of an entry: to make the theme stronger, or to begin with it."""
    entry = ranked.entry
    approach = told_in(view, entry.stronger if ranked.is_stronger else entry.begin)
    owner = approach.owner if isinstance(approach, Instead) else entry.owner
    return Action(
        id=f"act.{entry.id.removeprefix('action.')}", kind="task", title=approach.title,
        how=approach.how, success=entry.success, count=entry.count, role=owner, owner=owner,
        theme=entry.theme, model=ranked.model, further=is_further, is_step=not ranked.is_stronger,
        because=ranked.because, facts=entry.facts, origin=entry.origin, since=since(view, entry.id, entry.theme),
    )  # fmt: skip


def _learning(view: SchoolView, role: Role) -> Iterator[Action]:
    """The forms of learning for a role: those that were picked or suit, else the first, further on."""
    forms: Sequence[LearningForm] = [form for part in parts_in(role, stage.of_learning(view)) for form in part.forms]
    wanted = [form for form in forms if is_wanted(view, role, form)]
    most = MOST_FORMS if role.id == "mentor" else 1
    yield from (_of_form(view, role, form, is_further=not wanted) for form in (wanted or forms)[:most])


def _of_form(view: SchoolView, role: Role, form: LearningForm, *, is_further: bool = False) -> Action:
    return Action(
        id=f"act.{form.id}", kind="learn", title=form.title, success=form.success, count=form.count,
        how=form.begin, role=role.id, owner="decaan" if role.id in ("mentor", "subject_teacher") else role.id,
        further=is_further, is_step=_is_new(view),
        because=_why_learn(role, is_suited=is_wanted(view, role, form)), facts=form.facts, origin=form.origin,
        since=since(view, form.id),
    )  # fmt: skip


def _is_new(view: SchoolView) -> bool:
    """Whether the school begins to learn in another stage than the one in which it learns now."""
    learning = view.base.component(stage.PROFESSIONALISATION)
    return stage.of_learning(view) not in stage.present(view, learning)


def _recognised(view: SchoolView) -> tuple[str, ...]:
    """The ask whether one recognises the picture, if a stage leads and one does, at least for a part."""
    is_recognised = view.state.value(PICTURE) in ("picture.yes", "picture.partly")
    return (PICTURE,) if view.start and is_recognised else ()


def _why_learn(role: Role, *, is_suited: bool) -> tuple[str, ...]:
    """The ask for which a form is offered: the one where it was picked or that it suits; none if it is only given."""
    if not is_suited:
        return ()
    return (FORMS,) if role.id == "mentor" else (PREFERENCE,)
