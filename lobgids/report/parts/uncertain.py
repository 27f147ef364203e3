"""What is uncertain about a picture: whom it is from, how sure it is, what is not known, not seen or seen otherwise."""

from collections.abc import Iterator, Sequence

from lobgids.advice.decision import knows_little, to_talk_about
from lobgids.dialogue.chapters.picture import NO, PARTLY
from lobgids.kb.schema.school import Component, Description
from lobgids.log.ask_ids import clash, situation, subject_of
from lobgids.report.context import ReportContext
from lobgids.report.parts import apart
from lobgids.school.naming import has_picture, recognised_at
from lobgids.school.sayings import is_talked_about, plain_clashes
from lobgids.text import uncapital

NOT_QUITE = ((PARTLY, "heard.partly"), (NO, "heard.no"))
"""What is added to a picture that the decaan recognises partly or not at all."""

SPOKEN = "assignment.spoken"
NOBODY_SPOKEN = "spoken.nobody"

ELSEWHERE = ("clash", "unseen", "nobody", "move", "apart", "groups")
"""The tensions that are told in other words here, or at the choices."""

MOST_NAMED, MOST_CLASHES = 3, 1


def lines(context: ReportContext) -> Iterator[str]:
    """Yield what is uncertain, a line each: who was heard, what is not known or seen, and what may cause friction."""
    yield " ".join(_heard(context))
    if not_known := " ".join(_not_known(context)):
        yield not_known
    yield from apart.lines(context)
    yield from _clashes(context)
    told = (*ELSEWHERE, "alone") if to_talk_about(context.view, context.conclusions) == "later" else ELSEWHERE
    yield from (tension.text for tension in context.conclusions.tensions if tension.kind not in told)


def _heard(context: ReportContext) -> Iterator[str]:
    asked = context.view.ids(SPOKEN)
    if by_group := context.view.taken_in:
        yield context.words("heard.group", components="; ".join(one.name for one in by_group))
    elif asked and NOBODY_SPOKEN not in asked:
        spoken = context.listing(uncapital(text) for text in context.options(SPOKEN))
        yield context.words("heard.spoken", who=spoken)
    else:
        yield context.words("heard.alone")
    recognised = context.view.state.value(recognised_at(context.view))
    is_begun = knows_little(context.view) or not has_picture(context.view)
    if recognised != NO or is_begun:  # 'het lijkt te kloppen' is not said of what the decaan denies
        yield context.words(f"heard.sure.{'little' if is_begun else context.view.certainty}")
    yield from (context.words(name) for answer, name in NOT_QUITE if answer == recognised)


def _not_known(context: ReportContext) -> Iterator[str]:
    """Yield of which components it is not known how it goes, and of which it was not seen in practice."""
    view = context.view
    unknown = [component for component in context.base.components if not is_talked_about(view, component)]
    unseen = [component for component in view.known if not view.is_seen(component)]
    unasked = [component for component in unknown if not view.is_answered(situation(component))]
    if asked := [component for component in unknown if component not in unasked]:
        yield context.words("uncertain.unknown", components=_named(context, asked))
    if unasked:
        yield context.words("uncertain.unasked", components=_named(context, unasked))
    if unseen:
        yield context.words("uncertain.unseen", components=_named(context, unseen))


def _named(context: ReportContext, components: Sequence[Component]) -> str:
    """Return the names of a few components, and how many more there are."""
    most = MOST_NAMED if len(components) > MOST_NAMED + 1 else len(components)  # one more has a name, too
    names = [component.name for component in components[:most]]
    if more := len(components[most:]):
        names.append(context.counted("uncertain.more", more))
    return "; ".join(names)


def _unexplained(context: ReportContext) -> list[tuple[Description, Description]]:
    """Return the answers that chafe and of which one did not tell how they go together."""
    asked = ((pair, clash(subject_of(pair[1].id), subject_of(pair[0].id))) for pair in plain_clashes(context.view))
    answers = context.view.state.answers
    return [pair for pair, ask in asked if ask not in answers or not answers[ask].quote]


def _clashes(context: ReportContext) -> Iterator[str]:
    """Yield the answers that chafe, worded for somebody who did not give them."""
    for first, second in _unexplained(context)[:MOST_CLASHES]:
        yield context.words("uncertain.clash", one=first.heard, other=second.heard)
