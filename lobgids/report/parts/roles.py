"""Who does what, and role by role: what it is, its tasks and how they stand here, and a first step."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import RoleAdvice, TaskAdvice
from lobgids.advice.roles import by_title, none_open
from lobgids.kb.phrasing import phrase
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.school.roles import parts_in
from lobgids.text import capital


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plot, then each role."""
    yield from overview(context)
    yield from context.quotes(*(f"{theme.id}.shared" for theme in context.base.themes),
                             *(theme.id for theme in context.base.themes))  # fmt: skip
    if context.view.dominant is None:
        return
    for advice in context.conclusions.roles:
        yield Heading(text=capital(advice.name))
        yield from _role(context, advice)
    yield from _none_open(context)


def overview(context: ReportContext) -> Iterator[Block]:
    """Yield who does what at a glance, or that it was not asked."""
    if any(context.view.doers(theme) for theme in context.base.themes):
        yield plots.doers(context)
    else:
        yield Paragraph(text=context.words("doers.nothing"))


def _role(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    yield Paragraph(text=context.words("role.present", text=advice.present))
    for text, name in zip(advice.way, ("role.aimed", "role.later"), strict=False):
        yield Paragraph(text=context.words(name, text=text))
    if advice.staff:
        yield Paragraph(text=advice.staff)
        yield Paragraph(text=context.words("staff.how"))
    if advice.tasks:
        yield from _tasks(context, advice)
        yield from _assumed(context, advice)
    yield from context.beside(advice.role, *_parts(context, advice), *(task.id for task in advice.tasks))
    for sentence in advice.not_given:
        yield Paragraph(text=sentence, look="small")
    if advice.first_step:
        yield Paragraph(text=advice.first_step, look="lead")


def _assumed(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Say of which components nothing was said, so that their tasks are those of schools of the leading stage."""
    assumed = (context.base.component(task.component).name for task in advice.tasks if task.is_assumed)
    if names := "; ".join(dict.fromkeys(assumed)):
        yield Paragraph(text=context.words("role.assumed", components=names), look="small")


def _none_open(context: ReportContext) -> Iterator[Block]:
    """Say once for all roles with tasks where none is open."""
    names = [advice.name for advice in none_open(context.conclusions.roles)]
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
        (capital(task.short), _lies_with(context, task),
         context.words(f"tasks.{task.state}"))
        for task in tasks
    )  # fmt: skip
    return Table(
        caption=context.words("tasks.caption", role=advice.name),
        header=header,
        rows=rows,
        widths=(6, 3, 2),
        has_names=False,
    )
