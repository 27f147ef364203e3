"""Half a page for the school guide, in the third person, made from the descriptions that were chosen."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.handouts import doers, told
from lobgids.text import capital

COMPONENTS = (1, 6, 9, 11)
FIRST = "theme.first-contact"
THEMES = ("theme.information", "theme.lessons", "theme.talks", "theme.parents", "theme.external")
"""What parents and students may want to know of who does what."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what LOB is for, who does it, whom a student goes to, what parents can do, and what it is made from."""
    yield Paragraph(text=context.words("guide.lob"))
    for component in map(context.base.component, COMPONENTS):
        yield Heading(text=context.words(f"guide.{component.id}"))
        yield from told(context, component, lambda description: description.school_guide)
        if component.number == context.base.theme(FIRST).component:
            yield Paragraph(text=context.words("guide.first", who=doers(context, context.base.theme(FIRST))))
    rows = tuple((theme.row, capital(doers(context, theme))) for theme in map(context.base.theme, THEMES))
    header = (context.words("guide.what"), context.words("guide.who"))
    yield Table(caption=context.words("guide.caption"), header=header, rows=rows, widths=(1, 1))
    yield Paragraph(text=_made_from(context), look="small")


def _made_from(context: ReportContext) -> str:
    """Return what was chosen that the text is made from."""
    components = map(context.base.component, COMPONENTS)
    themes = map(context.base.theme, (FIRST, *THEMES))
    subjects = [component.name for component in components if context.view.chosen(component)]
    if any(context.view.doers(theme) for theme in themes):
        subjects.append(context.words("guide.roles"))
    if not subjects:
        return context.words("guide.made_nothing")
    return context.words("guide.made", subjects="; ".join(subjects))
