"""The plan as a file to take along: which files there are, whose words are in them, and their bytes."""

from datetime import date

from lobgids.dialogue.view import View
from lobgids.i18n import Language
from lobgids.log import ask_ids
from lobgids.report.context import ReportContext
from lobgids.report.own_words import OwnWords, own_words
from lobgids.report.plan_files.agenda import as_agenda, plan_days
from lobgids.report.plan_files.mail import as_mail
from lobgids.storage.names import PLAN_FORMS, PlanForm

_IN_A_MAIL = ("own", "who", "name", "whom", "off")
"""What is asked of the plan whose own words can stand in a mail."""


def plan_forms(view: View) -> tuple[PlanForm, ...]:
    """Return the files that can be made of the plan now: none without a plan, no calendar without a day."""
    if not view.conclusions.plan:
        return ()
    has_days = any(plan_days(_for_oneself(view)))
    return tuple(form for form in PLAN_FORMS if form != "ics" or has_days)


def words_for_mail(view: View) -> list[OwnWords]:
    """Return the own words that could stand in the mail, which others read: each has to be chosen."""
    actions = {"", *(item.action for item in view.conclusions.plan)}
    return [piece for piece in own_words(view) if piece.kind != "note" and _is_for_mail(piece.ask, actions)]


def _is_for_mail(ask: str, actions: set[str]) -> bool:
    name, action = ask_ids.planned(ask)
    return ask_ids.is_of_plan(ask) and name in _IN_A_MAIL and action in actions


def plan_file(view: View, day: date, form: PlanForm, chosen_words: frozenset[str] = frozenset()) -> bytes:
    """Return the plan as a file; `day` is that of the last event, `form` one of `plan_forms`.

    The workbook and the calendar are for oneself and hold all of it. A mail is for others: of what was typed it has
    the pieces whose ids are in `chosen_words`. The libraries of a form are imported when it is asked for.
    """
    match form:
        case "xlsx":
            from lobgids.report.plan_files.workbook import as_workbook

            return as_workbook(_for_oneself(view), day)
        case "ics":
            context = _for_oneself(view)
            return as_agenda(plan_days(context), view.header.id, context.words("take.title"), day)
        case "txt":
            return as_mail(ReportContext(view, [piece for piece in own_words(view) if piece.id in chosen_words]))


def _for_oneself(view: View) -> ReportContext:
    return ReportContext(view, own_words(view))


def left_out_in_words(view: View, form: PlanForm, language: Language) -> str:
    """Return how many actions are not in the file as they have no day; empty if all of them are in it."""
    without = [item for item in view.conclusions.plan if not (item.date or item.until)]
    if form != "ics" or not without:
        return ""
    return language.ngettext(
        "Eén actie heeft nog geen dag. Die staat niet in de agenda.",
        "{count} acties hebben nog geen dag. Die staan niet in de agenda.",
        len(without),
    ).format(count=len(without))
