"""Whose part of a report is told at length: the roles in the plan, or with whom one wants to sit down first."""

from lobgids.advice.conclusions import RoleAdvice, TaskAdvice
from lobgids.advice.roles import is_open
from lobgids.dialogue.chapters.who import chosen
from lobgids.report.context import ReportContext


def involved(context: ReportContext) -> list[RoleAdvice]:
    """Return the advice to the roles in the plan or that were picked; if there are none, to those with open tasks."""
    conclusions = context.conclusions
    wanted: set[str] = {role.id for role in chosen(context.view)}
    wanted |= {role for item in conclusions.plan for role in (item.owner, *item.helps)}
    found = [advice for advice in conclusions.roles if advice.role in wanted]
    return found or [advice for advice in conclusions.roles if to_begin(context, advice)]


def to_begin(context: ReportContext, advice: RoleAdvice) -> list[TaskAdvice]:
    """Return the tasks of a role that nobody does, or that lie with another; on a step those to begin with."""
    if context.conclusions.direction.steps:
        return [task for task in advice.tasks if is_open(task)]
    return [task for task in advice.tasks if task.state in ("open", "elsewhere")]
