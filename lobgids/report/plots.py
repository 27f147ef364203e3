"""The plots of a report as plain data: the profile of the twelve components, and who does what."""

import re
from collections.abc import Iterator, Sequence

from lobgids.advice.decision import is_reserved_wish, to_talk_about
from lobgids.advice.ranking import NOBODY, wanted
from lobgids.advice.shown import is_beside_question, shown_at
from lobgids.dialogue.asserted import told_lesser
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.sayings import says
from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import BETWEEN, SHARED, of_component, of_theme, situation
from lobgids.report.blocks import Cell, Figure, Grid, Group, Key, Row
from lobgids.report.context import ReportContext
from lobgids.report.grids import cells_of, head_of_remarks, keys_of
from lobgids.school.sayings import is_corrected, said_with, takes_back, told_instead
from lobgids.school.stage import aim, goal

SOMEONE = "someone_else"

LEAST_DRAWN, MOST_DRAWN = 0.2, 0.9
"""From which share on a mark is drawn, as a smaller one in a ring looks like a target; and how full one is at most, as
no answer makes a stage certain."""

_ONLY_IN = re.compile(r"\b(?:alleen|enkel|only|just)\s+(?:in|bij|voor|at|for|with)\b", re.IGNORECASE)
"""How one says of who does it that this holds somewhere only: 'ja, maar alleen in 4h'."""


def profile(context: ReportContext) -> Figure:
    """Return how likely each component is in each stage, and the stage that its pillar is wanted in.

    Of a group only what it voted on: no picture of the rest was asked of it. What was only told in own words has no
    stage; that it was told is for others to know only where the words stand.
    """
    words = context.words
    shown = [one for one in context.base.components if _has_place(context, one)]
    groups = tuple(
        Group(name=pillar.name, rows=tuple(_component(context, one) for one in shown if one.pillar == pillar.id))
        for pillar in context.base.pillars
        if any(one.pillar == pillar.id for one in shown)
    )
    keys = (
        Key(cell=Cell(share=0.6), text=words("profile.key.sure")),
        Key(cell=Cell(share=0.6, is_unsure=True), text=words("profile.key.unsure")),
        Key(cell=Cell(is_aimed=True), text=words("profile.key.aimed")),
    )
    columns = tuple(words(f"profile.model.{model.model}") for model in context.base.models)
    grid = Grid(corner=words("profile.component"), columns=columns, groups=groups, keys=keys_of(keys, groups),
                remarks=head_of_remarks(words("profile.remarks"), groups))  # fmt: skip
    has_aims = any(cell.is_aimed for group in groups for row in group.rows for cell in row.cells)
    caption = words("profile.caption" if has_aims else "profile.caption.now")
    return Figure(grid=grid, caption=caption, alt=" ".join(_profile_alt(context)))


def _has_place(context: ReportContext, component: Component) -> bool:
    """Return whether the profile has a row for a component: for others not if what was told of it may not be read."""
    view = context.view
    if view.track.answering.is_vote:
        return bool(view.votes(component))
    is_in_words = context.for_others and bool(told_instead(view, component)) and not view.is_absent(component)
    return not is_in_words or bool(shown_at(view, situation(component)))


def _is_in_words(context: ReportContext, component: Component) -> bool:
    """Return whether others read no stage of a component, as only own words tell how it goes."""
    view = context.view
    has_stage = component in view.known and not is_corrected(view, component)
    is_told = not has_stage and not view.is_absent(component) and bool(told_instead(view, component))
    return context.for_others and is_told


def _component(context: ReportContext, component: Component) -> Row:
    view = context.view
    wished = None if _is_for_later(context) else wished_stage(view, component)
    is_drawn = component in view.known and not _is_in_words(context, component)
    shares = view.posteriors[component.number - 1] if is_drawn else (0.0, 0.0, 0.0)
    cells = tuple(
        Cell(share=_drawn(share), is_aimed=model == wished, is_unsure=not view.is_seen(component))
        for model, share in enumerate(shares, 1)
    )
    return Row(name=component.name, cells=cells, remark=_remark(context, component))


