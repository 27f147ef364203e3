"""The publication that a report rests on; where one finds more; and what is told of it, with what changed since."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import to_builtins

from lobgids.kb.beside import additions, told_later
from lobgids.kb.lookup import all_entries
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext

TELLING = ("text", "stage", "about", "language")
"""The fields that tell what an entry cites."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the publication."""
    publication = context.base.about.publication
    fill = {"title": publication.title, "issuer": publication.issuer, "year": publication.year}
    yield Paragraph(text=context.words("sources.publication", **fill))


def own(context: ReportContext) -> Iterator[Block]:
    """Yield the publication, and where to look up what it says."""
    yield from blocks(context)
    yield Paragraph(text=context.words("sources.look_up"))


def looked_up(context: ReportContext, parts: Sequence[Callable[[ReportContext], Iterator[Block]]]) -> Iterator[Block]:
    """Yield the publication, how much of it these parts tell, and what changed since and they do not tell."""
    yield from blocks(context)
    afresh = ReportContext(context.view, ())  # so that what is told once is told to the one who counts, too
    if rows := tuple(_places(context, [block for part in parts for block in part(afresh)])):
        header = (context.words("sources.place"), context.words("sources.count"))
        yield Table(caption=context.words("sources.caption"), header=header, rows=rows, widths=(4, 1))
    changed = additions(context.base, context.view.school_parts)
    if left := [addition.text for addition in changed if not context.has_told(told_later(context.base, addition))]:
        yield Heading(text=context.words("head.since"))
        yield Items(items=tuple(left))


def _places(context: ReportContext, told: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Yield each chapter of the publication, with how many of its facts are told."""
    known = context.base.facts_by_id
    counted = Counter(known[fact].section for fact in told_facts(context, told))
    for section in context.base.about.sections:
        if counted[section.id]:
            yield section.name, str(counted[section.id])


def told_facts(context: ReportContext, told: Sequence[Block]) -> set[str]:
    """Return the ids of the facts that blocks tell: the words of an entry that cites them stand there."""
    said = _in_one("\n".join(_strings(to_builtins(told))))
    return {
        fact
        for entry in all_entries(context.base)
        if entry.facts and any(_in_one(text) in said for text in _texts(entry))
        for fact in entry.facts
    }


def _texts(entry: object) -> Iterator[str]:
    for name in TELLING:
        if isinstance(text := getattr(entry, name, ""), str) and text:
            yield text


def _in_one(text: str) -> str:
    return " ".join(text.split()).casefold()


def _strings(value: object) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from _strings(item)
