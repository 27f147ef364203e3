"""The proposal to leadership: who takes the lead in what, when, and which documents of the school it goes into."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned
from lobgids.advice.decision import proposed
from lobgids.advice.shown import shown
from lobgids.kb.sayings import words_of
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort, evaluation
from lobgids.report.parts.plan import besides, look_back
from lobgids.text import capital

MOST_NAMED = 3

_TELLING = 4
"""The fewest letters of a word that says something beside who it is: 'Henk, de decaan dus' says no more than that."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plan, what it takes and what goes with it, how to see whether it works, and where it gets a place."""
    plan = context.told_plan
    if plan:
        if not proposed(context.view, context.conclusions):
            yield Paragraph(text=context.words("proposal.for_now"))
        yield _plan(context, plan)
        yield from effort.roles(context, plan)
        yield from _typed(context, plan)
        yield from evaluation.in_short(context)
        if sentence := look_back(context, "proposal.look_back"):
            yield Paragraph(text=sentence)
    else:
        yield Paragraph(text=context.words("proposal.own" if context.conclusions.plan else "proposal.none"))
    if places := tuple(_goes(context)):
        yield Heading(text=context.words("head.goes"))
        yield Items(items=places)


def _plan(context: ReportContext, plan: Sequence[Planned]) -> Table:
    """Return who does what and who helps, when, and the hours and money; what is not known says so."""
    header = tuple(context.words(f"plan.{name}") for name in ("action", "who", "when", "hours", "head.money"))
    rows = tuple((context.named(item), _who(context, item), *_taken(context, item)) for item in plan)
    return Table(caption=context.words("plan.caption"), header=header, rows=rows, widths=(6, 5, 5, 2, 3))


def _who(context: ReportContext, item: Planned) -> str:
    """Return who takes the lead, and on lines below who helps, and what was said of it if that says more."""
    helping = ask_ids.plan("helps", item.action)
    in_words = context.words("quoted", text=context.shown(helping)) if helping in shown(context.view) else ""
    helps = in_words or besides(context, item)["helps"]
    who = [capital(context.owner(item)), *([context.words("plan.with", who=helps)] if helps else [])]
    line = ask_ids.plan("who", item.action)
    said = context.shown(line) if line in shown(context.view) else ""
    says_more = {word for word in words_of(said) if len(word) >= _TELLING} - {*words_of(" ".join(who))}
    return "\n".join([*who, *([context.words("quoted", text=said)] if says_more else [])])


def _taken(context: ReportContext, item: Planned) -> tuple[str, str, str]:
    """Return when an action is done, its hours, and its money."""
    unknown = context.words("plan.not_known")
    hours = "" if item.hours is None else context.number(item.hours)
    when = context.shown(ask_ids.plan("when", item.action))  # 'als Joost het goed vindt'
    period = "\n".join([capital(context.period(item)), *([context.words("quoted", text=when)] if when else [])])
    said = {name: context.shown(ask_ids.plan(name, item.action)) for name in ("hours", "money")}
    in_words = {name: context.words("quoted", text=words) if words else unknown for name, words in said.items()}
    return period, hours or in_words["hours"], besides(context, item)["money"] or in_words["money"]


def _typed(context: ReportContext, plan: Sequence[Planned]) -> Iterator[Block]:
    """Yield for whom an action is and what can go for it, as far as these words may be shown; no block if none may."""
    found = [besides(context, item) for item in plan]
    names = [name for name in ("whom", "off") if any(row[name] for row in found)]
    if names:
        header = (context.words("plan.action"), *(context.words(f"plan.head.{name}") for name in names))
        rows = tuple(
            (context.named(item), *(_quoted(context, row[name]) for name in names))
            for item, row in zip(plan, found, strict=True)
        )
        yield Table(caption=context.words("plan.besides"), header=header, rows=rows, widths=(6, *(5,) * len(names)))


def _quoted(context: ReportContext, typed: str) -> str:
    return context.words("quoted", text=typed.rstrip(".")) if typed else context.words("plan.not_known")


def _goes(context: ReportContext) -> Iterator[str]:
    """Yield what goes into which document or council of the school; of what nothing in the plan is about, nothing."""
    if not proposed(context.view, context.conclusions):
        return
    plan = context.told_plan
    learning = [item.title for item in plan if item.kind == "learn"][:MOST_NAMED]
    themes = [theme.name for theme in context.base.themes for action in context.conclusions.actions
              if action.theme == theme.id and any(item.action == action.id for item in plan)][:MOST_NAMED]  # fmt: skip
    yield context.words("goes.school_plan.what")
    if learning:
        yield context.words("goes.training_plan.what", actions="; ".join(learning))
    if themes:
        yield context.words("goes.task_policy.what", themes="; ".join(themes))
    if learning or themes:
        yield context.words("goes.council.what")
