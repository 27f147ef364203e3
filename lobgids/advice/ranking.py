"""Which actions on the themes follow from the answers, the most pressing first, each with the answers that say so."""

from collections import Counter
from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from lobgids.kb.sayings import says
from lobgids.kb.schema.roles import Theme, ThemeAction
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ASSIGNED, RECENT
from lobgids.school import ambition, stage
from lobgids.school.roles import parts_in, ticked
from lobgids.school.sayings import is_reserved
from lobgids.school.view import SchoolView

NOBODY = "nobody"

TRAINING = "theme.support"
"""The theme of who asks that colleagues are trained for LOB."""


class Rank(IntEnum):
    """How pressing an action on a theme is, and why."""

    NOBODY = 0
    WISHED = 1
    ASSIGNED = 2
    BEGIN = 3
    UNSEEN = 4
    CLASH = 5
    STRONGER = 6


class Ranked(Struct, frozen=True, kw_only=True):
    """An action on a theme in a stage: to begin with it or to make it stronger, and the asks that it rests on."""

    entry: ThemeAction
    model: int
    pillar: str
    rank: Rank
    because: tuple[str, ...]

    @property
    def is_stronger(self) -> bool:
        """Whether it makes stronger what is there already."""
        return self.rank in (Rank.ASSIGNED, Rank.UNSEEN, Rank.CLASH, Rank.STRONGER)


def ranked(view: SchoolView) -> Iterator[Ranked]:
    """The actions on the themes of which something is known, the most pressing first.

    Of equally pressing ones that one comes first that leadership asked for, then those that lie in a pillar of which
    fewer were named, then by the order of the themes: so that the first few are not all of one pillar. The steps of a
    way of two stages come in their order.
    """
    left, of_pillar = list(_of_themes(view)), Counter[str]()
    asked = _asked_for(view)
    while left:
        first = min(left, key=lambda found: (found.rank, found.entry.theme != asked, of_pillar[found.pillar]))
        left.remove(first)
        of_pillar[first.pillar] += 1
        yield first


def _asked_for(view: SchoolView) -> str:
    """The theme that leadership asked for in so many words; empty in documents of before, and if it asked for none."""
    told = str(view.state.value(ask_ids.ASSIGNMENT) or "") if view.header.shows_sentences else ""
    return TRAINING if says(view.base, "training", told) else ""


def every(view: SchoolView) -> Iterator[Ranked]:
    """Every action on a theme in any stage, for plans that were made when it was offered."""
    for of_model in view.base.actions:
        for entry in of_model.actions:
            theme = view.base.theme(entry.theme)
            is_there = of_model.model in stage.present(view, view.base.component(theme.component))
            yield _ranked(view, theme, entry, of_model.model, Rank.STRONGER if is_there else Rank.BEGIN)


def _of_themes(view: SchoolView) -> Iterator[Ranked]:
    entries: dict[tuple[int, str], ThemeAction] = {
        (of_model.model, entry.theme): entry for of_model in view.base.actions for entry in of_model.actions
    }
    for theme in view.base.themes:
        rank = rank_of(view, theme)
        for model in stage.way(view, view.base.component(theme.component)) if rank is not None else ():
            if (entry := entries.get((model, theme.id))) and rank is not None:
                yield _ranked(view, theme, entry, model, rank)


def rank_of(view: SchoolView, theme: Theme) -> Rank | None:
    """How pressing a theme is; None if there is nothing to do about it, or nothing is known of it."""
    to_do = stage.to_do(view, view.base.component(theme.component))
    if to_do == "strengthen" and is_reserved(view, view.base.component(theme.component)):
        return None  # what was told with a reservation is perhaps not there to make stronger
    if to_do == "strengthen":
        return Rank.NOBODY if is_nobodys(view, theme) else _to_strengthen(view, theme)
    if is_ticked(view, theme) or is_told_otherwise(view, theme):
        return None
    if is_nobodys(view, theme):
        return Rank.NOBODY
    if to_do == "begin" or (to_do == "find_out" and theme.id == _asked_for(view)):
        return Rank.WISHED
    return _of_doers(view, theme) if to_do == "find_out" and view.doers(theme) else None