def _is_for_later(context: ReportContext) -> bool:
    """Return whether others read of a wish that is still to be talked about: nobody works toward that stage yet."""
    return context.for_others and to_talk_about(context.view, context.conclusions) == "later"


def _drawn(share: float) -> float:
    """Return how full a mark is: never quite full, as no share is surer than the words; none for a small share."""
    return min(round(share, 2), MOST_DRAWN) if share >= LEAST_DRAWN else 0.0


def _remark(context: ReportContext, component: Component) -> str:
    view = context.view
    if _is_in_words(context, component) and not is_beside_question(view, component):
        return context.words("profile.told")
    if not view.chosen(component):
        is_elsewhere = context.for_others and is_beside_question(view, component)  # in no table
        return context.words("profile.unknown" if is_elsewhere else f"profile.{_without_stage(view, component)}")
    names = ["profile.partly"] * (takes_back(view, component) or _is_partly(view, component))
    names += ["profile.differs"] * view.is_between(component) + ["profile.unseen"] * (not view.is_seen(component))
    return "; ".join(context.words(name) for name in names)


def _without_stage(view: View, component: Component) -> str:
    """The name of the words for why a component has no stage."""
    if view.is_absent(component):
        return "not_there"
    if told_instead(view, component):
        return "told"
    if view.wished(component):
        return "wished"
    if view.is_answered(situation(component)):
        return "unknown"
    return "shared_out" if view.is_shared_out(component) else "not_asked"


def _is_partly(view: View, component: Component) -> bool:
    """Return whether one said of several descriptions that one holds in part: 'alleen 3 klopt een beetje'."""
    return says(view.base, "partly", said_with(view, of_component(component, BETWEEN)))


def wished_stage(view: View, component: Component) -> int | None:
    """Return the stage that is wished for a component; None if that was not talked about, or nothing is known of it.

    Nor is a wish with a reservation for a stage as a whole; and who stays goes nowhere.
    """
    is_told = component in view.known or told_instead(view, component)
    return None if is_reserved_wish(view) or not is_told else aim(view, component.pillar)


def _profile_alt(context: ReportContext) -> Iterator[str]:
    """Yield what there is to see, and of a mark that is not drawn nothing."""
    view, words = context.view, context.words
    seen = sum(view.is_seen(component) for component in view.known)
    yield words("profile.alt", total=len(context.base.components), answered=len(view.known))
    if seen:
        yield words("profile.alt.seen", seen=seen)
    if seen < len(view.known):
        yield words("profile.alt.unseen")
    stages = (wished_stage(view, component) for component in context.base.components)
    if aimed := set() if _is_for_later(context) else {stage for stage in stages if stage}:
        yield words("profile.alt.aimed", aimed=context.listing(context.model(stage).name for stage in sorted(aimed)))


def doers(context: ReportContext) -> Figure:
    """Return who does each theme that is known, and who does it in a school of the stage that is worked toward."""
    words, view = context.words, context.view
    named = {doer for theme in context.base.themes for doer in view.doers(theme)}
    roles = [role for role in roles_in_order(context.base) if role.id not in view.absent - named]
    others = [answer.text for answer in context.base.answers if answer.id in (f"doer.{SOMEONE}", f"doer.{NOBODY}")]
    ids = [*(role.id for role in roles), SOMEONE, NOBODY]
    known = [theme for theme in context.base.themes if view.doers(theme)]
    groups = (Group(name="", rows=tuple(_theme(context, theme, ids) for theme in known)),)
    keys = (Key(cell=Cell(share=1), text=words("doers.key.does")),
            Key(cell=Cell(share=1, is_unsure=True), text=words("doers.key.some")),
            Key(cell=Cell(is_aimed=True), text=words("doers.key.wanted")))  # fmt: skip
    columns = (*(words(f"short.{role.id}") for role in roles), *others)
    grid = Grid(corner=words("doers.theme"), columns=columns, groups=groups, keys=keys_of(keys, groups),
                remarks=head_of_remarks(words("doers.remarks"), groups))  # fmt: skip
    has_rings = any(cell.is_aimed for cell in cells_of(groups))
    alt = " ".join(_doers_alt(context, known, has_rings=has_rings))
    return Figure(grid=grid, caption=words("doers.caption" if has_rings else "doers.caption_open"), alt=alt)


