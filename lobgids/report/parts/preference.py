"""The learning preferences: what the publication says of each, the forms that it gives for it, and its limits."""

from collections.abc import Iterator

from lobgids.kb.schema.learning import Preference
from lobgids.log.ask_ids import PREFERENCE
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts import stage

GIVEN_FOR = 3
"""The model for which the publication gives the preferences."""


def own(context: ReportContext) -> Iterator[Block]:
    """Yield the preference that was chosen; no block if none was."""
    for preference in context.base.preferences:
        if preference.id == context.view.state.value(PREFERENCE):
            about = " ".join(statement.text for statement in preference.about)
            yield Paragraph(text=context.words("learning.preference", name=preference.name.lower(), about=about))
            yield from _forms(context, preference)
            yield from context.beside(preference.id)
            if stage.learned_in(context) != GIVEN_FOR:
                yield Paragraph(text=context.words("preference.elsewhere"), look="small")


def others(context: ReportContext) -> Iterator[Block]:
    """Yield the preferences that were not chosen, where the school works toward the model that they are given for."""
    if stage.learned_in(context) != GIVEN_FOR:
        return
    yield Heading(text=context.words("head.preferences"))
    for preference in context.base.preferences:
        if preference.id != context.view.state.value(PREFERENCE):
            yield Heading(text=preference.name, level=3)
            yield Paragraph(text=" ".join(statement.text for statement in preference.about))
            yield from _forms(context, preference)


def _forms(context: ReportContext, preference: Preference) -> Iterator[Block]:
    yield Paragraph(text=context.words("preference.forms"))
    yield Items(items=tuple(statement.text for statement in preference.forms))
    for limit in preference.limits:
        yield Paragraph(text=limit.text)