def _to_strengthen(view: SchoolView, theme: Theme) -> Rank:
    """How pressing it is to make stronger what is there: what the assignment is about, what was not seen, a clash."""
    component = view.base.component(theme.component)
    if f"about.{component.pillar}" in view.ids(ASSIGNED):
        return Rank.ASSIGNED
    if view.is_unseen(component):
        return Rank.UNSEEN
    return Rank.CLASH if any(_clashing(view, component)) else Rank.STRONGER


def is_told_otherwise(view: SchoolView, theme: Theme) -> bool:
    """Whether those do a theme already who do it in the stage to come, and in none that its component is in.

    Then the two answers differ, and neither says what there is to begin.
    """
    component = view.base.component(theme.component)
    goal, doers = stage.goal(view, component), set(view.doers(theme))
    before = [doer for model in stage.present(view, component) if model != goal for doer in wanted(theme, model)]
    return goal is not None and bool(before) and bool(doers & set(wanted(theme, goal))) and not doers & set(before)


def _clashing(view: SchoolView, component: Component) -> Iterator[str]:
    """The situations whose answers contradict that of a component."""
    for pair in view.clashes():
        subjects = [ask_ids.subject_of(row.id) for row in pair]
        if component.id in subjects:
            yield from (ask_ids.situation(subject) for subject in subjects if subject != component.id)


def is_nobodys(view: SchoolView, theme: Theme) -> bool:
    """Whether nobody does what somebody does in the stage that is worked toward."""
    goal = stage.goal(view, view.base.component(theme.component))
    is_nobodys = view.doers(theme) == [NOBODY] and goal is not None and NOBODY not in wanted(theme, goal)
    return is_nobodys and not is_ticked(view, theme)


def is_ticked(view: SchoolView, theme: Theme) -> bool:
    """Whether some task of a theme was ticked in the stage that is worked toward: then it is begun already."""
    goal = stage.goal(view, view.base.component(theme.component))
    return any(
        task.theme == theme.id and task.id in ticked(view, role)
        for role in view.base.roles
        for part in parts_in(role, goal)
        for task in part.tasks
    )


def wanted(theme: Theme, model: int) -> tuple[str, ...]:
    """Who does a theme in a stage: ids of roles, or `nobody`."""
    doers: tuple[str, ...] = getattr(theme.done_by, f"model{model}")
    return doers


def _of_doers(view: SchoolView, theme: Theme) -> Rank | None:
    """How pressing a theme is of which only is known who does it: to begin, where its pillar moves to others.

    In a pillar that stays, and where it lies already with those who do it then, one finds out first.
    """
    component = view.base.component(theme.component)
    goal = stage.aim(view, component.pillar)
    return Rank.BEGIN if goal and not set(view.doers(theme)) & set(wanted(theme, goal)) else None


def _ranked(view: SchoolView, theme: Theme, entry: ThemeAction, model: int, rank: Rank) -> Ranked:
    component = view.base.component(theme.component)
    return Ranked(entry=entry, model=model, pillar=component.pillar, rank=rank, because=_because(view, theme, rank))


def _because(view: SchoolView, theme: Theme, rank: Rank) -> tuple[str, ...]:
    """The asks whose answers rank an action, and no other ones."""
    component = view.base.component(theme.component)
    if rank is Rank.NOBODY or not view.chosen(component):
        return (theme.id,) if view.doers(theme) else ()
    situation = ask_ids.situation(component)
    if rank is Rank.ASSIGNED:
        return (ASSIGNED, situation)
    if rank is Rank.UNSEEN:
        return (ask_ids.of_component(component, RECENT),)
    if rank is Rank.CLASH:
        return tuple(dict.fromkeys((situation, *_clashing(view, component))))
    if rank is not Rank.WISHED:
        return (situation,)
    wish, end = ambition.ask_of(view, component.pillar), stage.goal(view, component)
    is_forward = end is not None and max(stage.present(view, component)) < end
    return (wish, situation) if is_forward else (wish,)  # how it is now does not plead for a step back
