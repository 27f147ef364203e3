"""What is told to readers outside the talk: only what was answered, and a gap to fill in for what is not known."""

from collections.abc import Callable, Iterator

from lobgids.advice.ranking import NOBODY
from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component, Description
from lobgids.report.blocks import Block, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.plots import SOMEONE
from lobgids.school.answers import WEAK_BASES

YEARS = {"vmbo": 4, "havo": 5, "vwo": 6}
"""How many years each part of a school has."""


def year_groups(context: ReportContext) -> range:
    """Return the year groups of the school, or of its parts that this is about."""
    return range(1, max(YEARS[part] for part in context.view.school_parts or YEARS) + 1)


def told(context: ReportContext, component: Component, text_of: Callable[[Description], str]) -> Iterator[Block]:
    """Yield what was chosen of a component, in the words that are given for a description, or a gap.

    A between gives each description, with a gap for where it is so.
    """
    texts = [text for description in context.view.chosen(component) if (text := text_of(description))]
    if not texts:
        yield Paragraph(text=context.words("handout.gap"))
    elif len(texts) == 1:
        yield Paragraph(text=founded(context, component, texts[0]))
    else:
        yield Items(items=tuple(context.words("handout.where", text=founded(context, component, one)) for one in texts))


def founded(context: ReportContext, component: Component, text: str) -> str:
    """Return what is told of a component; if it rests on paper or an impression only, that is said with it."""
    bases = context.view.bases(component)
    if context.view.is_seen(component) or not bases or not bases <= WEAK_BASES:
        return text
    return context.words("handout.planned" if "documents" in bases else "handout.unsure", text=text)


def doers(context: ReportContext, theme: Theme) -> str:
    """Return who does a theme, within a sentence; a gap for somebody without a role, and if nobody is known."""
    gap = context.words("handout.gap")
    known = [doer for doer in context.view.doers(theme) if doer != NOBODY]
    return context.listing(gap if doer == SOMEONE else context.view.role(doer) for doer in known) or gap
