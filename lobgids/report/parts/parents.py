"""A page for parents, and one for colleagues on what schools are asked today about loopbaandossier and PTA."""

from collections.abc import Iterator

from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.handouts import doers, told

PARENTS = 11
WITH, FIRST = "theme.parents", "theme.first-contact"
MOMENTS, QUESTIONS = 4, 3
POINTS = ("aim", "result", "look_back", "next")
CHECKS, CHECKS_HIGHER = 10, 4


def for_parents(context: ReportContext) -> Iterator[Block]:
    """Yield what parents can expect, what happens this year, whom they can talk to, and questions for at home."""
    component = context.base.component(PARENTS)
    yield Paragraph(text=context.words("parents.lead"), look="lead")
    yield Heading(text=context.words("parents.head.does"))
    yield from told(context, component, lambda description: context.words(f"parents.m{description.model}"))
    header = tuple(context.words(f"parents.{name}") for name in ("when", "what", "for_whom"))
    yield Table(caption=context.words("parents.year"), header=header, rows=(("", "", ""),) * MOMENTS,
                widths=(2, 5, 2))  # fmt: skip
    yield from _whom(context)
    yield Heading(text=context.words("parents.head.home"))
    asked = tuple(context.words(f"parents.question.{number}") for number in range(1, QUESTIONS + 1))
    yield Items(items=asked, mark="number")
    stages = [description.model for description in context.view.chosen(component)]
    yield Paragraph(text=context.words(f"parents.home.m{stages[0] if len(stages) == 1 else 1}"), look="small")
    yield Paragraph(text=context.words("parents.nobody"))


def _whom(context: ReportContext) -> Iterator[Block]:
    """Yield whom one can talk to, with what each of these does, and room for a name."""
    talks, first = context.base.theme(WITH), context.base.theme(FIRST)
    named = {*context.view.doers(talks), *context.view.doers(first)}
    yield Heading(text=context.words("parents.head.with"))
    yield Items(
        items=(
            context.words("parents.with", who=doers(context, talks)),
            context.words("parents.first", who=doers(context, first)),
        )
    )
    if meanings := [context.words(f"parents.role.{role.id}") for role in context.base.roles if role.id in named]:
        yield Paragraph(text=" ".join(meanings), look="small")
    yield Blank(text=context.words("parents.reach"))


def dossier(context: ReportContext) -> Iterator[Block]:
    """Yield what a dossier holds for each activity and points to check, for the parts of this school."""
    parts = set(context.view.school_parts or ("vmbo", "havo", "vwo"))
    has_vmbo, has_higher = "vmbo" in parts, bool(parts & {"havo", "vwo"})
    yield Paragraph(text=context.words("dossier.lead"), look="lead")
    yield Paragraph(text=context.words("dossier.words"))
    if has_vmbo:
        yield Paragraph(text=context.words("dossier.vmbo"))
    if has_higher:
        yield Paragraph(text=context.words("dossier.higher"))
    yield _points(context, "dossier.caption" if has_vmbo else "dossier.caption_higher")
    if has_vmbo:
        yield Heading(text=context.words("dossier.head.vmbo"))
        yield _checks(context, "dossier.check", CHECKS)
    if has_higher:
        yield Heading(text=context.words("dossier.head.higher"))
        yield _checks(context, "dossier.higher", CHECKS_HIGHER)
    yield Paragraph(text=context.words("dossier.check_law"), look="small")


def _points(context: ReportContext, caption: str) -> Table:
    header = tuple(context.words(f"dossier.{name}") for name in ("point", "question", "here"))
    rows = tuple((context.words(f"dossier.{name}"), context.words(f"dossier.{name}.asked"), "") for name in POINTS)
    return Table(caption=context.words(caption), header=header, rows=rows, widths=(2, 4, 5))


def _checks(context: ReportContext, name: str, count: int) -> Items:
    return Items(items=tuple(context.words(f"{name}.{number}") for number in range(1, count + 1)), mark="box")
