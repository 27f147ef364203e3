"""The plots of a report as plain data: the profile of the twelve components, and who does what."""

from lobgids.advice.ranking import NOBODY, wanted
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component
from lobgids.report.blocks import Cell, Figure, Grid, Group, Key, Row
from lobgids.report.context import ReportContext
from lobgids.school.ambition import wish
from lobgids.school.stage import goal, is_assumed

SOMEONE = "someone_else"

LEAST_DRAWN, MOST_DRAWN = 0.01, 0.9
"""How full a mark is at least and at most: no answer makes a stage certain, or impossible."""


def profile(context: ReportContext) -> Figure:
    """Return how likely each component is in each stage, and the stage that its pillar is wanted in."""
    view, words = context.view, context.words
    groups = tuple(
        Group(name=pillar.name, rows=tuple(_component(context, component) for component in view.components_of(pillar)))
        for pillar in context.base.pillars
    )
    keys = (
        Key(cell=Cell(share=0.6), text=words("profile.key.sure")),
        Key(cell=Cell(share=0.6, is_unsure=True), text=words("profile.key.unsure")),
        Key(cell=Cell(is_aimed=True), text=words("profile.key.aimed")),
    )
    columns = tuple(words("profile.model", number=model.model, name=model.name) for model in context.base.models)
    grid = Grid(corner=words("profile.component"), columns=columns, groups=groups, keys=keys,
                remarks=words("profile.remarks"))  # fmt: skip
    return Figure(grid=grid, caption=words("profile.caption"), alt=_profile_alt(context))


def _component(context: ReportContext, component: Component) -> Row:
    view = context.view
    wished = wished_stage(view, component)
    shares = view.posteriors[component.number - 1] if component in view.known else (0.0, 0.0, 0.0)
    cells = tuple(
        Cell(share=_drawn(share), is_aimed=model == wished, is_unsure=not view.is_seen(component))
        for model, share in enumerate(shares, 1)
    )
    return Row(name=component.name, cells=cells, remark=_remark(context, component))


def _drawn(share: float) -> float:
    """Return how full a mark is: never quite full, as no share is surer than the words; none where nothing is known."""
    return 0.0 if not share else max(LEAST_DRAWN, min(round(share, 2), MOST_DRAWN))


def _remark(context: ReportContext, component: Component) -> str:
    view = context.view
    if not view.chosen(component):
        return context.words("profile.wished" if view.wished(component) else "profile.unknown")
    names = ["profile.differs"] * view.is_between(component) + ["profile.unseen"] * (not view.is_seen(component))
    return "; ".join(context.words(name) for name in names)


def wished_stage(view: View, component: Component) -> int | None:
    """Return the stage that is wished for a component; None if that was not talked about, or nothing is known of it."""
    if not wish(view, component.pillar) or is_assumed(view, component):
        return None
    return goal(view, component)


def _profile_alt(context: ReportContext) -> str:
    view = context.view
    stages = {stage for component in context.base.components if (stage := wished_stage(view, component))}
    aimed = context.listing(context.model(stage).name for stage in sorted(stages)) or context.words("profile.unknown")
    seen = sum(view.is_seen(component) for component in view.known)
    total, answered = len(context.base.components), len(view.known)
    return context.words("profile.alt", total=total, answered=answered, seen=seen, aimed=aimed)


def doers(context: ReportContext) -> Figure:
    """Return who does each theme, and who does it in a school of the stage that is worked toward."""
    words = context.words
    roles = roles_in_order(context.base)
    others = [answer.text for answer in context.base.answers if answer.id in (f"doer.{SOMEONE}", f"doer.{NOBODY}")]
    ids = [*(role.id for role in roles), SOMEONE, NOBODY]
    rows = tuple(_theme(context, theme, ids) for theme in context.base.themes)
    leads = context.view.dominant is not None
    ring = (Key(cell=Cell(is_aimed=True), text=words("doers.key.wanted")),)
    keys = (Key(cell=Cell(share=1), text=words("doers.key.does")), *(ring if leads else ()))
    columns = (*(words(f"short.{role.id}") for role in roles), *others)
    grid = Grid(corner=words("doers.theme"), columns=columns, groups=(Group(name="", rows=rows),), keys=keys,
                remarks=words("doers.remarks"))  # fmt: skip
    states = [theme_state(context.view, theme) for theme in context.base.themes]
    alt = words("doers.alt", themes=len(rows), open=states.count("open"))
    return Figure(grid=grid, caption=words("doers.caption" if leads else "doers.caption_open"), alt=alt)


def _theme(context: ReportContext, theme: Theme, ids: list[str]) -> Row:
    done, in_stage = context.view.doers(theme), _wanted(context.view, theme)
    cells = tuple(Cell(share=float(doer in done), is_aimed=doer in in_stage and doer != NOBODY) for doer in ids)
    state = theme_state(context.view, theme)
    return Row(name=theme.name, cells=cells, remark=context.words(f"doers.{state}") if state else "")


def _wanted(view: View, theme: Theme) -> tuple[str, ...]:
    """Who does a theme in the stage that is worked toward; empty if no stage leads."""
    stage = goal(view, view.base.component(theme.component)) if view.dominant else None
    return wanted(theme, stage) if stage else ()


def theme_state(view: View, theme: Theme) -> str:
    """Return what stands out about a theme: open, elsewhere or unknown; empty if it is done as in its stage.

    Several who do it share it: that is not double work.
    """
    done, in_stage = view.doers(theme), _wanted(view, theme)
    if not done:
        return "unknown"
    if done == [NOBODY]:
        return "" if NOBODY in in_stage else "open"
    if not in_stage or NOBODY in in_stage:
        return ""
    return "" if set(done) & set(in_stage) else "elsewhere"
