"""What a group saw: all its votes at a glance, then component by component the words, the counts and the sentence."""

from collections.abc import Iterator, Sequence

from lobgids.dialogue.protocol import Tally
from lobgids.dialogue.workshop.minutes_data import Voted, minutes_data
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component
from lobgids.report.blocks import Block, Heading, Paragraph, Quote, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.profile import bases
from lobgids.report.vote_plots import all_votes, camps_of, is_apart, is_counted, of_groups
from lobgids.text import clean, uncapital


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the components that were voted on, or that there are none; only votes that everybody has seen."""
    voted = minutes_data(context.view).voted
    if not voted:
        yield Paragraph(text=context.words("votes.none"))
        return
    yield Paragraph(text=context.words("votes.intro"))
    yield all_votes(context, voted)
    for subject in voted:
        yield Heading(text=subject.name)
        yield from _voted(context, subject)


def _voted(context: ReportContext, voted: Voted) -> Iterator[Block]:
    component = context.base.component(voted.component)
    yield Paragraph(text=component.question)
    yield _table(context, voted)
    if is_apart(voted):
        yield of_groups(context, voted)
    sentences = [_in_words(context, voted.rounds), voted.apart]
    yield Paragraph(text=" ".join(filter(None, sentences)))
    agreed = clean(voted.agreed)
    if agreed:
        yield Quote(text=agreed, about=context.words("votes.agreed"))
    yield from (quote for quote in context.quotes_of(component) if quote.text != agreed)
    yield Paragraph(text=_founded(context, component), look="small")


def _table(context: ReportContext, voted: Voted) -> Table:
    """Return the descriptions behind their letters, with how many chose each: a column for each round with counts."""
    counted = voted.rounds if is_counted(voted) else ()
    options = tuple((bar.letter or context.words("stars.empty"), bar.text) for bar in voted.rounds[0].bars)
    counts = tuple(tuple(str(tally.bars[index].count) for tally in counted) for index in range(len(options)))
    names = [f"votes.round.{tally.round}" for tally in counted] if len(counted) > 1 else ["votes.count"] * len(counted)
    header = (context.words("votes.letter"), context.words("votes.choice"), *map(context.words, names))
    caption = context.words("votes.caption", component=voted.name)
    rows = tuple((*option, *cells) for option, cells in zip(options, counts, strict=True))
    return Table(caption=caption, header=header, rows=rows, widths=(2, 15, *(2 for _tally in counted)))


def _in_words(context: ReportContext, rounds: Sequence[Tally]) -> str:
    """Return how the group is spread, round by round."""
    sentences = [phrase(context.base, f"spread.{tally.spread}", 0, **camps_of(context, tally)) for tally in rounds]
    if len(sentences) == 1:
        return sentences[0]
    return " ".join(
        context.words(f"votes.told.{tally.round}", spread=uncapital(sentence))
        for tally, sentence in zip(rounds, sentences, strict=True)
    )


def _founded(context: ReportContext, component: Component) -> str:
    """Return what the votes rest on, for the group as a whole."""
    if context.view.wished(component):
        return context.words("component.wished")
    basis = bases(context, component)
    return context.words("component.basis", basis=basis) if basis else context.words("component.no_basis")
