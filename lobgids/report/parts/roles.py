"""Who does what, and role by role: what it is, its tasks and how they stand here, and a first step."""

from collections.abc import Iterator

from lobgids.advice.conclusions import RoleAdvice
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.teller import Teller
from lobgids.text import capital


def blocks(teller: Teller) -> Iterator[Block]:
    """The plot, then each role."""
    yield from overview(teller)
    yield from teller.quotes(*(f"{theme.id}.shared" for theme in teller.base.themes),
                             *(theme.id for theme in teller.base.themes))  # fmt: skip
    for told in teller.told.roles:
        yield Heading(text=capital(told.name))
        yield from _role(teller, told)


def overview(teller: Teller) -> Iterator[Block]:
    """Who does what at a glance, where that was asked."""
    if any(teller.view.doers(theme) for theme in teller.base.themes):
        yield plots.doers(teller)
    else:
        yield Paragraph(text=teller.words("doers.nothing"))


def _role(teller: Teller, told: RoleAdvice) -> Iterator[Block]:
    if not told.present:
        yield Paragraph(text=teller.words("role.open"))
        return
    yield Paragraph(text=teller.words("role.present", text=told.present))
    if told.aimed:
        yield Paragraph(text=teller.words("role.aimed", text=told.aimed))
    if told.staff:
        yield Paragraph(text=told.staff)
        yield Paragraph(text=teller.words("staff.how"))
    if told.tasks:
        yield _tasks(teller, told)
    for sentence in told.not_given:
        yield Paragraph(text=sentence, look="small")
    yield Paragraph(text=told.first_step, look="lead")


def _tasks(teller: Teller, told: RoleAdvice) -> Table:
    header = (teller.words("tasks.task"), teller.words("tasks.by"), teller.words("tasks.state"))
    rows = tuple(
        (task.text, teller.who(task.by) if task.by else teller.words("tasks.nobody_said"),
         teller.words(f"tasks.{task.state}"))
        for task in told.tasks
    )  # fmt: skip
    return Table(
        caption=teller.words("tasks.caption", role=told.name),
        header=header,
        rows=rows,
        widths=(6, 3, 2),
        has_names=False,
    )
