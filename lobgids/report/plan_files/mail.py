"""The plan as a mail to colleagues, in plain text: who does what and when, and of what was typed only what may be."""

from collections.abc import Iterator

from lobgids.advice.conclusions import Planned
from lobgids.log import ask_ids
from lobgids.report.context import ReportContext
from lobgids.report.parts.plan import look_back
from lobgids.report.plan_files.words import labelled
from lobgids.text import capital, one_line


def as_mail(context: ReportContext) -> bytes:
    """Return the mail; its subject stands on the first line, and the name in its greeting is to be filled in."""
    return "".join(f"{line}\n" for line in _lines(context)).encode()


def _lines(context: ReportContext) -> Iterator[str]:
    yield from (context.words("take.mail.subject"), "")
    yield from (context.words("take.mail.greeting"), "")
    yield from (context.words("take.mail.about"), "")
    for number, item in enumerate(context.conclusions.plan, 1):
        yield f"{number}. {one_line(context.title(item))}"
        yield from (f"   {one_line(line)}" for line in _about(context, item))
        yield ""
    if sentence := look_back(context, "take.mail.look_back"):
        yield from (sentence, "")
    yield from (context.words("take.mail.ask"), "", context.words("take.mail.ending"))


def _about(context: ReportContext, item: Planned) -> Iterator[str]:
    """Yield who does it and when, and what is asked, as far as it is known and may be shown."""
    known = {
        "who": capital(context.owner(item)),
        "helps": context.listing(context.base.role(role).one for role in item.helps),
        "whom": context.typed(ask_ids.plan("whom", item.action)),
        "when": context.period(item),
        "begin": item.how,
        "hours": "" if item.hours is None else context.number(item.hours),
        "off": context.typed(ask_ids.plan("off", item.action)),
    }
    for name, text in known.items():
        if text:
            yield labelled(context, name, text)