def _doers_alt(context: ReportContext, known: Sequence[Theme], *, has_rings: bool) -> Iterator[str]:
    yield context.words("doers.alt", count=len(known))
    if has_rings:
        yield context.words("doers.alt.ring")
    if still_open := sum(theme_state(context.view, theme) == "open" for theme in known):
        yield context.words("doers.alt.open", open=still_open)


def _theme(context: ReportContext, theme: Theme, ids: list[str]) -> Row:
    done = [] if (is_unasked := _is_unasked(context.view, theme)) else context.view.doers(theme)
    in_stage = () if _is_for_later(context) else _wanted(context.view, theme)
    lesser = lesser_doers(context.view, theme)
    if context.view.header.shows_sentences and (_is_for_a_part(context.view, theme) or _is_unsure(context.view, theme)):
        lesser = set(done)  # an open dot: not all of it, or not for sure
    cells = tuple(
        Cell(share=float(doer in done), is_unsure=doer in lesser, is_aimed=doer in in_stage and doer != NOBODY)
        for doer in ids
    )
    state = theme_state(context.view, theme)
    if state == "elsewhere" and _is_for_later(context):
        state = ""
    remarks = ["doers.unasked"] * is_unasked + [f"doers.{state}"] * bool(state)
    remarks += ["profile.partly"] * _is_for_a_part(context.view, theme)
    remarks += ["doers.unsure"] * _is_unsure(context.view, theme)
    return Row(name=theme.name, cells=cells, remark="; ".join(map(context.words, remarks)))


def lesser_doers(view: View, theme: Theme) -> set[str]:
    """Who of those that do a theme does it only sometimes or for a lesser part, by what was said of it."""
    standing, done = view.state.answers.get(theme.id), view.doers(theme)
    words = f"{standing.quote if standing else ''}\n{view.state.value(of_theme(theme, SHARED)) or ''}"
    doers = [Option(id=answer.id, text=answer.text) for answer in view.base.answers if answer.group == "doer"]
    lesser = {doers[place].id.removeprefix("doer.") for place in told_lesser(view.base, words, doers)} & {*done}
    return lesser if len(lesser) < len(done) else set()


def _is_unasked(view: View, theme: Theme) -> bool:
    """Whether one only said who would do it, as nobody asks for it: 'niemand vraagt het, maar dan zou ik het zijn'."""
    standing = view.state.answers.get(theme.id)
    return standing is not None and says(view.base, "unasked", standing.quote)


def _is_unsure(view: View, theme: Theme) -> bool:
    """Whether one does not know for sure who does it: 'de mentor, maar zeker weten doe ik het niet'."""
    standing = view.state.answers.get(theme.id)
    is_thought = view.header.shows_sentences and standing is not None and says(view.base, "thinking", standing.quote)
    is_said = is_thought or (standing is not None and says(view.base, "unknown", standing.quote))
    return bool(view.doers(theme)) and is_said


def _is_for_a_part(view: View, theme: Theme) -> bool:
    """Whether one said with who does it that this holds for a part only: 'ja, voor 3 mavo'."""
    standing = view.state.answers.get(theme.id)
    quote = standing.quote if standing else ""
    if view.header.shows_sentences and _ONLY_IN.search(quote):
        return True
    return any(says(view.base, meaning, quote) for meaning in ("part", "partly"))


def _wanted(view: View, theme: Theme) -> tuple[str, ...]:
    """Who does a theme in the stage that is worked toward; empty if no stage leads."""
    stage = goal(view, view.base.component(theme.component)) if view.start else None
    return wanted(theme, stage) if stage else ()


def theme_state(view: View, theme: Theme) -> str:
    """Return what stands out about a theme: open or elsewhere; empty if it is done as in its stage, or not known.

    Several who do it share it: that is not double work.
    """
    done, in_stage = view.doers(theme), _wanted(view, theme)
    if not done:
        return ""
    if done == [NOBODY]:
        return "" if NOBODY in in_stage else "open"
    if not in_stage or NOBODY in in_stage:
        return ""
    return "" if set(done) & set(in_stage) else "elsewhere"
