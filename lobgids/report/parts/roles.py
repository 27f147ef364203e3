"""Who does what; for the roles in the plan what is open and a first step; to look up, all that a role is and does."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import RoleAdvice, TaskAdvice
from lobgids.advice.roles import by_title, none_open
from lobgids.kb.phrasing import phrase
from lobgids.log.ask_ids import FORMS, PREFERENCE
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.involved import involved, to_begin
from lobgids.school.roles import parts_in
from lobgids.text import capital

MOST_TASKS = 5
"""How many tasks of a role are told where they are not looked up."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plot, then each role that has a part in it: what is open, what is there, and a first step."""
    yield from overview(context)
    if context.view.start is None:
        return
    told = involved(context)
    for advice in told:
        if about := [*_role(context, advice)]:
            yield Heading(text=capital(advice.name))
            yield from about
    yield from _none_open(context, told)


def in_full(context: ReportContext) -> Iterator[Block]:
    """Yield all that the publication says of each role in this stage and the next, and what it leaves out.

    No block if no stage leads.
    """
    if context.view.start is None:
        return
    for advice in context.conclusions.roles:
        yield Heading(text=capital(advice.name))
        yield from _in_stages(context, advice)
        if advice.tasks:
            yield from _tasks(context, advice)
        yield from context.beside(advice.role, *_parts(context, advice), *(task.id for task in advice.tasks))
        for sentence in advice.not_given:
            yield Paragraph(text=sentence, look="small")


def overview(context: ReportContext) -> Iterator[Block]:
    """Yield who does what at a glance, as far as that was asked, and what was said of it if that may be shown."""
    if any(context.view.doers(theme) for theme in context.base.themes):
        yield plots.doers(context)
    else:
        yield Paragraph(text=context.words("doers.nothing"))
    yield from context.quotes(*(f"{theme.id}.shared" for theme in context.base.themes),
                             *(theme.id for theme in context.base.themes))  # fmt: skip


def _role(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Yield what is open or lies with another, what happens and is in house, how to learn, and a first step."""
    tasks = to_begin(context, advice)
    shown = tasks[:MOST_TASKS]
    if shown:
        yield Items(items=tuple(_task(context, task) for task in shown))
    if more := len(tasks[MOST_TASKS:]):
        yield Paragraph(text=context.counted("role.more", more), look="small")
    if done := [task.short for task in advice.tasks if task.state == "done"]:
        yield Paragraph(text=context.words("role.done", tasks="; ".join(done)))
    yield from _in_house(context, advice)
    yield from _learning(context, advice)
    yield from _assumed(context, shown)
    yield from context.beside(*(task.id for task in shown))
    if advice.first_step:
        yield Paragraph(text=advice.first_step, look="lead")


def _task(context: ReportContext, task: TaskAdvice) -> str:
    """Return a task with who does its theme, if it has one and that was said."""
    if not task.by:
        return capital(task.short)
    return context.words("role.task", task=capital(task.short), who=context.who(task.by))


def _in_house(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Yield how much of what is asked of a role is there already, as it was answered."""
    whose = "decaan" if advice.role == "decaan" else "colleagues"
    if found := [f"{context.words(f'aspect.{aspect}')}: {context.words('quoted', text=answer)}"
                 for aspect, answer in advice.in_house.items()]:  # fmt: skip
        yield Paragraph(text=context.words(f"in_house.{whose}", answers="; ".join(found)))
    yield from context.quotes(*(f"competence.{advice.role}.{aspect}" for aspect in advice.competences))


def _learning(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Yield how the decaan likes to learn, and the forms that were chosen for a role and are not in the plan."""
    if advice.role == "decaan":
        names = [one.name for one in context.base.preferences if one.id == context.view.state.value(PREFERENCE)]
        yield from (Paragraph(text=context.words("role.preference", name=name.lower())) for name in names)
        yield from context.quotes(PREFERENCE)
        return
    planned = {item.action for item in context.conclusions.plan}
    wanted = [form.text for form in advice.forms if form.is_wanted and f"act.{form.id}" not in planned]
    if wanted:
        yield Paragraph(text=context.words("role.forms"))
        yield Items(items=tuple(wanted))
        yield from context.quotes(FORMS)


def _in_stages(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Yield what a role is in the stage of now and in those on the way."""
    yield Paragraph(text=context.words("role.present", text=advice.present))
    for text, name in zip(advice.way, ("role.aimed", "role.later"), strict=False):
        yield Paragraph(text=context.words(name, text=text))
    if advice.staff:
        yield Paragraph(text=advice.staff)
        yield Paragraph(text=context.words("staff.how"))


def _assumed(context: ReportContext, tasks: Sequence[TaskAdvice]) -> Iterator[Block]:
    """Say of which components nothing was said, so that their tasks are those of schools of the leading stage."""
    assumed = (context.base.component(task.component).name for task in tasks if task.is_assumed)
    if names := "; ".join(dict.fromkeys(assumed)):
        yield Paragraph(text=context.words("role.assumed", components=names), look="small")


def _none_open(context: ReportContext, told: Sequence[RoleAdvice]) -> Iterator[Block]:
    """Say once for all of these roles with tasks where none is open."""
    names = [advice.name for advice in none_open(told)]
    if names:
        listed = context.listing(names)
        yield Paragraph(text=phrase(context.base, "step.none_open", context.view.header.seed, roles=listed))


def _parts(context: ReportContext, advice: RoleAdvice) -> Iterator[str]:
    """Yield the ids of what a role is in the stages that it was told of."""
    direction, role = context.conclusions.direction, context.base.role(advice.role)
    for stage in dict.fromkeys((direction.now, direction.next, direction.aimed)):
        yield from (part.id for part in parts_in(role, stage))


def _lies_with(context: ReportContext, task: TaskAdvice) -> str:
    """Return who does the theme of a task, or that this was not asked; empty if it has none."""
    if not task.theme:
        return ""
    return context.who(task.by) if task.by else context.words("tasks.nobody_said")


def _tasks(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Yield the tasks; those of two functions apart, each under its title."""
    for title, tasks in by_title(advice.tasks):
        if title:
            yield Heading(text=capital(title), level=3)
        yield _table(context, advice, tasks)


def _table(context: ReportContext, advice: RoleAdvice, tasks: Sequence[TaskAdvice]) -> Table:
    header = (context.words("tasks.task"), context.words("tasks.by"), context.words("tasks.state"))
    rows = tuple(
        (task.text, _lies_with(context, task), context.words(f"tasks.{task.state}"))
        for task in tasks
    )  # fmt: skip
    return Table(
        caption=context.words("tasks.caption", role=advice.name),
        header=header,
        rows=rows,
        widths=(9, 3, 2),
        has_names=False,
    )
